/** Shells with completions. */
export type Shell = "bash" | "zsh" | "fish" | "pwsh";

/**
 * Scripts that ask the program itself what may follow (`reflexio __complete -- WORDS`), so that they
 * never grow old. An answer is one candidate a line, `WORD<tab>ABOUT`; the line `:files` asks for
 * the shell's own completion of files.
 */
export const COMPLETION_SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# bash completion of reflexio
_reflexio() {
  local word
  COMPREPLY=()
  while IFS=$'\\t' read -r word _; do
    if [[ $word == :files ]]; then
      mapfile -t COMPREPLY < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
      compopt -o filenames 2>/dev/null
      return
    fi
    COMPREPLY+=("$word")
  done < <(reflexio __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _reflexio reflexio
`,
  zsh: `#compdef reflexio
_reflexio() {
  local -a candidates
  local word about
  while IFS=$'\\t' read -r word about; do
    if [[ $word == :files ]]; then
      _files
      return
    fi
    candidates+=("\${word//:/\\\\:}:$about")
  done < <(reflexio __complete -- "\${words[@]:1:$((CURRENT - 1))}" 2>/dev/null)
  _describe 'reflexio' candidates
}
if [[ \${funcstack[1]} == _reflexio ]]; then
  _reflexio "$@"
else
  compdef _reflexio reflexio
fi
`,
  fish: `# fish completion of reflexio
function __reflexio_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in (reflexio __complete -- $words[2..-1] 2>/dev/null)
    if test "$line" = ":files"
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c reflexio -f -a "(__reflexio_complete)"
`,
  pwsh: `# PowerShell completion of reflexio
Register-ArgumentCompleter -Native -CommandName reflexio -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  if ($wordToComplete -eq '') { $words += '' }
  reflexio __complete -- @words 2>$null | ForEach-Object {
    $word, $about = $_ -split "\`t", 2
    if ($word -ne ':files') {
      if (-not $about) { $about = $word }
      [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
    }
  }
}
`,
};
