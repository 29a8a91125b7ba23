import { assertEquals } from "@std/assert";
import { assistant, learnt, user } from "../../../tests/support/learning_memory.ts";

/** What is said without an answer before it, and the rule it teaches. */
const SAID: readonly (readonly [string, string])[] = [
  [
    "In future the rehearsal plan should have the room for each slot.",
    "When making a rehearsal plan → Make sure the rehearsal plan has the room for each slot",
  ],
  [
    "As of today all orders to the sawmill need Petra in copy.",
    "When handling orders → Make sure all orders to the sawmill have Petra in copy",
  ],
  [
    "Henceforth I'd like the harvest figures by variety, not by field.",
    "When giving figures → Give the harvest figures by variety, not by field",
  ],
  [
    "Every time you book a skipper, check the licence date first.",
    "When booking a skipper → Check the licence date first",
  ],
  [
    "Each time you change a recipe, note the old quantity in brackets.",
    "When changing a recipe → Note the old quantity in brackets",
  ],
  [
    "Every time there's a frost warning, message the greenhouse team.",
    "When there is a frost warning → Message the greenhouse team",
  ],
  [
    "When you write to suppliers, leave my surname out.",
    "When writing to suppliers → Leave the user's surname out",
  ],
  [
    "When a parent asks about fees, send them the fee table and don't quote from memory.",
    "When a parent asks about fees → Send them the fee table and do not quote from memory",
  ],
  [
    "Whenever a shipment is late, give me the new date and the reason in one line.",
    "When a shipment is late → Give the user the new date and the reason in one line",
  ],
  [
    "If a customer mentions an allergy, stop and hand over to a human.",
    "When a customer mentions an allergy → Stop and hand over to a human",
  ],
  [
    "For wedding cakes, always ask how many guests before you quote.",
    "When it comes to wedding cakes → Ask how many guests before you quote",
  ],
  [
    "For anything electrical, tell me to call the electrician instead of explaining it.",
    "When it comes to anything electrical → Tell the user to call the electrician instead of explaining it",
  ],
  ["If the reading is above 8, flag it in red.", "When the reading is above 8 → Flag it in red"],
  ["When two sources disagree, show both.", "When two sources disagree → Show both"],
  [
    "Don't move rehearsals unless the conductor has agreed.",
    "Unless the conductor has agreed → Do not move rehearsals",
  ],
  [
    "Unless I say otherwise, plan with two people per van.",
    "In every answer → Plan with two people per van",
  ],
  [
    "Only order feed after I've confirmed the quantity.",
    "After the user has confirmed the quantity → Order only feed after the user has confirmed the quantity",
  ],
  [
    "Release the press text only once the lawyer has read it - that holds for all of them.",
    "After the lawyer has read it → Release the press text only once the lawyer has read it",
  ],
  [
    "Before you post anything in the club's name, show me the wording.",
    "Before posting anything in the club's name → Show the user the wording",
  ],
  [
    "Before you quote a delivery date, check the kiln calendar.",
    "Before quoting a delivery date → Check the kiln calendar",
  ],
  [
    "Ask me before ordering anything over 200.",
    "Before ordering anything over 200 → Ask the user before ordering anything over 200",
  ],
  [
    "I'd prefer it if you asked before you changed a booking.",
    "Before changing a booking → Ask before you changed a booking",
  ],
  [
    "I would love it if every stock report came with the reorder level.",
    "When writing a stock report → Make sure every stock report comes with the reorder level",
  ],
  [
    "It would help me if you could give the Latin name with each plant.",
    "When giving a Latin name → Give the Latin name with each plant",
  ],
  [
    "Could you always add the tide to the trip plan?",
    "When making a trip plan → Add the tide to the trip plan",
  ],
  [
    "I was wondering if you could put a total at the bottom whenever you make a cost table.",
    "When making a cost table → Put a total at the bottom",
  ],
  [
    "If it isn't too much to ask, I'd be grateful for a short glossary with each medical letter.",
    "When writing a medical letter → Give a short glossary with each medical letter",
  ],
  [
    "Thanks ever so much. Perhaps the next reports could start with what went wrong?",
    "When writing reports → Make sure reports start with what went wrong",
  ],
  [
    "I'd find it easier if the figures were rounded to whole euros.",
    "When giving figures → Make sure figures are rounded to whole euros",
  ],
  [
    "Would you be so kind as to address my clients by their surname from now on?",
    "When answering → Address the user's clients by their surname",
  ],
  [
    "Do you think you could leave the nutritional values out of the recipes?",
    "When writing recipes → Leave the nutritional values out of the recipes",
  ],
  [
    "Keep the bulletins under a page, our board above the altar is small.",
    "When writing bulletins → Keep the bulletins under a page",
  ],
  [
    "Keep prices out of the public calendar.",
    "When giving prices → Keep prices out of the public calendar",
  ],
  [
    "Keep the Welsh names in Welsh, don't translate them.",
    "When giving Welsh names → Keep the Welsh names in Welsh, do not translate them",
  ],
  [
    "Customer names must not appear in log messages.",
    "When giving customer names → Make sure customer names do not appear in log messages",
  ],
  [
    "Invoices shouldn't be sent on Fridays, accounting is closed.",
    "When handling invoices → Make sure invoices are not sent on Fridays",
  ],
  [
    "When you write a job ad, state the salary. When you answer an applicant, don't.",
    "When writing a job ad → State the salary",
  ],
  [
    "While the lift is broken, tell every visitor to use the ramp at the back.",
    "While the lift is broken → Tell every visitor to use the ramp at the back",
  ],
  [
    "This week only, answer all enquiries with the standard holiday text.",
    "When answering, this week → Answer all enquiries with the standard holiday text",
  ],
  [
    "WHEN I SAY DRAFT I MEAN DRAFT. DO NOT PUBLISH ANYTHING WITHOUT ME SAYING PUBLISH",
    "In every answer → Do not publish anything without the user saying publish",
  ],
  [
    "You're a treasure. Just a tiny wish: might the packing lists perhaps be in alphabetical order in future?",
    "When making packing lists → Make sure packing lists are in alphabetical order",
  ],
  [
    "Sorry to be a nuisance, but would it be possible to get the pollen count along with the weather every morning?",
    "In every answer → Give the pollen count along with the weather every morning",
  ],
  [
    "That was ever so quick. It would be a great help if you told me the floor as well whenever you give me a room number.",
    "When giving the user a room number → Tell the user the floor",
  ],
  [
    "Much obliged. I do wish the invoices showed the hours per person, if it's not too much work.",
    "When handling invoices → Make sure invoices show the hours per person",
  ],
  [
    "I'm the new verger at St Olave's. When you draft service sheets, leave a blank line between the hymns, my eyes aren't what they were.",
    "When drafting service sheets → Leave a blank line between the hymns",
  ],
  [
    "For the next two weeks answer all mails with 'reply may take longer', we're moving offices.",
    "When writing mails, for the next two weeks → Answer all mails with 'reply may take longer'",
  ],
  [
    "As long as the crane is out of service, don't accept loads over two tonnes.",
    "While the crane is out of service → Do not accept loads over two tonnes",
  ],
  [
    "Good morning. Before we go on: captions for the archive always carry the year and the photographer.",
    "When writing captions → Make sure captions for the archive always carry the year and the photographer",
  ],
  [
    "Would it be alright if you called my students by their first names? It's how we do it at our school.",
    "When answering → Call the user's students by their first names",
  ],
  [
    "Lovely work. One wee thing, and only if it's easy: page numbers on the hymn sheets would be grand, from here on.",
    "When writing sheets → Put page numbers on the hymn sheets",
  ],
  [
    "As long as Dorota is on maternity leave, put me in copy on anything that goes to her customers.",
    "While Dorota is on maternity leave → Put the user in copy on anything that goes to her customers",
  ],
  [
    "Quotes in foreign languages: original first, translation in brackets behind it. That's for everything you write for the magazine.",
    "When writing quotes in foreign languages → Follow this for quotes in foreign languages: original first, translation in brackets behind it",
  ],
  [
    "Summaries of calls: who called, what they want, by when. Nothing more.",
    "When writing summaries of calls → Follow this for summaries of calls: who called, what they want, by when",
  ],
  [
    "When you don't find a tide table for a harbour, say so instead of guessing.",
    "When the assistant does not find a tide table for a harbour → Say so instead of guessing",
  ],
  [
    "If the customer is angry, apologise once and then get to the solution.",
    "When the customer is angry → Apologise once and then get to the solution",
  ],
  [
    "The allergens go in bold on every menu card, by law.",
    "When writing a menu → Make sure the allergens go in bold on every menu card, by law",
  ],
  [
    "Any delivery above 20 pallets: ring the yard first.",
    "When it comes to delivery above 20 pallets → Ring the yard first",
  ],
  [
    "No meetings before ten, ever. I do the school run.",
    "When scheduling meetings → Do not schedule meetings before ten",
  ],
  [
    "From this point on sort the club's expenses by project, not by date.",
    "When sorting the club's expenses → Sort the club's expenses by project, not by date",
  ],
  [
    "If I paste a stack trace, point out the line that failed before you explain anything.",
    "When the user pastes a stack trace → Point out the line that failed before you explain anything",
  ],
];

/** A rule, what is said in a later conversation, and the one rule that is left. */
const LATER: readonly (readonly [string, string, string])[] = [
  [
    "Give prices in Swiss francs, always.",
    "From now on we price in euros, not francs any more.",
    "When giving prices → Price in euros, not francs",
  ],
  [
    "Put the harvest report in a table every time.",
    "I changed my mind about the harvest report, no table please, running text from now on.",
    "When writing a report → Give running text",
  ],
  [
    "Always answer in Italian.",
    "You can switch back to English for good.",
    "In every answer → Answer in English",
  ],
  [
    "Sign all letters with 'Kind regards'.",
    "Letters are now signed with 'Yours faithfully', no more 'Kind regards'.",
    "When writing letters → Make sure letters are signed with 'Yours faithfully', no more 'Kind regards'",
  ],
  [
    "Use miles for distances.",
    "Actually kilometres instead of miles from now on.",
    "When answering → Use kilometres instead of miles",
  ],
  [
    "Keep the summaries under 120 words.",
    "Summaries can be up to 200 words now.",
    "When writing summaries → Keep the summaries under 200 words",
  ],
  [
    "Send reports to Wanda every time.",
    "Wanda has left. Reports go to Igor from now on.",
    "When writing reports → Make sure reports go to Igor",
  ],
  [
    "Write dates as day/month/year.",
    "New rule from head office: dates as year-month-day from now on.",
    "When writing dates → Give dates as year-month-day",
  ],
  [
    "Never email the patients' relatives without asking me.",
    "I've said it before: no mails to relatives unless I agree.",
    "When emailing the patients → Do not email the patients' relatives without asking the user",
  ],
  [
    "Put the serial number on every quote.",
    "The serial number is missing again. It belongs on each quote.",
    "When giving a quote → Put the serial number on every quote",
  ],
  [
    "Don't use abbreviations in patient letters.",
    "Letters to patients: write words out in full, no abbreviations, as I told you.",
    "When writing patient letters → Write words out in full, no abbreviations",
  ],
  [
    "Answer in short sentences, always.",
    "Short sentences please, like I asked. Always.",
    "When answering → Answer in short sentences",
  ],
  [
    "Post the weekly menu on Mondays, every week.",
    "The menu should go out on Sundays from now on.",
    "When writing a menu → Make sure the menu goes out on Sundays",
  ],
  [
    "Use bullet points in minutes, always.",
    "Minutes as running text from now on please, no bullet points any more.",
    "When answering → Do not use bullet points",
  ],
  [
    "Please give the grid reference for each site you mention.",
    "The grid reference is missing. I want one with every site, as I said.",
    "When mentioning a site → Give the grid reference for each site you mention",
  ],
  [
    "Always round the amounts to the nearest ten.",
    "Rounding to ten is too coarse for the auditors. Round to the nearest one from now on.",
    "When giving amounts → Round to the nearest one",
  ],
  [
    "Never use the word 'cheap' in our texts.",
    "There it is again, 'cheap'. That word has no place in our texts!",
    "When writing texts → Do not use the word 'cheap' in the user's texts",
  ],
  [
    "Always CC Ingeborg on orders.",
    "Ingeborg has retired, Tarek gets the copies of orders from now on.",
    "When handling orders → Make sure Tarek gets the copies of orders",
  ],
  [
    "Give distances in nautical miles from now on.",
    "We've sold the boat, kilometres will do for distances again.",
    "When giving distances → Use kilometres for distances",
  ],
  [
    "Please spell out numbers up to twelve in my articles.",
    "Remember: numbers up to twelve are spelled out in articles.",
    "When spelling out numbers up to twelve in articles → Make sure numbers up to twelve are spelled out in articles",
  ],
];

for (const [said, rule] of SAID) {
  Deno.test(`EmbeddedLearner learns a rule from: ${said.slice(0, 70)}`, async () => {
    assertEquals((await learnt([user(said)])).rules(), [rule]);
  });
}

for (const [first, later, rule] of LATER) {
  Deno.test(`EmbeddedLearner keeps one rule after: ${later.slice(0, 70)}`, async () => {
    assertEquals((await learnt([user(first), assistant("Okay.")], [user(later)])).rules(), [rule]);
  });
}
