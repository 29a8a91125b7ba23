import { assert, assertEquals, assertMatch } from "@std/assert";
import { type Browser, findBrowser, openBrowser } from "../support/browser.ts";
import { serve } from "../../server/mod.ts";

const browserPath = await findBrowser();

/** Whether something on the page is wider than the window, and what. */
const OVERFLOW = `(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return "";
  const wide = [...document.querySelectorAll("main *")].find((each) =>
    each.getBoundingClientRect().right > width + 1 && !each.closest("pre"));
  return wide ? wide.outerHTML.slice(0, 200) : "page";
})()`;

/** Least contrast of texts against the ground behind them (WCAG ratio). */
const CONTRAST = `(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (color) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (each) => {
    for (let at = each; at; at = at.parentElement) {
      const color = rgb(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  };
  let least = 21;
  for (const each of document.querySelectorAll("h1, h3 .path, .verb, p, .type, .need, dd, nav a")) {
    const [a, b] = [light(rgb(getComputedStyle(each).color)), light(ground(each))];
    least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
  }
  return least;
})()`;

/** Opens every fold, so that hidden content counts too. */
const OPEN_ALL = `document.querySelectorAll("details").forEach((each) => each.open = true)`;

/** Runs a check in a browser against a running server; says so in its name when there is none. */
function browserTest(name: string, check: (browser: Browser, url: string) => Promise<void>): void {
  Deno.test({
    name: browserPath === null ? `${name} (skipped: no Chromium here)` : name,
    ignore: browserPath === null,
    fn: async () => {
      if (browserPath === null) return;
      await using server = serve({ port: 0, kv: ":memory:" });
      await server.ready;
      await using browser = await openBrowser(browserPath);
      await check(browser, server.url);
    },
  });
}

browserTest(
  "/docs fits and is legible at 1280 and 390 px, light and dark",
  async (browser, url) => {
    for (const width of [1280, 390]) {
      for (const scheme of ["light", "dark"] as const) {
        await browser.open(`${url}/docs`, { width, scheme });
        await browser.evaluate(OPEN_ALL);
        assertEquals(await browser.evaluate(OVERFLOW), "", `${width} ${scheme}`);
        const contrast = Number(await browser.evaluate(CONTRAST));
        assert(contrast >= 4.5, `contrast ${contrast} at ${width} ${scheme}`);
      }
    }
    assertEquals(browser.complaints(), []);
  },
);

browserTest("/docs makes calls, filters and copies the server's address", async (browser, url) => {
  await browser.open(`${url}/docs#search`, { width: 1280, scheme: "light" });
  const answer = await browser.evaluate(`new Promise((resolve) => {
    const form = document.querySelector('#search form');
    const output = form.querySelector("output");
    new MutationObserver(() => resolve(output.textContent)).observe(output, { childList: true });
    form.requestSubmit();
  })`);
  assertMatch(String(answer), /^200 in [\d.]+ ms, id [0-9a-f]{8}/);
  assertMatch(String(answer), /"success": true/);
  const published = await browser.evaluate(`new Promise((resolve) => {
    const form = document.querySelector('#publish_interaction form');
    const output = form.querySelector("output");
    new MutationObserver(() => resolve(output.textContent)).observe(output, { childList: true });
    form.requestSubmit();
  })`);
  assertMatch(String(published), /Interaction queued for processing/);
  const { sessions } = await (await fetch(`${url}/api/get_requests`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  })).json();
  assertEquals(sessions.length, 1, "what was tried was really done");
  const shown = await browser.evaluate(`(() => {
    const filter = document.querySelector("#filter");
    filter.value = "rerun profile";
    filter.dispatchEvent(new Event("input"));
    return [...document.querySelectorAll("article[data-words]")].filter((each) => !each.hidden)
      .map((each) => each.id).join();
  })()`);
  assertEquals(shown, "rerun_profile_generation");
  const snippet = await browser.evaluate(`document.querySelector("#search pre").textContent`);
  assert(String(snippet).includes(`${url}/api/search`));
  assertEquals(browser.complaints(), []);
});
