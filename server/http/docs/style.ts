/** Look of the documentation page, light and dark, from 320 px up. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#fbfaf8, #15171c);
  --sheet: light-dark(#ffffff, #1c1f26);
  --ink: light-dark(#1d2230, #e6e8ee);
  --soft: light-dark(#5b6275, #a3aabb);
  --line: light-dark(#e2dfd8, #313642);
  --accent: light-dark(#0b57a4, #7db7ff);
  --code: light-dark(#f2f0ea, #252932);
  --get: light-dark(#0b6e4f, #5fd3a6);
  --post: light-dark(#0b57a4, #7db7ff);
  --put: light-dark(#8a5200, #f2b75a);
  --delete: light-dark(#a8202f, #ff8f97);
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
a { color: var(--accent); text-underline-offset: .15em; }
code, pre, textarea, .path, .verb { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
code { background: var(--code); padding: .08em .3em; border-radius: .25em; font-size: .875em;
  overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--sheet); padding: .5rem 1rem; z-index: 2; }
.page { display: grid; grid-template-columns: 17rem minmax(0, 1fr); max-width: 76rem;
  margin: 0 auto; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.25rem 1rem;
  border-right: 1px solid var(--line); font-size: .875rem; }
nav h2 { font-size: .75rem; text-transform: uppercase; letter-spacing: .06em; color: var(--soft);
  margin: 1.1rem 0 .25rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: .16rem .35rem; color: inherit; text-decoration: none;
  border-radius: .25rem; overflow-wrap: anywhere; }
nav li a:hover { background: var(--code); }
main { padding: 1.5rem 2rem 6rem; min-width: 0; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
main > section > h2 { margin: 2.5rem 0 .5rem; font-size: 1.25rem; }
main > section > h2::first-letter { text-transform: uppercase; }
article { background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem;
  padding: .9rem 1.1rem; margin: .8rem 0; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
h3 a { color: inherit; text-decoration: none; }
h4 { font-size: .875rem; margin: .8rem 0 .2rem; color: var(--soft); }
article p { margin: .35rem 0; }
.verb { font-size: .75rem; font-weight: 700; border: 1px solid currentColor; border-radius: .3rem;
  padding: .1rem .35rem; margin-right: .35rem; }
.verb.get { color: var(--get); } .verb.post { color: var(--post); }
.verb.put { color: var(--put); } .verb.delete { color: var(--delete); }
.notes, .statuses, .hint, .default { color: var(--soft); font-size: .875rem; }
.type { color: var(--soft); font-size: .875rem; }
.need { color: var(--delete); font-size: .8rem; font-weight: 600; }
details { border-top: 1px solid var(--line); padding: .35rem 0; }
summary { cursor: pointer; padding: .15rem 0; }
dl { margin: .4rem 0 .4rem .2rem; } dt { margin-top: .45rem; }
dd { margin: 0 0 0 1rem; font-size: .9rem; }
pre { background: var(--code); padding: .7rem .9rem; border-radius: .4rem; overflow-x: auto;
  font-size: .8125rem; line-height: 1.5; margin: .4rem 0; max-height: 28rem; }
label { display: block; font-size: .875rem; color: var(--soft); margin: .5rem 0; }
input, textarea { display: block; width: 100%; font-size: .875rem; color: var(--ink);
  background: var(--ground); border: 1px solid var(--line); border-radius: .4rem;
  padding: .45rem .6rem; margin-top: .15rem; }
textarea { font-size: .8125rem; line-height: 1.5; resize: vertical; }
button { font: inherit; font-size: .875rem; color: var(--sheet); background: var(--accent);
  border: 0; border-radius: .4rem; padding: .4rem .9rem; cursor: pointer; }
button.copy { float: right; color: var(--accent); background: none;
  border: 1px solid var(--line); padding: .15rem .6rem; }
output { display: block; }
.ok { color: var(--get); } .bad { color: var(--delete); }
[hidden] { display: none; }
@media (max-width: 48rem) {
  .page { display: block; }
  nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); }
  nav .groups { max-height: 13rem; overflow-y: auto; }
  main { padding: 1rem .9rem 4rem; }
  article { padding: .75rem .8rem; }
}
`;
