import { CONTEXT_HEADINGS } from "./constants.ts";

/** First line of a system message that carries a context text; the adapters put it there. */
export const CONTEXT_MARKER =
  "Learned by Reflexio from earlier conversations (background knowledge, not a request):";

/**
 * Whether `text` holds a context text of this system: the marker, or a section heading on a line of
 * its own that is followed by a bullet.
 *
 * @param text Any text, such as one turn of a conversation.
 */
export function isContextText(text: string): boolean {
  return text.includes(CONTEXT_MARKER) ||
    Object.values(CONTEXT_HEADINGS).some((heading) =>
      text.startsWith(`${heading}\n- `) || text.includes(`\n${heading}\n- `)
    );
}
