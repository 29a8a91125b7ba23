import { assertEquals } from "@std/assert";
import {
  assistant,
  storedTurn,
  type TestTurn,
  user,
} from "../../../../tests/support/learning_memory.ts";
import type { EvaluateInput, Verdict } from "../../learner.ts";
import { EmbeddedLearner } from "../mod.ts";

const learner = new EmbeddedLearner();

function evaluate(turns: readonly TestTurn[], shadow = ""): Promise<Verdict | null> {
  return learner.evaluate({
    sessionId: "s",
    agentVersion: "v1",
    evaluator: {} as EvaluateInput["evaluator"],
    config: {} as EvaluateInput["config"],
    signal: new AbortController().signal,
    turns: turns.map((turn, index) => ({
      interaction: {
        ...storedTurn(turn, index + 1),
        shadow_content: turn.role === "assistant" ? shadow : "",
      },
      sessionId: "s",
      isNew: true,
    })),
  });
}

const U = user;
const A = assistant;

const ROWS: readonly (readonly [string, readonly TestTurn[], boolean, string, boolean])[] = [
  ["thanks", [U("Reset my router"), A("Done."), U("thanks, works")], true, "", false],
  ["nothing happened", [U("What's the time?"), A("Noon.")], true, "", false],
  [
    "a wish for a person",
    [U("Reset it"), A("Try again."), U("Let me talk to a human please")],
    false,
    "wrong_answer",
    true,
  ],
  [
    "a wish for a person when the tool is missing",
    [U("Reset it"), A("I have no tool for that."), U("Then put me through to your manager")],
    false,
    "missing_tool",
    true,
  ],
  [
    "giving up",
    [U("Reset it"), A("Press the button."), U("forget it, I'll do it myself")],
    false,
    "wrong_answer",
    false,
  ],
  [
    "the assistant cannot",
    [U("Open my calendar"), A("I don't have access to your calendar.")],
    false,
    "missing_tool",
    false,
  ],
  [
    "an expert who differs",
    [U("Can I return it?"), A("No.", { expert: "Yes, within thirty days with the receipt." })],
    false,
    "wrong_answer",
    false,
  ],
  [
    "two corrections",
    [
      U("Draft a note"),
      A("Hey!"),
      U("No, too casual."),
      A("Yo!"),
      U("Still too casual, wrong again."),
    ],
    false,
    "wrong_answer",
    false,
  ],
  [
    "one correction that was acted on",
    [U("Draft a note"), A("Hey!"), U("No, too casual."), A("Dear Sir,")],
    true,
    "",
    false,
  ],
  [
    "a correction as the last word",
    [
      U("Count them"),
      A("Five.", { tools: [{ tool_name: "count", tool_data: {} }] }),
      U("Wrong, you counted the old list."),
    ],
    false,
    "wrong_tool",
    false,
  ],
];

for (const [name, turns, isSuccess, failureType, isEscalated] of ROWS) {
  Deno.test(`evaluate() judges a session with ${name} (S-992)`, async () => {
    const verdict = await evaluate(turns);
    assertEquals([verdict?.isSuccess, verdict?.failureType, verdict?.isEscalated], [
      isSuccess,
      failureType,
      isEscalated,
    ]);
  });
}

Deno.test("evaluate() gives no verdict when no user speaks", async () => {
  assertEquals(await evaluate([A("Hello.")]), null);
});

Deno.test("evaluate() counts corrections and user turns up to the thanks", async () => {
  const verdict = await evaluate([
    U("Draft a note"),
    A("Hey!"),
    U("No, too casual."),
    A("Dear Sir,"),
    U("thanks, perfect"),
  ]);
  assertEquals([verdict?.corrections, verdict?.userTurnsToResolution], [1, 2]);
});

Deno.test("evaluate() finds the answer that is nearer to the one of the expert (S-993)", async () => {
  const turns = [
    U("Can I return it?"),
    A("No, never.", { expert: "Yes, within thirty days with the receipt." }),
  ];
  assertEquals(
    (await evaluate(turns, "Yes, within thirty days with the receipt."))?.regularVsShadow,
    "shadow_is_better",
  );
  assertEquals((await evaluate(turns))?.regularVsShadow, null);
});
