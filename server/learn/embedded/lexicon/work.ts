/**
 * Words of work: what trades do, and where people work.
 *
 * @module
 */

import { wordSet } from "./words.ts";

/** What somebody does for a living, when the object is told in general (`guide hikers`). */
export const TRADE_VERBS: ReadonlySet<string> = wordSet(`
guide make tune conserve restore repair mend fix install fit build design bake brew grow breed raise import export tutor photograph
produce sell resell knit sew carve weave renovate illustrate tailor translate interpret subtitle transcribe edit proofread publish print bind
manufacture supply distribute deliver transport ship rent lease clean paint plaster weld forge cast blow throw glaze turn roast smoke
distil ferment pickle bottle press shear train coach teach counsel mediate audit inspect survey map measure test assess certify
insure advise treat nurse massage groom shoe board rescue rehabilitate shelter foster plant prune fell harvest farm fish hunt dive
drill mine quarry lay pave roof tile upholster polish sharpen engrave tattoo style cut dye stitch embroider quilt crochet dress
cater cook serve host run operate organise organize arrange plan stage direct produce film animate compose arrange record mix master
code program develop maintain administer engineer model simulate research study excavate catalogue archive digitise digitize curate
supervise recruit onboard schedule dispatch moderate facilitate lecture write review
`);

/** Who employs people: the head nouns of organisations and workplaces. */
export const ORGANISATIONS: ReadonlySet<string> = wordSet(`
hospital hospitals clinic practice surgery chain company firm agency school schools university college museum theatre theater opera library
archive archives council charity charities hotel hostel hostels restaurant restaurants bakery café cafe pub bar shop shops store stores
factory plant mill forwarder bank insurer insurers publisher newspaper magazine broadcaster station club church parish diocese monastery farm
vineyard winery brewery distillery orchestra choir festival gallery airline airport port harbour shipyard dockyard railway railways ministry court
courts embassy consulate ngo startup start-up foundation cooperative co-op association nonprofit non-profit centre center centres centers nursery kindergarten zoo
aquarium cathedral chapel abbey observatory laboratory lab institute academy garage dealership workshop studio warehouse depot supermarket pharmacy hospice
ward department unit office municipality authority utility supplier manufacturer wholesaler retailer contractor consultancy salon spa gym
pool cinema shelter foodbank block flats rank switchboard hotline callcentre prison brigade service army navy police coastguard union council federation league team house home campsite cannery refinery smelter quarry sawmill
`);

/** Workplaces that belong to those who work there (`at our clinic`, `on my ward`), not to guests. */
export const WORKPLACES: ReadonlySet<string> = wordSet(`
clinic practice surgery ward lab laboratory workshop restaurant bakery brewery winery distillery factory plant warehouse depot salon
department parish dairy sawmill smithy print-shop newsroom shipyard pharmacy boatyard mill forge
`);
