/**
 * Words of instructions in the languages beside English.
 *
 * @module
 */

import type { Lang } from "../../types.ts";

/** How a language gives standing orders. */
export interface InstructionWords {
  /** Trigger when the order names none. */
  readonly trigger: string;
  /** What an order looks like. */
  readonly order: RegExp;
  /** A subject that makes it no order. */
  readonly ownSubject: RegExp;
  /** Bans that stand without another cue. */
  readonly bans: RegExp;
  /** Politeness and `from now on`, taken out anywhere. */
  readonly politeness: RegExp;
  /** Interjections, taken off at the start. */
  readonly lead: RegExp;
  /** Where the reason begins. */
  readonly reason: RegExp;
}

/** Words by language. */
export const INSTRUCTION_WORDS: Readonly<Partial<Record<Lang, InstructionWords>>> = {
  de: {
    trigger: "Bei jeder Antwort",
    order:
      /^(?:immer |nie |niemals |kein\p{L}* |nicht |doch |wieder |nur |stets |grundsätzlich |auf )*(?:antworte|schreib|nutz|verwend|benutz|gib|zeig|sag|frag|mach|lass|nenn|füg|setz|schick|send|halt|vermeid|erklär|fass|formulier|rund|rechne|sprich|duz|siez|nimm|prüf|test|achte|denk|bleib|stell|hör|ruf|kürz|red|bring|zitier|markier|sortier|ergänz|beginn|begrüß|kommentier|leg|trag|verweis|erinner|empfiehl|informier|meld|warn|biet|ordn|speicher|kopier|verlink|lies|beschreib|begründ|plan|such|wähl|lösch|verschieb|kennzeichn|beend)\p{L}{0,3}\b|\p{L}{3,}en(?:,|$| nicht| und)|^(?:kein|keine|keinen|nie|niemals|immer|nur)\b/iu,
    ownSubject:
      /^(?:ich|wir|er|man|das|die|der|es|mein|meine|unser|was|wer|sie (?:ist|hat))\b|\b(?:ich|wir|man|muss|müssen)\b(?! (?:doch )?sagte)/i,
    bans: /\bkeine?n? [^,.]{2,40} mehr\b/i,
    politeness:
      /(?<!\p{L})(?:bitte|ab jetzt|ab sofort|von nun an|in zukunft|künftig|zukünftig|danke)(?!\p{L})/giu,
    lead:
      /^(?:nein|ja|ok|okay|hallo|hey|also|merk dir(?: bitte)?(?=:)|denk dran(?=:)|und|aber|ich sagte doch|wie gesagt|falsch|schon wieder|(?:notiz|hinweis|wichtig|regel|erinnerung|merke)(?=:)|(?:viel |etwas )?zu (?:lang|kurz|kompliziert|ausführlich|knapp)[,.:!])[,:!\s]*(?<=[,:!\s])/i,
    reason:
      /,? (?:weil|denn|da) |, (?:die|das|der|sie|es|sonst|ich) (?=\p{L}+)|, mit [^,]{2,30} (?:kann|komme) ich (?=\p{L}+)/iu,
  },
  es: {
    trigger: "En cada respuesta",
    order:
      /^(?:siempre |nunca |jamás |no |solo )*(?:me )?(?:usa|use|uses|usad|responde|responda|respóndeme|respondas|contesta|conteste|contestes|escribe|escriba|escribas|pon|ponga|pongas|da|dame|des|di|dime|digas|añade|añada|añadas|incluye|incluya|incluyas|evita|evite|manda|mande|mandes|envía|envíe|envíes|haz|haga|hagas|muestra|muestre|muestres|explica|explique|habla|hable|hables|trátame|tutéame|pregunta|pregunte|revisa|comprueba|compruebe|redondea|redondees|resume|cita|cites|empieza|empieces|llámame|traduce|comenta|indica|firma|ordena|lista|borra|borres|hazlo|deja|recuerda|avisa|avise|termina|consulta|calcula|ofrece|(?:di|da|pon|haz|ten|sal|ve)(?:me|le|les|lo|la|nos|melo|selo)|\p{L}+[áéíóú]\p{L}*(?:me|les?|l[oa]s?|nos|melo|mela|selo|sela))(?!\p{L})/iu,
    ownSubject: /^(?:yo|mi|mis|nosotros|el|la|los|las|ella|él)\b/i,
    bans: /\bno (?:me )?\p{L}+(?:es|as) más\b|\bdeja de \p{L}+r\b/iu,
    politeness:
      /(?<!\p{L})(?:por favor|a partir de ahora|de ahora en adelante|en adelante|desde ahora|gracias)(?!\p{L})/giu,
    lead:
      /^(?:no,|sí|vale|hola|oye|pero|y|(?:recuerda|apunta)(?=:)|así no|ya te dije que|te dije que|otra vez no|(?:nota|regla(?: de la casa)?|recordatorio|importante)(?=:)|(?:demasiado|muy) (?:largo|corto|complicado)[,.:!])[,:!\s]*(?<=[,:!\s])/i,
    reason:
      /,? (?:porque|ya que|pues) |, (?:es que|que (?:me|nos|luego|si no|no|ya)|son|está|están|(?:no )?(?:tengo|soy|estoy|uso)) /i,
  },
  fr: {
    trigger: "Dans chaque réponse",
    order:
      /^(?:toujours |jamais |ne |n'|me )*(?:utilise|utilisez|réponds|répondez|écris|écrivez|mets|mettez|donne|donnez|ajoute|ajoutez|évite|évitez|envoie|envoyez|fais|faites|montre|montrez|explique|expliquez|parle|parlez|tutoie|tutoyez|vouvoie|vouvoyez|demande|demandez|vérifie|vérifiez|arrondis|commence|garde|arrête|arrêtez|cite|citez|appelle|appelez|indique|indiquez|propose|résume|traduis|emploie|rédige|présente|laisse|écrivez|termine|classe|trie|précise|mentionne|signe|inclus|note|prends|dis|compte|calcule|privilégie)(?:-\p{L}+)?(?!\p{L})/iu,
    ownSubject: /^(?:je|j'|mon|ma|mes|nous|notre|il|elle|on|le|la|les|c'est)(?!\p{L})/iu,
    bans: /\b(?:ne|n') ?\p{L}+ plus\b|\barrête de\b/iu,
    politeness:
      /(?<!\p{L})(?:s'il te pla[iî]t|s'il vous pla[iî]t|stp|svp|désormais|dorénavant|à partir de maintenant|à l'avenir|merci)(?!\p{L})/giu,
    lead:
      /^(?:non|oui|ok|bonjour|salut|note bien ?(?=:)|(?:souviens-toi|retiens|rappelle-toi) ?(?=:)|bien|parfait|d'accord|super|mais|et|je t'ai dit que|encore une fois|(?:note|règle|rappel|important) ?(?=:)|(?:beaucoup )?trop (?:long|court|compliqué)[,.:!])[,:!\s]*(?<=[,:!\s])/i,
    reason: /,? (?:parce que|parce qu'|car|puisque) |, (?:ils|elles|il|elle|ça|c'est|cela|je) /i,
  },
  pt: {
    trigger: "Em cada resposta",
    order:
      /^(?:sempre |nunca |jamais |não |só )*(?:me )?(?:use|usa|uses|responda|responde|respondas|escreva|escreve|escrevas|coloque|coloca|ponha|põe|dê|dá|diga|diz|adicione|inclua|inclui|evite|evita|mande|manda|envie|envia|faça|faz|mostre|mostra|explique|explica|fale|fala|trate|pergunte|pergunta|verifique|verifica|arredonde|resuma|cite|comece|chame|traduza|comente|indique|cite|assine|ordene|liste|apague|pare|deixe|avise|avisa|lembre|lembra|informe|peça|confirme|termine|calcule|ofereça|consulte|traga)(?!\p{L})/iu,
    ownSubject: /^(?:eu|meu|minha|nós|o|a|os|as|ele|ela)\s/i,
    bans: /\bnão \p{L}+ mais\b|\bpare de \p{L}+r\b/iu,
    politeness:
      /(?<!\p{L})(?:por favor|a partir de agora|de agora em diante|daqui em diante|daqui pra frente|daqui para a frente|daqui por diante|doravante|obrigad[oa])(?!\p{L})/giu,
    lead:
      /^(?:não,|sim|ok|olá|oi|mas|e|(?:lembra|lembre-se|anota|anote)(?=:)|já disse que|errado|de novo não|(?:nota|regra|lembrete|importante)(?=:)|(?:muito|demasiado) (?:longo|curto|complicado)[,.:!])[,:!\s]*(?<=[,:!\s])/i,
    reason:
      /,? (?:porque|pois|já que) |, (?:eles|elas|ele|ela|isso|são|é|(?:eu )?(?:não )?(?:tenho|sou|estou|uso)) /i,
  },
  zh: {
    trigger: "在每次回答时",
    order:
      /(?:不要|别|用|必须|要|只|先|写|回答|加上|给|保持|避免|使用|说|叫|发|附上|省略|标注|把|列|告诉|换成|道歉|提醒|最多|最少|控制在)/,
    ownSubject: /^(?:我|我们|他|她|它|他们|大家|这|那)(?!说过)/,
    bans: /不要再|别再|永远不要/,
    politeness: /请|以后(?![,，])|从现在起|从今以后|今后|麻烦你|谢谢|拜托/g,
    lead:
      /^(?:不对|错了|我说过|好的|对了|你好|太长了?|太短了?|太啰嗦了?|太复杂了?|不好|不行)[,，:：!！\s]*/,
    reason: /[,，]?(?:因为|否则|不然)/,
  },
  ja: {
    trigger: "すべての回答で",
    order:
      /(?:ください|下さい|ないで|しないで|お願いします|てほしい|ようにして|こと$|書いて|答えて|使って|して$)/,
    ownSubject: /^(?:私|僕|俺|彼|彼女|みんな)(?:は|が|も)/,
    bans: /もう[^。]{1,30}ないで/,
    politeness: /今後は?|これからは?|どうか/g,
    lead: /^(?:お願い(?:です)?(?=[:：])|いいえ|違います|そうじゃなく|また|はい|あの)[、,:：\s]*/,
    reason: /[、,]?(?:なぜなら)/,
  },
};

/** `Non, …: il faut toujours vouvoyer`: what is to be done, told without an address. */
const DUTY: Readonly<Partial<Record<Lang, RegExp>>> = {
  de:
    /(?:^|[:,;–] ?)((?:(?:bei|in|für|an|mit) [^,:;]{2,40} )?(?:(?:muss|müssen|darf|dürfen|wird|werden|gehört|gehören) (?!ich|wir|das nicht)[^,:;?]{0,40}(?:immer|stets|nie|niemals|grundsätzlich)|(?:immer|nie|stets) [^,:;?]{3,40}(?:sein|werden)\b|[^,:;?]{2,30} (?:will|möchte|brauche|hätte) ich (?:immer|nie|stets|grundsätzlich|nur)(?!\p{L}))[^?]*)$/iu,
  es:
    /(?:^|[:,;–] ?)((?:(?:en|para|con|a) [^,:;]{2,40},? )?(?:siempre |nunca )?(?:(?:hay que|se debe|no se debe|hay) (?:siempre |nunca )?\p{L}+[aei]r(?:l[oae]s?|se)?(?!\p{L})|[^,:;?]{0,30}quiero siempre)[^?]*)$/iu,
  fr:
    /(?:^|[:,;–] ?)((?:(?:pour|dans|chez|avec|sur|à) [^,:;]{2,40},? )?(?:il faut|il ne faut|on doit|on ne doit) (?:toujours |jamais |absolument )?(?:se |les? |la |leur )?\p{L}+(?:er|ir|re)(?!\p{L})[^?]*|je (?:veux|voudrais) (?:toujours|jamais) [^?]*)$/iu,
  pt:
    /(?:^|[:,;–] ?)((?:(?:em|para|com|nos|nas|no|na|a) [^,:;]{2,40},? )?(?:sempre |nunca )?(?:é preciso|tem que|tem de|deve-se|não se deve|é para) (?:sempre |nunca )?\p{L}+[aeio]r(?!\p{L})[^?]*|[^,:;?]{0,30}quero sempre [^?]*)$/iu,
};
const OBJECTS_FIRST =
  /^(?:nein|nee|falsch|nicht so|no|mal|así no|non|faux|pas comme ça|pas du tout|não|errado|assim não)[,.!: ]/iu;

/** The duty in an objection of another language, or null. */
export function dutyOf(raw: string, lang: Lang, turn: string): string | null {
  return OBJECTS_FIRST.test(turn) ? DUTY[lang]?.exec(raw)?.[1]?.trim() ?? null : null;
}
