/**
 * Word classes about things: tools, devices, outputs, time words, units.
 *
 * @module
 */

import { phraseSet, wordSet } from "./words.ts";

/** Software names that are recognised in lower case. */
export const TOOLS: ReadonlySet<string> = wordSet(`
dropbox nextcloud bugzilla scrivener ulysses lexware zotero overleaf miro
neovim nvim vim emacs helix nano vscode vs-code sublime intellij pycharm webstorm goland rider phpstorm zed xcode eclipse netbeans
jetbrains notepad rstudio jupyter spyder kakoune cursor windsurf
python elixir erlang ruby rails java kotlin scala clojure haskell rust go golang typescript javascript node deno bun php
laravel symfony django flask fastapi perl lua swift c c++ c# f# dart flutter zig nim ocaml julia r matlab fortran cobol elm
react vue svelte sveltekit angular solid astro next.js nextjs nuxt remix ember jquery htmx tailwind bootstrap phoenix
postgres postgresql mysql mariadb sqlite mongodb mongo redis cassandra dynamodb clickhouse snowflake bigquery duckdb
elasticsearch opensearch kafka rabbitmq nats firebase supabase neo4j couchdb oracle mssql cockroachdb influxdb
docker podman kubernetes k8s nomad terraform pulumi ansible puppet chef-infra jenkins gitlab github bitbucket circleci
travis buildkite argo argocd flux helm heroku vercel netlify cloudflare aws gcp azure hetzner fly.io render linode digitalocean
lambda ec2 s3 gke eks aks systemd nginx apache caddy traefik cron makefile make bazel gradle maven npm pnpm yarn pip poetry uv
conda cargo nix nixos homebrew vite webpack rollup esbuild eslint biome prettier ruff black pytest jest vitest mocha playwright
cypress selenium pandas polars numpy pytorch tensorflow sklearn spark airflow dagster dbt tableau looker metabase
grafana prometheus datadog sentry splunk excel sheets libreoffice openoffice word powerpoint keynote numbers latex
markdown obsidian notion evernote onenote logseq roam todoist trello jira asana linear clickup basecamp airtable
slack teams discord zoom webex mattermost outlook thunderbird gmail protonmail figma sketch photoshop illustrator indesign
lightroom gimp inkscape blender autocad solidworks fusion rhino revit sketchup quickbooks xero datev sap salesforce hubspot
zendesk shopify woocommerce wordpress drupal squarespace wix mailchimp stripe linux ubuntu debian fedora arch mint
windows macos ios android chromeos bsd freebsd zsh bash fish powershell tmux firefox chrome safari brave edge vivaldi
git svn mercurial yaml json toml xml graphql grpc rest openapi
codeberg gnucash confluence strapi buttondown sqlalchemy sidekiq freshdesk intercom helpscout gorgias servicenow zammad osticket odoo pipedrive zoho mollie adyen paypal klarna
premiere davinci capcut audacity ableton joplin logseq craftcms prestashop magento bigcommerce joomla typo3 hugo jekyll gatsby
freshbooks sage freeagent bexio sevdesk wave calendly zulip signal whatsapp telegram threema buffer hootsuite bitwarden 1password
k3s minikube microk8s proxmox rancher godot aseprite unity unreal krita darktable reaper kicad freecad restic borg codemagic gitea forgejo
jellyfin opnsense unraid truenas vagrant packer minio procreate houdini cubase musescore sibelius lilypond qgis platformio homeassistant
lastpass keepass clio toggl harvest personio bamboohr workday gusto deel monday.com shortcut youtrack redmine
`);

/** Software names that are also common words; they count only with a capital letter. */
export const AMBIGUOUS_TOOLS: ReadonlySet<string> = wordSet(`
go c r word numbers rest black spark jest rider nano render fusion rhino mint rails elm swift oracle puppet ember solid stripe
brave edge chrome argo helm linear teams poetry notion phoenix fish bash arch conda flux asana basecamp bun julia nix sap
premiere wave sage harvest signal buffer shortcut workday craft hugo clio gusto deel
box discord zoom slack cursor atlas sage keynote drizzle prisma pages safari sentry flask fission astro dart rust ruby java unity unreal reaper packer rancher
`);

/** Software that does the same job: who changes to one of a line leaves the others. */
const TOOL_KINDS: readonly ReadonlySet<string>[] = [
  "windows macos linux ubuntu debian fedora arch mint chromeos freebsd",
  "firefox chrome safari brave edge vivaldi",
  "postgres postgresql mysql mariadb sqlite mongodb mongo oracle mssql cockroachdb",
  "jira linear asana trello basecamp clickup bugzilla todoist monday.com shortcut youtrack redmine",
  "slack teams discord mattermost zulip",
  "zoom webex meet",
  "github gitlab bitbucket codeberg",
  "npm pnpm yarn",
  "aws gcp azure hetzner digitalocean linode heroku",
  "react vue svelte angular solid",
  "notion obsidian evernote onenote logseq roam joplin",
  "outlook thunderbird gmail protonmail",
  "jenkins circleci travis buildkite",
  "webpack vite rollup esbuild",
  "jest vitest mocha",
  "bash zsh fish powershell",
  "salesforce hubspot pipedrive zoho",
  "quickbooks xero datev lexware freshbooks freeagent bexio sevdesk",
  "photoshop gimp",
  "zendesk freshdesk intercom helpscout gorgias servicenow zammad osticket",
  "stripe mollie adyen paypal klarna",
  "premiere davinci capcut",
  "shopify woocommerce prestashop magento bigcommerce squarespace wix",
  "mailchimp buttondown substack",
  "bitwarden 1password lastpass keepass",
  "hugo jekyll gatsby",
  "spotify tidal deezer qobuz",
  "lightroom darktable",
].map((line) => wordSet(line));

/** Line of {@link TOOL_KINDS} that a value names, -1 when it names none or more than one. */
export function toolKind(value: string): number {
  const named = value.toLowerCase().split(/[^\p{L}\p{N}+#.]+/u);
  const kinds = TOOL_KINDS.flatMap((kind, index) =>
    named.filter((word) => kind.has(word)).map(() => index)
  );
  return kinds.length === 1 ? kinds[0] ?? -1 : -1;
}

/** Text editors, for their own slot. */
export const EDITORS: ReadonlySet<string> = wordSet(`
neovim nvim vim emacs helix nano vscode vs-code sublime intellij pycharm webstorm goland phpstorm zed xcode eclipse netbeans
notepad rstudio kakoune cursor windsurf
`);

/** Devices and vehicles. */
export const DEVICES: ReadonlySet<string> = wordSet(`
laptop phone smartphone computer pc desktop tablet monitor printer scanner camera lens router keyboard mouse headset
headphones earbuds watch smartwatch tv television console car van truck lorry motorbike motorcycle scooter bike bicycle
e-bike ebike tandem campervan camper caravan boat canoe kayak oven hob stove fridge freezer dishwasher washing-machine dryer
boiler thermostat projector drone guitar piano violin cello ukulele synthesiser synthesizer e-reader kindle macbook
desktop thinkpad iphone ipad pixel chromebook mac imac raspberry nas server workstation sewing-machine loom kiln heat-pump
turntable amplifier microphone espresso-machine mower tractor
`);

/** Lasting possessions. */
export const DURABLES: ReadonlySet<string> = wordSet(`
kiln loom lathe tandem greenhouse harpsichord telescope solar panels battery woodstove sauna pond beehives house flat apartment cottage cabin allotment garden farm vineyard orchard studio workshop shop garage land plot greenhouse
restaurant cafe café bakery company firm business agency salon practice gallery hotel hostel guesthouse pub brewery
bookshop bookstore nursery clinic pharmacy kiosk warehouse
`);

/** Businesses that people run. */
export const BUSINESSES: ReadonlySet<string> = wordSet(`
shop store bakery restaurant cafe café studio workshop company firm business agency salon practice gallery hotel hostel
guesthouse pub bar brewery bookshop bookstore nursery clinic pharmacy kiosk farm vineyard school academy charity
foundation startup consultancy newsletter podcast channel blog magazine theatre gym dojo garage dealership surgery
kitchen stall market boutique butchery butchers dairy winery distillery library museum club choir kindergarten
pottery florist tearoom teahouse sawmill smokehouse cheesemonger barbershop chandlery joinery carpentry tannery
bistro pizzeria deli creamery nursery tutoring ferry taxi laboratory lab newspaper orchard forge foundry printshop laundry launderette franchise webshop start-up b&b campsite gmbh ltd llc partnership cooperative co-op smallholding
`);

/** Kinds of text or answer that the assistant makes. */
export const OUTPUTS: ReadonlySet<string> = wordSet(`
answer answers reply replies response responses message messages email emails mail mails letter letters summary
summaries report reports note notes minutes comment comments commit commits code snippet snippets function functions test tests doc docs
document documents documentation table tables list lists chart charts graph graphs plot plots diagram diagrams plan plans
schedule schedules itinerary itineraries recipe recipes translation translations explanation explanations
description descriptions title titles headline headlines heading headings caption captions subject subjects draft drafts
post posts article articles invoice invoices quote quotes offer offers estimate estimates proposal proposals
ticket tickets issue issues changelog changelogs release releases announcement announcements presentation slides slide deck
agenda agendas reminder reminders event events appointment appointments booking bookings meeting meetings price
prices date dates distance distances amount amounts number numbers time times temperature temperatures figure
figures unit units measurement measurements file files attachment attachments link links image images picture
pictures screenshot screenshots search searches result results suggestion suggestions recommendation
recommendations option options question questions step steps example examples source sources citation citations
reference references footnote footnotes migration migrations query queries branch branches review reviews
update updates status statuses spreadsheet spreadsheets form forms poem poems story stories script scripts
transcript transcripts transfer transfers payment payments refund refunds order orders delivery deliveries
deployment deployments backup backups feedback calculation calculations total totals forecast forecasts
analysis analyses comparison comparisons contract contracts label labels newsletter newsletters tweet tweets
variable variables name names log logs dashboard dashboards notification notifications playlist playlists
joke jokes emoji emojis bullet bullets paragraph paragraphs sentence sentences word words line lines greeting
essay essays memo memos rota rotas roster rosters listing listings advert adverts application applications statement statements briefing briefings
papers sheets sermon sermons timetable timetables quiz quizzes worksheet worksheets leaflet leaflets flyer flyers brochure brochures menu menus speech speeches
bio bios certificate certificates receipt receipts blurb blurbs synopsis abstract abstracts sample samples checklist checklists
manual manuals handout handouts invitation invitations lease leases bulletin bulletins cv cvs resume resumes spec specs
specification specifications tutorial tutorials slogan slogans rejection rejections calendar calendars texts paragraph
greetings sign-off signature signatures disclaimer disclaimers apology apologies pdf pdfs reservation reservations
`);

/** Style and format words. */
export const STYLE_WORDS: ReadonlySet<string> = wordSet(`
formal informal formally informally casually politely warmly professionally respectfully neutrally plainly softly chattily casual polite politely blunt direct directly short shorter brief briefly concise concisely
long longer detailed detail details plain simple simply jargon legalese bullet bullets list lists table tables prose
markdown emoji emojis exclamation marks caps capitals bold italics headings heading metric imperial kilometres kilometers
miles celsius fahrenheit euros dollars pounds kilos grams litres liters 24-hour 12-hour iso british american spelling first-name
surname title sir madam tabs spaces indentation comments semicolons hype slang sober dry friendly warm tone voice
language english summary hyphens dashes ascii html latex code json yaml csv passive active tense pdf attachments
links sources citations numbers numbered steps examples humour humor sarcasm puns jokes disclaimers apologies
small talk smalltalk filler fluff preamble intro introductions intros acronyms abbreviations
`);

/** Currency signs and words. */
export const CURRENCIES: ReadonlySet<string> = wordSet(`
crown crowns euro euros eur dollar dollars usd pound pounds gbp quid franc francs chf yen jpy yuan rmb krona kronor sek nok dkk kroner krone
rupee rupees inr zloty pln forint huf lira try real reais brl peso pesos rand zar bucks € $ £ ¥ ₹ won krw cad aud nzd
koruna czk lei ron shekels ils dirhams aed baht thb k grand
`);

/** Days and parts of the day. */
export const DAYS: ReadonlySet<string> = wordSet(`
monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays
mon tue tues wed thu thur thurs fri sat sun weekday weekdays weekend weekends morning mornings afternoon afternoons
evening evenings night nights noon lunchtime lunchtimes midday midnight
`);

/** Months. */
export const MONTHS: readonly string[] = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Adverbs that close a value. */
export const TIME_ADVERBS: ReadonlySet<string> = wordSet(`
today tonight tomorrow yesterday now currently lately recently anymore nowadays again already soon later
`);

/** Small words that never form a value on their own. */
export const FUNCTION_WORDS: ReadonlySet<string> = wordSet(`
a an the this that these those it its he she him her they them their there here i me my mine we us our you your of to in on at
by for from with without and or but so as if than then not no nor is are am was were be been being do does did have has
had will would can could should shall may might must just only very too also quite rather really more most much many
some any all both each every either neither which who whom whose what when where why how about into over under again
one ones thing things something anything everything nothing someone anyone everyone up down out off back still even well
please thanks
`);

/** Pronouns and pointers that make a value unusable. */
export const DEICTICS: ReadonlySet<string> = wordSet(`
this that these those it its he she him her they them his hers theirs there here you your yours such same one ones
what how which who everything something anything nothing someone everyone
`);

/** Idioms and empty things people love, hate or have. */
export const EMPTY_VALUES: ReadonlySet<string> = phraseSet(
  "question, a question, questions, a problem, problems, an issue, an idea, a mess, no idea, a feeling, a look, a minute, a moment, time, a second, doubts, a point, a go, a try, trouble, hope, fun, it, that, this, a lot, the idea, the thought, to say, to admit, to be, to hear, to know, to see, to ask, to go, to run, to leave, to bother, to interrupt",
);
