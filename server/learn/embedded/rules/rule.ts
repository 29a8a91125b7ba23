/**
 * The form of a fact rule. Rules are data; this is all they may say.
 *
 * @module
 */

import type { ProfileTimeToLive } from "../../../../client/contract/mod.ts";
import type { Lang, Mood } from "../types.ts";
import type { ExtentOptions } from "./values.ts";

/** Names of the value checkers. */
export type ShapeName =
  | "place"
  | "dwelling"
  | "person"
  | "job"
  | "job_place"
  | "food"
  | "condition"
  | "access"
  | "language"
  | "animal"
  | "hives"
  | "healing"
  | "newborn"
  | "days_of_the_week"
  | "own_business"
  | "exam_passed"
  | "job_house"
  | "product"
  | "money"
  | "time"
  | "taste"
  | "action"
  | "free"
  | "timezone"
  | "age"
  | "business"
  | "workplace"
  | "degree"
  | "relation"
  | "children"
  | "partner"
  | "marital"
  | "pet_name"
  | "pet_only"
  | "participle"
  | "experience"
  | "doing_for"
  | "skill_word"
  | "bad_at"
  | "occupation_state"
  | "allergen"
  | "allergen_strict"
  | "health"
  | "body_state"
  | "body_condition"
  | "body_part"
  | "aid"
  | "device"
  | "durable"
  | "version"
  | "tool"
  | "editor"
  | "days"
  | "project"
  | "habit"
  | "not_able"
  | "goal"
  | "channel"
  | "restraint"
  | "gerund"
  | "recurring"
  | "owned"
  | "life_action"
  | "statement_about"
  | "known_tool"
  | "busy_days"
  | "weekdays"
  | "whereabouts"
  | "device_noun"
  | "tech_noun"
  | "short"
  | "foreign_job"
  | "foreign_trade"
  | "foreign_place"
  | "foreign_name"
  | "foreign_thing"
  | "foreign_diet"
  | "foreign_pet"
  | "style"
  | "deploy"
  | "device_of"
  | "long_doing"
  | "make"
  | "trade_object"
  | "medicine"
  | "membership"
  | "size"
  | "living_change"
  | "lackable"
  | "played"
  | "group"
  | "workday"
  | "way_to_work"
  | "pastime"
  | "calls"
  | "absent"
  | "time_or_date"
  | "money_strict"
  | "activity_days"
  | "verb_time"
  | "daypart"
  | "chronotype"
  | "unit"
  | "diet"
  | "condition_person"
  | "bad_part"
  | "passing_state"
  | "passing_aid"
  | "repair_place"
  | "no_tool"
  | "own_thing"
  | "small_age"
  | "school_year"
  | "named_tool"
  | "recurring_days"
  | "years_in"
  | "observance"
  | "own_premises"
  | "located"
  | "premises_at"
  | "named_place"
  | "own_children"
  | "household_children"
  | "household_count"
  | "few_count"
  | "child_ages"
  | "school_start"
  | "stack"
  | "built_as"
  | "leaning"
  | "system_noun"
  | "records"
  | "system"
  | "system_dated"
  | "fiscal_year"
  | "in_months"
  | "organisation"
  | "headcount"
  | "currency"
  | "work_vehicle"
  | "service"
  | "job_alone"
  | "given_job"
  | "trade_aside"
  | "foreign_workplace"
  | "foreign_vehicle"
  | "foreign_service"
  | "foreign_training"
  | "foreign_business"
  | "foreign_children"
  | "foreign_child"
  | "foreign_age"
  | "foreign_intolerance"
  | "foreign_impaired"
  | "foreign_condition"
  | "foreign_tools"
  | "year_old"
  | "ability_limit"
  | "speech_trouble"
  | "motion_sick"
  | "body_part_or_organ"
  | "operation"
  | "side"
  | "language_grade"
  | "foreign_animal"
  | "foreign_handed"
  | "trade_phrase"
  | "doing_since"
  | "third_person_phrase"
  | "duty"
  | "firm_does"
  | "org_noun"
  | "classes"
  | "business_or_premises"
  | "job_of"
  | "trade_or_teach"
  | "org_named"
  | "org_since"
  | "counter"
  | "workplace_noun"
  | "committee"
  | "school_place"
  | "exam"
  | "recurring_action"
  | "spare_time"
  | "zeal_noun"
  | "pursuit"
  | "a_lot"
  | "lifestyle"
  | "fuel"
  | "payment"
  | "lasting_state"
  | "own_stuff"
  | "part_complaint"
  | "owned_list"
  | "way_taken"
  | "count"
  | "break_noun"
  | "paper"
  | "han_aid"
  | "han_driven"
  | "ja_aid"
  | "ja_clause"
  | "foreign_aid"
  | "foreign_own"
  | "foreign_driven"
  | "everything_by"
  | "manner"
  | "visitors"
  | "place_since"
  | "with_article"
  | "trait_noun"
  | "away_word"
  | "daily_verb"
  | "verb_phrase"
  | "pursuit_any"
  | "kept_book"
  | "shops"
  | "told_clause"
  | "han_town"
  | "shift_verb"
  | "clean_noun"
  | "period"
  | "foreign_town"
  | "foreign_duty"
  | "foreign_head"
  | "foreign_field"
  | "foreign_bears"
  | "foreign_hour"
  | "foreign_hour_at"
  | "foreign_years_list"
  | "han_daypart"
  | "han_subject"
  | "ja_trade"
  | "ja_hour"
  | "group_end"
  | "money_named"
  | "role_at"
  | "own_make"
  | "counted"
  | "num_years"
  | "participle_since"
  | "with_at"
  | "animal_does"
  | "tour_verb"
  | "tour_in"
  | "height"
  | "clock_lead"
  | "long_leave"
  | "nearly_word"
  | "age_words"
  | "activity"
  | "recurring_clock"
  | "level_word"
  | "taken_daily"
  | "may_have"
  | "our_group"
  | "addressed_as"
  | "org_of_one"
  | "foreign_phrase"
  | "foreign_courses"
  | "foreign_premises"
  | "foreign_dwelling"
  | "foreign_fold"
  | "foreign_count"
  | "foreign_relative"
  | "foreign_years"
  | "foreign_animal_noun"
  | "foreign_intolerant"
  | "foreign_health"
  | "foreign_impaired_latin"
  | "foreign_medicine"
  | "foreign_where"
  | "foreign_part"
  | "foreign_does"
  | "foreign_short"
  | "foreign_played"
  | "foreign_sport"
  | "foreign_each"
  | "foreign_time"
  | "foreign_days"
  | "foreign_money"
  | "foreign_language"
  | "foreign_make"
  | "foreign_goal"
  | "foreign_food"
  | "han_phrase"
  | "han_place"
  | "han_shop"
  | "han_dwelling"
  | "han_children"
  | "han_child"
  | "han_count"
  | "han_pet"
  | "han_illness"
  | "han_eat"
  | "han_food"
  | "han_allergen"
  | "han_each"
  | "han_days"
  | "han_tongue"
  | "han_tongue_or_art"
  | "han_goal"
  | "ja_phrase"
  | "ja_place"
  | "ja_shop"
  | "ja_children"
  | "ja_child"
  | "ja_count"
  | "ja_illness"
  | "ja_days"
  | "ja_tongue"
  | "clock"
  | "own_home_or_shop"
  | "looked_after"
  | "child_rank"
  | "adopted_child"
  | "herd"
  | "implant"
  | "never_at"
  | "shifts"
  | "age_month"
  | "tongue"
  | "whereabouts_any"
  | "colour_noun"
  | "picky"
  | "bare_noun"
  | "inhabitant"
  | "room"
  | "event_planned"
  | "planned_for"
  | "record_place"
  | "make_model"
  | "sleep_way"
  | "languages_by_place"
  | "level_code"
  | "open_times"
  | "age_decade"
  | "plain_act"
  | "way_of_life"
  | "job_plural"
  | "place_of_ones_own"
  | "sharers_of_home"
  | "one_relative"
  | "kind_of_day"
  | "day_name"
  | "returning_days"
  | "hour_named"
  | "food_phrase"
  | "lost_ability"
  | "counter_place"
  | "year_count"
  | "share_of_week"
  | "craft"
  | "parent_word"
  | "birth_time"
  | "relative_state"
  | "before_after"
  | "glasses"
  | "colour_pair"
  | "stick"
  | "afloat"
  | "craft_gerund"
  | "any";

/** How the items of a slot are told apart. `one`: only one current value. */
export type KeyKind = "one" | "value" | "domain" | "subject" | "kind";

/** A rule that turns one clause into a profile. */
export interface FactRule {
  /** Never reused. */
  readonly id: string;
  readonly lang: Lang;
  readonly slot: string;
  /** Cues in the language of `pattern.ts`; earlier rules win. */
  readonly cue: readonly string[];
  /** Sentence with `{v}`, `{a}`, `{b}` and `{time}`. */
  readonly template: string;
  /** Checker per value name; `v` when only one is given. */
  readonly shape: ShapeName;
  /** Checker of `{a}`. @default the one of tastes, else any content word */
  readonly aShape?: ShapeName;
  readonly ttl: ProfileTimeToLive;
  /** Confidence before adjustments, 0–100. */
  readonly base: number;
  readonly key: KeyKind;
  readonly extent?: ExtentOptions;
  /** Sequences at the cue that take it back (idioms). */
  readonly block?: readonly string[];
  /** Silent moods in which the rule still counts. */
  readonly moods?: readonly Mood[];
  /** Only with a limiting time cue. */
  readonly needsLimit?: boolean;
  /** Not with a limiting time cue. */
  readonly noLimit?: boolean;
  /** The clause says that a value changed. */
  readonly change?: boolean;
  /** The match removes values of the slot instead of adding one. */
  readonly retracts?: boolean;
  /** Shares its cue words with other rules (two facts in one clause). */
  readonly shares?: boolean;
  /** The value is a verb phrase: first word in third person. */
  readonly conjugate?: boolean;
}

/** What the rules of one slot have in common. */
export type RuleDefaults = Pick<FactRule, "lang" | "slot" | "shape" | "ttl" | "base" | "key">;

/** Fills the defaults of a slot into its rules; ids become `lang.slot.name`. */
export function slotRules(
  defaults: RuleDefaults,
  rules: readonly (Partial<Omit<FactRule, "id" | "lang">> & {
    readonly name: string;
    readonly cue: readonly string[];
    readonly template: string;
  })[],
): FactRule[] {
  return rules.map(({ name, ...rule }) => ({
    ...defaults,
    ...rule,
    id: `${defaults.lang}.${defaults.slot}.${name}`,
  }));
}

/** The rules of one room, by when they are tried. */
export interface RuleRoom {
  /** Before those of every room: they read more of the same words. */
  readonly first?: readonly FactRule[];
  readonly main?: readonly FactRule[];
  /** After those of every room: they take what the others leave. */
  readonly last?: readonly FactRule[];
}

/** All rules of some rooms in the order in which they are tried. */
export function inOrder(rooms: readonly RuleRoom[]): FactRule[] {
  return [
    ...rooms.flatMap((room) => room.first ?? []),
    ...rooms.flatMap((room) => room.main ?? []),
    ...rooms.flatMap((room) => room.last ?? []),
  ];
}
