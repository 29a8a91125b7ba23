import { maskInjected } from "../embedded/guards/injected.ts";
import { isHarmfulRule, isSensitive } from "../embedded/guards/secrets.ts";

/** Stands for what a host or this system put into a turn. */
const INJECTED_MARK = "(text added by the host left out)";

/** A turn's text without what a host or this system put into it. */
export function withoutInjected(text: string): string {
  const masks = maskInjected(text).toSorted((a, b) => a.start - b.start);
  let kept = "";
  let at = 0;
  for (const { start, end } of masks) {
    if (end <= at) continue;
    if (start >= at) kept += text.slice(at, start) + INJECTED_MARK;
    at = end;
  }
  return kept + text.slice(at);
}

/** Why a fact must not be stored, null when it may. `evidence` is what it was learnt from. */
export function refusedFact(content: string, evidence: string): string | null {
  return isSensitive(content, `${content}\n${evidence}`) ? "sensitive" : null;
}

/** Why a rule must not be stored, null when it may. */
export function refusedRule(
  rule: { readonly trigger: string | null; readonly content: string },
  evidence: string,
): string | null {
  const text = `${rule.trigger ?? ""}\n${rule.content}`;
  return isHarmfulRule(text) ? "harmful" : refusedFact(text, evidence);
}
