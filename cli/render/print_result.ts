import type { Output } from "../output.ts";
import type { Result } from "../result.ts";
import { suggest } from "../parse/suggest.ts";
import { applyPath, dropNulls, fillTemplate, isRecord, selectFields } from "./fields.ts";
import { oneLine } from "./width.ts";

/** The text of a result for stdout, without the last line break; empty: nothing is printed. */
export function renderResult(result: Result, output: Output): string {
  const { format, template, jq, fields } = output.options;
  for (const { name, near } of misspeltFields(result.data, fields ?? [])) {
    output.warn(`No record has the field ${name}: did you mean ${near}?`);
  }
  if (template !== undefined) {
    return recordsOf(result.data).map((record) => fillTemplate(template, record)).join("\n");
  }
  if (jq !== undefined) {
    return applyPath(envelope(result, output), jq)
      .map((value) => typeof value === "string" ? value : JSON.stringify(value)).join("\n");
  }
  if (format === "json") return JSON.stringify(envelope(result, output), null, 2);
  if (format === "jsonl") {
    return recordsOf(selectFields(clean(result), output.options.fields))
      .map((record) => JSON.stringify(record)).join("\n");
  }
  if (format === "md") return markdown(selectFields(clean(result), output.options.fields));
  if (output.options.fields !== undefined) {
    return recordsOf(selectFields(clean(result), output.options.fields)).map((record) =>
      isRecord(record) ? Object.values(record).map(cell).join("\t") : cell(record)
    ).join("\n");
  }
  return result.human?.(output.screen) ?? "";
}

/** Fields that no record has while another name is near; an empty field may just be left out. */
function misspeltFields(data: unknown, fields: readonly string[]) {
  const names = new Set(recordsOf(data).filter(isRecord).flatMap((record) => Object.keys(record)));
  return fields.flatMap((name) => {
    const [first = name] = name.split(".");
    const near = names.has(first) || first === "id" ? undefined : suggest(first, names);
    return near === undefined ? [] : [{ name, near }];
  });
}

/** The data with or without its nulls. */
function clean(result: Result): unknown {
  return result.keepsNulls ? result.data : dropNulls(result.data);
}

/** The envelope of JSON mode. */
function envelope(result: Result, output: Output): Record<string, unknown> {
  return {
    ok: result.failure === undefined,
    data: selectFields(clean(result), output.options.fields) ?? null,
    ...result.meta === undefined ? {} : { meta: result.meta },
  };
}

/** The records of an answer: its list, or itself. */
function recordsOf(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data;
  return data === null || data === undefined ? [] : [data];
}

/** One cell of a text form. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  return oneLine(typeof value === "string" ? value : JSON.stringify(value));
}

/** A table for Markdown: one row a record, one column a field. */
function markdown(data: unknown): string {
  const records = recordsOf(data).filter(isRecord);
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (names.length === 0) return "";
  const row = (cells: readonly string[]) =>
    `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    row(names),
    row(names.map(() => "---")),
    ...records.map((record) => row(names.map((name) => cell(record[name])))),
  ].join("\n");
}
