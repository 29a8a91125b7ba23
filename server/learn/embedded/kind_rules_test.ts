import { assertEquals } from "@std/assert";
import { assistant, learnt, type TestTurn, user } from "../../../tests/support/learning_memory.ts";

/** One conversation, and the contents of the rules that it teaches. */
const LEARNS: readonly (readonly [string, readonly TestTurn[], readonly string[]])[] = [
  [
    "what is needed for a kind",
    [
      user("Did anyone book the pottery class?"),
      assistant("Yes, a few people did!"),
      user("'A few' is no answer. For class bookings I need the exact number and who has paid."),
    ],
    ["Give the exact number and who has paid"],
  ],
  [
    "what is never wanted in an output",
    [user("In minutes I never want people's names, just the flat numbers.")],
    ["Leave out people's names; give only the flat numbers"],
  ],
  [
    "what is not wanted for a kind of purpose",
    [
      user("add a slider to the form"),
      assistant("import { FancySlider } from 'fancy-slider';"),
      user("Nope. I don't want UI libraries for things HTML can do."),
    ],
    ["Do not use UI libraries for things HTML can do"],
  ],
  [
    "where one is to look",
    [
      user("Is the cabin free at Easter?"),
      assistant("Yes, the portal says so."),
      user("Wrong. The owner's calendar is what you should go by for the cabin."),
    ],
    ["Go by the owner's calendar for the cabin"],
  ],
  [
    "a source for a kind, after a tool",
    [
      user("Is the ford passable?"),
      assistant("Yes, says the map.", { tools: [{ tool_name: "map_lookup", tool_data: {} }] }),
      user("No! That map's years old, check the ranger bulletin for path closures."),
    ],
    ["Check the ranger bulletin for path closures"],
  ],
  [
    "a ban that waits for what is read out",
    [user("You must not order any medicine for my mother without reading me the side effects.")],
    ["Do not order any medicine for the user's mother without reading the user the side effects"],
  ],
  [
    "a limit of what comes again",
    [user("Please limit the weekly digest to ten items.")],
    ["Limit the weekly digest to ten items"],
  ],
  [
    "a place in all of a kind",
    [user("Please put the artist's name before the title in all track lists.")],
    ["Put the artist's name before the title in all track lists"],
  ],
  [
    "a way that is to go on",
    [
      user("why is the export slow"),
      assistant("I profiled it first, most of the time goes into dates."),
      user("profile first, change later, spot on. keep working that way"),
    ],
    ["Do it this way: profile first, change later"],
  ],
];

for (const [name, turns, contents] of LEARNS) {
  Deno.test(`EmbeddedLearner learns ${name}`, async () => {
    const { playbooks } = await learnt(turns);
    assertEquals([...playbooks.values()].map(({ row }) => row.content), [...contents]);
  });
}

/** Conversations beside these that teach no rule. */
const QUIET: readonly (readonly TestTurn[])[] = [
  [user("For tonight's dinner I need a table for two.")],
  [
    user("Which trains go to Ghent?"),
    assistant("Three a day."),
    user("For these trips I need seats by the window today."),
  ],
  [user("Is the calendar what I should go by?")],
  [user("In this letter I never want to see his name, can you check?")],
  [user("Please put the flowers on every table.")],
  [user("Limit it to four.")],
  [user("Keep going like that, you're at level nine!")],
];

Deno.test("EmbeddedLearner makes no rule of needs of the moment", async () => {
  for (const turns of QUIET) {
    const memory = await learnt(turns);
    assertEquals(memory.rules(), [], turns.at(-1)?.content);
  }
});

Deno.test("EmbeddedLearner merges two answers of experts to the same kind of question", async () => {
  const { playbooks } = await learnt(
    [
      user("Member says the sauna key card doesn't work."),
      assistant("Try again later.", {
        expert: "Check whether the membership fee has been paid; if so, recode the card at the " +
          "desk, otherwise explain how to pay.",
      }),
    ],
    [
      user("There's a member here whose card won't open the sauna."),
      assistant("The sauna is probably full.", {
        expert: "Look up whether the fee is paid. If yes, recode the card at the desk; if not, " +
          "tell them how to pay.",
      }),
    ],
  );
  assertEquals(playbooks.size, 1);
});

Deno.test("EmbeddedLearner puts a lower limit into the rule that had set one", async () => {
  const { playbooks } = await learnt(
    [user("Please limit the weekly digest to ten items."), assistant("Okay, ten.")],
    [user("Even ten is more than I can read. Limit it to four.")],
  );
  assertEquals([...playbooks.values()].map(({ row }) => row.content), [
    "Limit the weekly digest to four items",
  ]);
});
