/**
 * Checkers for what German, French, Spanish and Portuguese tell in passing.
 *
 * @module
 */

import type { Shape } from "./shapes.ts";
import { textOf, tokensOf } from "./value_words.ts";

/** What follows `arbeite in` and is no place of work. */
const NO_WORKPLACE =
  /\b(?:homeoffice|ruhe|team|projekt|datei|dokument|moment|nacht|woche|stunden?|tage?n?|monat|jahr|hause|teilzeit|vollzeit|schicht|schichten|gruppe|paar|frieden|equipo|casa|proyecto|noche|turno|maison|équipe|projet|nuit|silence|equipe|projeto|noite|turnos|terminal|browser|editor|excel|word|an diesem|an einer|an einem|an der|am|dran|daran|auf|sur|beaucoup|trop|mal|bien|hoy|ahora|demain|aujourd'hui|hoje)\b/;
const WORKPLACE_LEAD =
  /^(?:im|in der|in einem|in einer|bei|beim|bei der|bei einer|bei einem|für|für die|für eine|für einen|aux|au|à l'|à la|dans|chez|pour|en|en un|en una|en el|en la|para|na|no|num|numa|em|em uma|em um) \S/;

/** `im Rettungsdienst in Bremerhaven`, `en una panadería en Vigo`. */
export const foreignWorkplace: Shape = (value) => {
  const text = textOf(value);
  const first = tokensOf(value);
  const noun = first.find((token, index) =>
    index > 0 && token.kind === "word" && token.fold.length > 3
  );
  if (!WORKPLACE_LEAD.test(text) || noun === undefined) return null;
  const german = value.sentence.lang === "de";
  if (NO_WORKPLACE.test(text.split(" ").slice(0, 4).join(" "))) return null;
  return german && !noun.capital && !value.sentence.lowerCase &&
      !first.slice(1, 4).some((token) => token.capital)
    ? null
    : value;
};

/** `Rettungswagen in Bremerhaven`: what one drives for a living. */
export const foreignVehicle: Shape = (value) =>
  /^(?:(?:einen?|den|die|eine) )?\S{0,20}(?:rettungswagen|krankenwagen|lkw|laster|lastwagen|bus|nachtbus|linienbus|reisebus|taxi|straßenbahn|strassenbahn|tram|zug|züge|güterzüge|lok|gabelstapler|stapler|bagger|kran|müllwagen|post|pakete|kurier|transporter|schulbus|u-bahn|s-bahn|traktor)\b/
      .test(textOf(value)) &&
    !/\b(?:statt|lieber|gern|gerne|morgen|heute|nach|zum|zur|nie|oft)\b/.test(textOf(value)) &&
    (!RIDDEN.test(textOf(value)) || /^\S+ (?:in|bei|für) /.test(textOf(value)))
    ? value
    : null;

/** What passengers take too. */
const RIDDEN = /^(?:bus|taxi|tram|straßenbahn|strassenbahn|zug|u-bahn|s-bahn|traktor)\b/;

/** `bei der Feuerwehr in Essen`. */
export const foreignService: Shape = (value) =>
  /^(?:bei|beim|in|im) (?:der |dem )?(?:\S{0,20})(?:feuerwehr|polizei|bundeswehr|post|bahn|rettungsdienst|zoll|stadtverwaltung|sparkasse|thw|marine|bundespolizei|pflegedienst|müllabfuhr|verwaltung)\b/
      .test(textOf(value)) && !/\b(?:gerade|anrufen|gewesen|gemeldet)\b/.test(textOf(value))
    ? value
    : null;

/** `zur Optikerin`, `als Koch`. */
export const foreignTraining: Shape = (value) =>
  /^(?:zur|zum|als|im) \S{3,}/.test(textOf(value))
    ? { ...value, to: Math.min(value.to, value.from + 2) }
    : null;

/** `einen kleinen Laden in Fulda`. */
export const foreignBusiness: Shape = (value) =>
  /\b\S{0,20}(?:laden|geschäft|café|restaurant|werkstatt|praxis|hof|bauernhof|firma|agentur|kanzlei|bäckerei|hotel|pension|studio|salon|verein|buchhandlung|gärtnerei|imkerei|brauerei|weingut|apotheke|kiosk|shop|schule|kita|kindergarten|krippe|museum|archiv|bücherei|bibliothek|theater|chor|orchester|klinik|station|heim|pflegeheim|tierheim|gasthof|gasthaus|fabrik|filiale|reederei|druckerei|tischlerei|schreinerei|metzgerei|molkerei|galerie|redaktion|küche|mensa|kantine|stiftung|team|abteilung)\b/
      .test(textOf(value)) &&
    /^(?:einen?|eine|das|den|die|ein|unser\w*|mein\w*)\b/.test(textOf(value))
    ? value
    : null;

const CHILD =
  /^(?:kind|kinder|kindern|sohn|söhne|söhnen|tochter|töchter|töchtern|zwillinge|zwillingen|drillinge|drillingen|baby|enfants?|filles?|fils|jumeaux|jumelles|bébé|hijos?|hijas?|niños?|niñas?|gemelos|mellizos|bebé|filhos?|filhas?|crianças?|gêmeos|gémeos)$/;
const COUNT =
  /^(?:ein|eine|einen|einer|zwei|drei|vier|fünf|sechs|kleine|kleinen|un|une|deux|trois|quatre|cinq|una|dos|tres|cuatro|cinco|um|uma|dois|duas|três|quatro|\d)$/;

/** `drei Kindern`, `deux enfants de 4 et 7 ans`. */
export const foreignChildren: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) => CHILD.test(token.fold));
  const twins =
    /^(?:zwillinge|zwillingen|drillinge|drillingen|jumeaux|jumelles|gemelos|mellizos|gêmeos|gémeos)$/
      .test(tokens[at]?.fold ?? "");
  const seen = value.sentence.tokens.some((token) => /^ge\p{L}{2,}(?:t|en)$/u.test(token.fold));
  if (seen || at < 0 || at > 2 || !twins && !COUNT.test(tokens[0]?.fold ?? "")) return null;
  const aged = /^(?:de|im|von)$/.test(tokens[at + 1]?.fold ?? "") &&
    tokens.slice(at + 1).some((token) => token.kind === "number");
  return { ...value, to: aged ? value.to : value.from + at + 1 };
};

/** `Tochter`, `Zwillinge`. */
export const foreignChild: Shape = (value) =>
  tokensOf(value).length <= 2 && CHILD.test(tokensOf(value).at(-1)?.fold ?? "") ? value : null;

/** `sechs`, `4`. */
export const foreignAge: Shape = (value) =>
  /^(?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|\d|1\d)(?: jahre alt| monate alt| und\b.*| geworden|$)/
      .test(`${textOf(value)}`) &&
    !/^\S+ (?:uhr|euro|prozent|km|kilo|meter|mal)\b/.test(textOf(value))
    ? { ...value, to: value.from + (/^\S+ (?:jahre|monate) alt/.test(textOf(value)) ? 3 : 1) }
    : null;

/** `Laktoseintoleranz`, `Nussallergie`. */
export const foreignIntolerance: Shape = (value) =>
  /^\S{3,}(?:intoleranz|unverträglichkeit|allergie)$/.test(tokensOf(value)[0]?.fold ?? "")
    ? { ...value, to: value.from + 1 }
    : null;

/** `auf dem linken Ohr taub`, `farbenblind`. */
export const foreignImpaired: Shape = (value) =>
  /^(?:auf (?:dem|einem|beiden) (?:(?:linken|rechten) )?(?:ohr|auge|ohren|augen) (?:taub|blind|schwerhörig)|(?:fast |stark |von geburt an |seit geburt )?(?:taub|blind|gehörlos|schwerhörig|farbenblind|sehbehindert|diabetiker|diabetikerin|asthmatiker|asthmatikerin|epileptiker|epileptikerin|legastheniker|rollstuhlfahrer|rollstuhlfahrerin|gehbehindert|kurzsichtig|nachtblind))\b(?! vor\b)/
      .test(textOf(value))
    ? value
    : null;

/** `Asthma`, `einen Bandscheibenvorfall`. */
export const foreignCondition: Shape = (value) =>
  /^(?:einen |eine |ein |chronische |starkes |schweres )*(?:asthma|diabetes|zöliakie|rheuma|migräne|epilepsie|adhs|arthrose|neurodermitis|bluthochdruck|heuschnupfen|legasthenie|bandscheibenvorfall|herzschrittmacher|tinnitus|parkinson|multiple sklerose|hörgerät|hörgeräte|knieprothese)\b/
      .test(textOf(value))
    ? value
    : null;

/** `eine Katze namens Minka`, `zwei Hunde`. */
export const foreignAnimal: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) =>
    /^(?:katzen?|kater|hunde?|hündin|kaninchen|hamster|meerschweinchen|papagei|papageien|pferde?|pony|hühner|schildkröten?|wellensittiche?|ziegen?|schafe|bienen|aquarium)$/
      .test(token.fold)
  );
  const next = tokens[at + 1];
  if (at < 1 || at > 2 || !COUNT.test(tokens[0]?.fold ?? "")) return null;
  if (next !== undefined && /^(?:namens|mit)$/.test(next.fold) && tokens[at + 2] !== undefined) {
    return next.fold === "namens" ? { ...value, to: value.from + at + 3 } : value;
  }
  return next === undefined || next.kind === "punct" || /^(?:und|in|zu|im|die|der)$/.test(next.fold)
    ? { ...value, to: value.from + at + 1 }
    : null;
};

const HERD =
  /^(?:\p{L}*(?:völker|bienenstöcke|kühe|rinder|schweine|schafe|ziegen|gänse|enten|hühner|puten|pferde|esel|lamas|alpakas|hektar)|colmenas|vacas|ovejas|cabras|gallinas|cerdos|caballos|patos|hectáreas|olivos|ruches|vaches|brebis|chèvres|poules|cochons|canards|moutons|hectares|colmeias|ovelhas|porcos|galinhas|cavalos|oliveiras)$/u;
const MANY =
  /^(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|hundert|einige|viele|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|treinta|cuarenta|cincuenta|cien|unas|unos|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|cent|quelques|duas|dois|três|quatro|sete|oito|nove|dez|doze|vinte|trinta|quarenta|cinquenta|cem|umas|uns)$/;
const STANDS =
  /^(?:in|bei|am|auf|an|im|nahe|vor|hinter|neben|en|cerca|junto|à|au|dans|près|sur|em|na|no|perto|de)$/;

/** `zwölf Völker am Stadtrand von Görlitz`: animals or land with where they are. */
export const foreignHerd: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) => HERD.test(token.fold));
  if (at < 1 || at > 2 || !MANY.test(tokens[0]?.fold ?? "")) return null;
  const next = tokens[at + 1];
  return next !== undefined && STANDS.test(next.fold)
    ? value
    : { ...value, to: value.from + at + 1 };
};

/** `Linkshänder`. */
export const foreignHanded: Shape = (value) =>
  /^(?:linkshänder|linkshänderin|rechtshänder|rechtshänderin|gaucher|gauchère|zurdo|zurda|canhoto|canhota)$/
      .test(tokensOf(value)[0]?.fold ?? "")
    ? { ...value, to: value.from + 1 }
    : null;
