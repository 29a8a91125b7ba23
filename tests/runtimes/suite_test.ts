import { assertEquals } from "@std/assert";
import * as sdk from "../../mod.ts";
import { startBehaviourServer } from "./behaviour_server.ts";
import { runSuite } from "./suite.ts";

Deno.test({
  name: "the behaviour suite of all runtimes holds on Deno",
  // Calls that the suite gives up on leave their half of the connection to the server.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using server = startBehaviourServer();
    const results = await runSuite(sdk, server.url, "deno");
    assertEquals(results.filter((result) => result.problem !== null), []);
  },
});
