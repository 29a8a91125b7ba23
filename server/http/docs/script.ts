/** Behaviour of the documentation page: filter, calls, copying. Everything is readable without it. */
export const SCRIPT = `
const filter = document.querySelector("#filter");
const articles = [...document.querySelectorAll("article[data-words]")];
function applyFilter() {
  const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const article of articles) {
    const isShown = words.every((word) => article.dataset.words.includes(word));
    article.hidden = !isShown;
    const link = document.querySelector('nav a[href="#' + article.id + '"]');
    if (link) link.parentElement.hidden = !isShown;
  }
  for (const group of document.querySelectorAll("main > section, nav .group")) {
    const items = group.querySelectorAll("article[data-words], li");
    group.hidden = items.length > 0 && [...items].every((item) => item.hidden);
  }
}
filter.addEventListener("input", applyFilter);
document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
  if (event.key === "/" && !isTyping) { event.preventDefault(); filter.focus(); }
  if (event.key === "Escape" && document.activeElement === filter) {
    filter.value = ""; applyFilter();
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    document.activeElement?.closest("form[data-path]")?.requestSubmit();
  }
});
function openTarget() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (!target) return;
  const fold = target.closest("details") ?? target.querySelector(":scope > details");
  if (fold) fold.open = true;
}
addEventListener("hashchange", openTarget);
openTarget();
const server = location.protocol.startsWith("http") ? location.origin : "http://127.0.0.1:8081";
for (const pre of document.querySelectorAll(".snippet pre")) {
  pre.textContent = pre.textContent.replaceAll("http://127.0.0.1:8081", server);
}
for (const button of document.querySelectorAll("button.copy")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector("pre").textContent);
    button.textContent = "Copied";
    setTimeout(() => button.textContent = "Copy", 1500);
  });
}
function requestOf(form) {
  const url = new URL(form.dataset.path, server);
  const headers = {};
  const key = document.querySelector("#key")?.value.trim();
  if (key) headers.Authorization = "Bearer " + key;
  for (const input of form.querySelectorAll("input[data-in]")) {
    if (input.value === "") continue;
    if (input.dataset.in === "query") url.searchParams.set(input.name, input.value);
    else headers[input.name] = input.value;
  }
  const body = form.querySelector("textarea")?.value;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  return [url, { method: form.dataset.method, headers, body }];
}
function show(output, isGood, title, text) {
  const line = document.createElement("p");
  line.className = isGood ? "ok" : "bad";
  line.textContent = title;
  const pre = document.createElement("pre");
  pre.tabIndex = 0;
  pre.textContent = text;
  output.replaceChildren(line, pre);
}
async function send(form) {
  const output = form.querySelector("output");
  const [url, init] = requestOf(form);
  const startedMs = performance.now();
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    const ms = (performance.now() - startedMs).toFixed(1);
    const id = response.headers.get("X-Correlation-ID");
    let shown = text;
    try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch { /* not JSON */ }
    show(output, response.ok, response.status + " in " + ms + " ms, id " + id, shown);
  } catch (error) {
    show(output, false, "No answer", String(error));
  }
}
for (const form of document.querySelectorAll("form[data-path]")) {
  form.addEventListener("submit", (event) => { event.preventDefault(); send(form); });
}
`;
