/** What a snippet calls. */
export interface SnippetInput {
  /** HTTP method. */
  readonly method: string;
  /** Absolute path. */
  readonly path: string;
  /** A body that works, undefined when none is taken. */
  readonly body: unknown;
}

/** Stands for the address of the server until the page fills it in. */
export const SERVER_PLACEHOLDER = "http://127.0.0.1:8081";

/** The call as a shell command. */
export function curlSnippet({ method, path, body }: SnippetInput): string {
  const url = `${SERVER_PLACEHOLDER}${path}`;
  const option = method === "GET" ? "" : ` -X ${method}`;
  if (body === undefined) return `curl${option} ${url}`;
  const json = JSON.stringify(body, null, 2).replaceAll("'", "'\\''");
  return `curl${option} ${url} \\\n  -H 'Content-Type: application/json' \\\n  -d '${json}'`;
}

/** The call as TypeScript that runs in Deno, Node, Bun and browsers. */
export function typescriptSnippet({ method, path, body }: SnippetInput): string {
  const url = JSON.stringify(`${SERVER_PLACEHOLDER}${path}`);
  if (method === "GET") {
    return `const response = await fetch(${url});\nconsole.log(await response.json());`;
  }
  const lines = [`  method: "${method}",`];
  if (body !== undefined) {
    const json = JSON.stringify(body, null, 2).replaceAll("\n", "\n  ");
    lines.push(`  headers: { "Content-Type": "application/json" },`);
    lines.push(`  body: JSON.stringify(${json}),`);
  }
  return `const response = await fetch(${url}, {\n${
    lines.join("\n")
  }\n});\nconsole.log(await response.json());`;
}
