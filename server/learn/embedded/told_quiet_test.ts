import { assertEquals } from "@std/assert";
import { assistant, learnt, user } from "../../../tests/support/learning_memory.ts";

/** What only sounds like a fact: one turn a line, `A>` before the assistant's question. */
const QUIET = `
I've been waiting for three hours, where is my parcel?
Try again, please. Otherwise I do it by hand.
I've been trying to reach you since Monday.
I've been getting error 502 since the update.
My laptop is at 20 percent, be quick.
My phone has a crack in the screen.
My bike has a flat tyre, how do I fix it?
My garden looks awful.
My order has not arrived.
My team is asking for the report.
My boss wants the numbers by five.
Our server is down.
My flight is on Tuesday at nine.
My appointment is on Monday at ten, can you move it?
I need to drive to the airport tomorrow.
I do not see the attachment.
I don't eat lunch today.
I don't read the logs that fast, slow down.
I don't watch the clock here, take your time.
I want my order number.
I want my table wider.
I'd like to open a ticket.
I plan to send it this summer.
I'm planning to print this page.
I'm going to open the file now.
I'm writing an email to a supplier.
I'm editing the file you sent.
I'm organising the files in this folder.
I get an error every time I run it.
I open the page and it's blank.
I have twenty rows in this table.
I have two questions.
I've got five minutes.
I keep two columns in this sheet.
I keep the receipt in a folder.
I use a Python script here.
I use an API key from the settings.
I do the first part, you do the second.
I handle the rest for this one.
I check the values in the file.
I edit the text in the document.
I book the room for the team today.
I'm in the queue at the airport.
I'm on the phone with the bank.
I'm with a client right now.
I'm in a meeting.
I'm in the office today.
I'm at the doctor's.
I'm on the line with the hotel.
I'm on the board page and can't see the button.
I'm studying the contract you sent.
I attend the call at four.
I go to the school page and click on it.
The oldest is 3 in the sample data.
The eldest turned six in the story.
As the author of this text says, it's wrong.
As the manager of the shop wrote, it's closed.
As the nurse in the film says, breathe.
What do you recommend for a vegan like her?
How does a diabetic like my uncle travel?
For a Londoner, is Paris cheap?
Would a Dubliner say that?
Does a vegetarian eat eggs?
Is it safe for dogs to swim in lakes?
How many days a week does a nurse work?
My brother keeps forty sheep on a hill farm.
My neighbour has been tuning pianos since 1980.
My sister guides hikers through the Alps.
My aunt doesn't drive.
My friend runs 10k every Sunday.
My cousin is a keen gardener.
My boss is on the board of a museum.
My client commutes from Mons to Brussels.
He takes his coffee black.
She sings in a choir on Thursdays.
They've been with the fire service for years.
The guest in room 4 can't have dairy.
A patient with asthma asked me that.
Our customers prefer email.
My son's teacher works nights.
If I kept bees, where would I put the hives?
Suppose I drive a tram in Vienna and commute from Graz to Vienna.
Imagine I'm a nurse on a ward with twenty beds.
Write a story in which I'm a beekeeper on Skye.
Let's play: I'm a pirate and I keep forty parrots.
In my novel the hero commutes from Mons to Brussels.
I might open a café one day.
I'd love to live on a narrowboat.
I wish I had a cottage on Skye.
Pretend I'm a vet in Zagreb.
My character never drives and keeps hens.
I used to sing in a choir on Thursdays.
I had a dog when I was a child.
I lived in Bergen for a year as a student.
Back then we heated with wood.
I was a nurse once.
I once guided hikers through the Tatras.
Translate: "I have been tuning organs since 2009."
How do you say "I keep bees" in Latin?
"I never fly," he said.
She wrote: I am allergic to nuts.
Please translate into German: My garden faces north and my oven only goes to 200 degrees.
\`const home = "I live in Graz";\` what does this do?
Summarise this text: We moved from Split to Zadar. My wife runs a campsite.
Is this correct German: "Ich arbeite als Koch"?
Thanks, that helps a lot.
I like that.
I love it, thanks!
I prefer the second one.
I'd take the first one.
I'd go for the blue one.
I like your second suggestion.
I'm happy with it.
I'm tired today.
I'm bored.
I'm cold.
I'm sorry, wrong chat.
I'm having coffee in Ghent.
I'm listening to jazz right now.
We're eating out tonight.
We're meeting friends on Saturday.
I'm picking up the kids at three today.
It's late here, good night.
No seafood tonight, please.
Not the red one, please.
Make my coffee black in the picture.
I have my eggs in the fridge, how long do they last?
I don't do refunds, is what the shop told me.
I've got the letter here.
I've dropped the second column.
I've got into the account now.
I took up too much space in the sheet.
I'm ok with that price.
I can do Tuesday at nine.
Tuesday works.
I'm sensitive data handling compliant, says the tool.
I'm strict about this deadline today.
I'll be 5 minutes late.
I turn left here, right?
I turn 40 degrees and then?
We open the box at six tonight.
My hotel in Porto has no lift, is there a ramp?
My hotel near the station is noisy.
My train from Mons to Brussels is late.
I commute to the next slide now.
I can spare a minute.
I have 200 rows left.
We pay the invoice by Friday.
We pay our supplier 450 this month.
I've asked since Monday.
I've looked for hours.
My cat pictures folder is gone.
My dog food order is late.
Just me and my thoughts.
We lost our dog in the park, what now?
I was told to avoid the page.
I am the owner of this ticket.
I'm the customer of your shop.
I'm a guest of the hotel.
I write my own tests.
I see my own mistake now.
I use my own template here.
I'm in a group call.
I'm in a team meeting.
I'm turning this into a list.
I'm converting the file into a PDF.
We're turning the page into German.
I'm walking home.
I'm climbing the stairs in May's house.
I'm up at the counter.
I'm about 50 percent done.
I'm about 10 minutes away.
I'm nearly done.
I'm 5 minutes late.
I'm on leave request form 3.
I swapped the two paragraphs.
I swapped rice for the test data.
I've left the bag for you.
I'm starting with question two.
I'm learning to use this app.
I'm used to this error.
We're a team of four for the quiz tonight.
I've gone through the list.
Is my son allowed to come along?
My son is in room 4.
My husband is calling you.
Our choir page is down.
Practice makes perfect.
Address me as soon as you can.
Call me Monday.
Be called back, please.
A> Which city is the hotel in? U> Gdynia.
A> How many tickets? U> Five.
A> What size? U> Medium.
A> Which colour do you prefer for the banner? U> Blue.
A> Tea or coffee for the guests? U> Tea.
A> What's the name of the file? U> Report.
A> Do you have the order number? U> No.
A> Do you want a table or a list? U> List.
A> Where are you flying to? U> Oslo.
A> What are you working on? U> The intro.
A> How old is the laptop? U> Four years.
A> Do you have a car park nearby? U> No.
A> Which language is the text in? U> Catalan.
A> When do you want to travel? U> Tuesday.
A> Do you prefer Monday or Tuesday for the call? U> Monday.
Is Gdynia nice in May?
I'm curious, what's a llama?
I'm a little late.
I'm not a robot.
I'm the only one who sees this error?
I'm the one who called yesterday.
I'm the person who ordered the chairs.
As someone with a ticket I should get in.
My company name is wrong on the invoice.
Our school sends the wrong form.
Our bank charges fees, why?
Our hotel serves breakfast until when?
In our lab report there is a typo.
On our farm trip last year it rained.
At our school party there will be cake.
My desk is 120 cm wide in the drawing, make it 140.
The desk is 120 cm wide.
My room faces a wall in this game.
My tent has a hole.
We cook on Saturday, what do we need?
I sit on the sofa.
I'm on the list.
I chair the meeting today.
I chair this meeting.
I attend the class today.
I give lessons a rest today.
I took the lessons to heart.
I keep two copies.
We keep some for later.
I spend my time waiting for you.
Half of my work is done.
My job is running on the server.
My job failed at step 3.
I'm in the middle of a move.
I'm writing to you from the shop's form.
I'm asking from the start.
Ich habe eine Frage zur Rechnung.
Ich habe ein Problem mit dem Login.
Ich fahre morgen nach Köln.
Ich fahre heute lieber Bus.
Meine Schwester ist Lehrerin in Köln.
Mein Bruder wohnt in Wien.
Meine Nachbarin hat zwei Hunde.
Die Firma sitzt in Kiel.
Ist Schwimmen gesund?
Wenn ich in Rom wohnen würde, was würde das kosten?
Angenommen, ich bin Arzt in Berlin.
Früher habe ich in Bonn gewohnt.
Übersetze: "Ich bin Krankenschwester und wohne in Ulm."
Schreib eine Geschichte über einen Koch in Wien.
Ich bin müde.
Ich bin dran.
Ich bin fertig.
Ich bin der Meinung, das reicht.
Ich gebe dir gleich die Daten.
Ich gebe auf.
Ich nehme den Bus um acht.
Ich spiele mit dem Gedanken.
Ich nutze das erste Beispiel.
Ich schreibe gerade eine Mail an Peter.
Ich habe zwei Dateien hochgeladen.
Ich habe keine Zeit.
Ich mag den ersten Entwurf.
Ich bin 5 Minuten zu spät.
Heute habe ich frei.
Am Freitag habe ich einen Termin.
Wir haben drei Optionen.
Die Muttersprache des Autors ist Polnisch.
Mir ist schlecht.
Mir gefällt das gut.
Mir gefällt der Satz nicht.
Danke, das hilft.
Ein Patient mit Asthma fragt, ob er fliegen darf.
Ich kann die Datei nicht öffnen.
Ich wohne im Hotel am Markt, Zimmer 12.
Ich spare mir den Kommentar.
Tengo una pregunta sobre la factura.
Tengo un problema con el pedido.
Busco un hotel en Sevilla.
Mi jefe no bebe alcohol.
El cliente vive en Bilbao.
¿Cuánto vive un gato?
Si viviera en Roma, ¿cuánto pagaría?
Antes vivía en Lugo.
Traduce: "Soy enfermera y vivo en Jaén."
Escribe un cuento sobre un panadero de Vigo.
Estoy en una reunión.
Estoy en la página de pago.
Soy yo otra vez.
Tomo nota, gracias.
Tomo el tren de las ocho.
Uso el primer ejemplo.
Quiero cambiar el título.
Quiero correr el programa.
Quiero un café.
Prefiero la segunda opción.
Me gusta el primer título.
No puedo abrir el archivo.
No puedo el lunes, ¿el martes?
Hoy trabajo hasta tarde.
Hoy no trabajo.
Tengo dos archivos.
Tengo 5 minutos.
Llevo dos horas esperando.
Mi hijo pregunta cuánto es nueve por siete.
En la novela, el héroe es pescador.
Un paciente con asma quiere volar.
Somos tres para cenar esta noche.
Hablo de la segunda tabla.
Enseño la captura aquí.
He cambiado la contraseña.
Me paso luego.
J'ai un problème de connexion.
Je cherche un hôtel à Lyon.
Mon patron ne boit pas d'alcool.
Le client habite à Nice.
Est-ce sain de nager ?
Si j'habitais à Rome, combien paierais-je ?
Avant, j'habitais à Metz.
Enfant, j'avais un chien.
Écris un conte sur un boulanger de Rennes.
Je suis fatiguée.
Je suis d'accord.
Je suis sur la page de paiement.
Je suis à la gare.
Je prends la deuxième option.
Je prends le train de huit heures.
Je donne ma langue au chat.
Je voudrais changer le titre.
Je veux ouvrir un ticket.
Je préfère la deuxième version.
J'aime le premier titre.
Je ne peux pas ouvrir le fichier.
Lundi j'ai un rendez-vous.
Aujourd'hui je travaille tard.
J'ai faim.
J'ai 5 minutes.
Je n'aime pas cette phrase.
Je parle du deuxième tableau.
Je joue avec l'idée.
Je fais du tri dans les fichiers.
Dans le roman, le héros est pêcheur.
Un patient asthmatique veut prendre l'avion.
Nous sommes trois ce soir pour dîner.
Je viens de recevoir le colis.
Je commence par le début.
Mon fils a perdu son sac.
J'apprends la nouvelle à l'instant.
Tenho um problema com o pedido.
Procuro um hotel em Lisboa.
O meu chefe não bebe álcool.
O cliente mora em Faro.
Nadar faz bem?
Antes morava em Viseu.
Quando era criança tinha um cão.
Escreva um conto sobre um padeiro de Leiria.
Estou cansada.
Estou numa reunião.
Sou eu outra vez.
Tomo nota, obrigado.
Tomo o comboio das oito.
Quero mudar o título.
Quero abrir um chamado.
Prefiro a segunda opção.
Gosto do primeiro título.
Gostei, obrigado.
Na segunda tenho médico.
Hoje trabalho até tarde.
Tenho pressa.
Tenho 5 minutos.
Não gosto desta frase.
Toco no botão e nada acontece.
No romance, o herói é pescador.
Sou a favor.
Sou todo ouvidos.
Somos três para jantar hoje.
我有一个问题。
我有两个文件。
我想订一张票。
我在开会。
我在路上。
我用第一个例子。
我妹妹是护士。
我同事养了一只猫。
如果我住在罗马,房租多少?
以前我住在南昌。
翻译:"我是护士,我住在成都。"
写一个关于杭州导游的故事。
我喜欢第一个标题。
我不能打开文件。
我明天去北京。
我怕来不及。
我是第一次来。
我是说第二个。
猫能活多久?
我周五有个会,改到周一吧。
小说里的主角是渔夫。
一个有哮喘的病人想坐飞机。
我今年想买一台电脑。
我教你一个办法。
我和他一起去吃饭。
ファイルが二つあります。
会議中です。
駅にいます。
この文は好きではありません。
妹は看護師です。
同僚は猫を飼っています。
もし京都に住んでいたら、家賃はいくらですか。
昔は長野に住んでいました。
訳して:「私は看護師で、金沢に住んでいます。」
松本の大工の話を書いて。
お願いです。
ありがとうございます。
問題です。
今日は休みです。
使い方を教えてください。
ファイルが開けません。
最初の例を使っています。
水泳は体にいいですか。
喘息の患者が飛行機に乗りたいそうです。
注文がまだ届いていません。
予算は三万円だと聞きました。
ページを開いています。
本を読んでいます。
`;

Deno.test("EmbeddedLearner learns nothing from passing states, tasks, questions and other people", async () => {
  for (const line of QUIET.trim().split("\n")) {
    const turns = line.split(/(?=[AU]> )/).map((turn) =>
      turn.startsWith("A> ")
        ? assistant(turn.slice(3).trim())
        : user(turn.replace(/^U> /, "").trim())
    );
    const memory = await learnt(turns);
    assertEquals([line, ...memory.facts(), ...memory.rules()], [line]);
  }
});
