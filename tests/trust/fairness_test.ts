import { assert, assertEquals } from "@std/assert";
import { EmbeddedLearner } from "../../server/learn/embedded/mod.ts";
import type { ExtractPlaybooksInput, ExtractProfilesInput } from "../../server/learn/learner.ts";
import { serve } from "../../server/mod.ts";

/** A learner that is not done with users of a flood before it is told. */
class SlowForFlood extends EmbeddedLearner {
  readonly gate = Promise.withResolvers<void>();
  readonly begun: string[] = [];

  async #wait(userId: string): Promise<void> {
    this.begun.push(userId);
    if (userId.startsWith("flood")) await this.gate.promise;
  }

  override async extractProfiles(input: ExtractProfilesInput) {
    await this.#wait(input.userId);
    return await super.extractProfiles(input);
  }

  override async extractPlaybooks(input: ExtractPlaybooksInput) {
    await this.#wait(input.userId);
    return await super.extractPlaybooks(input);
  }
}

async function apiKey(key: string, org: string) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  return { org, sha256: new Uint8Array(digest).toHex(), role: "write" as const };
}

Deno.test("an org whose learning is stuck by the hundred delays no other org's", async () => {
  const learner = new SlowForFlood();
  const apiKeys = await Promise.all([apiKey("key-of-a", "a"), apiKey("key-of-b", "b")]);
  await using server = serve({ port: 0, kv: ":memory:", apiKeys, learner });
  const publish = async (key: string, user_id: string, wait: boolean) => {
    const response = await fetch(
      `${server.url}/api/publish_interaction?wait_for_response=${wait}`,
      {
        method: "POST",
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${key}` },
        body: JSON.stringify({
          user_id,
          interaction_data_list: [{ role: "User", content: "I live in Bergen." }],
        }),
      },
    );
    return await response.json();
  };
  await Promise.all(Array.from({ length: 100 }, (_, n) => publish("key-of-a", `flood${n}`, false)));
  const answer = await publish("key-of-b", "ana", true);
  assertEquals([answer.success, answer.profiles_added], [true, 1]);
  assert(learner.begun.filter((user) => user.startsWith("flood")).length <= 3);
  learner.gate.resolve();
  await (await server.ready).drain();
});
