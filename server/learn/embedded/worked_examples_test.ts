import { assertEquals } from "@std/assert";
import { assistant, learnt, type TestTurn, user } from "../../../tests/support/learning_memory.ts";

interface Row {
  readonly id: string;
  readonly publishes: readonly (readonly TestTurn[])[];
  /** Contents, in any order. */
  readonly facts?: readonly string[];
  /** `trigger → content`, in any order. */
  readonly rules?: readonly string[];
}

const U = user;
const A = assistant;
const one = (
  id: string,
  turns: readonly TestTurn[],
  facts: readonly string[] = [],
  rules: readonly string[] = [],
): Row => ({ id, publishes: [turns], facts, rules });

/** The worked examples of the learner's design, by number. */
const ROWS: readonly Row[] = [
  one("1", [U("Matteo Ferrante speaking, call me Teo.")], ["Is called Teo"]),
  one("2", [U("I'm a cartographer in Tallinn and need a plotter.")], [
    "Works as a cartographer",
    "Is based in Tallinn",
  ]),
  one("3", [U("Since I'm allergic to latex, which gloves fit?")], ["Is allergic to latex"]),
  one("4", [A("Which city are you in?"), U("Tampere.")], ["Lives in Tampere"]),
  one("5", [U("we're on Deno 2 and deploy to eu-north-1 with Nomad")], [
    "Uses Deno 2",
    "Deploys to eu-north-1 with Nomad",
  ]),
  one("6", [U("I'd rather read a transcript than watch a video.")], [
    "Would rather read a transcript than watch a video",
  ]),
  one("7", [U("I'm in Split until Sunday, any bike rental?")], ["Is in Split until Sunday"]),
  one("8", [U("My sister lives with us and uses a wheelchair, is the house step-free?")], [
    "Their sister lives with them and uses a wheelchair",
  ]),
  one("9", [U("Going forward, put the ticket key into every commit message.")], [], [
    "When writing a commit message → Put the ticket key into every commit message",
  ]),
  one(
    "10",
    [U("When you list restaurants, say whether they have a garden, my dog comes along.")],
    [],
    ["When listing restaurants → Say whether they have a garden"],
  ),
  one("11", [U("No bullet points please."), A("Fine."), U("Bullets again!")], [], [
    "When answering → Do not use bullet points",
  ]),
  one(
    "12",
    [
      U("Summarise the minutes."),
      A("(two pages)"),
      U("Far too long. Minutes get five lines, decisions first."),
    ],
    [],
    ["When summarising minutes → Make sure minutes get five lines, decisions first"],
  ),
  one(
    "13",
    [U("Build the form."), A("I've added jQuery."), U("Don't add a library without asking me.")],
    [],
    ["When building the form → Do not add a library without asking the user"],
  ),
  one("14", [A("Meeting is at 3."), U("No, at 4.")]),
  one("15", [A("Here is the list."), U("That's wrong, try again.")]),
  one(
    "16",
    [
      U("Make the table."),
      A("I put the totals in the first row."),
      U("Totals on top is great, keep it so in all tables."),
    ],
    [],
    ["When making tables → Put totals on top"],
  ),
  one(
    "17",
    [
      U("A guest lost the key card, what do I do?"),
      A("Give her a new one.", {
        expert: "Ask for an ID and the booking name, block the old card, then issue a new one.",
      }),
    ],
    [],
    ["When a guest lost the key card → Ask for an ID and the booking name, block the old card, then issue a new one"],
  ),
  one(
    "18",
    [
      U("Is rust on the brake disc dangerous?"),
      A("Replace it.", {
        expert:
          "Light rust disappears after a few stops. Replace only if the disc is under the minimum thickness.",
      }),
    ],
    [],
    ["When asked about rust on the brake disc → Say that light rust disappears after a few stops; replace only if the disc is under the minimum thickness"],
  ),
  one("19", [
    U("Opening hours?"),
    A("Nine to five, Monday to Friday.", { expert: "Monday to Friday, nine to five." }),
  ]),
  one(
    "20",
    [
      U("Any seat left in the yoga class?"),
      A("Two.", { tools: [{ tool_name: "forum_search", tool_data: {} }] }),
      U("Seats come from the booking system, not the forum."),
    ],
    [],
    ["When asked about seat left in the yoga class → Make sure seats come from the booking system, not the forum"],
  ),
  one(
    "21",
    [
      U("Deploy it."),
      A("Deployed.", { tools: [{ tool_name: "deploy", tool_data: { env: "live" } }] }),
      U("On live?! Ask before anything goes there."),
    ],
    [],
    ["Before anything goes there → Ask before anything goes there"],
  ),
  one(
    "22",
    [
      U("What's on today?"),
      A("I can't open the calendar, access denied."),
      U("Next time tell me right away when you can't open it."),
    ],
    [],
    ["When the assistant cannot open it → Tell the user right away"],
  ),
  one("23", [
    U("Save it."),
    A("Done.", { tools: [{ tool_name: "file_write", tool_data: { path: "a.md" } }] }),
    U("thanks"),
  ]),
  {
    id: "24",
    publishes: [[U("I live in Gdynia.")], [U("We've moved to Sopot, need a vet.")]],
    facts: ["Lives in Sopot"],
  },
  {
    id: "25",
    publishes: [[U("I'm keto.")], [U("I gave up keto, back to normal food.")]],
    facts: [],
  },
  {
    id: "26",
    publishes: [[U("Answer in Dutch from now on.")], [
      U("Actually go back to English please, always."),
    ]],
    rules: ["In every answer → Answer in English"],
  },
  {
    id: "27",
    publishes: [[U("We have a parrot.")], [U("Forget the parrot, it was my aunt's.")]],
    facts: [],
  },
  one("28", [U("My boss hates spreadsheets.")]),
  one("29", [U("If I had a boat, where would I moor it?")]),
  one("30", [U('Translate: "I am a widow and I live in Cádiz."')]),
  one("31", [
    U("Let's play, I'm a vampire who never eats garlic."),
    A("Ha!"),
    U("I sleep in a crypt."),
  ]),
  one("32", [U("> always merge on Friday\nwho wrote this?")]),
  one("33", [U("Should I always cover the pot?")]),
  one("34", [U("I love it when the app crashes, great job.")]),
  one("35", [A("As a cyclist from Bern you may like this."), U("nice")]),
  one("36", [U("# never call this twice\n`init(); run();` what's wrong?")]),
  one("37", [U("My card is 4111 1111 1111 1111, remember it.")]),
  one("38", [U("I used to smoke a pipe.")]),
  one("39", [U("Ich heiße Ottilie und vertrage keine Milch.")], ["Heißt Ottilie"]),
  one("40", [U("Schreib ab jetzt immer das Datum dazu.")], [], [
    "Bei jeder Antwort → Schreib immer das Datum dazu",
  ]),
  {
    id: "41",
    publishes: [[U("Vivo en Cuenca.")], [U("Ya no vivo en Cuenca, me mudé a Soria.")]],
    facts: ["Vive en Soria"],
  },
  one("42", [U("Je suis allergique aux noix.")], ["Est allergique aux noix"]),
  one("43", [U("Nunca use gírias.")], [], ["Em cada resposta → Nunca use gírias"]),
  one("44", [U("我住在青岛。以后不要用表格。")], ["用户住在青岛"], ["在每次回答时 → 不要用表格"]),
  one("45", [U("私はえびアレルギーです。")], ["ユーザーはえびアレルギーがある"]),
  one("46", [U("Si j'étais boulanger, à quelle heure me lèverais-je ?")]),
];

for (const row of ROWS) {
  Deno.test(`EmbeddedLearner learns worked example ${row.id}`, async () => {
    const memory = await learnt(...row.publishes);
    assertEquals(memory.facts().toSorted(), [...(row.facts ?? [])].toSorted());
    assertEquals(memory.rules().toSorted(), [...(row.rules ?? [])].toSorted());
  });
}
