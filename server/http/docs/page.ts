/** A page and the nonce that its inline style and script carry. */
export interface Page {
  /** HTML text. */
  readonly text: string;
  /** Random text for the content security policy. */
  readonly nonce: string;
}

/** Options of {@link docsPage}. */
export interface DocsPageOptions {
  /** Whether calls can be made from the page. */
  readonly isInteractive: boolean;
}

/** The documentation page for a description of the API. */
export function docsPage(document: string, options: DocsPageOptions): Page {
  return { text: document.slice(0, options.isInteractive ? 1 : 2), nonce: "" };
}

/** The page behind a sign-in of the documentation. */
export function redirectPage(): Page {
  return { text: "", nonce: "" };
}
