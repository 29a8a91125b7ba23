#!/bin/sh
# Installs the reflexio command: picks the binary of this machine, verifies its checksum, puts it in
# place. Needs no root. Run it again to upgrade.
#
#   curl -fsSL <address>/install.sh | sh -s -- [options]
#
#   --dir DIR        where to put it            (default ~/.reflexio/bin)
#   --version V      release to install         (default: the newest)
#   --base-url URL   where the releases are     (default: $REFLEXIO_INSTALL_URL)
#   --modify-path    add the folder to the shell's start file
#   --uninstall      remove the binary again
#   --help           this text
set -eu

DIR="${REFLEXIO_INSTALL_DIR:-$HOME/.reflexio/bin}"
BASE="${REFLEXIO_INSTALL_URL:-}"
VERSION=""
MODIFY_PATH=0
UNINSTALL=0

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "Error: $1"
  [ $# -lt 2 ] || say "Hint: $2"
  exit 1
}

while [ $# -gt 0 ]; do
  case "$1" in
    --dir) DIR="${2:?--dir needs a folder}"; shift 2 ;;
    --version) VERSION="${2:?--version needs a version}"; shift 2 ;;
    --base-url) BASE="${2:?--base-url needs an address}"; shift 2 ;;
    --modify-path) MODIFY_PATH=1; shift ;;
    --uninstall) UNINSTALL=1; shift ;;
    --help | -h) sed -n '2,13p' "$0" | sed 's/^# \{0,1\}//'; exit 0 ;;
    *) fail "Unknown option $1" "Run it with --help" ;;
  esac
done

case "$DIR" in
  /*) ;;
  *) DIR="$PWD/$DIR" ;;
esac

if [ "$UNINSTALL" = 1 ]; then
  rm -f "$DIR/reflexio" "$DIR/reflexio.old"
  say "Removed $DIR/reflexio; data and settings stay in ~/.reflexio"
  exit 0
fi

[ -n "$BASE" ] || fail "No address of the releases" "Pass --base-url URL or set REFLEXIO_INSTALL_URL"

case "$(uname -s)" in
  Linux) OS=linux ;;
  Darwin) OS=macos ;;
  *) fail "There is no binary for $(uname -s)" "On Windows use install.ps1; elsewhere run it with Deno" ;;
esac
case "$(uname -m)" in
  x86_64 | amd64) CPU=x64 ;;
  arm64 | aarch64) CPU=arm64 ;;
  *) fail "There is no binary for $(uname -m)" "Run it with Deno: deno task reflexio" ;;
esac
NAME="reflexio-$OS-$CPU"

if command -v curl >/dev/null 2>&1; then
  fetch() { curl -fsSL --retry 2 "$1" -o "$2"; }
elif command -v wget >/dev/null 2>&1; then
  fetch() { wget -q "$1" -O "$2"; }
else
  fail "Neither curl nor wget is there" "Install one of them"
fi

if command -v sha256sum >/dev/null 2>&1; then
  sum() { sha256sum "$1" | cut -d ' ' -f 1; }
elif command -v shasum >/dev/null 2>&1; then
  sum() { shasum -a 256 "$1" | cut -d ' ' -f 1; }
else
  fail "Neither sha256sum nor shasum is there" "Install one of them: nothing is installed unchecked"
fi

FROM="${BASE%/}${VERSION:+/v$VERSION}"
WORK="$(mktemp -d)"
trap 'rm -rf "$WORK"' EXIT
trap 'exit 130' INT TERM

say "Fetching $NAME from $FROM"
fetch "$FROM/SHA256SUMS" "$WORK/SHA256SUMS" || fail "Cannot fetch $FROM/SHA256SUMS" "Check the address and the version"
WANTED="$(grep " $NAME\$" "$WORK/SHA256SUMS" | cut -d ' ' -f 1)"
[ -n "$WANTED" ] || fail "The release has no $NAME" "Run it with Deno: deno task reflexio"
fetch "$FROM/$NAME" "$WORK/reflexio" || fail "Cannot fetch $FROM/$NAME"
[ "$(sum "$WORK/reflexio")" = "$WANTED" ] || fail "The checksum of $NAME is wrong: nothing was installed" "Try again; tell the publisher if it stays so"
chmod 755 "$WORK/reflexio"
NEW="$("$WORK/reflexio" --version)" || fail "The binary does not run here: nothing was installed"

mkdir -p "$DIR"
OLD=""
if [ -x "$DIR/reflexio" ]; then OLD="$("$DIR/reflexio" --version 2>/dev/null || true)"; fi
# Renaming within the folder replaces the file at once, also while the old one runs.
cp "$WORK/reflexio" "$DIR/.reflexio.new"
mv -f "$DIR/.reflexio.new" "$DIR/reflexio"
# One that an earlier reflexio upgrade kept is no longer the one before this.
rm -f "$DIR/reflexio.old"

if [ -z "$OLD" ]; then
  say "Installed $NEW in $DIR/reflexio"
elif [ "$OLD" = "$NEW" ]; then
  say "$NEW was there already; installed it anew in $DIR/reflexio"
else
  say "Upgraded $OLD to $NEW in $DIR/reflexio"
fi

OTHER="$(command -v reflexio 2>/dev/null || true)"
if [ -n "$OTHER" ] && [ "$OTHER" != "$DIR/reflexio" ]; then
  say "Note: another reflexio comes first on the search path: $OTHER (left alone)"
fi

case ":$PATH:" in
  *":$DIR:"*) ;;
  *)
    LINE="export PATH=\"$DIR:\$PATH\""
    case "${SHELL:-}" in
      */zsh) RC="${ZDOTDIR:-$HOME}/.zshrc" ;;
      */fish) RC="$HOME/.config/fish/config.fish"; LINE="fish_add_path \"$DIR\"" ;;
      */bash) RC="$HOME/.bashrc" ;;
      *) RC="$HOME/.profile" ;;
    esac
    if [ "$MODIFY_PATH" = 1 ]; then
      mkdir -p "$(dirname "$RC")"
      grep -qsF "$LINE" "$RC" || printf '\n%s\n' "$LINE" >>"$RC"
      say "Added $DIR to the search path in $RC; it holds in new shells"
    else
      say "Hint: $DIR is not on the search path. Add it with:"
      say "  echo '$LINE' >> $RC"
    fi
    ;;
esac
say "Begin with: reflexio demo"
