/**
 * Whether a told unit is about somebody outside the user's household, in English.
 *
 * @module
 */

import { JOBS } from "../lexicon/people.ts";
import { wordSet } from "../lexicon/words.ts";

/** Who is spoken of by their part in the user's life, and lives a life of their own. */
const OUTSIDERS = wordSet(`
boss manager supervisor colleague colleagues coworker co-worker teammate client clients customer customers guest guests patient patients tenant tenants landlord landlady
neighbour neighbours neighbor neighbors friend friends mate mates buddy pal ex professor tutor mentor student students pupil pupils trainee trainees intern interns apprentice newcomer recruit hire
cousin uncle aunt niece nephew nephews in-laws godson goddaughter bride groom supplier suppliers vendor contractor visitor visitors caller penpal author owner
volunteer volunteers director ceo cto cfo chairman chairwoman chair president treasurer bandmate classmate lodger couple guy lady bloke
`);

/** What says something of such a person: how they are, what they have, like, use. */
const SAYS_OF =
  /^(?:is|are|'s|was|has|have|had|can|cannot|will|would|does|do|did|likes?|loves?|hates?|prefers?|wants?|needs?|uses?|works?|lives?|keeps?|speaks?|drives?|plays?|eats?|drinks?|takes?|owns?|runs?|moved|married|got|started|stopped|came|left|bought|collects?|studies|swears|goes|wears?|writes?|reads?)$/;

/** Who speaks takes part: `my boss wants me to …`, `a friend lends us his van`. */
const BINDS = /^(?:i|me|we|us|mine|ours|myself)$/;
const LEAST_WORDS = 4;
const REACH = 6;

/** Whether the folded words tell of an outsider and of nobody else. */
export function isOfOutsider(folds: readonly string[]): boolean {
  if (!/^(?:my|our|a|an|the|one|another)$/.test(folds[0] ?? "") || folds.length < LEAST_WORDS) {
    return false;
  }
  let at = 1;
  while (at < REACH && !isOutsider(folds[at] ?? "")) {
    // `my boat is …`: the subject ends before anybody is named.
    if (/^(?:is|are|has|have|was|,|and|who|that|with|for|to|in|on)$/.test(folds[at] ?? ",")) {
      return false;
    }
    at++;
  }
  if (at >= REACH) return false;
  // `a patient of mine`, `our trainee in the workshop`.
  let verb = at + 1;
  if (folds[verb] === "of" && /^(?:mine|ours)$/.test(folds[verb + 1] ?? "")) verb += 2;
  while (
    verb < at + REACH &&
    /^(?:just|also|always|never|only|really|still|now|recently|not)$/.test(folds[verb] ?? "")
  ) {
    verb++;
  }
  return SAYS_OF.test(folds[verb] ?? "") && !folds.slice(verb).some((fold) => BINDS.test(fold));
}

function isOutsider(fold: string): boolean {
  return OUTSIDERS.has(fold) || JOBS.has(fold) || JOBS.has(fold.replace(/s$/, ""));
}
