/** What a person needs to know when a server is up. */
export interface StartFacts {
  /** Version of the server. */
  readonly version: string;
  /** Base URL. */
  readonly url: string;
  /** Where the data are, in words. */
  readonly data: string;
  /** Which learner reads the conversations, in words. */
  readonly learner: string;
}

/** A path with the home folder shortened to `~`. */
export function shortenHome(path: string, home: string | undefined): string {
  return home && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

/** The block printed at start: at most 80 columns unless a path is longer. */
export function startBlock(facts: StartFacts, options: { readonly color: boolean }): string {
  const paint = (code: number, text: string) =>
    options.color ? `\u001b[${code}m${text}\u001b[0m` : text;
  const row = (label: string, value: string) => `  ${paint(2, label.padEnd(8))} ${value}`;
  return [
    "",
    `  ${paint(1, "Reflexio")} ${paint(2, facts.version)}`,
    "",
    row("API", paint(36, facts.url)),
    row("Docs", `${facts.url}/docs`),
    row("Data", facts.data),
    row("Learner", facts.learner),
    "",
    `  ${paint(2, "Stop with Ctrl-C")}`,
    "",
  ].join("\n");
}
