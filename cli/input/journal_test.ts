import { assertEquals, assertRejects } from "@std/assert";
import { Journal, journalPath, readJournal } from "./journal.ts";

/** A journal over a file of some lines, in a folder of its own. */
async function withJournal(test: (path: string, journal: Journal) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/in.jsonl`;
    await Deno.writeTextFile(path, "1\n2\n\n4\n5\n");
    await test(path, await Journal.begin(path, "http://a"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Finishes a line. */
function finish(journal: Journal, number: number): void {
  journal.see(number, number * 2);
  journal.finish({ number, text: "", endByte: number * 2 }, true);
}

Deno.test("Journal goes on where it was, with gaps and blank lines, counts included", () =>
  withJournal(async (path, journal) => {
    for (const number of [1, 2, 4]) journal.see(number, number * 2);
    finish(journal, 1);
    finish(journal, 4);
    await journal.save();
    const state = await readJournal(path);
    if (state === null) throw new Error("There is no journal");
    assertEquals([state.doneUpTo, state.published], [1, 2]);
    const resumed = await Journal.resume(path, state, "http://a");
    assertEquals([1, 2, 4, 5].map((line) => resumed.isDone(line)), [true, false, true, false]);
    assertEquals(resumed.run, journal.run);
    await resumed.remove();
    assertEquals(await readJournal(path), null);
  }));

Deno.test("Journal refuses another input and another server", () =>
  withJournal(async (path, journal) => {
    await journal.save();
    const state = await readJournal(path);
    if (state === null) throw new Error("There is no journal");
    await assertRejects(() => Journal.resume(path, state, "http://b"));
    await Deno.writeTextFile(path, "changed\n");
    await assertRejects(() => Journal.resume(path, state, "http://a"));
  }));

Deno.test("readJournal() refuses damaged files and newer formats", () =>
  withJournal(async (path) => {
    for (const text of ["{", "[]", `{"format": 99}`]) {
      await Deno.writeTextFile(journalPath(path), text);
      await assertRejects(() => readJournal(path));
    }
  }));

Deno.test("Journal.save() may be called by many at once", () =>
  withJournal(async (path, journal) => {
    finish(journal, 1);
    await Promise.all(Array.from({ length: 20 }, () => journal.save()));
    assertEquals((await readJournal(path))?.doneUpTo, 1);
  }));
