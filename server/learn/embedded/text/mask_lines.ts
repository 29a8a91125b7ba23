/**
 * Masks that are found line by line: code, data, logs, quoted mail, documents.
 *
 * @module
 */

import type { Mask, MaskKind } from "../types.ts";
import { mayHold } from "./mask_cues.ts";
import { type Line, maskFiles } from "./mask_files.ts";
import { matchesOf } from "./matches.ts";

const FENCE = /^\s{0,3}(`{3,}|~{3,})/;
const CODE_SIGNS =
  /\{\}|\(\);|=>|==|<\/|^\s*import\b|^\s*(?:def|class|func|fn|function|public|private|const|let|var)\s|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER TABLE)\b|;\s*$|\{\s*$|^\s*\}|^\s*(?:return|if|for|while)\s?\(|\w\(.{0,80}\)\s*[;{]|\w = /g;
/** Lines that are code whatever else they hold. */
const SURE_CODE =
  /^\s*(?:(?:async )?def \w{1,60}\s?\(.{0,200}\)\s?(?:->.{1,60})?:|class \w{1,60}(?:\(.{0,80}\))?:|return [^.?!]{1,120}$|(?:from \S{1,80} )?import [\w.{} ,*]{1,120}$|(?:export )?(?:const|let|var) \w{1,60}\s?=|(?:public|private|protected) \w{1,40} \w|func \w{1,60}\(|fn \w{1,60}\(|function \w{0,60}\s?\(|elif .{1,120}:$|else:$|try:$|@\w{1,60}(?:\(.{0,80}\))?$|\$ \w|<\w{1,30}[^>]{0,200}>|FROM [\w./-]+(?::[\w.-]+)?(?: AS \w+)?$|(?:RUN|COPY|WORKDIR|ENTRYPOINT|CMD|EXPOSE|ENV) \S)/;
/** Comments in block form and rules of a style sheet. */
const STRUCTURE =
  /^\s*(?:\/\*|\*\/|<!--|\/\/ )|^\s*[.#@]?[\w-]{1,40}(?:[ ,.#:>][\w.#:> -]{0,60})?\s{0,4}\{[^}]{0,300}\}?\s{0,4}$/;
const SQL_HEAD =
  /^\s*(?:SELECT\s.{1,300}\sFROM\s|INSERT INTO\s|UPDATE\s\S{1,60}\sSET\s|DELETE FROM\s|CREATE (?:TABLE|INDEX)\s|ALTER TABLE\s)/i;
const COMMENT = /^\s*(?:#(?!#{0,3} \p{L})|\/\/|--\s|\/\*|\*\s)/u;
const HASH_COMMENT = /^\s*#\s/;
const LOG =
  /^\s*(?:\[?\d{4}-\d{2}-\d{2}[T ]\d|\[?\d{2}:\d{2}:\d{2}(?:[.,]\d+)?\]?\s+\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL)\b|\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL)\]?[\s:]|\[\s?(?:info|notice|warn|warning|error|debug|trace|fatal|critical|ok|fail|failed)\s?\]\s|(?:FEHLER|WARNUNG|ERREUR|AVERTISSEMENT|ERRO|ADVERTENCIA)(?: \S{1,12})?:\s|Traceback \(most recent|panic(?:ked)?\b.{0,20}:|thread .{1,40} panicked|\w{0,60}(?:Error|Exception): |\s+at \S{1,120}\()/;
/** `[10:02] maya: …`, `客户:…`: lines of talk between others. */
const TRANSCRIPT =
  /^\s*(?:\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]m)?\]?[ ,-]{1,3}[\p{L}\w. -]{1,24}:\s|(?:客户|客服|顾客|买家|卖家|店员|医生|病人|患者|老师|学生|记者|主持人|甲|乙|お客様?|店員|医者|先生|生徒|担当者?)(?:\d|[A-Z])?[:：])/u;
/** `Speaker A: …`, `Kundin: …`, `Q: …`: lines of talk, where several stand together. */
const PART =
  /^\s*(?:(?:speaker|person|participant|respondent|voice|sprecher(?:in)?|stimme|teilnehmer(?:in)?|hablante|persona|voz|participante|locuteur|personne|falante|pessoa)\s?(?:[A-Z]|\d{1,2})|interviewer(?:in)?|interviewee|moderator(?:in)?|host|guest|presenter|reporter|caller|agent|customer|client|patient(?:in)?|doctor|nurse|student|teacher|pupil|witness|judge|lawyer|waiter|kund(?:e|in)|berater(?:in)?|arzt|ärztin|gast|kellner(?:in)?|lehrer(?:in)?|schüler(?:in)?|moderadora?|cliente|camarer[oa]|entrevistad(?:or|ora|o|a)|paciente|médic[oa]|alumn[oa]|profesora?|invitad[oa]|journaliste|serveu(?:r|se)|médecin|élève|invitée?|garçom|alun[oa]|convidad[oa]|[QAFR])\s?(?:\([^()]{1,20}\) ?)?:\s/iu;
/** A clause of a contract or statute. */
const CLAUSE =
  /^\s*(?:§+\s*)?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s.{0,200}\b(?:shall|hereby|thereof|hereunder)\b|^\s*§+\s?\d/i;
const MAIL_HEADER =
  /^(?:From|To|Cc|Bcc|Subject|Sent|Date|Von|An|Betreff|De|Para|Asunto|À|Objet): \S/;
/** The line above a mail that somebody passes on, or above an answer that was sent by itself. */
const FORWARDED =
  /^\s*(?:[-=_]{2,}\s?(?:forwarded|original|weitergeleitete?|ursprüngliche|reenviado|transféré)\b.{0,60}|begin forwarded message:?|(?:out[- ]of[- ]office|automatic reply|auto-?reply|autoreply|abwesenheitsnotiz|automatische antwort)\b.{0,80})$/i;
/** `# CONTRIBUTING.md`: a file, by its name, above what stands in it. */
const FILE_HEAD = /^\s*#{1,3} [\w.-]{1,40}\.(?:md|mdx|mdc|txt|rst|adoc)\s*$/;
const RULE_LINE = /^\s*[-=_*]{3,}\s*$/;
/** The body of an answer that was sent by itself. */
const SENT_BY_ITSELF =
  /\b(?:thanks?(?: you)? for your (?:e-?mail|mail|message)|vielen dank für (?:ihre|deine) (?:nachricht|mail|e-mail))\b.{0,240}\b(?:out of (?:the )?office|away|on (?:\w+ )?leave|on holiday|on vacation|no access|limited access|nicht im büro|im urlaub|abwesend|keinen zugriff)\b/i;
const SALUTATION =
  /^(?:Dear|Hi|Hello|Hey|Good morning|Sehr geehrte\p{L}*|Liebe[r]?|Hallo|Estimad[oa]|Querid[oa]|Hola|Bonjour|Cher|Chère|Prezad[oa]|Olá) [\p{L}. ]{1,40},\s*$/u;
const SIGN_OFF =
  /^(?:(?:kind|best|warm) (?:regards|wishes)|regards|sincerely|yours|cheers|best|many thanks|thanks|mit freundlichen|viele grüße|saludos|cordialement|atenciosamente)[\s,.!]*$/i;
const ANNOUNCER =
  /\b(?:here(?:'s| is)|below is|this is|following is|see below|text below|(?:mail|email|e-mail|letter|text|message|article|document|draft|essay|transcript|log|review|advert|ad|report|paragraph|note|cv|bio|abstract|copy) below)\b[^\n]{0,80}$/i;
const ANNOUNCED_NOUN =
  /\b(?:e-?mail|mail|letter|text|message|article|document|draft|essay|transcript|log|review|reviews|advert|ad|report|paragraph|note|notes|cv|résumé|resume|bio|abstract|passage|statement|quote|speech|copy|post|chat|thread|story)\b[^\n]{0,40}:\s*$/i;
const READER = /\b(?:you|please|can|could|what|which|how|is)\b/i;

/** Masks of whole lines, in order of finding. */
export function maskLines(text: string): Mask[] {
  const lines = splitLines(text);
  // What takes several lines is not looked for in one.
  const isLong = lines.length > 1;
  return [
    ...fences(lines),
    ...(isLong ? indentedCode(lines) : []),
    ...bareCode(lines),
    ...(isLong ? maskFiles(text, lines) : []),
    ...data(text, lines),
    ...(isLong ? tables(lines) : []),
    ...logs(lines),
    ...runs(lines, 1, "log", ({ text: line }) => isCommit(line)),
    ...(isLong ? runs(lines, 2, "log", ({ text: line }) => hasShortHash(line)) : []),
    ...runs(lines, 1, "document", ({ text: line }) => isOfOthers(line)),
    ...(isLong ? runs(lines, 2, "document", ({ text: line }) => isPart(line)) : []),
    ...blockquotes(lines),
    ...(isLong || mayHold(text, "autoReply") ? documents(lines) : []),
  ];
}

function splitLines(text: string): Line[] {
  let at = 0;
  return text.split("\n").map((line) => {
    const start = at;
    at += line.length + 1;
    return { text: line, start, end: start + line.length };
  });
}

function span(first: Line | undefined, last: Line | undefined, kind: MaskKind): Mask[] {
  return first === undefined || last === undefined
    ? []
    : [{ start: first.start, end: last.end, kind }];
}

function fences(lines: readonly Line[]): Mask[] {
  const out: Mask[] = [];
  let open: { line: Line; mark: string } | null = null;
  for (const line of lines) {
    const mark = FENCE.exec(line.text)?.[1];
    if (mark === undefined) continue;
    if (open === null) open = { line, mark };
    else if (mark.startsWith(open.mark)) {
      out.push({ start: open.line.start, end: line.end, kind: "code" });
      open = null;
    }
  }
  if (open !== null) out.push(...span(open.line, lines.at(-1), "code"));
  return out;
}

/** Runs of lines that satisfy `test`, at least `atLeast` long. */
function runs(
  lines: readonly Line[],
  atLeast: number,
  kind: MaskKind,
  test: (line: Line, index: number) => boolean,
): Mask[] {
  const out: Mask[] = [];
  let from = -1;
  for (let index = 0; index <= lines.length; index++) {
    const line = lines[index];
    const hit = line !== undefined && test(line, index);
    if (hit && from < 0) from = index;
    if (!hit && from >= 0) {
      if (index - from >= atLeast) out.push(...span(lines[from], lines[index - 1], kind));
      from = -1;
    }
  }
  return out;
}

function indentedCode(lines: readonly Line[]): Mask[] {
  return runs(lines, 2, "code", (line) => /^(?: {4,}|\t+)\S/.test(line.text));
}

/** A sign, or an opening word, without which no line is code. */
const MAY_BE_CODE =
  /[;{}()=<>@$`]|^\s*(?:select|insert|update|delete|create|alter|class|return|import|from|export|public|private|protected|elif|else|try|run|copy|workdir|entrypoint|cmd|expose|env)\b|^\s*(?:\/\*|\*\/|\/\/ )/i;

function isCodeLine(line: string): boolean {
  return MAY_BE_CODE.test(line) &&
    (SQL_HEAD.test(line) || hasSigns(line) || SURE_CODE.test(line) || STRUCTURE.test(line) ||
      /^\s*`[^`]{2,}\(.{0,80}`/.test(line));
}

/** Two signs of code or more, one of them a bracket or the like. */
function hasSigns(line: string): boolean {
  if (!/[;{}()=<>]/.test(line)) return false;
  return new Set([...line.matchAll(CODE_SIGNS)].map((match) => match[0].trim())).size >= 2;
}

/** `0 6 * * 1   /usr/bin/report`: a command and when it is run. */
const SCHEDULED = /^\s*(?:(?:\*|\d{1,2})(?:[/,-]\d{1,2})*\s+){5}\S/;

/** Code lines, the comments next to them and a gap of one line in between. */
function bareCode(lines: readonly Line[]): Mask[] {
  const marks = lines.map(({ text }) => isCodeLine(text) || SCHEDULED.test(text));
  const masked = new Set<number>();
  marks.forEach((isCode, index) => {
    if (!isCode) return;
    masked.add(index);
    for (const step of [-1, 1]) {
      for (let at = index + step, gap = 0; at >= 0 && at < lines.length && gap <= 1; at += step) {
        const line = lines[at]?.text ?? "";
        if (COMMENT.test(line) || HASH_COMMENT.test(line) || marks[at] === true) masked.add(at);
        else gap++;
      }
    }
  });
  const shebang = lines.findIndex((line) => line.text.startsWith("#!"));
  if (shebang >= 0) lines.forEach((_, index) => index >= shebang && masked.add(index));
  return runs(lines, 1, "code", (_, index) => masked.has(index));
}

/** A formula of a spreadsheet, up to its last bracket. */
const FORMULA = /(?<![\w=])=\s?[A-Z][A-Z.]{1,14}\([^\n]{0,300}\)/g;
const INLINE_OBJECT = /\{\s{0,4}["']?\w{1,40}["']?\s?:[^{}\n]{1,400}\}/g;

function data(text: string, lines: readonly Line[]): Mask[] {
  const out: Mask[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || !/^\s*[{[]/.test(line.text)) continue;
    for (let to = Math.min(lines.length, index + 200) - 1; to >= index; to--) {
      const last = lines[to];
      if (last === undefined || !/[}\]],?\s*$/.test(last.text)) continue;
      if (!isJson(text.slice(line.start, last.end))) continue;
      out.push(...span(line, last, "data"));
      index = to;
      break;
    }
  }
  if (lines.length > 1) out.push(...settings(lines));
  for (const match of matchesOf(FORMULA, text)) {
    out.push({ start: match.index, end: match.index + match[0].length, kind: "data" });
  }
  for (const match of matchesOf(INLINE_OBJECT, text)) {
    out.push({ start: match.index, end: match.index + match[0].length, kind: "data" });
  }
  return out;
}

/** Lines of names with values, and tables of them. */
function settings(lines: readonly Line[]): Mask[] {
  const out: Mask[] = [];
  out.push(...runs(lines, 2, "data", (line) => /^\s*"[\w -]{1,60}"\s*:\s*\S/.test(line.text)));
  out.push(...runs(lines, 3, "data", (line) => /^\s*[\w.-]{1,40}\s?=\s?\S/.test(line.text)));
  out.push(
    ...runs(
      lines,
      3,
      "data",
      // What is set deeper may be a remark of many words.
      ({ text }) =>
        /^\s*-?\s?[\w-]{1,40}:(?:\s+\S{1,60}){0,6}\s*$/.test(text) ||
        /^\s+-?\s?[\w-]{1,40}:(?: \S{1,60}){1,20}\s*$/.test(text),
    ),
  );
  out.push(...nested(lines), ...configured(lines));
  out.push(...rows(lines));
  return out;
}

const BLOCK_HEAD = /^\s*-?\s?[\w-]{1,40}:\s*$/;
const BLOCK_ENTRY = /^[ \t]\s*-?\s?[\w.-]{1,40}:(?:\s.{0,200})?$/;

/** `guest:` above two indented names with values: a block of settings, however long a value is. */
function nested(lines: readonly Line[]): Mask[] {
  const isEntry = (line: Line | undefined) => BLOCK_ENTRY.test(line?.text ?? "");
  return lines.flatMap((line, index) => {
    if (!BLOCK_HEAD.test(line.text) || !isEntry(lines[index + 1])) return [];
    let last = index + 1;
    while (isEntry(lines[last + 1])) last++;
    return last > index + 1 ? span(line, lines[last], "data") : [];
  });
}

const SETTING = /^\s*-?\s?[\w.-]{1,40}:(?:\s+\S.{0,80})?$/;

/** A variable of an environment file. */
const VARIABLE = /^\s*(?:export )?[A-Z][A-Z0-9_]{1,60}=\S{0,200}\s*$/;

/** `indent_size = 2`, `[section]`: a line of a file of settings. */
const ASSIGNMENT = /^\s*(?:[\w.-]{1,40}\s?=\s?\S.{0,120}|\[[\w*.{}, "-]{1,60}\])\s*$/;
const FILE_COMMENT = /^\s*[#;]\s/;

/** Comments above settings: a file of configuration. */
function configured(lines: readonly Line[]): Mask[] {
  const isComment = (line: Line | undefined) => FILE_COMMENT.test(line?.text ?? "");
  const found = runs(
    lines,
    3,
    "data",
    (line) =>
      isComment(line) || SETTING.test(line.text) || VARIABLE.test(line.text) ||
      ASSIGNMENT.test(line.text),
  );
  return found.filter((mask) => {
    const inside = lines.filter(({ start, end }) => start >= mask.start && end <= mask.end);
    return inside.some(isComment) && inside.some((line) => !isComment(line));
  });
}

/** Lines with the same number of semicolons, two or more: a table. */
function rows(lines: readonly Line[]): Mask[] {
  const count = (line: Line | undefined) => line?.text.match(/;\S/g)?.length ?? 0;
  return runs(lines, 2, "data", (line, index) =>
    count(line) >= 2 &&
    (count(line) === count(lines[index - 1]) || count(line) === count(lines[index + 1])));
}

function isJson(piece: string): boolean {
  if (piece.length < 8 || !piece.includes('"')) return false;
  try {
    const value: unknown = JSON.parse(piece.trim().replace(/,$/, ""));
    return typeof value === "object";
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** A row of a file of values, malformed or not: two commas or more, none with a blank behind it. */
const BARE_ROW = /^[^\s,][^,\n]{0,80}(?:,(?! )[^,\n]{0,80}){2,40}$/;

function tables(lines: readonly Line[]): Mask[] {
  const out: Mask[] = runs(lines, 3, "data", (line) => BARE_ROW.test(line.text));
  for (const mark of [",", ";", "\t", "|"]) {
    const counts = lines.map((line) => line.text.split(mark).length - 1);
    out.push(...runs(lines, 3, "data", (line, index) => {
      const count = counts[index] ?? 0;
      const near = counts[index - 1] === count || counts[index + 1] === count;
      return count >= 2 && near && line.text.length < 300 &&
        (mark !== "," || !/,\s\p{L}+\s\p{L}+\s\p{L}+\s/u.test(line.text));
    }));
  }
  return out;
}

/** `3f9ac21 Fix the timeout`: a line of a version history. */
function isCommit(line: string): boolean {
  const hash = /^\s*[*|]?\s*(?:commit )?([0-9a-f]{7,40})(?:\s+\S|$)/.exec(line)?.[1] ?? "";
  return /\d/.test(hash) && /[a-f]/.test(hash);
}

/** `a81f Bump the version`: a line of a history with short names, where several stand together. */
function hasShortHash(line: string): boolean {
  return /^\s*[*|-]?\s*(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{4,40}\s+\S/.test(line);
}

function logs(lines: readonly Line[]): Mask[] {
  const out: Mask[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (!LOG.test(lines[index]?.text ?? "")) continue;
    const from = index;
    while (index + 1 < lines.length && (lines[index + 1]?.text.trim() ?? "") !== "") index++;
    out.push(...span(lines[from], lines[index], "log"));
  }
  return out;
}

function isOfOthers(line: string): boolean {
  return /[:：§]|shall|here|there/i.test(line) && (TRANSCRIPT.test(line) || CLAUSE.test(line));
}

function isPart(line: string): boolean {
  return line.includes(":") && PART.test(line);
}

function blockquotes(lines: readonly Line[]): Mask[] {
  return runs(lines, 1, "blockquote", (line) => /^\s{0,3}>/.test(line.text));
}

function documents(lines: readonly Line[]): Mask[] {
  const out: Mask[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]?.text ?? "";
    const isLast = index + 1 === lines.length;
    if (SENT_BY_ITSELF.test(line) && (isLast || !FORWARDED.test(line))) {
      out.push(...span(lines[index], lines[index], "document"));
      continue;
    }
    if (isLast) break;
    const header = MAIL_HEADER.test(line) && MAIL_HEADER.test(lines[index + 1]?.text ?? "");
    if (FORWARDED.test(line)) {
      const rule = lines.findIndex((entry, at) => at > index + 1 && RULE_LINE.test(entry.text));
      const to = rule < 0 ? documentEnd(lines, index, false) : rule;
      out.push(...span(lines[index], lines[to], "document"));
      index = to;
      continue;
    }
    const ruled = RULE_LINE.test(lines[index + 1]?.text ?? "") && /:\s*$/.test(line)
      ? lines.findIndex((entry, at) => at > index + 2 && RULE_LINE.test(entry.text))
      : -1;
    if (ruled > 0) {
      out.push(...span(lines[index + 1], lines[ruled], "document"));
      index = ruled;
      continue;
    }
    const letter = SALUTATION.test(line) && lines.length > index + 2;
    const announced = ANNOUNCER.test(line) || ANNOUNCED_NOUN.test(line) || FILE_HEAD.test(line);
    if (!header && !letter && !announced) continue;
    const from = announced && !header && !letter ? index + 1 : index;
    const to = letter ? documentEnd(lines, from, true) : quoteEnd(lines, from) ??
      documentEnd(lines, from, false);
    out.push(...span(lines[from], lines[to], "document"));
    index = to;
  }
  return out;
}

/** A document within quote marks ends where they close; null when they do not stand around it. */
function quoteEnd(lines: readonly Line[], from: number): number | null {
  if (!/^\s*["\u201c\u201e\u00ab]/.test(lines[from]?.text ?? "")) return null;
  const at = lines.findIndex((line, index) =>
    index >= from && /["\u201d\u201c\u00bb][.!?]?\s*$/.test(line.text) &&
    (index > from || line.text.trim().length > 2)
  );
  return at < 0 ? null : at;
}

/** A document ends at its sign-off, or before the last paragraph when that speaks to the reader. */
function documentEnd(lines: readonly Line[], from: number, isLetter: boolean): number {
  const signOff = isLetter
    ? lines.findIndex((line, at) => at > from && SIGN_OFF.test(line.text))
    : -1;
  if (signOff >= 0) return Math.min(signOff + 1, lines.length - 1);
  let last = lines.length - 1;
  while (last > from && (lines[last]?.text.trim() ?? "") === "") last--;
  let start = last;
  while (start > from && (lines[start - 1]?.text.trim() ?? "") !== "") start--;
  const paragraph = lines.slice(start, last + 1).map((line) => line.text).join(" ");
  const speaks = READER.test(paragraph) && start > from + 1 &&
    (lines[start - 1]?.text.trim() ?? "x") === "";
  return speaks ? start - 1 : lines.length - 1;
}
