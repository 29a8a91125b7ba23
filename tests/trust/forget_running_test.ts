import { assert, assertEquals } from "@std/assert";
import { compactFile, createReflexio, type Reflexio } from "../../server/mod.ts";
import { fakeLearningModel } from "../support/fake_learning_model.ts";
import { type FakeQuestion, startFakeProviders } from "../support/fake_providers.ts";

/** Marks everything of the user who is forgotten. */
const USER = "user-to-be-forgotten-4711";
const OTHER = "somebody-else-entirely";
const WORD = "Ouagadougou";

/** A model that says what it read, and can be held at a kind of question. */
class HeldModel {
  readonly #answer = fakeLearningModel({
    profiles: ({ prompt }) =>
      prompt.includes(WORD) ? [{ content: `Lives in ${WORD}`, time_to_live: "one_year" }] : [],
    playbooks: ({ prompt }) => {
      const place = prompt.includes(WORD) ? ` for ${WORD}` : "";
      return [{ trigger: "Quoting prices", content: `Use kroner${place}` }];
    },
    playbook: { trigger: "Quoting prices", content: "Use kroner", rationale: "Agreed" },
    verdict: { is_success: false, failure_type: "wrong", failure_reason: `Not in ${WORD}` },
    terms: ({ prompt }) => prompt.includes(WORD) ? [{ term: WORD, synonyms: ["capital"] }] : [],
  });
  #holds: (question: FakeQuestion) => boolean = () => false;
  #gate = Promise.withResolvers<void>();
  #reached = Promise.withResolvers<void>();

  readonly model = async (question: FakeQuestion) => {
    const isHeld = this.#holds(question);
    if (isHeld) {
      this.#reached.resolve();
      await this.#gate.promise;
    }
    return this.#answer(question);
  };

  /** Holds questions from now on; gives what tells that one waits. */
  hold(holds: (question: FakeQuestion) => boolean): Promise<void> {
    this.#holds = holds;
    this.#gate = Promise.withResolvers();
    this.#reached = Promise.withResolvers();
    return this.#reached.promise;
  }

  release(): void {
    this.#holds = () => false;
    this.#gate.resolve();
  }
}

/** Two servers on one file whose model can be held; only the first learns. */
async function setUp() {
  const held = new HeldModel();
  const fake = startFakeProviders(held.model);
  const folder = await Deno.makeTempDir();
  const kv = `${folder}/kv.db`;
  const clock = { nowMs: Date.now() };
  const options = {
    kv,
    env: (name: string) => fake.env[name],
    now: () => clock.nowMs,
  };
  const learning = await createReflexio(options);
  const other = await createReflexio({ ...options, runsJobs: false });
  const call = async (path: string, body: unknown, reflexio: Reflexio = learning) => {
    const response = await reflexio.fetch(
      new Request(`http://localhost/api/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
    const answer = await response.json();
    assertEquals(response.status, 200, `${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const { success } = await call("set_config", {
    storage_config: null,
    enable_document_expansion: true,
    user_playbook_extractor_configs: [{
      extractor_name: "rules",
      extraction_definition_prompt: "rules of the user",
      aggregation_config: { min_cluster_size: 2 },
    }],
    agent_success_configs: [{ evaluation_name: "ok", success_definition_prompt: "solved" }],
  });
  assertEquals(success, true);
  return { held, clock, learning, other, call, kv, folder, fake };
}

type Setting = Awaited<ReturnType<typeof setUp>>;

const teach = ({ call }: Setting, user_id: string, isAwaited = false) =>
  call(`publish_interaction?wait_for_response=${isAwaited}`, {
    user_id,
    session_id: `session-of-${user_id}`,
    force_extraction: true,
    interaction_data_list: [
      { role: "User", content: user_id === USER ? `I live in ${WORD}.` : "Good morning." },
      { role: "User", content: "Always use kroner for prices." },
    ],
  });

/** Lets everything go on to its end, then looks for the user in the raw bytes of the file. */
async function finish({ held, learning, other, kv, folder, fake }: Setting): Promise<void> {
  held.release();
  await learning.drain();
  await learning.close();
  await other.close();
  await fake[Symbol.asyncDispose]();
  await compactFile(kv);
  for (const file of [kv, `${kv}-wal`]) {
    const bytes = await Deno.readFile(file).catch(() => new Uint8Array());
    const text = new TextDecoder("latin1").decode(bytes);
    for (const mark of [USER, WORD, WORD.toLowerCase()]) {
      assertEquals(text.includes(mark), false, `${mark} is in ${file}`);
    }
  }
  await Deno.remove(folder, { recursive: true });
}

Deno.test("a user forgotten by another server while a slow model reads them does not come back", async () => {
  const t = await setUp();
  for (const field of ["profiles", "playbooks"]) {
    const reached = t.held.hold(({ answerFields }) => answerFields.includes(field));
    await teach(t, USER);
    await reached;
    const { success, report } = await t.call("forget_user", { user_id: USER }, t.other);
    assertEquals([success, report.left], [true, {}]);
    assert(report.removed.jobs > 0, JSON.stringify(report.removed));
    t.held.release();
    await t.learning.drain();
    for (const list of ["get_profiles", "get_user_playbooks", "get_interactions"]) {
      const answer = JSON.stringify(await t.call(list, { user_id: USER }));
      assert(!answer.includes(WORD) && !answer.includes("kroner"), answer);
    }
  }
  await finish(t);
});

Deno.test("a publish that waits for learning ends when its user is forgotten, and stores nothing more", async () => {
  const t = await setUp();
  const reached = t.held.hold(({ answerFields }) => answerFields.includes("profiles"));
  const waiting = teach(t, USER, true);
  await reached;
  const { report } = await t.call("forget_user", { user_id: USER });
  assertEquals(report.left, {});
  t.held.release();
  assertEquals((await waiting).profiles_added, 0);
  await finish(t);
});

Deno.test("a verdict under way on a session of a forgotten user is not stored", async () => {
  const t = await setUp();
  await teach(t, USER, true);
  await t.learning.drain();
  const reached = t.held.hold(({ answerFields }) => answerFields.includes("is_success"));
  t.clock.nowMs += 3_600_000;
  const drained = t.learning.drain();
  await reached;
  const { report } = await t.call("forget_user", { user_id: USER }, t.other);
  assertEquals(report.left, {});
  t.held.release();
  await drained;
  const found = await t.call("get_agent_success_evaluation_results", {});
  assertEquals(found.agent_success_evaluation_results, []);
  await finish(t);
});

Deno.test("vectors and synonyms under way for a forgotten user are not stored", async () => {
  const t = await setUp();
  const forget = async (reached: Promise<void>) => {
    await reached;
    const { report } = await t.call("forget_user", { user_id: USER }, t.other);
    assertEquals(report.left, {});
    t.held.release();
    await t.learning.drain();
  };
  const terms = t.held.hold(({ answerFields }) => answerFields.includes("terms"));
  await teach(t, USER, true);
  await forget(terms);
  const vectors = t.held.hold(({ task }) => task === "embeddings");
  await t.call("add_user_profile", {
    user_profiles: [{
      user_id: USER,
      profile_id: "p",
      content: `Was born in ${WORD}`,
      last_modified_timestamp: 1_700_000_000,
      generated_from_request_id: "r",
    }],
  });
  await forget(vectors);
  await finish(t);
});

Deno.test("forgetting waits for an aggregation that has read the user, and takes its result along", async () => {
  const t = await setUp();
  await teach(t, USER, true);
  await teach(t, OTHER, true);
  await t.learning.drain();
  const reached = t.held.hold(({ answerFields }) => answerFields.includes("playbook"));
  const running = t.call("run_playbook_aggregation", {
    playbook_name: "rules",
    agent_version: "agent-v0",
  });
  await reached;
  const forgetting = t.call("forget_user", { user_id: USER }, t.other);
  t.held.release();
  const { report } = await forgetting;
  assertEquals(report.left, {});
  await running;
  const kept = await t.call("get_user_playbooks", { user_id: OTHER });
  assertEquals(kept.user_playbooks.length, 1);
  await finish(t);
});
