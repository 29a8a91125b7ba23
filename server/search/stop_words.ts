/**
 * Words that say nothing about a query's subject. They are left out of queries, never of documents.
 *
 * @module
 */

const WORDS = `
a an the this that these those i me my mine myself we us our ours ourselves you your yours yourself
he him his himself she her hers herself it its itself they them their theirs themselves
am is are was were be been being do does did doing done have has had having
can could will would shall should may might must ought
and or but nor so yet if then than as of at by for with from to into onto in on about over under
what which who whom whose when where why how whether
there here too very just also some any each every both either neither
i'm i've i'd i'll you're you've you'd you'll he's she's it's we're we've we'd we'll they're they've
they'd they'll that's there's here's what's who's where's when's why's how's let's
don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't couldn't won't wouldn't
shouldn't mustn't
`;

/** The stop list. */
export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
