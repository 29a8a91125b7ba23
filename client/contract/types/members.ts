/**
 * An object that gives each name its value on the wire: the same word in lower case.
 *
 * @param names Names in upper case.
 */
export function membersOf<const N extends string>(
  ...names: readonly N[]
): { readonly [K in N]: Lowercase<K> } {
  return Object.fromEntries(names.map((name) => [name, name.toLowerCase()])) as {
    [K in N]: Lowercase<K>;
  };
}
