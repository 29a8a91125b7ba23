import { assertEquals } from "@std/assert";
import {
  assistant as A,
  learnt,
  type TestTurn,
  user as U,
} from "../../../tests/support/learning_memory.ts";

interface Row {
  readonly id: string;
  readonly publishes: readonly (readonly TestTurn[])[];
  readonly facts: readonly string[];
  readonly rules: readonly string[];
}

/** More worked examples: what is learnt and what is not, in the learner's own wording. */
const ROWS: readonly Row[] = [
  {
    id: "1",
    publishes: [[U("Hello, Priya Venkat speaking, my kettle leaks.")]],
    facts: ["Is called Priya Venkat"],
    rules: [],
  },
  {
    id: "2",
    publishes: [[U("I run a bicycle repair shop in Turku. Which form for the import?")]],
    facts: ["Runs a bicycle repair shop in Turku"],
    rules: [],
  },
  {
    id: "3",
    publishes: [[U("Being a paediatric dentist, I stand all day. Good shoes?")]],
    facts: ["Works as a paediatric dentist"],
    rules: [],
  },
  {
    id: "4",
    publishes: [[U("Sesame gives me hives. What can I order here?")]],
    facts: ["Is allergic to sesame (gets hives)"],
    rules: [],
  },
  {
    id: "5",
    publishes: [[U("There are two toddlers and a parrot in our flat, will the paint smell?")]],
    facts: ["Has two toddlers", "Has a parrot"],
    rules: [],
  },
  {
    id: "6",
    publishes: [[U("I can only take calls on Mondays before noon.")]],
    facts: ["Can only take calls on Mondays before noon"],
    rules: [],
  },
  {
    id: "7",
    publishes: [[U("For the next ten days I'm staying in Gdańsk.")]],
    facts: ["Is in Gdańsk for the next ten days"],
    rules: [],
  },
  {
    id: "8",
    publishes: [[U("I live in Porto.")], [U("I left Porto, since May home is Coimbra.")]],
    facts: ["Lives in Coimbra"],
    rules: [],
  },
  {
    id: "9",
    publishes: [[U("I own a sailing boat.")], [
      U("Scrap what I said about the boat, it's my uncle's."),
    ]],
    facts: [],
    rules: [],
  },
  {
    id: "10",
    publishes: [[U("Hills over beaches, any day.")]],
    facts: ["Prefers hills to beaches"],
    rules: [],
  },
  {
    id: "11",
    publishes: [[U("I enjoy small museums but I loathe audio guides.")]],
    facts: ["Likes small museums", "Dislikes audio guides"],
    rules: [],
  },
  {
    id: "12",
    publishes: [[U("While I'm driving I want spoken directions, otherwise text is fine.")]],
    facts: ["When they are driving, wants spoken directions"],
    rules: [],
  },
  {
    id: "13",
    publishes: [[U("In every offer you send, show shipping on its own line.")]],
    facts: [],
    rules: ["When writing an offer → Show shipping on its own line"],
  },
  {
    id: "14",
    publishes: [[U("No headings in chat answers please."), A("ok"), U("headings again!!")]],
    facts: [],
    rules: ["When answering → Do not use headings in chat answers"],
  },
  {
    id: "15",
    publishes: [[
      U("Add up my hours"),
      A("The total is about 38 hours."),
      U("Don't round. Whenever you add up time I need the minutes."),
    ]],
    facts: [],
    rules: ["When adding up hours → Do not round", "When adding up time → Give the minutes"],
  },
  {
    id: "16",
    publishes: [[
      U("Add it"),
      A("Added it to your calendar."),
      U("You ought to have asked which calendar first."),
    ]],
    facts: [],
    rules: ["In every answer → Ask which calendar first"],
  },
  {
    id: "17",
    publishes: [[
      U("Who is on call?"),
      A("Lena is on call.", { tools: [{ tool_name: "web_search", tool_data: {} }] }),
      U("Wrong source, the rota is in pager_api. Look there for on-call questions."),
    ]],
    facts: [],
    rules: ["When answering on-call questions → Look in pager_api for on-call questions"],
  },
  {
    id: "18",
    publishes: [[
      U("Customer's card was charged twice."),
      A("Wait for the bank.", {
        expert:
          "Check the ledger for two captures. Void the second one the same day, otherwise refund it.",
      }),
    ]],
    facts: [],
    rules: [
      "When customer card was charged twice → Check the ledger for two captures; void the second one the same day, otherwise refund it",
    ],
  },
  {
    id: "19",
    publishes: [[
      U("How many?"),
      A("Take two tablets with food.", { expert: "Take two tablets, with food." }),
    ]],
    facts: [],
    rules: [],
  },
  {
    id: "20",
    publishes: [[
      U("List the bugs"),
      A("I grouped the bugs by module."),
      U("By module is exactly right, keep that for bug lists."),
    ]],
    facts: [],
    rules: ["When making bug lists → Group by module"],
  },
  {
    id: "21",
    publishes: [[U("Until the fair is over, so till Sunday, quote prices in francs.")]],
    facts: [],
    rules: ["Until the fair is over, so till Sunday → Quote prices in francs"],
  },
  {
    id: "22",
    publishes: [[U("Keep answers under 300 words.")], [
      U("300 is too long, 120 at most from now on."),
    ]],
    facts: [],
    rules: ["When answering → Answer in at most 120 words"],
  },
  {
    id: "23",
    publishes: [[U("Ich bin Laborantin in Jena und esse kein Schweinefleisch.")]],
    facts: ["Arbeitet als Laborantin in Jena", "Isst kein Schweinefleisch"],
    rules: [],
  },
  {
    id: "24",
    publishes: [[U("Vouvoie-moi toujours, s'il te plaît.")]],
    facts: [],
    rules: ["Dans chaque réponse → Vouvoie-moi toujours"],
  },
  {
    id: "25",
    publishes: [[U("Vivo en Gijón y tengo dos gatos.")]],
    facts: ["Vive en Gijón", "Tiene dos gatos"],
    rules: [],
  },
  {
    id: "26",
    publishes: [[U("我在杭州工作，不吃香菜。")]],
    facts: ["用户在杭州工作", "用户不吃香菜"],
    rules: [],
  },
  {
    id: "27",
    publishes: [[U("乳製品アレルギーがあります。")]],
    facts: ["ユーザーは乳製品アレルギーがある"],
    rules: [],
  },
  {
    id: "28",
    publishes: [[U("If I were left-handed, which guitar would I need?")]],
    facts: [],
    rules: [],
  },
  {
    id: "29",
    publishes: [[U('Put this into Spanish: "I live in Leipzig and hate queues."')]],
    facts: [],
    rules: [],
  },
  {
    id: "30",
    publishes: [[U("My neighbour is vegan and works nights. What could I cook for him?")]],
    facts: [],
    rules: [],
  },
  {
    id: "31",
    publishes: [[U('```yaml\nowner: Greta\nalways_reply: "in caps"\n``` Does this parse?')]],
    facts: [],
    rules: [],
  },
  {
    id: "32",
    publishes: [[
      U("You're a ferry captain and I'm a stowaway who can't swim. Go!"),
      A("Ahoy"),
      U("I never sleep on ships."),
    ]],
    facts: [],
    rules: [],
  },
  { id: "33", publishes: [[U("Do I always have to sign every page?")]], facts: [], rules: [] },
  { id: "34", publishes: [[U("Make the title red and move it up.")]], facts: [], rules: [] },
  {
    id: "35",
    publishes: [[A("Opened ticket 9."), U("No, I meant ticket 12.")]],
    facts: [],
    rules: [],
  },
  {
    id: "36",
    publishes: [[A("As a vegetarian you'll love the stew."), U("ok thanks")]],
    facts: [],
    rules: [],
  },
  {
    id: "37",
    publishes: [[U("Draft a note to HR that I'm off on Monday because of my knee operation.")]],
    facts: [],
    rules: [],
  },
  { id: "38", publishes: [[U("I just love being on hold for two hours.")]], facts: [], rules: [] },
  { id: "39", publishes: [[U("I always thought Canberra was by the sea.")]], facts: [], rules: [] },
  {
    id: "40",
    publishes: [[U("We're looking at flats in Basel, are they pricey?")]],
    facts: [],
    rules: [],
  },
  {
    id: "41",
    publishes: [[U("My manager wants everything in slides, I work best with a one-page memo.")]],
    facts: ["Prefers a one-page memo"],
    rules: [],
  },
];

for (const row of ROWS) {
  Deno.test(`EmbeddedLearner learns further example ${row.id}`, async () => {
    const memory = await learnt(...row.publishes);
    assertEquals(memory.facts(), [...row.facts]);
    assertEquals(memory.rules(), [...row.rules]);
  });
}
