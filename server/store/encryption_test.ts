import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { makeInteraction, makeProfile } from "../../tests/support/rows.ts";
import { sealedBy } from "./encryption.ts";
import {
  compactFile,
  CONFIG,
  createCipher,
  type KeyedCipher,
  openStore,
  parseEncryptionKeys,
  resealValues,
  StoreError,
} from "./mod.ts";

const ONE = "one:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const TWO = "two:Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";
const MARKER = "marker-of-somebody";

/** A cipher of keys given as text. */
function cipherOf(text: string): KeyedCipher {
  const cipher = createCipher(parseEncryptionKeys(text));
  if (cipher === null) throw new Error("No key");
  return cipher;
}

/** Whether any stored byte of a file says the marker. */
async function holds(url: string, marker: string): Promise<boolean> {
  const bytes = await Promise.all(
    [url, `${url}-wal`].map((path) => Deno.readFile(path).catch(() => new Uint8Array())),
  );
  const wanted = new TextEncoder().encode(marker).join(",");
  return bytes.some((part) => part.join(",").includes(wanted));
}

/** Runs `work` with the path of a database in a folder of its own. */
async function withFile(work: (url: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(`${folder}/a.db`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("createCipher() opens what it sealed and never seals the same way twice", () => {
  const cipher = cipherOf(ONE);
  for (const length of [0, 1, 1_000, 70_000]) {
    const plain = crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536)));
    const sealed = cipher.seal(plain);
    assertEquals(cipher.open(sealed), plain);
    assertEquals(sealedBy(sealed), "one");
  }
  const plain = new Uint8Array(32);
  assert(cipher.seal(plain).join() !== cipher.seal(plain).join());
});

Deno.test("createCipher() refuses changed bytes, cut bytes and another key", () => {
  const cipher = cipherOf(ONE);
  const sealed = cipher.seal(new TextEncoder().encode("some words"));
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    assertThrows(() => cipher.open(changed));
    assertThrows(() => cipher.open(sealed.slice(0, at)));
  }
  assertThrows(() => cipherOf(TWO).open(sealed), TypeError, '"one" is not set');
});

Deno.test("parseEncryptionKeys() says which key is wrong and never shows it", () => {
  assertEquals(parseEncryptionKeys(undefined), []);
  assertEquals(createCipher([]), null);
  assertEquals(parseEncryptionKeys(`${TWO}, ${ONE}`).map((key) => key.id), ["two", "one"]);
  const secret = "c2VjcmV0LXNlY3JldA==";
  for (
    const [text, said] of [
      [secret, "key 1 must be written as id:base64"],
      [`${ONE},short:${secret}`, 'key "short" has 13 bytes, must have 32'],
      [`k:no base64!`, 'key "k" is no base64'],
      [`a b:${secret}`, "key 1 needs an id"],
    ] as const
  ) {
    const error = assertThrows(() => parseEncryptionKeys(text), StoreError, said);
    assert(!error.message.includes("c2VjcmV0"));
  }
  assertThrows(() => createCipher(parseEncryptionKeys(`${ONE},${ONE}`)), StoreError, "used twice");
});

Deno.test("openStore() with a cipher leaves no readable value on the disk", () =>
  withFile(async (url) => {
    {
      await using store = await openStore({ url, cipher: cipherOf(ONE) });
      const org = store.org("acme");
      assertEquals(await org.nextId("interaction"), 1);
      await org.write((tx) => {
        const vector = new TextEncoder().encode(MARKER);
        tx.put("profile", makeProfile({ content: MARKER }), { vector });
        tx.put("interaction", makeInteraction({ content: MARKER.repeat(10_000) }));
        tx.set(CONFIG, [], JSON.parse(JSON.stringify({ note: MARKER })));
      });
      // Over one commit's limits, so it goes through the redo log.
      await org.write((tx) => {
        for (let n = 0; n < 60; n++) {
          const row = makeProfile({ profile_id: `p${n}`, content: MARKER.repeat(1_000) });
          tx.put("profile", row, { isNew: true });
        }
      });
      await org.writeSnapshot("index", {
        pieces: [new TextEncoder().encode(MARKER.repeat(10_000))],
        position: org.position,
      });
    }
    assert(!await holds(url, MARKER));
    await using store = await openStore({ url, cipher: cipherOf(ONE) });
    const org = store.org("acme");
    assertEquals((await org.get("profile", "profile"))?.content, MARKER);
    assertEquals((await org.get("interaction", 1))?.content.length, MARKER.length * 10_000);
    assertEquals((await org.view("profile")).size, 61);
    assertEquals(
      (await org.readSnapshot("index"))?.bytes,
      new TextEncoder().encode(MARKER.repeat(10_000)),
    );
    assertEquals((await store.checkOrg("acme")).problems, []);
  }));

Deno.test("openStore() after a rotation opens old rows and seals new ones with the new key", () =>
  withFile(async (url) => {
    {
      await using store = await openStore({ url, cipher: cipherOf(ONE) });
      await store.org("acme").write((tx) => tx.put("profile", makeProfile({ profile_id: "old" })));
    }
    {
      await using store = await openStore({ url, cipher: cipherOf(`${TWO},${ONE}`) });
      const org = store.org("acme");
      await org.write((tx) => tx.put("profile", makeProfile({ profile_id: "new" })));
      assertEquals((await org.view("profile")).size, 2);
      assertEquals((await org.get("profile", "old"))?.profile_id, "old");
    }
    // Without the new key nothing opens, and nothing is taken for damaged.
    await assertRejects(
      () => openStore({ url, cipher: cipherOf(ONE) }),
      StoreError,
      "sealed with another key",
    );
  }));

Deno.test("openStore() refuses a sealed database without a key or with a wrong one", () =>
  withFile(async (url) => {
    await (await openStore({ url, cipher: cipherOf(ONE) })).close();
    const error = await assertRejects(() => openStore({ url }), StoreError);
    assertEquals(error.kind, "schema");
    assert(error.message.includes("set REFLEXIO_ENCRYPTION_KEYS"));
    const wrong = ONE.replace("AAEC", "AAED");
    await assertRejects(
      () => openStore({ url, cipher: cipherOf(wrong) }),
      StoreError,
      "sealed with another key",
    );
  }));

Deno.test("openStore() with a first key reads what was stored in the clear", () =>
  withFile(async (url) => {
    {
      await using store = await openStore({ url });
      await store.org("acme").write((tx) => tx.put("profile", makeProfile({ content: "plain" })));
    }
    await using store = await openStore({ url, cipher: cipherOf(ONE) });
    assertEquals((await store.org("acme").get("profile", "profile"))?.content, "plain");
  }));

Deno.test("resealValues() after a rotation lets the old key be thrown away", () =>
  withFile(async (url) => {
    {
      await using store = await openStore({ url, cipher: cipherOf(ONE) });
      const org = store.org("acme");
      await org.write((tx) => {
        tx.put("profile", makeProfile(), { vector: Uint8Array.of(1, 2, 3) });
        tx.put("profile", makeProfile({ profile_id: "long", content: "ø".repeat(100_000) }));
        tx.set(CONFIG, [], JSON.parse(JSON.stringify({ note: MARKER })));
      });
    }
    const report = await resealValues({ url, cipher: cipherOf(`${TWO},${ONE}`) });
    assertEquals(report, { resealed: 4, kept: 0, left: 0 });
    const again = await resealValues({ url, cipher: cipherOf(TWO) });
    assertEquals(again, { resealed: 0, kept: 4, left: 0 });
    await using store = await openStore({ url, cipher: cipherOf(TWO) });
    const org = store.org("acme");
    assertEquals((await org.get("profile", "long"))?.content.length, 100_000);
    assertEquals(JSON.stringify(await org.read(CONFIG, [])), JSON.stringify({ note: MARKER }));
    assertEquals((await store.checkOrg("acme")).problems, []);
  }));

Deno.test("resealValues() with a first key seals what was stored in the clear", () =>
  withFile(async (url) => {
    {
      await using store = await openStore({ url });
      await store.org("acme").write((tx) =>
        tx.put("profile", makeProfile({ content: MARKER.repeat(9_000) }))
      );
    }
    assert(await holds(url, MARKER));
    assertEquals((await resealValues({ url, cipher: cipherOf(ONE) })).resealed, 1);
    await compactFile(url);
    assert(!await holds(url, MARKER));
  }));
