/**
 * Rules of other languages that speak of the same thing: a limit on the same unit, the form of address.
 *
 * @module
 */

/** A count of what an answer holds. */
const COUNTED =
  /(?<!\p{L})(?:\d+|eine?[nm]?|zwei|drei|vier|fünf|sechs|zehn|una?|dos|tres|cuatro|cinco|seis|diez|une?|deux|trois|quatre|cinq|six|dix|uma?|duas|dois|três|quatro|dez) (wörter|sätze|zeile|punkte|stichpunkte|option|vorschläge|palabra|frase|oracione|línea|punto|opcione|mot|phrase|ligne|point|option|palavra|linha|ponto|opç|sentença)\p{L}*/iu;
/** How the user is addressed. */
const ADDRESS =
  /(?<!\p{L})(?:(?:duz|siez|tutoy|tutoi|vouvoi|vouvoy|tutéa)\p{L}*|(?:du|sie) zu mir|(?:hables|háblame|trátame|trates) (?:de|con) (?:usted|tú|vos)|fal[ae] comigo|me trat[ae])(?!\p{L})|敬語|タメ口|ため口|[“"「]您/iu;

/** Answers by their name. */
const ANSWERS = /antwort|respuest|respond|répon|respost/iu;
/** Words of a limit that names nothing else, most. */
const BARE_WORDS = 5;

interface RuleText {
  readonly trigger: string | null;
  readonly content: string;
}

/** Whether the newer of two rules stands for the older: `unter 50 Wörtern` after `unter 100 Wörtern`. */
export function isOneKindAbroad(one: RuleText, other: RuleText): boolean {
  if (one.trigger !== other.trigger) return false;
  const [unit, same] = [one, other].map(({ content }) => unitOf(content));
  return unit !== null && unit === same ||
    [one, other].every(({ content }) => ADDRESS.test(content));
}

/** What a limit on every answer counts, or null. */
function unitOf(content: string): string | null {
  const isOfAnswers = ANSWERS.test(content) || content.split(" ").length <= BARE_WORDS;
  return isOfAnswers ? COUNTED.exec(content)?.[1]?.toLowerCase() ?? null : null;
}
