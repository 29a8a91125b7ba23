/**
 * Rules of the languages beside English, one file each.
 *
 * @module
 */

import type { RetractRule } from "../retract_rule.ts";
import type { FactRule } from "../rule.ts";
import { DE } from "./de.ts";
import { ES } from "./es.ts";
import { FR } from "./fr.ts";
import { JA } from "./ja.ts";
import { PT } from "./pt.ts";
import { factsOfRow, type LanguageRow, retractionsOfRow } from "./rows.ts";
import { TOLD_ASIDE_RULES } from "./told_aside.ts";
import { TOLD_FAMILY } from "./told_family.ts";
import { TOLD_OFTEN } from "./told_often.ts";
import { TOLD_DE } from "./told_de.ts";
import { TOLD_ES } from "./told_es.ts";
import { TOLD_FR } from "./told_fr.ts";
import { TOLD_JA } from "./told_ja.ts";
import { TOLD_PT } from "./told_pt.ts";
import { TOLD_ZH } from "./told_zh.ts";
import { ZH } from "./zh.ts";

const ROWS: readonly LanguageRow[] = [DE, ES, FR, PT, ZH, JA];

/** Fact rules of all of them. */
export const LANGUAGE_RULES: readonly FactRule[] = [
  ...ROWS.flatMap(factsOfRow),
  ...TOLD_ASIDE_RULES,
  ...TOLD_DE,
  ...TOLD_ES,
  ...TOLD_FR,
  ...TOLD_PT,
  ...TOLD_ZH,
  ...TOLD_JA,
  ...TOLD_FAMILY,
  ...TOLD_OFTEN,
];
/** Retraction rules of all of them. */
export const LANGUAGE_RETRACTIONS: readonly RetractRule[] = ROWS.flatMap(retractionsOfRow);
