import { isObject } from "./containers.ts";
import type { AnySchema, Schema } from "./schema.ts";

/** Longest text that is kept, characters; longer ones are rare and written anew. */
const MAX_KEPT_LENGTH = 16_384;

/** JSON text of a value as its schema writes it. */
export function textOf(schema: AnySchema, value: unknown, keepsNulls: boolean): string {
  if (schema.text !== undefined) return schema.text(value, keepsNulls);
  return JSON.stringify(schema.write === null ? value : schema.write(value, keepsNulls));
}

/**
 * A schema whose values are written once: an object that comes again, the same and unchanged, has
 * the text it had. For objects that their owner keeps; a text is kept no longer than its object.
 */
export function keptText<Out>(schema: Schema<Out>): Schema<Out> {
  const withNulls = new WeakMap<object, string>();
  const withoutNulls = new WeakMap<object, string>();
  return {
    ...schema,
    text: (value, keepsNulls) => {
      if (!isObject(value)) return textOf(schema, value, keepsNulls);
      const texts = keepsNulls ? withNulls : withoutNulls;
      const known = texts.get(value);
      if (known !== undefined) return known;
      const text = textOf(schema, value, keepsNulls);
      if (text.length <= MAX_KEPT_LENGTH) texts.set(value, text);
      return text;
    },
  };
}
