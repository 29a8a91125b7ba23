/**
 * Verbs of German, Spanish, French and Portuguese as one says them of oneself, and as others say
 * them of somebody.
 *
 * @module
 */

import type { Lang } from "../types.ts";

/** A verb of one person or of several, in the third person singular. */
export type ThirdForms = ReadonlyMap<string, string>;

const pairs = (text: string): [string, string][] =>
  text.trim().split(/\s+/).map((pair): [string, string] => {
    const [own = "", other = ""] = pair.split(":");
    return [own, other];
  });
const words = (text: string): string[] => text.trim().split(/\s+/);

/** German verbs whose third person is not told by their stem, and short forms of talk. */
const DE_PAIRS = pairs(`
bin:ist sind:ist habe:hat hab:hat haben:hat werde:wird werden:wird kann:kann können:kann
muss:muss müssen:muss mag:mag mögen:mag darf:darf dürfen:darf soll:soll sollen:soll will:will
wollen:will weiß:weiß wissen:weiß möchte:möchte möchten:möchte fahre:fährt fahr:fährt fahren:fährt
esse:isst essen:isst lese:liest lesen:liest nehme:nimmt nehm:nimmt nehmen:nimmt gebe:gibt
geben:gibt sehe:sieht sehen:sieht schlafe:schläft schlafen:schläft laufe:läuft laufen:läuft
trage:trägt tragen:trägt helfe:hilft helfen:hilft spreche:spricht sprechen:spricht treffe:trifft
treffen:trifft halte:hält halten:hält lasse:lässt lassen:lässt vergesse:vergisst wachse:wächst
wasche:wäscht waschen:wäscht falle:fällt fange:fängt fangen:fängt lade:lädt rate:rät trete:tritt
vertrete:vertritt vertreten:vertritt übernehme:übernimmt übernehmen:übernimmt
empfehle:empfiehlt werfe:wirft stehle:stiehlt schlage:schlägt grabe:gräbt messe:misst
betrete:betritt verlasse:verlässt verbringe:verbringt denke:denkt tue:tut tun:tut
`);

/** German verbs that often stand behind `und`, as one says them of oneself. */
const DE_COMMON = words(`
arbeite backe baue bastle bestelle besitze betreibe betreue bin brauche bringe darf denke esse fahre
filme fliege fotografiere führe gebe gehe habe hab halte handle heize helfe höre imkere jogge kaufe
kenne koche komme kümmere lebe lege leide leite lerne lese liebe liefere mache mag male mahle miete
mische möchte muss nähe nehme nutze öffne organisiere packe pendle pflege pflanze plane probe
produziere putze rauche räume rede reise reite renne repariere restauriere rieche sammle schaue
schicke schlafe schneide schreibe schwimme segle sehe singe sitze soll spare spiele spreche stehe
stelle stimme stricke studiere suche tanze teile trage treffe treibe trainiere trinke übe übersetze
unterrichte verbringe verdiene vermiete verkaufe verlege versorge verstehe vertrage verwalte wandere
warte wasche webe weiß wiege will wohne zahle zeichne ziehe züchte
`);

const ES_AR = words(`
ahorrar alquilar andar arreglar asar ayudar bailar bordar buscar cambiar caminar cantar cargar celebrar cenar cobrar
cocinar colaborar coleccionar comprar contratar cortar coser criar cuidar cultivar dedicar dejar
cansar desayunar descansar dibujar diseñar ensayar enseñar entregar entrenar escuchar esperar estudiar
fabricar fotografiar fumar ganar gastar gestionar grabar hablar importar impartir instalar invitar
lavar levantar limpiar llamar llevar mandar manejar marear mezclar montar mudar nadar navegar necesitar odiar
organizar pagar pasar patinar pescar pilotar pintar plantar practicar preparar publicar quedar reciclar
regalar reparar restaurar repartir sacar soportar tallar tapar terminar tirar tocar tomar trabajar
tratar usar utilizar viajar visitar
`);
const ES_ER = words(
  "aprender beber comer comprender correr coser deber leer meter responder tejer vender",
);
const ES_IR = words(
  "abrir compartir cubrir decidir describir discutir dividir escribir impartir recibir repartir subir sufrir vivir",
);
const ES_PAIRS = pairs(`
soy:es somos:son estoy:está estamos:están tengo:tiene tenemos:tienen voy:va vamos:van hago:hace
hacemos:hacen puedo:puede podemos:pueden quiero:quiere queremos:quieren sé:sabe sabemos:saben
digo:dice decimos:dicen vengo:viene venimos:vienen salgo:sale salimos:salen pongo:pone
ponemos:ponen traigo:trae traemos:traen oigo:oye veo:ve vemos:ven doy:da damos:dan conozco:conoce
conocemos:conocen conduzco:conduce conducimos:conducen traduzco:traduce traducimos:traducen
juego:juega jugamos:juegan duermo:duerme dormimos:duermen suelo:suele solemos:suelen
empiezo:empieza empezamos:empiezan pienso:piensa pensamos:piensan prefiero:prefiere
preferimos:prefieren entiendo:entiende cierro:cierra cerramos:cierran sigo:sigue seguimos:siguen
pido:pide pedimos:piden sirvo:sirve servimos:sirven visto:viste elijo:elige elegimos:eligen
vuelvo:vuelve volvemos:vuelven muevo:mueve cuento:cuenta encuentro:encuentra acuesto:acuesta
acostamos:acuestan despierto:despierta despertamos:despiertan riego:riega regamos:riegan
siembro:siembra sembramos:siembran cuelgo:cuelga huelo:huele dirijo:dirige dirigimos:dirigen
recojo:recoge recogemos:recogen construyo:construye construimos:construyen crío:cría criamos:crían
envío:envía enviamos:envían esquío:esquía actúo:actúa he:ha hemos:han había:había nací:nació
produzco:produce producimos:producen pertenezco:pertenece padezco:padece dispongo:dispone
mantengo:mantiene mantenemos:mantienen
`);

const PT_AR = words(`
acampar acordar adorar ajudar alugar andar apanhar arrumar assar atuar bordar brincar buscar cambiar caminar
cansar cantar celebrar chamar coletar colecionar comprar consertar contratar costurar cozinhar criar cuidar
cultivar dançar dedicar deixar desenhar detestar economizar enjoar ensaiar ensinar entregar escutar esperar
estudar fabricar fechar ficar filmar fotografar fumar ganhar gastar gostar gravar importar jantar jogar
lavar levantar levar limpar manejar montar morar mudar nadar navegar odiar organizar pagar passar patinar
pedalar pegar pescar pilotar pintar plantar praticar precisar preparar procurar publicar reciclar
reparar restaurar sacar surfar tirar tocar tomar trabalhar tratar treinar usar utilizar viajar visitar
voar
`);
const PT_ER = words(
  "aprender beber colher comer compreender correr dever entender escrever meter receber responder sofrer tecer vender viver",
);
const PT_IR = words("abrir assistir decidir discutir dividir partir existir");
const PT_PAIRS = pairs(`
sou:é somos:são estou:está estamos:estão tenho:tem temos:têm vou:vai vamos:vão faço:faz fazemos:fazem
posso:pode podemos:podem quero:quer queremos:querem sei:sabe sabemos:sabem digo:diz venho:vem
vimos:vêm saio:sai saímos:saem ponho:põe trago:traz trazemos:trazem ouço:ouve ouvimos:ouvem vejo:vê
vemos:veem dou:dá damos:dão conheço:conhece conhecemos:conhecem conduzo:conduz conduzimos:conduzem
traduzo:traduz produzo:produz produzimos:produzem jogo:joga durmo:dorme dormimos:dormem costumo:costuma
costumamos:costumam começo:começa começamos:começam prefiro:prefere preferimos:preferem sigo:segue
seguimos:seguem peço:pede sirvo:serve servimos:servem visto:veste leio:lê lemos:leem perco:perde
dirijo:dirige dirigimos:dirigem recolho:recolhe construo:constrói construímos:constroem subo:sobe
fujo:foge consigo:consegue conseguimos:conseguem mantenho:mantém pertenço:pertence cresço:cresce
odeio:odeia passeio:passeia passeamos:passeiam rego:rega nasci:nasceu
`);

/** French verbs whose third person differs from what they say of oneself by more than an ending. */
const FR_PAIRS = pairs(`
suis:est sommes:est ai:a avons:a vais:va allons:va fais:fait faisons:fait prends:prend prenons:prend
apprends:apprend apprenons:apprend comprends:comprend vends:vend vendons:vend attends:attend
attendons:attend entends:entend perds:perd rends:rend réponds:répond descends:descend tonds:tond
couds:coud mets:met mettons:met bats:bat peux:peut pouvons:peut veux:veut voulons:veut vaux:vaut
connais:connaît connaissons:connaît buvons:boit vivons:vit lisons:lit dormons:dort partons:part
sortons:sort servons:sert tenons:tient venons:vient voyons:voit devons:doit savons:sait
écrivons:écrit courons:court recevons:reçoit produisons:produit conduisons:conduit
construisons:construit élevons:élève convaincs:convainc
`);

function regular(
  infinitives: readonly string[],
  own: string,
  several: string,
  other: string,
  others: string,
): [string, string][] {
  return infinitives.flatMap((infinitive): [string, string][] => {
    const stem = infinitive.slice(0, -2);
    return [[stem + own, stem + other], [stem + several, stem + others]];
  });
}

/** Verbs by language; of French and German those that follow no rule. */
export const THIRD_FORMS: Readonly<Partial<Record<Lang, ThirdForms>>> = {
  de: new Map(DE_PAIRS),
  es: new Map([
    ...regular(ES_AR, "o", "amos", "a", "an"),
    ...regular(ES_ER, "o", "emos", "e", "en"),
    ...regular(ES_IR, "o", "imos", "e", "en"),
    ...ES_PAIRS,
  ]),
  fr: new Map(FR_PAIRS),
  pt: new Map([
    ...regular(PT_AR, "o", "amos", "a", "am"),
    ...regular(PT_ER, "o", "emos", "e", "em"),
    ...regular(PT_IR, "o", "imos", "e", "em"),
    ...PT_PAIRS,
  ]),
};

/** German verbs that often stand behind `und`. */
export const COMMON_DE: ReadonlySet<string> = new Set(DE_COMMON);

/** A German verb in the third person; "" for what has not the form of one. */
export function thirdGerman(verb: string, several: boolean): string {
  const known = THIRD_FORMS.de?.get(verb);
  if (known !== undefined) return known;
  const stem = several
    ? /^\p{Ll}{2,}(?:e[lr]n|en)$/u.test(verb) ? verb.replace(/e?n$/, "") : ""
    : /^\p{Ll}{2,}e$/u.test(verb)
    ? verb.slice(0, -1)
    : "";
  if (stem.length < 2) return "";
  if (/[^aeiouäöühlrn]l$/u.test(stem)) return `${stem.slice(0, -1)}elt`;
  return /[td]$|(?:[^aeiouäöülrmnh]|ch)[mn]$/u.test(stem) ? `${stem}et` : `${stem}t`;
}

/** A French verb in the third person singular; "" for what has not the form of one. */
export function thirdFrench(verb: string): string {
  const known = THIRD_FORMS.fr?.get(verb);
  if (known !== undefined) return known;
  if (/^\p{Ll}{2,}e$/u.test(verb)) return verb;
  if (/^\p{Ll}+issons$/u.test(verb)) return verb.replace(/issons$/, "it");
  if (/^\p{Ll}{2,}geons$/u.test(verb)) return verb.replace(/ons$/, "");
  if (/^\p{Ll}{2,}çons$/u.test(verb)) return verb.replace(/çons$/, "ce");
  if (/^\p{Ll}{2,}ons$/u.test(verb)) return verb.replace(/ons$/, "e");
  return /^\p{Ll}{2,}s$/u.test(verb) ? verb.replace(/s$/, "t") : "";
}
