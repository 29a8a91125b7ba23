/** Portuguese facts told by a phrase; see `told.ts` for the form of a line. @module */

import { toldRules } from "./told.ts";

/** Rules of Portuguese told by a phrase. */
export const TOLD_PT = toldRules(
  "pt",
  `
herd keeps = Tem {v}
  (tenho|temos|crio|criamos) {v}
cond when = Quando {a}: {v}
  ^ (quando|se) {a} @comma? (preciso de|quero|prefiro) {v}
aid has = Usa {v}
  (uso|tenho|utilizo) {v}
aid with = Trabalha com {v}
  (leio|trabalho|navego) com {v}
mended shop = {V} está na oficina
  (meu|minha|nosso|nossa) {v} está (na oficina|em reparação|no conserto|na revisão)
drives now = Conduz {v}
  (agora)? (conduzo|dirijo) {v}
work with = Trabalha com {v}
  (trabalho|trabalhamos) com {v}
  ! com isso
  ! com ele
  ! com ela
  ! com eles
  ! com você
work in_charge [shape:foreign_head] = É {v}
  sou {v}
work takes_care [shape:foreign_duty] = Trata de {v}
  (cuido|trato|me ocupo|ocupo-me) (de|do|da|dos|das) {v}
business together = Tem {v}
  (eu e)? (o|a)? (meu|minha) (marido|mulher|esposa|parceiro|parceira|sócio|sócia|irmã|irmão) (e eu)? (temos|tocamos|gerimos|abrimos) {v}
child_age are [shape:foreign_years_list a:foreign_child] = {A} têm {v} anos
  (os|as)? (meus|minhas|nossos|nossas) {a} têm (já)? {v} anos
health diagnosed = Tem {v}
  (descobri|soube) que tenho {v}
  (me|foi-me) (diagnosticaram|diagnosticado|diagnosticada) {v}
allergy badly = {V} faz-lhe mal
  {v} (faz-me|me faz|fazem-me|me fazem|cai-me|me cai) (mal|muito mal)
schedule gets_up [shape:foreign_hour_at] = Levanta-se {v}
  (levanto-me|acordo|me levanto) (sempre)? {v}
schedule cannot = Não pode {v}
  ^ {v} não (posso|consigo|dá)
level bad [shape:foreign_where] = É ruim {v}
  sou (péssimo|péssima|ruim|mau|má|fraco|fraca) {v}
work gives_classes [shape:foreign_courses] = Dá {v}
  (dou|damos|leciono|lecionamos) {v}
work teaches = Ensina {v}
  (ensino|ensinamos|leciono) {v}
  ! te ensino
  ! lhe ensino
  ! ensino o
  ! ensino a
  ! ensino um
job_new hired = Trabalha como {v}
  me (contrataram|efetivaram|chamaram) (como|de) {v}
  (contrataram-me|fui contratado|fui contratada|fui efetivada|fui efetivado) como {v}
job_new now = Trabalha como {v}
  agora (sou|trabalho como|trabalho de) (um|uma)? {v}
job_as as = Trabalha como {v}
  ^ como {v} (trabalho|tenho|preciso|passo|uso|devo|durmo|viajo|vejo|estou|fico)
work_at at = Trabalha {v}
  (eu|e|mas|agora)? trabalho (agora|à noite|de noite|meio período)? {v}
  ! ao trabalho
  ! o trabalho
  ! meu trabalho
  ! um trabalho
  ! do trabalho
  ! de trabalho
retired retired = Está aposentado
  (estou|sou) (já)? (aposentado|aposentada|reformado|reformada)
  me (aposentei)
  reformei-me
retired self_employed = É autônomo
  sou (autônomo|autônoma|autónomo|autónoma|freelancer)
  trabalho por conta própria
business has = Tem {v}
  (tenho|temos|abri|abrimos|gerencio|gerenciamos|giro|gerimos|dirijo|administro|toco) {v}
  (abri|abrimos) {v}
trade repairs = Conserta {v}
  (e|eu)? (conserto|reparo|restauro) {v}
  ! como conserto
  ! como reparo
trade makes = Faz {v}
  (fabrico|fabricamos) {v}
trade sells = Vende {v}
  (vendo|vendemos) {v}
  ! como vendo
trade grows = Cultiva {v}
  (cultivo|cultivamos) {v}
trade breeds = Cria {v}
  (crio|criamos) {v}
  ! como crio
trade translates = Traduz {v}
  traduzo {v}
studies studies = Estuda {v}
  ^ (eu)? (estudo|estou estudando|estou a estudar) {v}
  e (estudo|estou estudando) {v}
  (estou)? (fazendo|a fazer) (um|o)? (mestrado|doutorado|doutoramento|curso) (em|de) {v}
origin from = É de {v}
  (sou|somos|venho) (originalmente)? (de|do|da) {v}
  nasci (em|no|na) {v}
home moved [a:any] = Mora em {v}
  (acabei|acabámos|acabamos) de (me|nos) mudar (para|pra) {v}
  (deixei|saí de|saí do|saí da) {a} @comma * (agora)? (vivo|moro|estou) (em|no|na) {v}
  antes (morava|vivia|morávamos) em {a} @comma * agora (moro|vivo|moramos|estou|estamos) em {v}
  mas (agora)? (moro|vivo|moramos|vivemos) (em|no|na) {v}
  agora (vivo|moro|moramos|vivemos) (em|no|na) {v}
dwelling floor [shape:foreign_dwelling] = Mora {v}
  (moro|moramos|vivo|vivemos) {v}
lives_with with = Mora com {v}
  (moro|moramos|vivo|vivemos) com {v}
  divido (apartamento|a casa|casa) com {v}
lives_with with_us = {V} mora com eles
  {v} (mora|vive) (comigo|conosco|connosco)
lives_with all_with_us = {V} moram com eles
  {v} (moram|vivem) (comigo|conosco|connosco)
household of [shape:foreign_count] = São {v} em casa
  somos {v} (em casa|na família)
  somos uma família de {v}
marital married = É casado
  (sou|estou) (casado|casada)
marital divorced = É divorciado
  (sou|estou) (divorciado|divorciada|separado|separada)
marital single_mother = É mãe solteira
  sou (mãe solteira|mãe solo|pai solteiro)
child_age is [a:foreign_child] = {A} tem {v} anos
  (a|o)? (meu|minha|nosso|nossa) {a} (tem|fez|faz|vai fazer) (já)? {v} (anos|meses)
children have = Tem {v}
  (tenho|temos) {v}
  com (os|as)? (meus|minhas) {v}
  (mãe|pai) de {v}
pet_named called [a:foreign_animal_noun] = Tem um animal ({a}) chamado {v}
  (tenho|temos) (um|uma) {a} (chamado|chamada|que se chama) {v}
  (o|a)? (meu|minha|nosso|nossa) {a} (chama-se|se chama) {v}
pet has = Tem {v}
  (tenho|temos|adotei|adotamos|adotámos) {v}
pet household [shares] = Tem {v}
  (moro|moramos|vivo|vivemos) * * * com {v}
age years = Tem {v} anos
  tenho {v} anos
  (fiz|acabei de fazer) {v} anos
allergy intolerant = É intolerante {v}
  (sou|somos) (muito)? (intolerante|intolerantes) {v}
  tenho intolerância {v}
allergy reacts = Passa mal com {v}
  (passo|fico) mal com {v}
  {v} (me faz|fazem-me|faz-me|me fazem) mal
body coeliac = É celíaco
  sou (celíaco|celíaca)
avoid cannot = Não pode comer {v}
  não (posso|podemos) (comer|tomar|beber) {v}
avoid not = Não toma {v}
  não (bebo|tomo|fumo) {v}
  (deixei|parei) de (comer|tomar|beber) {v}
eats_again again = Voltou a comer {v}
  (voltei|voltamos) a (comer|beber|tomar) {v}
  (como|bebo) {v} de novo
avoid cooks [shape:foreign_left_out] = Cozinha sem {v}
  (cozinho|cozinhamos) (sempre)? sem {v}
avoid eats [shape:foreign_left_out] = Come sem {v}
  (como|comemos) (sempre)? sem {v}
health has = Tem {v}
  (tenho|sofro de|sofro com) {v}
  fui (diagnosticado|diagnosticada) com {v}
health is [shape:foreign_impaired_latin] = É {v}
  (sou|estou) {v}
medicine takes = Toma {v}
  (tomo|estou tomando|estou a tomar) {v}
body wheelchair = Usa cadeira de rodas
  (uso|ando de|estou em|estou numa|ando em) (uma)? cadeira de rodas
weak seasick [shape:foreign_where] = Enjoa {v}
  (enjoo|fico enjoado|fico enjoada) {v}
like most = Gosta de {v}
  (sou|somos) (muito)? (fã|apaixonado|apaixonada|louco|louca) (de|do|da|por|pelo|pela) {v}
  (adoro|adoramos|amo) {v}
  (o meu|a minha|meu|minha) * (favorito|favorita|preferido|preferida) é {v}
prefer prefers = Prefere {v}
  (prefiro|preferimos|preferia|prefeririamos) {v}
  gosto mais (de|do|da) {v}
dislike hates = Não suporta {v}
  não (suporto|aguento|tolero) {v}
  (odeio|detesto) {v}
  {v} não (é|são) (a minha praia|minha praia|para mim|comigo)
  {v} me (irrita|irritam|cansa|cansam|incomoda|incomodam)
hobby plays [shape:foreign_played] = Toca {v}
  (toco|tocamos) {v}
hobby games [shape:foreign_played] = Joga {v}
  (jogo|jogamos) {v}
hobby sings [shape:foreign_where] = Canta {v}
  canto {v}
hobby hobby_is = Passatempo: {v}
  (o meu|meu) (passatempo|hobby) é {v}
day_task on [a:foreign_days] = Tem {v} {a}
  ^ {a} (tenho|temos|vou a|vou ao|vou à|treino|dou) {v}
schedule works = Trabalha {v}
  (só)? (trabalho|trabalhamos) (só|apenas)? {v}
schedule not = Não trabalha {v}
  {v} não (trabalho|trabalhamos|posso|estou disponível)
  não (trabalho|posso) {v}
  {v} (folgo|estou de folga|tenho folga)
nights nights = Trabalha de noite
  trabalho (de noite|à noite|no turno da noite|de madrugada)
  (enfermeira|enfermeiro|vigia|porteiro|médico|médica|padeiro|padeira) (da|de) noite
budget is = Tem um orçamento de {v}
  (o)? (meu|nosso) orçamento (é|máximo é|fica em|anda) (de|nos|uns)? {v}
  não (quero|queremos|posso|podemos) gastar mais (de|do que|que) {v}
  (tenho|temos) (um orçamento de|no máximo|até|uns) {v}
  (posso|podemos) gastar (até|no máximo|uns)? {v}
tool uses = Usa {v}
  (uso|usamos|utilizo|utilizamos|trabalho com|trabalhamos com|programo em|programamos em|escrevo em|desenvolvo em) {v}
tool_new switched = Usa {v}
  (mudei|passei|mudamos|passamos|migrei|migramos) para (o|a)? {v}
  agora (uso|usamos) (o|a)? {v}
device has = Usa {v}
  (tenho|temos|uso|conduzo|dirijo) {v}
native is = A língua materna é {v}
  (a)? (minha|nossa) língua (materna|nativa) é (o)? {v}
speaks speaks = Fala {v}
  ^ (eu)? (falo|falamos|entendo) (um pouco de|só|pouco)? {v}
  e falo {v}
learns learns = Está aprendendo {v}
  (estou|estamos) (aprendendo|estudando) {v}
  (estou|estamos) a (aprender|estudar) {v}
level beginner = É iniciante em {v}
  (sou|somos) (um|uma|total)? (iniciante|iniciantes|principiante|novato|novata) (em|no|na|com|a) {v}
  (estou começando|comecei agora|estou a começar) (com|em|no|na|a) {v}
goal wants [shape:foreign_goal] = Quer {v}
  (quero|queremos|o meu objetivo é|meu objetivo é|gostava de|gostaria de) {v}
goal saves = Está poupando para {v}
  (estou|estamos) (poupando|economizando|juntando dinheiro|a poupar|a juntar dinheiro) (para|pra) {v}
  (treino|estou treinando|estou a treinar) (para|pra) {v}
stay until = Está em {v}
  (estou|estamos|estarei|fico|ficamos) (em|no|na) {v}
absent holiday = Está de férias
  (estou|estamos) de férias
absent sick = Está de baixa
  (estou|estarei) de (baixa|licença|atestado)
side left = É canhoto
  sou (canhoto|canhota|esquerdino|esquerdina)
`,
);
