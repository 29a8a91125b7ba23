import type { PageName } from "../services/handlers.ts";
import { openApiDocument } from "../validate/mod.ts";
import { type Answer, jsonText } from "./answer.ts";
import { docsPage, redirectPage } from "./docs/page.ts";

/** Options of {@link Pages}. */
export interface PagesOptions {
  /** Whether the documentation says that a key is needed. */
  readonly requiresKey: boolean;
}

/** The documents for people, each made when it is first asked for. */
export class Pages {
  readonly #options: PagesOptions;
  #document: string | null = null;

  /** Makes nothing yet. */
  constructor(options: PagesOptions) {
    this.#options = options;
  }

  /** Answer of one page. */
  answer(name: PageName): Answer {
    switch (name) {
      case "openapi_json":
        return jsonText(this.#openApi());
      case "docs":
        return html(docsPage(this.#openApi(), { isInteractive: true }));
      case "redoc":
        return html(docsPage(this.#openApi(), { isInteractive: false }));
      case "docs_oauth2_redirect":
        return html(redirectPage());
    }
  }

  /** The description of the API as JSON text. */
  #openApi(): string {
    return this.#document ??= JSON.stringify(openApiDocument(this.#options));
  }
}

/** A page that may load nothing from elsewhere and call only its own server. */
function html({ text, nonce }: { readonly text: string; readonly nonce: string }): Answer {
  return {
    status: 200,
    body: text,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        `default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; ` +
        `form-action 'none'; frame-ancestors 'none'; ` +
        `style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    },
  };
}
