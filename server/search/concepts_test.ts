import { assertEquals } from "@std/assert";
import { embedText } from "./embed.ts";
import { SearchIndex } from "./search_index.ts";

Deno.test("search() finds words made from one another by an ending, where the vectors list one at most", () => {
  const index = new SearchIndex({ fields: { content: 1 }, columns: {} });
  const texts = [
    "She was mentored by the head of the yard.",
    "Mentor and pupil met on Monday.",
    "A number of sheep.",
  ];
  for (const [id, content] of texts.entries()) index.upsert({ id, fields: { content } });
  const ids = (text: string, expandMeaning: boolean) =>
    index.search({ text: `${text} `, vector: embedText("x"), mendSpelling: false, expandMeaning })
      .map(({ id }) => id).sort();
  assertEquals(ids("mentorship", true), [0, 1]);
  assertEquals(ids("mentorship", false), []);
  assertEquals(ids("numb", true), []);
  index.close();
});
