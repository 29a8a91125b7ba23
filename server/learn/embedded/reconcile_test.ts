import { assertEquals } from "@std/assert";
import {
  assistant,
  learnt,
  NOW_SEC,
  TestMemory,
  user,
} from "../../../tests/support/learning_memory.ts";

const U = user;

/** Publishes → what is known in the end. */
const CHAINS: readonly (readonly [string, readonly (readonly string[])[], readonly string[]])[] = [
  ["S-941 a newer value replaces", [["I live in Gdynia."], ["We moved to Sopot."]], [
    "Lives in Sopot",
  ]],
  ["S-941 allergies only grow", [["I'm allergic to nuts."], ["I'm allergic to latex."]], [
    "Is allergic to nuts",
    "Is allergic to latex",
  ]],
  ["S-972 only the new of old and new", [["I moved from Lodz to Sopot."]], ["Lives in Sopot"]],
  ["S-971 the end of a state", [["I'm keto."], ["I'm not keto any more."]], []],
  ["S-971 forget what I said", [["We have a parrot."], [
    "Please forget what I said about the parrot.",
  ]], []],
  ["S-971 the denial itself is not stored", [["I don't have a cat."]], []],
  ["S-942 like and dislike exclude each other", [["I love jazz."], ["I hate jazz."]], [
    "Dislikes jazz",
  ]],
  ["S-949 a preference of one domain replaces", [["I prefer window seats."], [
    "I prefer aisle seats.",
  ]], ["Prefers aisle seats"]],
  ["S-974 a limited place leaves the home alone", [["I live in Gdynia."], [
    "This week I'm in Lodz.",
  ]], ["Lives in Gdynia", "Is in Lodz this week"]],
  ["repeats merge", [["I'm allergic to peanuts."], ["Remember, I have a peanut allergy."]], [
    "Is allergic to peanuts",
  ]],
  ["aliases merge", [["I work as a veterinarian."], ["As a vet, I see horses."]], [
    "Works as a veterinarian",
  ]],
  ["a more exact value replaces the text", [["I have asthma."], ["I have severe asthma."]], [
    "Has severe asthma",
  ]],
  ["tools that were dropped go", [["We use Jenkins."], ["We got rid of Jenkins."]], []],
  ["a moved tool replaces", [["We track bugs in Bugzilla."], [
    "We've migrated our tickets from Bugzilla to GitLab.",
  ]], ["Uses GitLab"]],
  ["a tool changed over from goes", [["I use Dropbox for backups."], [
    "I've changed over from Dropbox to Nextcloud.",
  ]], ["Uses Nextcloud"]],
  ["a tool that is gone goes", [["We use Mailchimp for the newsletter."], [
    "Mailchimp is gone, Brevo now.",
  ]], ["Uses Brevo"]],
  ["what replaced a tool stays", [["We use Salesforce for leads."], [
    "HubSpot replaced Salesforce in spring.",
  ]], ["Uses HubSpot"]],
  ["a tool replaced by another goes", [["We use Xero for invoices."], [
    "Xero has been replaced by Sage.",
  ]], ["Uses Sage"]],
  ["the move of others changes nothing", [["We use Trello for planning."], [
    "My sister's firm moved from Trello to Asana.",
  ]], ["Uses Trello for planning"]],
  ["a move in mind changes nothing", [["We use Trello for planning."], [
    "We're thinking of moving from Trello to Asana.",
  ]], ["Uses Trello for planning"]],
  ["a relative's newer age replaces", [["My niece is six."], ["My niece just turned seven."]], [
    "Their niece is seven",
  ]],
];

for (const [name, publishes, facts] of CHAINS) {
  Deno.test(`reconcileProfileCandidates() settles: ${name}`, async () => {
    const memory = await learnt(...publishes.map((turns) => turns.map(U)));
    assertEquals(memory.facts().toSorted(), [...facts].toSorted());
  });
}

Deno.test("reconcilePlaybookCandidates() replaces a limit by a newer one (S-973)", async () => {
  const memory = await learnt([U("Keep answers under 200 words please."), assistant("ok")], [
    U("200 words is still too long. Make it 80 at most."),
  ]);
  assertEquals(memory.rules(), ["When answering → Answer in at most 80 words"]);
});

Deno.test("reconcilePlaybookCandidates() replaces a language across languages (S-983)", async () => {
  const memory = await learnt([U("Antworte ab jetzt immer auf Deutsch.")], [
    U("Always answer in Dutch from now on."),
  ]);
  assertEquals(memory.rules(), ["In every answer → Answer in Dutch"]);
});

Deno.test("reconcilePlaybookCandidates() keeps one rule when the user repeats it (D6)", async () => {
  const memory = await learnt([
    U("No emojis please."),
    assistant("Sure 🙂"),
    U("No emojis, I told you!"),
  ]);
  assertEquals(memory.rules(), ["When answering → Do not use emojis"]);
});

Deno.test("reconcileProfileCandidates() never changes a profile made by hand (S-977)", async () => {
  const memory = new TestMemory();
  await memory.publish([U("I live in Gdynia.")]);
  const [id, known] = [...memory.profiles][0] ?? [];
  if (id === undefined || known === undefined) throw new Error("Nothing was learnt");
  memory.profiles.set(id, {
    row: { ...known.row, content: "Lives in  Gdynia" },
    explain: null,
  });
  await memory.publish([U("I live in Gdynia.")]);
  assertEquals(memory.facts(), ["Lives in  Gdynia"]);
});

Deno.test("reconcileProfileCandidates() counts expired profiles as absent (S-976)", async () => {
  const memory = new TestMemory();
  await memory.publish([U("This week I'm in Lodz.")]);
  await memory.publish([U("This week I'm in Lodz.")], NOW_SEC + 30 * 86_400);
  assertEquals(memory.profiles.size, 2);
});

Deno.test("EmbeddedLearner gives a dated fact the smallest class that holds it (S-975)", async () => {
  const ttlOf = async (said: string) =>
    [...(await learnt([U(said)])).profiles.values()][0]?.row.profile_time_to_live;
  assertEquals(await ttlOf("I'm in Split until Sunday."), "one_week");
  assertEquals(await ttlOf("I'm in Split until 12 August."), "one_quarter");
  assertEquals(await ttlOf("Today I'm in Split."), "one_day");
  assertEquals(await ttlOf("I'm in Split for the next three weeks."), "one_month");
});

Deno.test("EmbeddedLearner attaches what stood in the way to the rule", async () => {
  const memory = await learnt([
    U("What's on?"),
    assistant("I can't open the calendar, access denied."),
    U("Next time tell me right away when you can't open it."),
  ]);
  assertEquals([...memory.playbooks.values()][0]?.row.blocking_issue, {
    kind: "permission_denied",
    details: "I can't open the calendar, access denied",
  });
});

Deno.test("EmbeddedLearner keeps at most sixteen facts of a window (S-963)", async () => {
  const places = Array.from(
    { length: 20 },
    (_, at) =>
      U(`I'm allergic to ${
        [
          "mango",
          "kiwi",
          "celery",
          "mustard",
          "sesame",
          "lupin",
          "squid",
          "rye",
          "barley",
          "oats",
          "garlic",
          "honey",
          "corn",
          "peas",
          "soy",
          "milk",
          "eggs",
          "cod",
          "beef",
          "pork",
        ][at] ?? ""
      }.`),
  );
  const memory = new TestMemory();
  memory.turns.length = 0;
  await memory.publish(places.slice(0, 10));
  assertEquals(memory.profiles.size, 10);
});

Deno.test("EmbeddedLearner removes how a drink was taken when the drink is given up", async () => {
  const memory = await learnt([user("I take my coffee black.")], [user("I've given up coffee.")]);
  assertEquals(memory.facts().filter((fact) => fact.includes("black")), []);
});

Deno.test("EmbeddedLearner replaces a home in Japanese, where only the values differ", async () => {
  const memory = await learnt([user("富山に住んでいます。")], [user("福井に引っ越しました。")]);
  assertEquals(memory.facts(), ["ユーザーは福井に住んでいる"]);
});

Deno.test("EmbeddedLearner reads a limit before the comma", async () => {
  const memory = await learnt([user("This week, I'm in Oslo.")]);
  assertEquals([...memory.profiles.values()].map(({ row }) => row.profile_time_to_live), [
    "one_week",
  ]);
});
