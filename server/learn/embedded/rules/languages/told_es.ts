/** Spanish facts told by a phrase; see `told.ts` for the form of a line. @module */

import { toldRules } from "./told.ts";

/** Rules of Spanish told by a phrase. */
export const TOLD_ES = toldRules(
  "es",
  `
herd keeps = Tiene {v}
  (tengo|tenemos|crío|criamos) {v}
cond when = Cuando {a}: {v}
  ^ (cuando|si) {a} @comma? (necesito|quiero|prefiero) {v}
cond enough = Para {a} le basta {v}
  ^ para {a} me (basta|bastan|vale|sobra) (con)? {v}
aid has = Usa {v}
  (llevo|uso|tengo|utilizo) {v}
aid with = Trabaja con {v}
  (leo|trabajo|navego) con {v}
mended shop = {V} está en el taller
  (mi|nuestro|nuestra) {v} está en (el taller|reparación)
drives now = Conduce {v}
  (ahora)? (conduzco|manejo) {v}
absent sick_until = Está de baja
  (estoy|estaré) de baja
work devoted = Se dedica a {v}
  (me dedico|nos dedicamos) (a|al) {v}
work in_charge [shape:foreign_head] = Es {v}
  soy {v}
work takes_care [shape:foreign_duty] = Se encarga de {v}
  me (encargo|ocupo) (de|del) {v}
business together = Tiene {v}
  (mi|su) (mujer|marido|pareja|esposa|novio|novia|hermana|hermano|socio|socia) y yo (tenemos|llevamos|regentamos|abrimos|gestionamos) {v}
child_age are [shape:foreign_years_list a:foreign_child] = Sus {a} tienen {v} años
  (mis|nuestros|nuestras|los) {a} tienen (ya)? {v} años
health diagnosed = Tiene {v}
  me (acaban de diagnosticar|diagnosticaron|han diagnosticado|detectaron|han detectado) {v}
  (descubrí|he descubierto) que tengo {v}
allergy badly = {V} le sienta mal
  {v} me (sienta|sientan|cae|caen) (fatal|mal|muy mal|como una patada)
schedule gets_up [shape:foreign_hour] = Se levanta a {v}
  me (levanto|despierto) (siempre)? (a|sobre) {v}
level good_bad = Se le da mal {v}
  se me (da|dan) (muy)? (fatal|mal|regular) {v}
level good = Se le da bien {v}
  se me (da|dan) (muy)? bien {v}
stay weekdays = Entre semana está en {v}
  entre semana (estoy|vivo|trabajo) en {v}
work gives_classes [shape:foreign_courses] = Da {v}
  (doy|damos|imparto|impartimos) {v}
work teaches = Enseña {v}
  (enseño|enseñamos) {v}
  ! te enseño
  ! le enseño
  ! enseño la
  ! enseño el
  ! enseño lo
  ! enseño las
  ! enseño los
  ! enseño una
  ! enseño un
job_new hired = Trabaja como {v}
  me (contrataron|han contratado|cogieron|han cogido|ficharon) (como|de) {v}
job_new now = Trabaja como {v}
  ahora (soy|trabajo de|trabajo como|estoy de) (un|una)? {v}
job_as as = Trabaja como {v}
  ^ como {v} (trabajo|tengo|necesito|paso|uso|debo|que soy|llevo|estoy|viajo|veo)
work_at now = Trabaja {v}
  (ahora|yo|y|pero)? trabajo (de noche|ahora|media jornada|a tiempo parcial|desde casa|por las noches)? {v}
  llevo * * (trabajando) {v}
  ! al trabajo
  ! el trabajo
  ! mi trabajo
  ! un trabajo
  ! del trabajo
  ! de trabajo
retired retired = Está jubilado
  (estoy|soy) (ya)? (jubilado|jubilada|pensionista|retirado|retirada)
  me (jubilé|he jubilado)
retired self_employed = Es autónomo
  soy (autónomo|autónoma|freelance)
  trabajo por (mi cuenta|cuenta propia)
business has = Tiene {v}
  (tengo|tenemos|llevo|llevamos|regento|regentamos|dirijo|dirigimos|gestiono|gestionamos|abrí|abrimos|he abierto|hemos abierto) {v}
trade repairs = Arregla {v}
  (y|yo)? (reparo|arreglo|restauro) {v}
  ! lo arreglo
  ! cómo arreglo
  ! cómo reparo
  ! arreglo esto
trade makes = Fabrica {v}
  (fabrico|fabricamos) {v}
trade sells = Vende {v}
  (vendo|vendemos) {v}
  ! cómo vendo
  ! lo vendo
trade grows = Cultiva {v}
  (cultivo|cultivamos) {v}
trade breeds = Cría {v}
  (crío|criamos) {v}
trade translates = Traduce {v}
  traduzco {v}
trade designs = Diseña {v}
  diseño {v}
studies studies = Estudia {v}
  ^ (yo)? (estudio|estoy estudiando) {v}
  y (estudio|estoy estudiando) {v}
  (estoy)? haciendo (un|el) (máster|doctorado|grado) (en|de) {v}
  estoy en (primero|segundo|tercero|cuarto|quinto|primer curso) de {v}
origin from = Es de {v}
  (soy|somos|vengo|venimos) (originalmente)? de {v}
  nací en {v}
home moved [a:any] = Vive en {v}
  (me|nos) (acabo|acabamos) de mudar a {v}
  (acabo|acabamos) de mudarme|mudarnos a {v}
  (me|nos) (mudé|mudamos|he mudado|hemos mudado|trasladé|trasladamos) * a {v}
  (dejé|dejamos|he dejado) {a} * (ahora)? (vivo|vivimos|estoy) en {v}
  pero (ahora)? (vivo|vivimos) en {v}
  antes (vivía|vivíamos) en {a} @comma * ahora (vivo|vivimos|estoy|estamos) en {v}
dwelling floor [shape:foreign_dwelling] = Vive en {v}
  (vivo|vivimos) en {v}
lives_with with [a:any] = Vive con {v}
  (vivo|vivimos) (en {a})? con {v}
  comparto piso con {v}
lives_with with_us = {V} vive con ellos
  {v} vive con (nosotros|nosotras)
  {v} vive conmigo
lives_with all_with_us = {V} viven con ellos
  {v} viven con (nosotros|nosotras)
  {v} viven conmigo
household of [shape:foreign_count] = Son {v} en casa
  somos {v} (en casa|en la familia|de familia)
  somos una familia de {v}
marital married = Está casado
  estoy (casado|casada)
  ^ (yo)? soy (casado|casada)
  me (he casado|casé)
marital divorced = Está divorciado
  estoy (divorciado|divorciada|separado|separada)
marital single_mother = Es madre soltera
  soy (madre soltera|padre soltero)
child_age is [a:foreign_child] = Su {a} tiene {v} años
  (mi|nuestro|nuestra) {a} (tiene|cumple|va a cumplir) (ya)? {v} (años|meses)
children have = Tiene {v}
  (tengo|tenemos) {v}
  con mis {v}
  (madre|padre) de {v}
pet_named called [a:foreign_animal_noun] = Tiene una mascota ({a}) llamada {v}
  (tengo|tenemos) (un|una) {a} que se llama {v}
  (mi|nuestro|nuestra) {a} se llama {v}
  (mi|nuestro|nuestra) {a} @comma {v} @comma
pet has = Tiene {v}
  (tengo|tenemos|adopté|adoptamos|hemos adoptado|he adoptado) {v}
pet household [shares] = Tiene {v}
  (vivo|vivimos) * * * con {v}
age years = Tiene {v} años
  tengo {v} años
  (cumplí|he cumplido|acabo de cumplir) {v} (años)?
allergy has_intolerance = Tiene intolerancia {v}
  (tengo|tenemos) intolerancia {v}
allergy intolerant = Es intolerante {v}
  (soy|somos) (muy)? (intolerante|intolerantes) {v}
allergy reacts = Le sientan mal {v}
  (me|nos) (sienta|sientan) (muy)? mal {v}
  {v} me (sienta|sientan) (muy)? mal
body coeliac = Es celíaco
  soy (celíaco|celíaca|celiaco|celiaca)
avoid cannot = No puede comer {v}
  no (puedo|podemos) (comer|tomar|beber|probar) {v}
  (tengo|tenemos) (prohibido|prohibida) {v}
avoid not = No toma {v}
  (no|tampoco) (bebo|bebemos|tomo|tomamos|pruebo|fumo) {v}
  (dejé de|he dejado de) (comer|tomar|beber) {v}
eats_again again = Vuelve a comer {v}
  (vuelvo|he vuelto|volví) a (comer|beber|tomar) {v}
  (como|bebo|tomo) {v} otra vez
avoid cooks [shape:foreign_left_out] = Cocina sin {v}
  (cocino|cocinamos) (siempre)? sin {v}
avoid eats [shape:foreign_left_out] = Come sin {v}
  (como|comemos) (siempre)? sin {v}
health has = Tiene {v}
  (tengo|padezco|sufro|sufro de|padezco de) {v}
  me (diagnosticaron|han diagnosticado) {v}
health is [shape:foreign_impaired_latin] = Es {v}
  (soy|estoy) {v}
medicine takes = Toma {v}
  (tomo|estoy tomando) {v}
body wheelchair = Usa silla de ruedas
  (uso|voy en|estoy en|me muevo en) (una)? silla de ruedas
weak seasick [shape:foreign_where] = Se marea {v}
  me mareo (mucho|siempre)? {v}
like most = Le gusta {v}
  (lo mío|lo nuestro) (es|son) {v}
  (disfruto|disfrutamos) (mucho)? (de|con)? {v}
  (soy|somos) (muy)? (fan|aficionado|aficionada|amante) (de|del|a|al) {v}
  (mi|mis) * (favorito|favorita|favoritos|favoritas) (es|son) {v}
prefer more = Le gusta más {v}
  me (gusta|gustan) más {v}
prefer before = Prefiere {v}
  (prefiero|preferimos|preferiría) (mucho)? {v}
dislike hates = No soporta {v}
  no (soporto|aguanto) {v}
  (odio|detesto) {v}
  {v} (no son lo mío|no es lo mío|no va conmigo|no van conmigo|me pone nervioso|me pone nerviosa|me da dolor de cabeza)
  me (agobia|agobian|estresa|estresan|molesta|molestan) {v}
  {v} me (agobia|agobian|estresa|estresan|molesta|molestan|saca de quicio|sacan de quicio)
hobby plays [shape:foreign_played] = Toca {v}
  (toco|tocamos) {v}
hobby games [shape:foreign_played] = Juega {v}
  (juego|jugamos) {v}
hobby sings [shape:foreign_where] = Canta {v}
  canto {v}
hobby hobby_is = Su afición es {v}
  (mi afición|mi pasatiempo|mi hobby) es {v}
  en mi tiempo libre {v}
day_task on [a:foreign_days] = Tiene {v} {a}
  ^ {a} (tengo|tenemos|voy a|vamos a|entreno|doy) {v}
schedule works = Trabaja {v}
  (solo|sólo)? (trabajo|trabajamos) (solo|solamente|sólo)? {v}
schedule not = No trabaja {v}
  {v} no (trabajo|trabajamos|puedo|estoy disponible)
  no (trabajo|trabajamos|puedo) {v}
  {v} (libro|tengo libre|tengo el día libre)
nights nights = Trabaja de noche
  trabajo (de noche|por las noches|en turno de noche)
budget is = Tiene un presupuesto de {v}
  (mi|nuestro|el) presupuesto (es|máximo es|ronda|máximo) (de|los|unos)? {v}
  no (quiero|queremos|puedo|podemos) gastar (más de|mas de) {v}
  (tengo|tenemos) (un presupuesto de|como máximo|hasta|unos) {v}
  (puedo|podemos) gastar (hasta|como mucho|unos)? {v}
tool uses = Usa {v}
  (uso|usamos|utilizo|utilizamos|trabajo con|trabajamos con|programo en|programamos en|escribo en|desarrollo en|estoy con) {v}
tool_new switched = Usa {v}
  (me|nos) (pasé|pasamos|he pasado|hemos pasado|cambié|cambiamos) a {v}
  ahora (uso|usamos|utilizo) {v}
  (hemos|he) (cambiado|migrado) a {v}
device has = Usa {v}
  (tengo|tenemos|uso|conduzco) {v}
native is = Su lengua materna es {v}
  (mi|nuestra) (lengua|idioma) (materna|materno|nativa|nativo) es (el)? {v}
speaks speaks = Habla {v}
  ^ (yo)? (hablo|hablamos|entiendo) (un poco de|muy poco|solo|algo de)? {v}
  y hablo {v}
learns learns = Está aprendiendo {v}
  (estoy|estamos) (aprendiendo|estudiando) {v}
  (aprendo) {v}
level beginner = Es principiante en {v}
  (soy|somos) (un|una|total)? (principiante|principiantes|novato|novata) (en|con|de|al|a la) {v}
  (estoy empezando|acabo de empezar) (con|en|a) {v}
goal wants [shape:foreign_goal] = Quiere {v}
  (quiero|queremos|mi objetivo es|mi meta es|me gustaría) {v}
goal saves = Está ahorrando para {v}
  (estoy|estamos) ahorrando para {v}
  ahorro para {v}
  (me|nos) (estoy|estamos) preparando para {v}
  (entreno|estoy entrenando) para {v}
stay until [a:any] = Está en {v}
  (estoy|estamos|estaré|estaremos|me quedo|nos quedamos) (en {a})? en {v}
absent holiday = Está de vacaciones
  (estoy|estamos) de vacaciones
absent sick = Está de baja
  (estoy|estaré) de baja
side left = Es zurdo
  soy (zurdo|zurda)
`,
);
