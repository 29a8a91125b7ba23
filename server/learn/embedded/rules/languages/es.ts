/** Spanish. @module */

import type { LanguageRow } from "./rows.ts";

/** What Spanish can say about a user. */
export const ES: LanguageRow = {
  lang: "es",
  home: {
    template: "Vive en {v}",
    cue: ["(vivo|vivimos|resido) (ahora|aquí)? en {v}", "vivo cerca de {v}"],
    block: ["no vivo", "no vivimos"],
  },
  moved: {
    template: "Vive en {v}",
    cue: [
      "(me mudé|me he mudado|nos mudamos|nos hemos mudado) (hace poco|el mes pasado)? a {v}",
      "ahora vivo en {v}",
      "no (vivo|vivimos) en * * @comma sino (ahora)? en {v}",
      "ya no (vivo|vivimos) en * * @comma (he vuelto|volví|volvimos|hemos vuelto|me volví) a {v}",
    ],
  },
  now: {
    template: "Está en {v}",
    cue: ["(estoy|estamos|estaré) (de viaje|de vacaciones)? en {v}"],
  },
  trade: {
    template: "Trabaja como {v}",
    cue: ["(trabajo|trabajamos) (como|de) {v}", "mi profesión es {v}"],
    block: [
      "no trabajo",
      "busco trabajo",
      "buscando trabajo",
      "ofrecieron trabajo",
      "ofrecen trabajo",
      "un trabajo",
      "de trabajo",
      "quiero trabajo",
      "hay trabajo",
    ],
  },
  job: {
    template: "Trabaja como {v}",
    cue: ["(yo)? soy (un|una)? {v}", "como {v} que soy"],
    block: ["no soy"],
  },
  name: {
    template: "Se llama {v}",
    cue: [
      "me llamo {v}",
      "mi nombre es {v}",
      "llámame {v}",
      "(prefiero|quiero) que me (llames|llamen|llame|digas|digan) {v}",
      "^ (hola|buenas|hey|ey) @comma? (yo)? soy {v}",
      "^ buenos días @comma? soy {v}",
      "^ buenas (tardes|noches) @comma? soy {v}",
    ],
  },
  diet: { template: "Es {v}", cue: ["(soy|somos) {v}"], block: ["no soy"] },
  allergy: {
    template: "Es alérgico a {v}",
    cue: [
      "(soy|somos) (muy)? (alérgico|alérgica|alérgicos|alérgicas) (a|al) {v}",
      "tengo (una)? alergia (a|al) {v}",
    ],
    block: ["no soy", "no tengo"],
  },
  like: {
    template: "Le gusta {v}",
    cue: ["me (gusta|gustan|encanta|encantan) (mucho|más)? {v}", "{v} me (encanta|encantan)"],
    block: ["no me"],
  },
  dislike: {
    template: "No le gusta {v}",
    cue: [
      "{v} no me (gusta|gustan|convence|convencen)",
      "no me (gusta|gustan) (nada|mucho)? {v}",
      "(odio|detesto) {v}",
    ],
  },
  prefer: { template: "Prefiere {v}", cue: ["(prefiero|preferimos|preferiría) {v}"] },
  rather: null,
  avoid: {
    template: "No come {v}",
    cue: ["(no|tampoco) (como|comemos) {v}"],
    block: ["no como siempre"],
  },
  pet: { template: "Tiene {v}", cue: ["(tengo|tenemos) {v}"] },
  ended: [
    "(dejé|he dejado|dejamos) (el|la|mi)? {v}",
    "(vendí|he vendido|cancelé) (el|la|mi)? {v}",
    "ya no (vivo|soy|tengo|como|trabajo|uso|estoy) (en|de|como)? {v}",
    "me (han despedido|despidieron|echaron|han echado) (de|del) (la|el|mi)? {v}",
    "dejé de (ser|comer|vivir en|usar) {v}",
    "(he|hemos) dejado de (ser|comer|vivir en|usar|tocar|jugar al)? {v}",
    "{v} (murió|falleció|ha muerto|ha fallecido)",
  ],
  forget: ["olvida (lo que dije|lo)? (de|sobre)? {v}"],
};
