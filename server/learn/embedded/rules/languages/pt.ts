/** Portuguese. @module */

import type { LanguageRow } from "./rows.ts";

/** What Portuguese can say about a user. */
export const PT: LanguageRow = {
  lang: "pt",
  home: {
    template: "Mora em {v}",
    cue: ["(moro|moramos|vivo|vivemos) (agora)? (em|no|na) {v}"],
    block: ["não moro", "não vivo"],
  },
  moved: {
    template: "Mora em {v}",
    cue: [
      "(mudei-me|mudei|mudamos|mudámo-nos|mudamo-nos) (recentemente)? (para|pra) (o|a)? {v}",
      "me mudei (para|pra) (o|a)? {v}",
      "a gente se mudou * * * (para|pra) (o|a)? {v}",
      "não (moro|moramos|vivo) mais em * * @comma? mas (em|no|na) {v}",
      "agora moro em {v}",
      "já não (moro|vivo|moramos|vivemos) (em|no|na) * * @comma (voltei|voltamos|mudei-me|regressei) (para|pra|a) (o|a)? {v}",
    ],
  },
  now: {
    template: "Está em {v}",
    cue: ["(estou|estamos|estarei) (de férias|de viagem)? (em|no|na) {v}"],
  },
  trade: {
    template: "Trabalha como {v}",
    cue: ["(trabalho|trabalhamos) como {v}", "minha profissão é {v}"],
    block: ["não trabalho"],
  },
  job: { template: "Trabalha como {v}", cue: ["(eu)? sou (um|uma)? {v}"], block: ["não sou"] },
  name: {
    template: "Chama-se {v}",
    cue: [
      "(o)? meu nome é {v}",
      "(me chamo|chamo-me) {v}",
      "pode me chamar de {v}",
      "(prefiro|gosto|quero) que me (chames|chamem|chame|tratem|trates) (de|por)? {v}",
      "^ (oi|olá|bom dia|boa tarde|boa noite) @comma? (aqui)? (eu)? (sou|é) (o|a) {v}",
    ],
  },
  diet: { template: "É {v}", cue: ["(sou|somos) {v}"], block: ["não sou"] },
  allergy: {
    template: "É alérgico a {v}",
    cue: [
      "(sou|somos) (muito)? (alérgico|alérgica|alérgicos) (a|à|ao|aos|às) {v}",
      "tenho alergia (a|à|ao|aos|às) {v}",
    ],
    block: ["não sou", "não tenho"],
  },
  like: {
    template: "Gosta de {v}",
    cue: ["(eu)? (gosto|gostamos) (muito|mais)? (de|do|da|dos|das) {v}", "(adoro|amo) {v}"],
    block: ["não gosto"],
  },
  dislike: {
    template: "Não gosta de {v}",
    cue: ["não (gosto|gostamos) (muito|nada)? (de|do|da|dos|das) {v}", "(odeio|detesto) {v}"],
  },
  prefer: { template: "Prefere {v}", cue: ["(prefiro|preferimos) {v}"] },
  rather: null,
  avoid: { template: "Não come {v}", cue: ["não (como|comemos) {v}"] },
  pet: { template: "Tem {v}", cue: ["(tenho|temos) {v}"] },
  ended: [
    "(saí|saímos) (do|da|de|dos) {v}",
    "(deixei|deixámos|deixamos|larguei|largamos) (o|a)? {v}",
    "(vendi|cancelei) (o|a)? (meu|minha)? {v}",
    "já não (moro|sou|tenho|como|trabalho|uso|estou) (em|no|na|como)? {v}",
    "(parei|paramos) (de|com) (o|a)? {v}",
    "(o|a)? {v} (morreu|faleceu)",
    "não (moro|sou|tenho|como|trabalho|uso) mais (em|no|na|como)? {v}",
  ],
  forget: ["esqueça|esquece (o que eu disse)? (sobre|de)? {v}"],
};
