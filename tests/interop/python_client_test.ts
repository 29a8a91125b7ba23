import { assertStringIncludes } from "@std/assert";
import { startServerProcess } from "../support/server_process.ts";

/** A Python with the official client: `REFLEXIO_PYTHON=/path/to/venv/bin/python`. */
const python = Deno.env.get("REFLEXIO_PYTHON");

Deno.test({
  name: python
    ? "the official Python client works unchanged against this server"
    : "the official Python client works unchanged against this server (skipped: set " +
      "REFLEXIO_PYTHON to a Python that has the PyPI package reflexio-client)",
  ignore: !python,
  async fn() {
    await using server = await startServerProcess({ kv: ":memory:" });
    const { stdout, stderr } = await new Deno.Command(python ?? "python3", {
      args: [`${import.meta.dirname}/python/drive_server.py`, server.url],
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).output();
    const text = new TextDecoder();
    assertStringIncludes(text.decode(stdout) + text.decode(stderr), " passed, 0 failed");
  },
});
