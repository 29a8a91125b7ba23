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
  local line=\${COMP_LINE:0:COMP_POINT} word head i
  local -a words=()
  COMPREPLY=()
  # Bash cuts words at "=" and ":" too; what no space parts is one word.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    ((i == COMP_CWORD)) && word=\${line#"\${line%%[![:space:]]*}"}
    if ((i == 0)) || [[ $line == [[:space:]]* || -z $line ]]; then
      words+=("$word")
    else
      words[\${#words[@]} - 1]+=$word
    fi
    line=\${line#"\${line%%[![:space:]]*}"}
    line=\${line#"$word"}
  done
  head=\${words[\${#words[@]} - 1]}
  [[ $word == [=:] ]] || head=\${head%"$word"}
  while IFS=$'\\t' read -r word _; do
    if [[ $word == :files ]]; then
      compopt -o default 2>/dev/null && return
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
      return
    fi
    COMPREPLY+=("\${word#"$head"}")
  done < <(reflexio __complete -- "\${words[@]:1}" 2>/dev/null)
}
complete -F _reflexio reflexio
`,
  zsh: `#compdef reflexio
_reflexio() {
  local -a candidates
  local word about
  while IFS=$'\\t' read -r word about; do
    if [[ $word == :files ]]; then
      compset -P '--*='
      _files
      return
    fi
    candidates+=("\${word//:/\\\\:}:$about")
  done < <(reflexio __complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  _describe 'reflexio' candidates
}
if [[ \${funcstack[1]} == _reflexio ]]; then
  _reflexio "$@"
else
  (( \${+functions[compdef]} )) || { autoload -Uz compinit && compinit -i }
  compdef _reflexio reflexio
fi
`,
  fish: `# fish completion of reflexio
function __reflexio_complete
  set -l typed (commandline -ct)
  set -l words (commandline -opc) $typed
  test (count $typed) -eq 0; and set -a words ""
  for line in (reflexio __complete -- $words[2..-1] 2>/dev/null)
    if test "$line" = ":files"
      set -l head (string match -r -- '^--[^=]*=' $typed)
      for path in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' $typed))
        echo "$head$path"
      end
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
