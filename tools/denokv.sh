#!/bin/sh
# Prints the path of a denokv server: on PATH, named by DENOKV_BIN, or built before.
# With --build it is built from crates.io where it is missing (needs cargo and protoc; minutes).
set -eu
version=0.14.0
cache="${XDG_CACHE_HOME:-$HOME/.cache}/reflexio/denokv"

found=$(command -v denokv || true)
for candidate in "${DENOKV_BIN:-}" "$found" "$cache/bin/denokv"; do
  if [ -n "$candidate" ] && [ -x "$candidate" ]; then
    echo "$candidate"
    exit 0
  fi
done
if [ "${1:-}" != "--build" ]; then
  echo "denokv is missing: set DENOKV_BIN, put it on PATH, or run tools/denokv.sh --build" >&2
  exit 1
fi
command -v cargo >/dev/null || { echo "cargo is missing: install Rust, then try again" >&2; exit 1; }
CARGO_TARGET_DIR="$cache/target" cargo install denokv --version "$version" --locked --root "$cache" >&2
rm -rf "$cache/target"
echo "$cache/bin/denokv"
