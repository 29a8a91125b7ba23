import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Everyday talk in other languages: values told whole, names, pets beside a place, and what is no fact. */
const EVERYDAY = `
Ich bin übrigens Linkshänderin, gibt es dafür eine Schere? => Ist Linkshänderin
Kaffee trinke ich nicht mehr, der Arzt hat ihn mir verboten. Was hält sonst wach? => Trinkt Kaffee nicht mehr
Hallo, ich heiße Bjarne und mache gerade eine Ausbildung zum Koch in Rostock. => Heißt Bjarne ; Macht eine Ausbildung zum Koch gerade
Ich wohne in Kiel mit zwei Katzen. => Wohnt in Kiel ; Hat zwei Katzen
Den Fisch lass weg, den vertrag ich nicht. =>
Vivo con mi madre, que tiene 84 años y usa andador. => Vive con su madre, que tiene 84 años
Llevo gafas progresivas y me mareo leyendo en el coche. => Lleva gafas progresivas y se marea leyendo en el coche
Tengo asma y no tomo leche. => Tiene asma ; No toma leche
Estoy de vacaciones hasta el día 28. => Está de vacaciones hasta el día 28
Hola, soy Maite, enfermera en un hospital de Bilbao. => Se llama Maite
Hola, soy vegetariana. => Es vegetariana
Prefiero que me llames Nano. => Se llama Nano
Ya no vivo en Lugo, he vuelto a Vigo. => Vive en Vigo
Me levanto a las seis para nadar. => Se levanta a las seis para nadar
Siempre que te pida un correo, fírmalo como Dra. Luna. => Siempre que te pida un correo → Fírmalo como Dra. Luna
no me pongas tablas, leo en el móvil =>
Vivo con dos perros en las afueras de Lugo. => Tiene dos perros
J'apprends le breton depuis un an. => Apprend le breton
Je préfère qu'on m'appelle Jo plutôt que Joséphine. => S'appelle Jo
Salut, moi c'est Maëlle, je bosse comme graphiste à Nantes => S'appelle Maëlle ; Travaille comme graphiste à Nantes
Mon budget max c'est 600 euros par mois. => A un budget de 600 euros par mois
On est cinq à table tous les soirs. => Sont cinq à table tous les soirs
J'habite à Dinan avec un vieux chat. => A un vieux chat ; Habite à Dinan
Vivo no Porto com três filhos pequenos. => Mora em Porto
Vivo em Setúbal com dois gatos e uma varanda cheia de vasos. Que plantas não lhes fazem mal? => Tem dois gatos ; Mora em Setúbal
Tenho rinite e não posso com perfume forte. => Tem rinite
Quando me passares receitas, usa medidas portuguesas, nada de cups. => Quando me passares receitas → Usa medidas portuguesas, nada de cups
Estou de férias até dia 20. => Está de férias até dia 20
Estou a aprender alemão para um emprego em Berlim. => Está aprendendo alemão
Trabalho num café em Braga e estudo à noite. => Trabalha num café em Braga ; Estuda à noite
Já não vivo em Faro, voltei para Évora. => Mora em Évora
Prefiro que me chames Zé. => Chama-se Zé
Oi, sou a Bruna, professora de química em Recife => Chama-se Bruna
Oi, sou a mãe do Pedro. =>
我和男朋友养了一只柯基，周末去哪遛狗好？ => 用户养了一只柯基
我现在不住北京了，搬回成都了。 => 用户住在成都
我想搬回老家。 =>
在苏州做室内设计，经常加班。 => 用户在苏州做室内设计
ウィーンの音大でチェロを専攻しています。湿度の管理はどうすればいいですか。 => ユーザーはウィーンでチェロを勉強している
京都の大学で建築を学んでいます。 => ユーザーは京都で建築を勉強している
犬のポチは15歳です。 => ユーザーの犬のポチは15歳です
Na, ich bin neu hier, bin 34 und komm aus Cottbus. => Ist neu hier, ist 34 und kommt aus Cottbus
Nächste Woche bin ich auf Fortbildung in Erfurt. => Ist in Erfurt nächste Woche
A mí háblame claro y sin rodeos. =>
Soy de letras, explícamelo sin fórmulas. => Es de letras
En casa somos vegetarianos los cuatro. => Son vegetarianos
Prefiero que me avises antes de borrar algo. =>
Pode me chamar de Duda. => Chama-se Duda
Nunca me mande áudio. => Em cada resposta → Nunca me mande áudio
結論から先に書いて。いつもそうして。 => すべての回答で → 結論から先に書いて
娘のさくらは五歳で、卵が食べられません。 =>
妻は看護師で、私は卵アレルギーがあります。 => ユーザーは卵アレルギーがある
Nunca comi sushi, é bom? =>
Nunca usé Linux. =>
Wir heizen mit Holz und haben keinen Gasanschluss. => Heizt mit Holz und hat keinen Gasanschluss
Bitte bei Terminen immer den Wochentag dazuschreiben. => Bei Terminen → Bei Terminen immer den Wochentag dazuschreiben
Ich bin Imkerin im Nebenberuf und hauptberuflich Lokführerin. Wie melde ich die Einnahmen an? => Arbeitet als Imkerin ; Arbeitet als Lokführerin
Ich bin müde und nebenbei genervt. =>
Je suis stagiaire dans un cabinet d'architectes, comment on fait une note ? ## Mon stage est fini et ils m'ont embauchée comme dessinatrice ! => Travaille comme dessinatrice
Sou estagiária num escritório de advocacia, como peço férias? => Trabalha como estagiária num escritório de advocacia
`;

for (const { said, known } of talkLines(EVERYDAY)) {
  Deno.test(`everyday talk abroad: ${said}`, async () =>
    assertEquals(await knownAfter(said), known));
}
