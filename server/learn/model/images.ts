import type { ContentPart, ImageSource } from "../../llm/mod.ts";
import type { LearnTurn } from "../learner.ts";

/** Most images of one call; the newest are taken. */
const MAX_IMAGES = 4;

/** Largest image sent by value, in characters of Base64. */
const MAX_DATA_LENGTH = 5 * 1024 * 1024;

/** First characters of the Base64 of each kind of image that every provider takes. */
const SIGNATURES: readonly (readonly [start: RegExp, mediaType: string])[] = [
  [/^iVBORw0KGg/, "image/png"],
  [/^\/9j\//, "image/jpeg"],
  [/^R0lGOD/, "image/gif"],
  [/^UklGR.{6}XRUJQ/, "image/webp"],
];

/** An image of a turn. */
export interface TurnImage {
  /** The turn. */
  readonly interactionId: number;
  /** Part of a message. */
  readonly part: ContentPart;
}

/** The newest images of the turns, oldest first; what cannot be shown is left out. */
export function imagesOf(turns: readonly LearnTurn[]): TurnImage[] {
  return turns.flatMap(({ interaction }) => {
    const source = sourceOf(interaction.interacted_image_url.trim());
    return source === null
      ? []
      : [{ interactionId: interaction.interaction_id, part: { type: "image" as const, source } }];
  }).slice(-MAX_IMAGES);
}

function sourceOf(url: string): ImageSource | null {
  if (/^https?:\/\//i.test(url)) return { kind: "url", url };
  const data = /^data:[^,]*;base64,([A-Za-z0-9+/=\s]+)$/i.exec(url)?.[1]?.replace(/\s/g, "");
  if (data === undefined || data.length > MAX_DATA_LENGTH) return null;
  // What the caller says about the type is often wrong; the bytes are not.
  const mediaType = SIGNATURES.find(([start]) => start.test(data))?.[1];
  return mediaType === undefined ? null : { kind: "base64", mediaType, data };
}
