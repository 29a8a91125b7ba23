import { invalid } from "../errors.ts";
import { isRecord } from "../render/fields.ts";
import { type JsonMember, type JsonNode, parseJsonText } from "./json_text.ts";

/** Where an entry stands in a settings file. */
export interface EntryPlace {
  /** The file, for messages. */
  readonly file: string;
  /** Object of the root that holds the entries. */
  readonly group: string;
  /** Name of the entry. */
  readonly name: string;
}

/** A place in a text that is replaced. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** An object with its members. */
type ObjectNode = JsonNode & { readonly members: readonly JsonMember[] };

/** How a text is laid out. */
interface Layout {
  /** One step of indentation. */
  readonly indent: string;
  /** End of a line. */
  readonly eol: string;
}

/**
 * The entry as it is, undefined when there is none.
 *
 * @throws {CliError} `validation` when the file is no JSON object: it is not ours to replace.
 */
export function readEntry(text: string | null, place: EntryPlace): unknown {
  if (text === null || text.trim() === "") return undefined;
  const group = groupOf(parseObject(text, place), place);
  return group && memberOf(group, place.name)?.node.value;
}

/**
 * The text with the entry set. Everything else stays as it is, to the last blank and comment.
 *
 * @throws {CliError} `validation` when the file is no JSON object, or the group in it is none.
 */
export function withEntry(
  text: string | null,
  place: EntryPlace,
  entry: Readonly<Record<string, unknown>>,
): string {
  if (text === null || text.trim() === "") {
    return `${JSON.stringify({ [place.group]: { [place.name]: entry } }, null, 2)}\n`;
  }
  const root = parseObject(text, place);
  const layout = layoutOf(text, root);
  const group = groupOf(root, place);
  if (group === undefined) {
    return edited(text, insertion(text, root, place.group, { [place.name]: entry }, layout));
  }
  const present = memberOf(group, place.name);
  if (present === undefined) {
    return edited(text, insertion(text, group, place.name, entry, layout));
  }
  if (JSON.stringify(present.node.value) === JSON.stringify(entry)) return text;
  const { from, to } = present.node;
  return edited(text, [{ from, to, text: print(entry, indentAt(text, present.from), layout) }]);
}

/**
 * The text without the entry, and without its group when that is empty then; null when nothing else
 * is left.
 *
 * @throws {CliError} `validation` when the file is no JSON object.
 */
export function withoutEntry(text: string | null, place: EntryPlace): string | null {
  if (text === null || text.trim() === "") return text;
  const root = parseObject(text, place);
  const group = groupOf(root, place);
  if (group === undefined || memberOf(group, place.name) === undefined) return text;
  const [holder, name] = group.members.length === 1 ? [root, place.group] : [group, place.name];
  const left = edited(text, removal(text, holder, name));
  return left.replace("\uFEFF", "").trim() === "{}" ? null : left;
}

/** The root as an object. */
function parseObject(text: string, { file }: EntryPlace): ObjectNode {
  try {
    const node = parseJsonText(text);
    if (hasMembers(node)) return node;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw invalid(`${file} is no JSON object`, "Repair it first; it was left as it is");
}

/** The object that holds the entries, undefined when there is none. */
function groupOf(root: ObjectNode, { file, group }: EntryPlace): ObjectNode | undefined {
  const node = memberOf(root, group)?.node;
  if (node === undefined || hasMembers(node)) return node;
  throw invalid(`${file}: ${group} is no object`, "Repair it first; it was left as it is");
}

/** Whether a value is an object. */
function hasMembers(node: JsonNode): node is ObjectNode {
  return isRecord(node.value) && node.members !== undefined;
}

/** The member of a name; the last one counts, as it does for JSON. */
function memberOf(node: ObjectNode, key: string): JsonMember | undefined {
  return node.members.findLast((member) => member.key === key);
}

/** The layout that a text has. */
function layoutOf(text: string, root: ObjectNode): Layout {
  const first = root.members[0];
  const indent = first === undefined ? "" : indentAt(text, first.from);
  return { indent: indent || "  ", eol: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** Blanks that the line of a place begins with; none when something else stands before the place. */
function indentAt(text: string, place: number): string {
  const line = text.slice(text.lastIndexOf("\n", place - 1) + 1, place);
  return /^[ \t]*$/.test(line) ? line : "";
}

/** Blanks that a line begins with, whatever follows. */
function lineIndent(text: string, place: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", place - 1) + 1))?.[0] ?? "";
}

/** A value as text for a place of the given indentation. */
function print(value: unknown, indent: string, { indent: step, eol }: Layout): string {
  return JSON.stringify(value, null, step).split("\n").join(eol + indent);
}

/** Puts a member behind the others of an object. */
function insertion(
  text: string,
  node: ObjectNode,
  key: string,
  value: unknown,
  layout: Layout,
): Edit[] {
  const { eol } = layout;
  const outer = lineIndent(text, node.from);
  const last = node.members.at(-1);
  const indent = (last && indentAt(text, last.from)) || outer + layout.indent;
  const line = `${eol}${indent}${JSON.stringify(key)}: ${print(value, indent, layout)}`;
  const end = node.to - 1;
  if (last === undefined) {
    const inner = text.slice(node.from + 1, end).trimEnd();
    return [{ from: node.from + 1 + inner.length, to: end, text: `${line}${eol}${outer}` }];
  }
  const tail = last.comma === undefined ? last.node.to : last.comma + 1;
  // A comment behind the last member stays on its line.
  const comment = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^]*?\*\/)?/.exec(text.slice(tail))?.[0] ?? "";
  const from = comment.trim() === "" ? tail : tail + comment.length;
  // Where the last member has a comma, ours has one: so each can be taken out again.
  const comma = last.comma === undefined ? "" : ",";
  const isClosedHere = !text.slice(from, end).includes("\n");
  return [
    ...last.comma === undefined ? [{ from: last.node.to, to: last.node.to, text: "," }] : [],
    { from, to: from, text: line + comma + (isClosedHere ? eol + outer : "") },
  ];
}

/** Takes a member out of an object, with its line and one comma. */
function removal(text: string, node: ObjectNode, key: string): Edit[] {
  const index = node.members.findLastIndex((member) => member.key === key);
  const member = node.members[index];
  if (member === undefined) return [];
  const before = text.slice(0, member.from).trimEnd().length;
  const to = member.comma === undefined ? member.node.to : member.comma + 1;
  if (node.members.length === 1) {
    const rest = text.slice(to, node.to - 1);
    return [{ from: before, to: rest.trim() === "" ? node.to - 1 : to, text: "" }];
  }
  const previous = node.members[index - 1]?.comma;
  const isLast = index === node.members.length - 1 && member.comma === undefined;
  return [
    ...isLast && previous !== undefined ? [{ from: previous, to: previous + 1, text: "" }] : [],
    { from: before, to, text: "" },
  ];
}

/** The text with edits made, given in the order of their places. */
function edited(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}
