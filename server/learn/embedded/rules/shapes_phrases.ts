/**
 * Checkers for what German, Spanish, French and Portuguese tell by a phrase.
 *
 * @module
 */

import { DEVICES, TOOLS } from "../lexicon/things.ts";
import type { Token } from "../types.ts";
import type { Shape, ValueRange } from "./shapes.ts";
import { foreignPlace, foreignThing } from "./shapes_languages.ts";
import { bareNoun } from "./shapes_ways.ts";
import { textOf, tokensOf } from "./value_words.ts";

/** Pointers, questions and empty words that make a phrase no fact. */
const NO_PHRASE =
  /^(?:das|dies|diese[rsn]?|es|ihn|sie|dich|dir|ihnen|nicht|nie|esto|eso|este|esta|lo|te|le|se|nada|algo|todo|ça|cela|ceci|ce|cet|cette|rien|tout|isso|isto|este|esta|você|nada|tudo|pas|plus|que|qui|quoi|dass|wenn|was|wie|qué|cómo|como|quando|si|aquí|ici|aqui|hier|da)$/;

/** Any phrase without a pointer at its start. */
export const foreignPhrase: Shape = (value) => {
  const first = tokensOf(value)[0];
  if (first === undefined || NO_PHRASE.test(first.fold) || first.kind === "punct") return null;
  return foreignThing(value);
};

/** `Schwimmkurse für Kinder`, `clases de piano`, `des cours de dessin`. */
export const foreignCourses: Shape = (value) =>
  /^(?:\S+ ){0,2}\S*(?:kurse?|unterricht|stunden|nachhilfe|seminare?|workshops?|clases|cursos|talleres|cours|ateliers|leçons|aulas|oficinas|formation|formations|formaciones|formações)\b/
      .test(textOf(value)) && !/^(?:die|das|diese|estas|esas|ces|estas|essas)\b/.test(textOf(value))
    ? value
    : null;

const PREMISES =
  /(?:^|[\s-])(?:\S*(?:laden|geschäft|café|restaurant|werkstatt|praxis|hof|bauernhof|firma|agentur|kanzlei|bäckerei|hotel|pension|studio|salon|buchhandlung|gärtnerei|imkerei|brauerei|weingut|campingplatz|ferienhaus|gasthof|hofladen|fahrschule|tanzschule|musikschule|apotheke|kiosk|kita|abteilung|schule|betrieb|bar|kneipe|töpferei|metzgerei|tischlerei|schreinerei|druckerei|boutique)|casa rural|turismo rural|albergue|librería|panadería|tienda|restaurante|bar|hotel|hostal|taller|clínica|consulta|granja|finca|bodega|farmacia|peluquería|empresa|negocio|academia|escuela|floristería|imprenta|viñedo|kiosco|cafetería|bufete|estudio|camping|quesería|carpintería|ferme-auberge|chambres d'hôtes|librairie|boulangerie|boutique|magasin|restaurant|café|gîte|hôtel|atelier|ferme|cabinet|pharmacie|salon|entreprise|école|fromagerie|brasserie|crêperie|domaine|vignoble|chambre d'hôtes|épicerie|pizzeria|menuiserie|galerie|agence|alojamento local|turismo rural|parque de campismo|livraria|padaria|loja|restaurante|oficina|clínica|quinta|fazenda|farmácia|salão|empresa|negócio|escola|pousada|hotel|ateliê|vinha|café|pastelaria|confeitaria|consultório|sítio|mercearia|gráfica|floricultura)(?:$|[\s,])/;

/** A business of one's own, with its article: `una librería en Cádiz`. */
export const foreignPremises: Shape = (value) =>
  /^(?:einen?|eine|ein|meine?n?|unsere?n?|un|una|mi|nuestr[oa]|une|mon|ma|notre|um|uma|o meu|a minha|meu|minha|nosso|nossa|dos|deux|dois|duas|zwei|la|el|le|a|o|die|das|den)\b/
      .test(textOf(value)) &&
    PREMISES.test(textOf(value)) &&
    !(value.sentence.lang === "de" && !value.sentence.lowerCase &&
      !tokensOf(value).some((token) => token.capital && PREMISES.test(token.fold))) &&
    !/\b(?:gefunden|gebucht|reserviert|reservado|réservé|reservada|frage|pregunta|question|pergunta)\b/
      .test(
        textOf(value),
      )
    ? value
    : null;

/** `auf dem Land`, `en un quinto sin ascensor`, `au quatrième étage`. */
export const foreignDwelling: Shape = (value) =>
  /\b(?:auf dem (?:land|dorf|bauernhof)|\S*(?:stock|wohnung|haus|wg|dachgeschoss|altbau\S*|hausboot|bauernhof|dorf|hof)|piso|quinto|cuarto|tercero|segundo|sexto|bajo|ático|ascensor|pueblo|campo|casa con|finca|apartamento|étage|rez-de-chaussée|ascenseur|appartement|studio|campagne|village|péniche|colocation|andar|apartamento|rés-do-chão|elevador|aldeia|vila|sítio|interior|fazenda)\b/
      .test(textOf(value)) && !/^(?:ich|wir|yo|je|eu)\b/.test(textOf(value))
    ? value
    : null;

/** `fünft`: how many live together. */
export const foreignFold: Shape = (value) =>
  /^(?:zweit|dritt|viert|fünft|sechst|siebt)$/.test(tokensOf(value)[0]?.fold ?? "") ? value : null;

/** `cinco`, `5`: a count of people. */
export const foreignCount: Shape = (value) =>
  /^(?:\d|dos|tres|cuatro|cinco|seis|siete|deux|trois|quatre|cinq|six|sept|dois|duas|três|quatro|sete)$/
      .test(tokensOf(value)[0]?.fold ?? "")
    ? { ...value, to: value.from + 1 }
    : null;

/** One of the family or of the household. */
export const RELATIVES =
  /^(?:\S*mutter|\S*vater|oma|opa|eltern|schwiegereltern|bruder|schwester|tante|onkel|freundin|freund|frau|mann|partner|partnerin|madre|padre|padres|abuela|abuelo|abuelos|suegra|suegro|hermano|hermana|novio|novia|pareja|marido|mujer|esposa|mère|père|parents|grand-mère|grand-père|belle-mère|frère|sœur|copain|copine|mari|femme|compagnon|compagne|mãe|pai|pais|avó|avô|avós|sogra|sogro|irmão|irmã|namorado|namorada|marido|mulher|esposa|hijas?|hijos?|filles?|fils|enfants?|filhos?|filhas?|kindern?|sohn|tochter|colocataires?|mitbewohner\S*|compañer[oa]s?)$/;

/** `mis padres`, `meine Mutter`: a relative, with the article of the user. */
export const foreignRelative: Shape = (value) => {
  const tokens = tokensOf(value);
  const own =
    /^(?:meine?[rmn]?|unsere?[rmn]?|mi|mis|nuestr[oa]s?|mon|ma|mes|notre|nos|minhas?|meus?|noss[oa]s?|a|o|os|as|dos|deux|dois|duas|tres|trois|três|zwei|drei)$/
      .test(tokens[0]?.fold ?? "");
  const at = tokens.findIndex((token) => RELATIVES.test(token.fold));
  return own && at >= 1 && at <= 3 ? value : null;
};

/** `58`, `nueve`: an age; the word for years stands behind it or ends the thought. */
export const foreignYears: Shape = (value) => {
  const first = tokensOf(value)[0];
  const next = value.sentence.tokens[value.from + 1]?.fold ?? "";
  const number = first !== undefined &&
    (first.kind === "number" && /^\d{1,3}$/.test(first.text) ||
      /^(?:ein|eine|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|dois|três|quatro|sete|oito|nove|dez|doze|treze)$/
        .test(first.fold));
  return number &&
      (next === "" ||
        /^(?:jahre|años|ans|anos|meses|mois|und|y|et|e|,|\.|monate|geworden)$/.test(next))
    ? { ...value, to: value.from + 1 }
    : null;
};

/** `Hund`, `gata`: one animal. */
export const foreignAnimalNoun: Shape = (value) =>
  tokensOf(value).length <= 2 && ANIMAL.test(tokensOf(value).at(-1)?.fold ?? "") ? value : null;

const ANIMAL =
  /^(?:katzen?|kater|hunde?|hündin|dackel|labrador|pudel|terrier|windhund|mops|schäferhund|kaninchen|hamster|meerschweinchen|papagei\S*|pferde?n?|ponys?|hühner|esel\S*|schildkröten?|wellensittiche?|ziegen?|schafe|bienen|gatos?|gatas?|gatit[oa]s?|perros?|perras?|perrit[oa]s?|galgo|podenco|conejos?|loros?|periquitos?|hámsters?|tortugas?|caballos?|burros?|gallinas|cabras|ovejas|chats?|chattes?|chatons?|chiens?|chiennes?|chiots?|lévrier|caniche|lapins?|perroquets?|perruches?|tortues?|cheval|chevaux|ânes?|poules|chèvres|moutons|cachorros?|cachorras?|cães|cão|cadela|gatinhos?|coelhos?|papagaios?|tartarugas?|cavalos?|galinhas|vira-lata|abelhas|abejas|abeilles)$/;

/** `un chien`, `einen alten Dackel`, `dos gatos`. */
export const foreignPets: Shape = (value) => {
  const tokens = tokensOf(value);
  const at = tokens.findIndex((token) => ANIMAL.test(token.fold));
  const counted =
    /^(?:einen?|eine|ein|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|zwölf|un|una|une|um|uma|dos|deux|dois|duas|tres|trois|três|cuatro|quatre|quatro|\d+|mi|mon|ma|meu|minha|eseln|pferden|hühnern|ziegen)$/
      .test(tokens[0]?.fold ?? "");
  return at >= 0 && at <= 2 && (counted || at === 0 && /n$/.test(tokens[0]?.fold ?? ""))
    ? { ...value, to: value.from + at + 1 + nameWords(value.sentence.tokens, value.from + at + 1) }
    : null;
};

/** Words of `que se llama Coco`, `nommé Rex` at `at`; 0 where no name stands there. */
function nameWords(tokens: readonly Token[], at: number): number {
  const fold = (step: number) => tokens[at + step]?.fold ?? "";
  const three = `${fold(0)} ${fold(1)} ${fold(2)}`;
  const called = /^(?:namens|llamad[oa]|nommée?|appelée?|chamad[oa])$/.test(fold(0))
    ? 1
    : /^(?:que se llama|qui s' appelle|que se chama)$/.test(three)
    ? 3
    : 0;
  return called > 0 && tokens[at + called]?.capital === true ? called + 1 : 0;
}

/** `laktoseintolerant`. */
export const foreignIntolerant: Shape = (value) =>
  /^\S*(?:intolerant|unverträglich)$/.test(tokensOf(value)[0]?.fold ?? "")
    ? { ...value, to: value.from + 1 }
    : null;

const ILLNESS =
  /(?:^|[\s'])(?:\S*(?:allergie|intoleranz|phobie|arthrose)|asthma|diabetes|zöliakie|rheuma|migräne|epilepsie|adhs|neurodermitis|bluthochdruck|heuschnupfen|legasthenie|bandscheibenvorfall|herzschrittmacher|tinnitus|parkinson|ms|multiple sklerose|hörgeräte?|knieprothese|gicht|osteoporose|höhenangst|flugangst|down-syndrom|autismus|demenz|alzheimer|mukoviszidose|skoliose|depressionen|essstörung|herzfehler|trisomie 21|asma|síndrome de down|autismo|párkinson|alzhéimer|demencia|escoliosis|depresión|esclerosis múltiple|parálisis cerebral|tea|epilepsia|migrañas?|artritis|artrosis|hipertensión|tensión alta|celiaquía|dislexia|fibromialgia|vértigo|claustrofobia|marcapasos|audífonos?|prótesis|síndrome de \S+|syndrome (?:de|d') ?\S+|\S+syndrom|hernia|psoriasis|tdah|ansiedad|insomnio|asthme|diabète|épilepsie|migraines?|arthrite|hypertension|dyslexie|fibromyalgie|claustrophobie|pacemaker|appareils? auditifs?|prothèse|hernie|psoriasis|eczéma|insomnie|cœliaque|crohn|autisme|démence|trisomie|scoliose|sclérose en plaques|mucoviscidose|dépression|tda|trouble de l'attention|diabetes|epilepsia|enxaquecas?|artrite|artrose|hipertensão|pressão alta|dislexia|fibromialgia|claustrofobia|marca-passo|aparelhos? auditivos?|hérnia|psoríase|insónia|insônia|rinite|labirintite|tdah|demência|escoliose|depressão|esclerose múltipla|paralisia cerebral|lúpus|lupus|bronquite|refluxo)(?:$|[\s,])/;

/** A condition that lasts. */
export const foreignHealth: Shape = (value) => ILLNESS.test(textOf(value)) ? value : null;

/** `glutenfrei`: what is left out of what somebody cooks. */
export const foreignFreeOf: Shape = (value) =>
  /^(?:(?:zu hause|daheim|meist|immer|komplett|streng|strikt|überwiegend|nur|seit \S+ (?:jahren|monaten)|seit (?:\S+ )?(?:jahren|monaten|langem)) )*(?:gluten|laktose|zucker|milch|nuss|salz|fett|histamin)(?:frei|arm)$/
      .test(textOf(value))
    ? value
    : null;

/** `sal`, `sucre`: what somebody cooks without. */
export const foreignLeftOut: Shape = (value) =>
  /^(?:sal|sel|gluten|glúten|lactosa|lactose|azúcar|açúcar|sucre|aceite|óleo|huile|carne|viande|grasas?|gorduras?|manteiga|mantequilla|beurre|cebolla|cebola|oignons?|ajo|alho|ail|picante|pimenta|piment|huevos?|ovos?|œufs?)(?: (?:y|e|et|ni|nem|ou) (?:sin |sem |sans )?\p{L}{2,})?$/u
      .test(textOf(value))
    ? value
    : null;

/** `sorda de un oído`, `diabétique`, `malentendant`. */
export const foreignImpairedLatin: Shape = (value) =>
  /^(?:un |une |una |um |uma |medio |medio |parcialmente |très |muy |muito )?(?:sord[oa]|ciego|ciega|daltónic[oa]|diabétic[oa]|asmátic[oa]|epiléptic[oa]|disléxic[oa]|hipertens[oa]|miope|sourde?|aveugle|malvoyante?|malentendante?|daltonien(?:ne)?|diabétique|asthmatique|épileptique|dyslexique|myope|surd[oa]|ceg[oa]|daltônic[oa]|hipertens[oa]|gauch(?:er|ère)|hémophile|hemofílic[oa])(?:$|[\s,])/
      .test(textOf(value))
    ? value
    : null;

/** A medicine by its class or its ending. */
export const foreignMedicine: Shape = (value) =>
  /(?:^|\s)(?:\S*(?:verdünner|blocker|senker|tabletten|hemmer|insulin|cortison|kortison|antidepressiva)|anticoagulantes?|anticoagulants?|insulina?|insuline|antidepresivos|antidépresseurs|antidepressivos|estatinas|statines|betabloqueantes|bêtabloquants|cortisone|cortisona|metformina?|metformine|lit[hi]o|lithium|sintrom|\S{4,}(?:pril|sartan|statine?a?|azepam|oxetina?e?|prazole?|trigine?a?|formine?a?|olol))(?:$|[\s,])/
      .test(textOf(value))
    ? value
    : null;

/** A phrase that opens with a preposition: `auf Schiffen`, `en los barcos`. */
export const foreignWhere: Shape = (value) =>
  /^(?:auf|in|im|bei|beim|an|am|en|con|sobre|dans|au|aux|à|avec|no|na|nos|nas|num|numa|em|de|du)\b/
      .test(
        textOf(value),
      ) && tokensOf(value).length >= 2
    ? value
    : null;

/** `Hüfte`: a body part. */
export const foreignPart: Shape = (value) =>
  /(?:hüfte|knie\S*|rücken\S*|schulter|herz\S*|beine?s?|arme?s?|augen|hände|füße|wirbelsäule|lunge|asthmas|operation)\b/
      .test(textOf(value))
    ? value
    : null;

/** `wandere`, `klettere`: a verb alone. */
export const foreignDoes: Shape = (value) => {
  const [first] = tokensOf(value);
  return first !== undefined && /(?:e|ere|le)$/.test(first.fold) && first.kind === "word" &&
      !/^(?:habe|wäre|hätte|würde|möchte|könnte|hatte|bitte|danke|heute|gerne)$/.test(first.fold)
    ? value
    : null;
};

/** One or two words: `ruhig`, `schön warm`. */
export const foreignShort: Shape = (value) =>
  tokensOf(value).length <= 3 && !NO_PHRASE.test(tokensOf(value)[0]?.fold ?? "") ? value : null;

const PLAYED =
  /(?:^|[\s'])(?:cello|geige|klavier|gitarre|trompete|flöte|querflöte|schlagzeug|posaune|horn|orgel|akkordeon|bass|kontrabass|saxophon|oboe|bratsche|harfe|klarinette|fußball|tennis|handball|volleyball|basketball|schach|tischtennis|badminton|hockey|golf|skat|piano|guitarra|violín|violonchelo|chelo|acordeón|batería|trompeta|flauta|saxofón|bajo|fútbol|tenis|baloncesto|ajedrez|pádel|balonmano|voleibol|violon|violoncelle|guitare|accordéon|batterie|trompette|flûte|clarinette|contrebasse|harpe|foot|football|basket|échecs|rugby|handball|volley|pétanque|violino|violoncelo|violão|sanfona|acordeão|bateria|trompete|baixo|cavaquinho|futebol|xadrez|vôlei|andebol|basquete|pandeiro|bandolim)(?:$|[\s,])/;

/** An instrument or a game. */
export const foreignPlayed: Shape = (value) => PLAYED.test(textOf(value)) ? value : null;

/** `de la natation`, `du vélo`: a sport that somebody does. */
export const foreignSport: Shape = (value) =>
  /^(?:de la |du |de l'|de l' |des )(?:natation|vélo|yoga|randonnée|course|escalade|danse|judo|karaté|ski|voile|aviron|équitation|théâtre|poterie|couture|tricot|jardinage|photo|photographie|musique|chant|boxe|escrime|gymnastique|pilates|musculation|surf|plongée|marche|cuisine|peinture|dessin)\b/
      .test(textOf(value))
    ? value
    : null;

/** `jeden Dienstag zum Chor`. */
export const foreignEach: Shape = (value) =>
  /\b(?:jeden|jede|jedes|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|zweimal die woche|einmal die woche|zweimal pro woche)\b/
      .test(textOf(value)) && tokensOf(value).length >= 2
    ? value
    : null;

const DAYS =
  /\b(?:montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|wochenende|wochenenden|vormittags?|nachmittags?|abends|morgens|nachts|\d{1,2} uhr|(?:acht|neun|zehn|elf|zwölf|sieben|sechs|fünf) uhr|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|fines de semana|fin de semana|mañanas|tardes|noches|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|week-ends?|matins?|après-midi|soirs?|segundas?(?:-feiras?)?|terças?(?:-feiras?)?|quartas?(?:-feiras?)?|quintas?(?:-feiras?)?|sextas?(?:-feiras?)?|sábados?|domingos?|manhã|manhãs|tarde|noite)\b/;

/** A time that comes again, with nothing about today. */
export const foreignTime: Shape = (value) =>
  DAYS.test(textOf(value)) &&
    !/^(?:el|no|na|o|a) (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta)/
      .test(textOf(value)) &&
    /^(?:nur |immer |meist |solo |só |que |von )?(?:\S*tags|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|am|an|ab|vor|nach|bis|von|vormittags?|nachmittags?|abends|morgens|nachts|los|las|por|de|desde|el|le|les|la|du|aux|au|des|às|aos|à|ao|no|na|nos|de)\b/
      .test(textOf(value)) &&
    !/\b(?:heute|morgen früh|diese|diesen|hoy|mañana por|este|esta|aujourd|demain|ce|cet|cette|hoje|amanhã)\b/
      .test(textOf(value))
    ? value
    : null;

/** `los jueves`, `le mardi soir`, `freitags`, `às quintas`: days that come again, before a verb. */
export const foreignDays: Shape = (value) =>
  /^(?:(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags)(?: abends?| morgens| nachmittags)?|jeden (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(?:abend|morgen|nachmittag)?|(?:todos )?los (?:lunes|martes|miércoles|jueves|viernes|sábados|domingos)(?: por la (?:tarde|noche|mañana))?|(?:le|tous les|les) (?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?)(?: (?:soirs?|matins?|après-midi))?|(?:às|aos|nas|todas as|todos os) (?:segundas|terças|quartas|quintas|sextas|sábados|domingos)(?:-feiras)?(?: (?:à (?:noite|tarde)|de manhã))?)$/
      .test(textOf(value))
    ? value
    : null;

/** An amount with its currency. */
export const foreignMoney: Shape = (value) => {
  const text = textOf(value);
  return /(?:\d|[一二三四五六七八九十百千万两])/.test(text) &&
      /(?:euros?|€|eur|francs?|franken|chf|dollars?|dólares|pesos?|reais|soles|libras|pounds?|zloty|kr|元|块|块钱|円|万|人民币|ドル)/
        .test(text)
    ? value
    : null;
};

/** Languages by name, or by a capital in German. */
export const foreignLanguage: Shape = (value) => {
  const text = textOf(value);
  return tokensOf(value).length <= 8 && TONGUES.test(text) &&
      !/^(?:mit|über|von|con|de|del|por|sobre|mucho|avec|à|trop|beaucoup|pour|com|sobre|muito|ao)\b/
        .test(text)
    ? beforePurpose(value)
    : null;
};

/** `alemão para um emprego`, `breton depuis un an`: without what for and since when. */
function beforePurpose(value: ValueRange): ValueRange {
  const at = tokensOf(value).findIndex(({ fold }) =>
    /^(?:para|pra|pour|für|wegen|por|depuis|desde|seit|hace|há|porque|weil|car)$/.test(fold)
  );
  return at > 0 ? { ...value, to: value.from + at } : value;
}

const TONGUES =
  /(?:^|[\s'])(?:\S*(?:isch)|deutsch|englisch|español|inglés|francés|alemán|italiano|portugués|catalán|gallego|euskera|vasco|árabe|chino|japonés|ruso|polaco|neerlandés|holandés|sueco|griego|turco|rumano|ucraniano|coreano|quechua|guaraní|français|anglais|allemand|espagnol|italien|portugais|arabe|chinois|japonais|russe|polonais|néerlandais|suédois|grec|turc|roumain|ukrainien|coréen|breton|basque|occitan|kabyle|wolof|créole|espanhol|inglês|francês|alemão|japonês|chinês|russo|polonês|polaco|holandês|sueco|grego|romeno|ucraniano|crioulo|mirandês|galego|libras|langue des signes|gebärdensprache|lengua de signos|plattdeutsch|latín|latein|latin|esperanto|hindi|urdu|farsi|dari|tamil)(?:$|[\s,])/;

/** `un iPhone 12`, `einen alten Saab`: a thing by its make. */
export const foreignMake: Shape = (value) => {
  const tokens = tokensOf(value);
  if (!/^(?:einen?|eine|ein|un|una|une|um|uma)$/.test(tokens[0]?.fold ?? "")) return null;
  const german = value.sentence.lang === "de";
  const at = tokens.findIndex((token, index) =>
    index > 0 &&
    (token.kind === "word" && token.capital && !german || /^[a-z]+[A-Z]/.test(token.text) ||
      DEVICES.has(token.fold))
  );
  const model = tokens.findIndex((token, index) =>
    index > 1 && (/\d/.test(token.text) || /^[A-Z]+\d/.test(token.text))
  );
  if (german) {
    const car =
      /^(?:VW|Saab|Volvo|Opel|BMW|Audi|Mercedes|Skoda|Ford|Fiat|Toyota|Renault|Peugeot|Tesla|Dacia|Seat|Golf|Passat|Polo|MacBook|iPad|iPhone|Thinkpad|ThinkPad|Pixel|Fairphone|Galaxy)$/;
    const named = tokens.findIndex((token) => car.test(token.text));
    return named >= 1 && named <= 3 || model >= 2 && model <= 3 ? value : null;
  }
  return at >= 1 && at <= 3 ? value : null;
};

/** What somebody wants for long: a race, a language, a business of one's own. */
export const foreignGoal: Shape = (value) => {
  const text = textOf(value);
  if (/^(?:correr|courir)\b/.test(text)) {
    return /\b(?:marat[óo]na?|marathon|media|meia|semi|km|carrera|corrida|course|trail)\b/.test(
        text,
      )
      ? value
      : null;
  }
  if (/^(?:abrir|ouvrir|montar|criar|crear|créer)\b/.test(text)) {
    return PREMISES.test(text) ? value : null;
  }
  if (/^(?:aprender|apprendre)\b/.test(text)) {
    return foreignLanguage({ ...value, from: value.from + 1 }) === null && !PLAYED.test(text)
      ? null
      : value;
  }
  return /^(?:dejar de (?:fumar|beber)|adelgazar|perder peso|mudarme a|arrêter de (?:fumer|boire)|perdre du poids|maigrir|parar de (?:fumar|beber)|emagrecer|escribir (?:un libro|una novela)|écrire (?:un livre|un roman)|escrever (?:um livro|um romance)|comprar (?:una|uma)? ?casa|acheter une maison|sacarme el carn[eé]|passer le permis|tirar a carta)(?!\p{L})/u
      .test(text)
    ? value
    : null;
};

/** Something that can be eaten or drunk, in French, after `ne supporte pas`. */
export const foreignFood: Shape = (value) =>
  /\b(?:lait|lactose|gluten|fromage|œufs?|noix|arachides?|fruits de mer|crustacés|poisson|viande|épices|piment|ail|oignons?|alcool|café|soja|tomates?|blé)\b/
      .test(textOf(value))
    ? beforeAgo(value)
    : null;

/** `le gluten il y a un an`: without when that was. */
function beforeAgo(value: ValueRange): ValueRange {
  const at = tokensOf(value).findIndex(({ fold }) =>
    /^(?:il|depuis|en|pour|car|parce)$/.test(fold)
  );
  return at > 0 ? { ...value, to: value.from + at } : value;
}

/** Tools by their list; a Latin name may stand in Chinese or Japanese text. */
export const toolsAnywhere: Shape = (value) => {
  const tokens = tokensOf(value);
  let end = 0;
  while (
    end < tokens.length &&
    (TOOLS.has(tokens[end]?.fold ?? "") ||
      /^mac(?:book)?$|^iphone$|^ipad$|^pixel$/.test(tokens[end]?.fold ?? "") ||
      end > 0 && /^[A-Z][\w.]*$/.test(tokens[end]?.text ?? "") ||
      end > 0 &&
        /^(?:und|,|mit|y|et|e|和|と|、|con|avec|com|\d+(?:\.\d+)*)$/.test(
          tokens[end]?.fold ?? "",
        ) &&
        (TOOLS.has(tokens[end + 1]?.fold ?? "") || tokens[end]?.kind === "number" ||
          /^[と和]$/.test(tokens[end]?.fold ?? "") &&
            /^[A-Z]\w+$/.test(tokens[end + 1]?.text ?? "")) ||
      end === 0 && /^[A-Z]\w+$/.test(tokens[0]?.text ?? "") &&
        tokens.slice(1, 4).some((token) => TOOLS.has(token.fold)))
  ) end++;
  return end === 0 ? null : { ...value, to: value.from + end };
};

/** `Fulda`, never `Untermiete`: a town behind `in` without an article. */
export const foreignTown: Shape = (value) =>
  /^(?:untermiete|miete|wohnung|wg|ruhe|frieden|trennung|scheidung|hotel|hotels|urlaub|beziehung|partnerschaft|armut|angst|zimmer|haus|teilzeit|gemeinschaft|sicherheit|gefahr|not)$/
      .test(tokensOf(value)[0]?.fold ?? "")
    ? null
    : foreignPlace(value);

/** `die Buchhaltung in einem Reitverein`, `des achats dans une clinique`: a duty at work. */
export const foreignDuty: Shape = (value) =>
  /(?:buchhaltung|buchführung|einkauf|verkauf|verwaltung|personal|marketing|technik|logistik|lager|küche|garten|archiv|bibliothek|vertrieb|presse\S*|planung|it|finanzen|jugend\S*|kasse|homepage|webseite|website|tiere|pferde|alten|kranke\S*|contabilidad|compras|ventas|personal|almacén|redes|cocina|jardín|archivo|biblioteca|logística|recursos humanos|administración|nóminas|mantenimiento|achats|ventes|comptabilité|paie|personnel|logistique|stocks?|archives|bibliothèque|communication|maintenance|cuisine|jardins?|ressources humaines|compras|vendas|contabilidade|pessoal|estoque|armazém|cozinha|jardim|arquivo|logística|recursos humanos|manutenção|redes sociais)\b/
      .test(textOf(value)) && !/\b(?:dies|esto|eso|ça|isso|isto)\b/.test(textOf(value))
    ? value
    : null;

/** `Fridays`, `Sunday and Monday nights`: days that come again, not the one of an appointment. */
export const daysOfTheWeek: Shape = (value) =>
  /\b(?:every|(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:night|morning|afternoon|evening)s|weekdays|weekends)\b/
      .test(tokensOf(value).map(({ fold }) => fold).join(" "))
    ? value
    : null;

/** What is set up for oneself, and not to live on. */
const NO_BUSINESS =
  /^(?:server|nas|podcast|blog|channel|website|site|garden|account|repo|repository|project|thread|list|group|newsletter|wiki|homelab|plot|collection|band|business|chat|server rack|vpn|cloud|domain|beehive|compost|family|fire|file|playlist|recipe book)s?$/;

/** `food truck`, `tea room`: what somebody opened for themselves. */
export const ownBusiness: Shape = (value) =>
  NO_BUSINESS.test(tokensOf(value).at(-1)?.fold ?? "") ? null : bareNoun(value);

/** `a baby girl`: who was just born. */
export const newborn: Shape = (value) => {
  const said = tokensOf(value).map(({ fold }) => fold).join(" ");
  const match =
    /^(?:a|our|our first|our second|another) baby(?: (?:boy|girl|son|daughter))?\b(?! (?:shower|monitor|sitter))/
      .exec(said);
  return match === null ? null : { ...value, to: value.from + match[0].split(" ").length };
};

/** `la encargada de compras`, `responsable des achats`: a post and what it is over. */
export const foreignHead: Shape = (value) =>
  /^(?:el |la |o |a |le )?(?:encargad[oa]|responsable|jefe|jefa|director[a]?|coordinador[a]?|gerente|chargée? |chef(?:fe)? |directeur|directrice|coordinat(?:eur|rice)|gérante?|encarregad[oa]|chefe|diretora?|coordenadora?|responsável) ?(?:de|del|des|du|d'|do|da|dos|das|pel[oa]) ?\S/
      .test(textOf(value))
    ? value
    : null;

/** `la restauration`: a field of work. */
export const foreignField: Shape = (value) =>
  /^(?:la |le |l' ?|les )(?:restauration|finance|santé|bâtiment|btp|informatique|communication|publicité|mode|édition|enseignement|éducation|agriculture|transport|logistique|hôtellerie|tourisme|assurance|banque|immobilier|social|humanitaire|audiovisuel|cinéma|musique|grande distribution|recherche|industrie|automobile|aéronautique|énergie|commerce|coiffure|petite enfance)\b/
      .test(textOf(value))
    ? value
    : null;

/** `sitzen`, `schwer heben`: what a body does not bear. */
export const foreignBears: Shape = (value) =>
  /^(?:lange |lang |weit |gut |schwer |schwere sachen )?(?:sitzen|stehen|gehen|laufen|heben|knien|tragen|treppen steigen|bücken|schlafen)$/
      .test(textOf(value))
    ? value
    : null;

const HOUR =
  /^(?:um |gegen |las |la |sobre las |a las |às |as |por volta das )?(?:\d{1,2}(?:[:h]\d{0,2})?|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cinq|six|sept|huit|neuf|dix|quatre|quatro|sete|oito|nove|dez)(?: ?(?:uhr|heures?|h|horas|y media|et demie|e meia))?\b/;

/** `um fünf`, `las cinco`, `cinq heures`. */
export const foreignHour: Shape = (value) => HOUR.test(textOf(value)) ? value : null;

/** `às cinco`. */
export const foreignHourAt: Shape = (value) =>
  /^(?:às|as|por volta)/.test(textOf(value)) && HOUR.test(textOf(value)) ? value : null;

/** `tres y cinco`. */
export const foreignYearsList: Shape = (value) =>
  /^(?:\d{1,2}|un|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|dois|três|quatro|sete|oito|nove|dez|doze)(?: (?:,|y|et|e) ?\S+){0,3}$/
      .test(textOf(value))
    ? value
    : null;

const AIDS =
  /(?:hörgeräte?|kontaktlinsen|prothese|rollator|krücken|gehstock|blindenstock|screenreader|implantat|audífonos?|lentillas|prótesis|andador|muletas|bastón|lector de pantalla|marcapasos|implante|appareils? auditifs?|lentilles|prothèse|déambulateur|béquilles|canne|lecteur d'écran|pacemaker|implant|aparelhos? auditivos?|lentes de contacto|lentes de contato|prótese|andarilho|muletas|bengala|leitor de ecrã|leitor de tela|marca-passo)\b/;

/** A device for seeing, hearing or moving. */
export const foreignAid: Shape = (value) => AIDS.test(textOf(value)) ? value : null;

/** `coche`, `Waschmaschine`: one thing of one's own, one or two words or signs. */
export const foreignOwn: Shape = (value) =>
  tokensOf(value).length <= 3 &&
    !/^(?:jefe|chef|mann|frau|marido|mujer|mari|femme|hij[oa]|fils|fille|filh[oa]|kind|sohn|tochter)$/
      .test(textOf(value))
    ? value
    : null;

/** What one drives for a living. */
export const foreignDriven: Shape = (value) =>
  /^(?:einen?|eine|den|un|una|une|um|uma)? ?\S{0,12}(?:kranken\S*|rettungswagen|lkw|bus|busse|taxi|straßenbahn|züge|lastwagen|ambulancia|autobús|camión|taxi|tren|tranvía|grúa|ambulance|bus|camion|tramway|train|grue|ambulância|ônibus|autocarro|caminhão|camião|táxi|comboio|elétrico|empilhador|trator)\b/
      .test(textOf(value))
    ? value
    : null;
