/**
 * Verbs of lasting work and care, and the nouns of a task at hand.
 *
 * @module
 */

import { phraseSet, wordSet } from "./words.ts";

/** Verbs whose object tells how somebody lives (`I host a podcast`); some with their particle. */
export const LASTING_VERBS: ReadonlySet<string> = phraseSet(
  "host, edit, chair, captain, conduct, coordinate, moderate, breed, rear, raise, grow, brew, distil, distill, press, " +
    "bottle, roast, carve, weave, knit, sew, crochet, restore, mend, tune, foster, mentor, coach, tutor, referee, umpire, " +
    "judge, groom, shear, farm, cultivate, harvest, forage, hunt, skipper, captain, pilot, operate, curate, publish, " +
    "illustrate, sculpt, forge, bind, upholster, cater, patrol, guard, own, co-own, manage, supervise, collect, interpret, " +
    "photograph, cure, pickle, ferment, rent out, let out, look after, care for, stand in for, wait, drive, ride, " +
    "teach, hold, board, shelter, rehabilitate, train, sell, run, lead, serve, maintain, steer, crew, play, sing, " +
    "deliver, clean, wear, speak, study, treat, nurse, shoe, fish, trap, dye, spin, embroider, quilt, repair, build, " +
    "co-run, co-host, direct, administer, oversee, sponsor, cook for, bake for, paint, translate",
);

/** Verbs that tell a way of life by themselves. */
export const LASTING_ALONE: ReadonlySet<string> = wordSet(
  "commute freelance busk moonlight hike camp stammer stutter limp lip-read",
);

/** Things of a task at hand: what is done with them says nothing of a life. */
export const AT_HAND: ReadonlySet<string> = wordSet(`
file files folder folders order orders ticket tickets page pages app apps website websites site form forms code function functions query
queries script scripts field fields column columns row rows button buttons key keys tab tabs window windows error errors issue issues
problem problems bug bugs warning warnings exception exceptions account accounts password passwords payment payments refund
refunds delivery parcel parcels package packages version versions update updates server servers database databases api apis request requests test tests
call calls appointment appointments reservation reservations booking bookings seat seats flight flights train trains hotel hotels receipt receipts
text texts essay essays paragraph sentence word words line lines model models job jobs pipeline build builds container containers
cluster clusters branch branches command commands method methods class object objects array loop variable variables string value values type types
module modules library dataset datasets component components copy copies backup backups link links option options setting settings
subscription voucher coupon card cards bill bills loan licence-key token tokens thread threads process processes instance instances
party trip visit day days time way lot bit grudge view opinion idea mistake mistakes difference sense point question questions
deal look moment minute minutes hour hours second seconds while second-hand game risk chance step steps search list lists check change changes
project projects presentation presentations speech toast gift present cake card outfit costume costumes poem poems song story stories report reports
room rooms table tables car-hire rental
`);
