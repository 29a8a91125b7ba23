/** One rule in the words of several people. */
export interface TaughtRule {
  /** A word that only this rule has, for telling clusters apart. */
  readonly sign: RegExp;
  /** The rule as people say it. */
  readonly wordings: readonly string[];
}

/** Twelve rules of a support desk and its engineers. */
export const TAUGHT_RULES: readonly TaughtRule[] = [
  {
    sign: /ticket/i,
    wordings: [
      "From now on, put the ticket number in every commit message.",
      "Please always include the ticket number in commit messages.",
      "When you write a commit message, add the ticket number.",
      "Every commit message must contain the ticket number.",
      "In commit messages, always mention the ticket number.",
    ],
  },
  {
    sign: /vat/i,
    wordings: [
      "Whenever you quote a price, include VAT.",
      "Always give prices including VAT.",
      "When quoting prices, show them with VAT included.",
      "From now on, quote all prices with VAT.",
      "Prices should always include VAT.",
    ],
  },
  {
    sign: /emoji/i,
    wordings: [
      "Please never use emojis in your answers.",
      "Don't use emojis when you answer me.",
      "No emojis in replies, please.",
      "Stop using emojis in your answers.",
      "From now on, answer without emojis.",
    ],
  },
  {
    sign: /calendar/i,
    wordings: [
      "Before you book a meeting, always check my calendar.",
      "Always check the calendar before booking a meeting.",
      "When booking meetings, check the calendar first.",
      "You should have checked the calendar before booking the meeting.",
      "Check the calendar first whenever you book a meeting.",
    ],
  },
  {
    sign: /metric/i,
    wordings: [
      "Always use metric units.",
      "Please give measurements in metric units from now on.",
      "Use metric units whenever you give a measurement.",
      "From now on, use metric units for all measurements.",
      "When you state measurements, use metric units.",
    ],
  },
  {
    sign: /source|link/i,
    wordings: [
      "When you cite a statistic, always link the source.",
      "Always add a link to the source when citing statistics.",
      "Whenever you cite a statistic, include the source link.",
      "From now on, link the source of every statistic you cite.",
      "Statistics must always come with a link to the source.",
    ],
  },
  {
    sign: /backup/i,
    wordings: [
      "Always make a backup before you run a migration.",
      "Before running a migration, make a backup.",
      "When you run a database migration, make a backup first.",
      "From now on, take a backup before every migration.",
      "You should have made a backup before running the migration.",
    ],
  },
  {
    sign: /order number/i,
    wordings: [
      "When a customer asks for a refund, ask for the order number first.",
      "Always ask for the order number before starting a refund.",
      "For refunds, ask the customer for the order number first.",
      "Whenever somebody wants a refund, ask for the order number.",
      "From now on, ask for the order number when a customer wants a refund.",
    ],
  },
  {
    sign: /table/i,
    wordings: [
      "When you compare products, use a table.",
      "Always put product comparisons in a table.",
      "Whenever you compare products, show a table.",
      "From now on, use a table when comparing products.",
      "Product comparisons should always be in a table.",
    ],
  },
  {
    sign: /24 ?- ?hour/i,
    wordings: [
      "Always write times in 24-hour format.",
      "Please use the 24-hour format for times.",
      "When you give a time, use the 24-hour format.",
      "From now on, show times in 24-hour format.",
      "Times should always be in 24-hour format.",
    ],
  },
  {
    sign: /type hints?/i,
    wordings: [
      "When you write Python code, add type hints.",
      "Always use type hints in Python code.",
      "Python code must always have type hints.",
      "From now on, add type hints to all Python code.",
      "Whenever you write Python, include type hints.",
    ],
  },
  {
    sign: /allerg/i,
    wordings: [
      "Before you suggest a recipe, ask about allergies.",
      "Always ask about allergies before suggesting recipes.",
      "When suggesting a recipe, ask about allergies first.",
      "From now on, ask about allergies before you recommend a recipe.",
      "You should have asked about allergies before suggesting a recipe.",
    ],
  },
];

/** Rules of which each is one person's own. */
export const LONE_RULES: readonly string[] = [
  "When naming boats, always pick the name of a river.",
  "Never plan anything on the day of the lantern parade.",
  "When watering orchids, use rain water only.",
  "When you draft a menu, always start with the soup.",
  "Whenever you list chess openings, sort them by popularity.",
];

/** What else people say: facts, small talk, tasks. */
export const NOISE: readonly string[] = [
  "Thanks, that was quick!",
  "Can you translate this into Dutch for me?",
  "I live in Bergen and work as a nurse.",
  "Make the title a bit larger.",
  "What is the weather like in Porto?",
  "My brother plays the cello.",
  "Could you shorten the second paragraph?",
  "I have two cats.",
  "Do I have to renew my passport before June?",
  "If I were rich I would buy a boat.",
  "Sorry, I meant the other file.",
  "The printer on the third floor is broken again.",
  "Please sort the list by date.",
];
