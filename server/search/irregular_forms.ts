/**
 * Irregular English forms, so that "went" meets "go" and "children" meets "child".
 *
 * @module
 */

/** Base form, then its irregular forms. Forms that are ordinary words of their own are left out. */
const FORMS = `
arise arose arisen|awake awoke awoken|bear borne|beat beaten|become became|begin began begun
bend bent|bet betting|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken
breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen
cling clung|come came|creep crept|deal dealt|dig dug|do did done|draw drew drawn|dream dreamt
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt
fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten
give gave given|go went gone|grow grew grown|hang hung|have had|hear heard|hide hid hidden
hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|learn learnt
leave left|lend lent|light lit|lose lost|make made|mean meant|meet met|mistake mistook mistaken
overcome overcame|pay paid|prove proven|ride rode ridden|ring rang rung|rise rose risen|run ran
say said|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shine shone
shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept
slide slid|smell smelt|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt
spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
strike struck|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum
swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|undergo underwent undergone|understand understood|undertake undertook undertaken
wake woke woken|wear wore worn|weave wove woven|weep wept|win won|withdraw withdrew withdrawn
write wrote written|child children|man men|woman women|foot feet|tooth teeth|goose geese
mouse mice|louse lice|person people|ox oxen|wife wives|knife knives|life lives|leaf leaves
loaf loaves|shelf shelves|wolf wolves|calf calves|half halves|thief thieves|scarf scarves
self selves|elf elves|criterion criteria|phenomenon phenomena|analysis analyses|crisis crises
thesis theses|hypothesis hypotheses|diagnosis diagnoses|appendix appendices|matrix matrices
vertex vertices|index indices|datum data|medium media|good better best|bad worse worst
`;

/** The base form of each irregular form. */
export const BASE_OF_IRREGULAR: ReadonlyMap<string, string> = new Map(
  FORMS.trim().split(/[|\n]/).flatMap((group) => {
    const [base = "", ...forms] = group.trim().split(" ");
    return forms.map((form): [string, string] => [form, base]);
  }),
);
