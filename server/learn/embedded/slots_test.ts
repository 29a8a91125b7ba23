import { assertEquals } from "@std/assert";
import { learnt, user } from "../../../tests/support/learning_memory.ts";

interface SlotRow {
  readonly slot: string;
  /** Sentence of the user → whole rendered profile. */
  readonly yes: readonly (readonly [string, string])[];
  /** Sentences that teach nothing. */
  readonly no: readonly string[];
}

const SLOTS: readonly SlotRow[] = [
  {
    slot: "name",
    yes: [["My name is Ewa Zielinska.", "Is called Ewa Zielinska"], [
      "People call me Bo.",
      "Is called Bo",
    ]],
    no: ["My name is on the list.", "Call me back at noon."],
  },
  {
    slot: "pronouns",
    yes: [["My pronouns are she/her.", "Uses the pronouns she/her"], [
      "I use they/them.",
      "Uses the pronouns they/them",
    ]],
    no: ["What are your pronouns?", "Pronouns are hard in Finnish."],
  },
  {
    slot: "age",
    yes: [["I'm 47 years old.", "Is 47 years old"], ["I turned 61.", "Is 61 years old"]],
    no: ["I'm 5 years old at heart.", "My car is 30 years old."],
  },
  {
    slot: "birthday",
    yes: [["My birthday is 3 May.", "Has their birthday on 3 May"], [
      "I was born on 12 August.",
      "Has their birthday on 12 August",
    ]],
    no: ["When is your birthday?", "My birthday is soon."],
  },
  {
    slot: "place.home",
    yes: [["I live in Kaunas.", "Lives in Kaunas"], [
      "We're based in Aveiro.",
      "Is based in Aveiro",
    ]],
    no: ["I live in fear of spreadsheets.", "My sister lives in Kaunas."],
  },
  {
    slot: "place.origin",
    yes: [["I come from Tbilisi.", "Comes from Tbilisi"], [
      "I'm originally from Cebu.",
      "Comes from Cebu",
    ]],
    no: ["The cheese comes from Tbilisi.", "I'm from the old school."],
  },
  {
    slot: "place.now",
    yes: [["This week I'm in Narvik.", "Is in Narvik this week"], [
      "I'm staying in Bari until Sunday.",
      "Is in Bari until Sunday",
    ]],
    no: ["I'm in Narvik.", "The office is in Bari this week."],
  },
  {
    slot: "travel.plan",
    yes: [["I'm flying to Oaxaca next month.", "Travels to Oaxaca next month"], [
      "We're travelling to Cork this weekend.",
      "Travels to Cork this weekend",
    ]],
    no: ["I'm going to try again.", "Is anyone flying to Oaxaca?"],
  },
  {
    slot: "timezone",
    yes: [["I'm on CET.", "Is in the time zone CET"], [
      "My time zone is UTC+9.",
      "Is in the time zone UTC+9",
    ]],
    no: ["What time zone is Lima in?", "I'm on time."],
  },
  {
    slot: "job",
    yes: [["I work as a glazier.", "Works as a glazier"], [
      "I teach maths at a night school.",
      "Teaches maths at a night school",
    ]],
    no: ["I'm a mess today.", "My uncle is a glazier."],
  },
  {
    slot: "employer",
    yes: [["I work for Norvik Shipping.", "Works for Norvik Shipping"], [
      "I work at a hospice.",
      "Works at a hospice",
    ]],
    no: ["This does not work for me.", "It works at night."],
  },
  {
    slot: "team",
    yes: [["I lead the payments team.", "Leads the payments team"], [
      "I'm on the design team.",
      "Is in design",
    ]],
    no: ["Who leads the payments team?", "The road leads to Rome."],
  },
  {
    slot: "field",
    yes: [["I work in logistics.", "Works in logistics"], [
      "My field is seismology.",
      "Works in seismology",
    ]],
    no: ["We work in pairs.", "Does anyone work in logistics?"],
  },
  {
    slot: "studies",
    yes: [["I study marine biology.", "Studies marine biology"], [
      "I'm studying law.",
      "Studies law",
    ]],
    no: ["Where can one study law?", "My son studies law."],
  },
  {
    slot: "family",
    yes: [["We have two daughters.", "Has two daughters"], [
      "I have three kids.",
      "Has three kids",
    ]],
    no: ["Do you have kids?", "My neighbour has two daughters."],
  },
  {
    slot: "partner",
    yes: [["My husband and I need a table.", "Has a husband"], ["I'm married.", "Is married"]],
    no: ["Is the actor married?", "Her husband and I met."],
  },
  {
    slot: "care_duty",
    yes: [["I care for my uncle.", "Cares for their uncle"], [
      "I look after my grandmother.",
      "Cares for their grandmother",
    ]],
    no: ["Take care of the invoice.", "Who cares?"],
  },
  {
    slot: "pet",
    yes: [["We have a tortoise.", "Has a tortoise"], [
      "My cat is called Olive.",
      "Has a cat called Olive",
    ]],
    no: ["Do you like cats?", "My friend has a tortoise."],
  },
  {
    slot: "language.speaks",
    yes: [["I speak Catalan.", "Speaks Catalan"], [
      "My native language is Wolof.",
      "Native language is Wolof",
    ]],
    no: ["Do they speak Catalan there?", "I speak to customers."],
  },
  {
    slot: "diet",
    yes: [["I'm pescatarian.", "Is pescatarian"], ["We keep halal.", "Is halal"]],
    no: ["Are figs vegan?", "The soup is vegan."],
  },
  {
    slot: "diet.avoid",
    yes: [["I don't eat aubergine.", "Does not eat aubergine"], [
      "We never eat veal.",
      "Does not eat veal",
    ]],
    no: ["Don't eat that.", "Why do rabbits not eat meat?"],
  },
  {
    slot: "allergy",
    yes: [["I'm allergic to mustard.", "Is allergic to mustard"], [
      "I have a sesame allergy.",
      "Is allergic to sesame",
    ]],
    no: ["Is he allergic to mustard?", "I'm allergic to Mondays."],
  },
  {
    slot: "health",
    yes: [["I have asthma.", "Has asthma"], ["I'm diabetic.", "Is diabetic"]],
    no: ["I have a question.", "Does my cat have asthma?"],
  },
  {
    slot: "access",
    yes: [["I'm dyslexic.", "Is dyslexic"], ["I use a screen reader.", "Uses a screen reader"]],
    no: ["Is the door wheelchair friendly?", "Love is blind."],
  },
  {
    slot: "device",
    yes: [["I have a Brompton bike.", "Uses a Brompton bike"], [
      "My laptop is a Framework 13.",
      "Uses a Framework 13 as laptop",
    ]],
    no: ["I have a new phone problem.", "Which laptop is best?"],
  },
  {
    slot: "tool.editor",
    yes: [["I write everything in emacs.", "Uses emacs as editor"], [
      "My editor is helix.",
      "Uses helix as editor",
    ]],
    no: ["Who invented emacs?", "I write letters in bed."],
  },
  {
    slot: "tool.stack",
    yes: [["We use Grafana.", "Uses Grafana"], [
      "Our backend is written in kotlin.",
      "Uses kotlin for backend",
    ]],
    no: ["Should we use Grafana?", "We use the stairs."],
  },
  {
    slot: "tool.version",
    yes: [["We're on Python 3.12.", "Uses Python 3.12"], ["We run Django 5.", "Uses Django 5"]],
    no: ["Is Python 3.12 out?", "We are on floor 3."],
  },
  {
    slot: "infra",
    yes: [["We deploy to Fly.io.", "Deploys to Fly.io"], [
      "We deploy with Ansible.",
      "Deploys with Ansible",
    ]],
    no: ["How do I deploy to Fly.io?", "We deploy on demand."],
  },
  {
    slot: "schedule",
    yes: [["I only work Mondays and Tuesdays.", "Works Mondays and Tuesdays"], [
      "My yoga days are Tuesday and Friday.",
      "Yoga days are Tuesday and Friday",
    ]],
    no: ["Do you work on Mondays?", "The bus works Mondays."],
  },
  {
    slot: "absence",
    yes: [["I'm on leave until Monday.", "Is on leave until Monday"], [
      "I'm off sick this week.",
      "Is off sick this week",
    ]],
    no: ["Who is on leave?", "Leave it until Monday."],
  },
  {
    slot: "deadline",
    yes: [["My thesis is due on 3 July.", "Has the deadline 3 July for thesis"], [
      "Our deadline is Friday.",
      "Has the deadline Friday",
    ]],
    no: ["When is it due?", "The deadline is unknown."],
  },
  {
    slot: "budget",
    yes: [["My budget is 900 euros.", "Has a budget of 900 euros"], [
      "We can spend at most 75 pounds.",
      "Has a budget of 75 pounds",
    ]],
    no: ["What is a good budget?", "The budget of the state is large."],
  },
  {
    slot: "contact",
    yes: [["The best way to reach me is SMS.", "Prefers contact by SMS"], [
      "Please contact me by email.",
      "Prefers contact by email",
    ]],
    no: ["Email me the file.", "How do I reach support?"],
  },
  {
    slot: "like",
    yes: [["I love rye bread.", "Likes rye bread"], ["I'm a chess fan.", "Likes chess"]],
    no: ["I love it.", "Do you love rye bread?"],
  },
  {
    slot: "dislike",
    yes: [["I can't stand perfume.", "Dislikes perfume"], [
      "I'm not a fan of buffets.",
      "Dislikes buffets",
    ]],
    no: ["I hate this.", "Why do cats hate water?"],
  },
  {
    slot: "prefer",
    yes: [["I prefer trams to taxis.", "Prefers trams to taxis"], [
      "I'd rather walk than drive.",
      "Would rather walk than drive",
    ]],
    no: ["Which do people prefer?", "I'd prefer the second one."],
  },
  {
    slot: "prefer.if",
    yes: [["When I fly I want a window seat.", "When they fly, wants a window seat"], [
      "If it's late I prefer a phone call.",
      "When it is late, wants a phone call",
    ]],
    no: ["When it breaks I want a refund?", "If I flew, I'd want a window seat."],
  },
  {
    slot: "habit",
    yes: [["I always carry a thermos.", "Always carries a thermos"], [
      "I never wear wool.",
      "Never wears wool",
    ]],
    no: ["I always forget that.", "The bus never stops here."],
  },
  {
    slot: "goal",
    yes: [["I'm training for a triathlon.", "Is training for a triathlon"], [
      "I'm saving up for a kiln.",
      "Is saving for a kiln",
    ]],
    no: ["What is the goal?", "I want to know the price."],
  },
  {
    slot: "level",
    yes: [["I'm new to beekeeping.", "Is new to beekeeping"], [
      "I've never used Excel.",
      "Has never used Excel",
    ]],
    no: ["Is this new to you?", "I've never seen that."],
  },
  {
    slot: "ownership",
    yes: [["I own a vineyard.", "Owns a vineyard"], ["We bought a cottage.", "Owns a cottage"]],
    no: ["Who owns the vineyard?", "I own up to it."],
  },
  {
    slot: "circumstance",
    yes: [
      ["I'm on crutches for the next three weeks.", "Is on crutches for the next three weeks"],
      [
        "Our bathroom is being retiled this month.",
        "Their bathroom is being retiled this month",
      ],
      ["I've got a brace on my wrist until the 9th.", "Has a brace on their wrist until the 9th"],
      [
        "The lift in our office is out of order until Friday.",
        "Their lift is out of order until Friday",
      ],
      ["We are without a fridge until Monday.", "Is without a fridge until Monday"],
    ],
    no: [
      "I'm on crutches.",
      "My brother is on crutches for three weeks.",
      "Is the lift in our office out of order?",
      "If I were on crutches for a month, could I fly?",
    ],
  },
  {
    slot: "family.age",
    yes: [
      ["My nephew is eleven.", "Their nephew is eleven"],
      ["Our triplets are in year 5.", "Their triplets are in year 5"],
    ],
    no: [
      "My son is two metres tall.",
      "My daughter is four hours late.",
      "My mother is in high school reunion planning.",
      "In my novel, my daughter is nine and flies dragons.",
    ],
  },
  {
    slot: "schedule",
    yes: [
      ["Our brass band rehearses on Tuesdays.", "Their brass band rehearses on Tuesdays"],
      ["My hockey team trains every Friday night.", "Their hockey team trains every Friday night"],
    ],
    no: ["Does our band rehearse on Tuesdays?", "Our band plays tomorrow."],
  },
  {
    slot: "circumstance",
    yes: [
      ["My bike is in the workshop until Friday.", "Their bike is in the workshop until Friday"],
      ["Our van is at the mechanic's this week.", "Their van is at the mechanic's this week"],
    ],
    no: [
      "My friend's car is in the garage this week.",
      "My bike is in the workshop.",
      "Is my van at the mechanic's this week?",
    ],
  },
  {
    slot: "level",
    yes: [
      ["I have 20 years in forestry.", "Has 20 years in forestry"],
      ["I've spent twelve years in logistics.", "Has twelve years in logistics"],
    ],
    no: ["I have two years in a row of losses.", "He has 20 years in forestry."],
  },
  {
    slot: "job",
    yes: [
      ["I've been a roofer for 15 years and drive to every site.", "Works as a roofer"],
      ["I've been a school nurse for 30 years.", "Works as a school nurse"],
    ],
    no: ["My aunt has been a midwife for 30 years.", "Have I been a nurse for too long?"],
  },
  {
    slot: "tool.stack",
    yes: [
      ["We've moved from Xero to Sage.", "Uses Sage"],
      ["We've replaced Jenkins with Buildkite.", "Uses Buildkite"],
    ],
    no: [
      "We replaced Anna with Tom on the night shift.",
      "Sarah is gone, Mike is in.",
      "We swapped Monday for Tuesday.",
    ],
  },
];

for (const { slot, yes, no } of SLOTS) {
  for (const [said, content] of yes) {
    Deno.test(`EmbeddedLearner fills slot ${slot} when the user says "${said}"`, async () => {
      assertEquals((await learnt([user(said)])).facts(), [content]);
    });
  }
  for (const said of no) {
    Deno.test(`EmbeddedLearner leaves slot ${slot} empty when the user says "${said}"`, async () => {
      const memory = await learnt([user(said)]);
      assertEquals([...memory.facts(), ...memory.rules()], []);
    });
  }
}

Deno.test("S-940 each slot is shown twice with its whole sentence and kept empty twice", () => {
  assertEquals(SLOTS.filter(({ yes, no }) => yes.length < 2 || no.length < 2), []);
});
