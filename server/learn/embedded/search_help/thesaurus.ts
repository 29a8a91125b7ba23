/**
 * A small thesaurus: groups of words that people use for one thing.
 *
 * @module
 */

import { words } from "../lexicon/words.ts";

const GROUPS = `
answer reply response
short brief concise
long lengthy wordy
error fault failure
bug defect error
fix repair correct
delete remove erase
add insert include
change modify edit
create make build
buy purchase order
price cost charge
cheap inexpensive affordable
bill invoice statement
refund reimbursement repayment
customer client buyer
order purchase booking
delivery shipping shipment
parcel package delivery
meeting appointment call
schedule calendar timetable
holiday vacation leave
flight plane trip
hotel lodging accommodation
flat apartment home
house home residence
live reside home
city town place
car vehicle automobile
bike bicycle cycling
train rail railway
doctor physician gp
vet veterinarian animal-doctor
dentist tooth teeth
nurse carer caregiver
teacher instructor educator
engineer developer technician
developer programmer coder
job work occupation
company employer firm
team group department
boss manager supervisor
salary pay wage
allergic allergy intolerance
allergy intolerance reaction
vegetarian meatless veggie
vegan plant-based dairy-free
gluten wheat coeliac
peanut nut groundnut
milk dairy lactose
shellfish seafood prawn
coriander cilantro herb
food meal dish
drink beverage refreshment
coffee espresso caffeine
child kid son
children kids family
wife spouse partner
husband spouse partner
dog puppy pet
cat kitten pet
email mail message
phone call telephone
text message sms
photo picture image
chart graph diagram
table grid matrix
list bullets enumeration
summary overview digest
report document paper
file document attachment
folder directory path
code source program
test check verification
deploy release rollout
server host machine
database db storage
query search lookup
login sign-in access
password credential secret
language tongue speech
translate translation render
formal polite official
informal casual relaxed
language english speech
metric kilometre celsius
imperial mile fahrenheit
dark night black
light bright white
blind sight screen-reader
deaf hearing captions
wheelchair mobility access
pain ache sore
diabetes insulin sugar
asthma breathing inhaler
budget money spending
deadline due date
morning early breakfast
evening night late
weekend saturday sunday
quick fast rapid
slow delayed late
ask confirm request
approve approval sign-off
check verify confirm
source reference citation
emoji smiley emoticon
supplier vendor provider
contract agreement terms
ticket issue case
tenant renter lodger
rent lease tenancy
insurance cover policy
travel trip journey
seat place chair
garden yard outdoors
window pane view
`;

const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.trim().split("\n").map((line) => {
    const [term = "", ...rest] = words(line);
    return [term, rest] as const;
  }),
);

/** Synonyms of a term, or undefined when it is unknown. */
export function synonymsOf(term: string): readonly string[] | undefined {
  return SYNONYMS.get(term);
}
