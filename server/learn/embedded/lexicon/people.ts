/**
 * Word classes about people: jobs, relations, diets, conditions, languages.
 *
 * @module
 */

import { phraseSet, wordSet } from "./words.ts";

/** Head nouns of occupations that no suffix rule finds. */
export const JOBS: ReadonlySet<string> = wordSet(`
accountant actor actress acupuncturist adviser advisor agent analyst anaesthetist apprentice arborist architect artist
assistant astronaut athlete attendant attorney auditor author baker barber barista bartender beekeeper biologist
blacksmith boatbuilder bookkeeper bookseller brewer bricklayer broker builder butcher butler captain caregiver carer caretaker
carpenter cartographer cashier ceo cfo chaplain chef chemist chiropractor choreographer cleaner clerk clown coach
cobbler cto columnist comedian composer concierge conductor consultant contractor cook coroner councillor counsellor
counselor courier critic curator cyclist-courier dancer dba decorator dentist designer detective developer dev devops dietician dietitian
director diver dj doctor doorman dressmaker driver economist editor electrician engineer entrepreneur estimator
executive farmer farrier fireman firefighter fisherman florist forester founder co-founder freelancer fundraiser gamekeeper
gardener geologist glazier goldsmith gp guard guide hairdresser handyman head headmaster headteacher herbalist historian
hotelier housekeeper hygienist illustrator inspector installer instructor interpreter intern investigator janitor
jeweller jeweler joiner journalist judge juggler keeper labourer laborer lawyer lecturer librarian lifeguard linguist
locksmith logistician machinist magician manager marketer marketeer mason masseur masseuse mathematician mechanic
medic merchant midwife miller miner minister model musician nanny navigator neurologist notary novelist nurse
nutritionist officer operator optician optometrist orderly organist osteopath painter paralegal paramedic pastor
pathologist pediatrician paediatrician pharmacist philosopher photographer physician physicist physio physiotherapist
pianist pilot planner plasterer plumber poet policeman policewoman policymaker politician porter postman potter
practitioner president priest principal printer producer professor programmer prosecutor psychiatrist psychologist
psychotherapist publicist publisher purchaser radiographer radiologist ranger realtor receptionist recruiter referee
registrar reporter representative rep researcher restaurateur restorer roofer sailor salesman salesperson saleswoman
scaffolder scientist scriptwriter sculptor seamstress secretary sergeant shepherd shopkeeper singer skipper smith
soldier solicitor sommelier specialist sre statistician steward stewardess stylist superintendent supervisor surgeon
surveyor sysadmin tailor tattooist teacher technician tester therapist tiler trader trainer translator trucker
tutor typist umpire undertaker upholsterer usher valet vet veterinarian vicar violinist waiter waitress warden watchmaker
weaver welder winemaker woodworker writer zookeeper zoologist magistrate mayor nun monk imam rabbi cantor lead postdoc
undergraduate apprentice trainee cabbie stockbroker bookmaker biochemist paediatrist psychologist-in-training
tuner rigger fitter setter packer picker loader binder dyer tanner turner grower vintner framer roper lagger plater caulker sawyer sexton beadle croupier dealer cabler splicer glazer grader sorter taster blender bottler miner diver trawlerman stoker minder quilter luthier cooper thatcher stonemason ceramicist storyteller dramaturg cinematographer copywriter proofreader
subtitler audiologist orthodontist geneticist virologist bioinformatician actuary underwriter claims-handler hydrologist
`);

/** Nouns with a job suffix that name no job. */
export const NO_JOBS: ReadonlySet<string> = wordSet(`
widower rather longer shorter closer together further farther taller older younger stronger weaker slower faster calmer quieter warmer colder cheaper safer poorer richer nearer smarter fitter slimmer happier healthier busier angrier hungrier heavier earlier easier lazier thirstier fussier pickier beginner lover user customer member newcomer owner runner reader smoker drinker sufferer winner loser stranger teenager
fan believer person learner eater sleeper riser thinker follower supporter subscriber number daughter sister brother
mother father partner foreigner visitor traveller traveler commuter passenger tenant renter homeowner resident sponsor
creditor debtor holder other bother matter letter later better either neither over under whisper paper computer
printer dinner summer winter corner hater fighter survivor player walker hiker swimmer jogger climber cyclist skier
biker rider boomer gamer adopter voter worrier perfectionist optimist pessimist minimalist pacifist feminist
atheist buddhist realist idealist purist tourist motorist vegetarian pescatarian flexitarian libertarian
octogenarian italian canadian australian indian russian norwegian egyptian hungarian romanian ukrainian
belgian brazilian guardian christian presbyterian barbarian comedian-fan amateur sinner hoarder joker quitter bidder
buyer seller shopper spender saver night-owler late-riser latecomer outsider insider leader-board stickler sucker
nutter blocker monster disaster danger favour error mirror horror terror colour color flavor neighbor neighbour
caller sender receiver borrower lender voter founder-member carrier diver-fan starter finisher morning-lover taker
giver speaker typewriter screwdriver hander wheelchair-user
`);

/** Suffixes of occupations. */
export const JOB_SUFFIXES: readonly string[] = [
  "ologist",
  "ographer",
  "itect",
  "smith",
  "wright",
  "keeper",
  "maker",
  "monger",
  "herd",
  "grapher",
  "ician",
  "ist",
  "eer",
  "er",
  "or",
  "ian",
  "man",
  "woman",
];

/** Relations, with plurals. */
export const RELATIONS: ReadonlySet<string> = wordSet(`
mother father mum mom dad parent parents son sons daughter daughters child children kid kids baby babies toddler
toddlers twin twins triplet triplets brother brothers sister sisters sibling siblings grandmother grandfather
grandma grandpa granny grandad grandparents grandson granddaughter grandchild grandchildren grandkids uncle aunt
nephew nephews niece nieces cousin cousins wife husband partner spouse fiancé fiance fiancée fiancee girlfriend
boyfriend stepson stepdaughter stepchildren stepmother stepfather in-laws mother-in-law father-in-law son-in-law
daughter-in-law flatmate flatmates roommate roommates housemate housemates teenager teenagers teen teens newborn
nan nana gran grandad granddad gramps auntie grandparent boy boys girl girls
`);

/** Relations that are children; a number before them is a family fact. */
export const CHILDREN: ReadonlySet<string> = wordSet(`
son sons daughter daughters child children kid kids baby babies toddler toddlers twin twins triplet triplets
grandson grandsons granddaughter granddaughters grandchild grandchildren grandkids stepson stepdaughter stepchildren
teenager teenagers teen teens boy boys girl girls brother brothers sister sisters newborn nephew nephews niece nieces
`);

/** Partners. */
export const PARTNERS: ReadonlySet<string> = wordSet(
  "wife husband partner spouse fiancé fiance fiancée fiancee girlfriend boyfriend",
);

/** Ways of eating. */
export const DIETS: ReadonlySet<string> = wordSet(`
vegan vegetarian pescatarian pescetarian pescatarians flexitarian keto ketogenic halal kosher paleo macrobiotic
plant-based gluten-free dairy-free lactose-free meat-free low-carb low-fodmap fruitarian omnivore veggie carnivore
teetotal teetotaller teetotaler low-salt low-sodium sugar-free wheat-free egg-free nut-free jain raw-vegan whole-food
`);

/** Foods and drinks: allergens, things people avoid. */
export const FOODS: ReadonlySet<string> = wordSet(`
almond almonds apple apples apricot apricots aubergine avocado bacon banana bananas beans beef beer beetroot berries bread
broccoli butter cabbage cake carrots cashew cashews celery cheese cherries chicken chilli chili chocolate cilantro
coconut cod coffee coriander corn crab cream cucumber curry dairy egg eggs eggplant fennel fish flour garlic gelatine
gelatin ginger gluten grapefruit grapes ham hazelnut hazelnuts honey lactose lamb leeks lentils lobster lupin mango meat milk
mint mushroom mushrooms mussels mustard mutton nuts nut oats octopus oil olives onion onions orange oranges oyster oysters papaya
pasta peach peaches peanut peanuts pears peas pecans pepper peppers pistachio pistachios pork potato potatoes poultry
prawn prawns pumpkin rabbit raisins rice rye salad salmon salt sausage scallops seafood sesame shellfish shrimp
shrimps soy soya spinach squid steak strawberries strawberry sugar sulphites sulfites sweets tea tofu tomato tomatoes tuna
turkey veal venison vinegar walnut walnuts wheat wine yeast yoghurt yogurt alcohol caffeine soda juice anchovies capers
kiwi pineapple buckwheat barley quinoa spicy offal liver goat duck cumin dill parsley saffron turmeric cinnamon
mayonnaise nutmeg vanilla sweeteners aspartame msg additives
`);

/** Allergens that are no food. */
export const ALLERGENS: ReadonlySet<string> = wordSet(`
latex nickel penicillin ibuprofen aspirin pollen dust dander mould mold wool perfume fragrance fragrances cats dogs bees wasps
horses antibiotics amoxicillin sulfa codeine iodine plasters adhesive lanolin feathers down ragweed birch grass
`);

/** Conditions that last. */
export const CHRONIC: ReadonlySet<string> = wordSet(`
diabetes asthma epilepsy arthritis migraine migraines adhd autism autistic dyslexia dyscalculia dyspraxia tinnitus hypertension
hypotension coeliac celiac crohn's crohn ibs psoriasis eczema lupus fibromyalgia narcolepsy glaucoma osteoporosis scoliosis
sciatica hypothyroidism endometriosis pcos parkinson's ms sclerosis vertigo insomnia gout anaemia anemia haemophilia hemophilia
thalassaemia copd emphysema angina arrhythmia hernia rosacea astigmatism cataracts rheumatism raynaud's ocd ptsd
agoraphobia claustrophobia arachnophobia aphasia stammer stutter hayfever reflux gastritis colitis neuropathy
stroke concussion cancer tumour depression anxiety dementia alzheimer's anorexia burnout pneumonia shingles seizures seizure leukaemia lymphoma cirrhosis anaphylaxis covid flu bulimia hayfever jaundice mastitis
`);

/** Adjectives and nouns a person is because of a condition. */
export const CONDITION_NOUNS: ReadonlySet<string> = wordSet(`
diabetic asthmatic epileptic autistic coeliac celiac haemophiliac hemophiliac anaemic anemic arthritic insomniac narcoleptic
hypertensive claustrophobic agoraphobic arachnophobic bipolar lactose-intolerant gluten-intolerant amputee
neurodivergent tetraplegic paraplegic quadriplegic
`);

/** Suffixes of conditions. */
export const CONDITION_SUFFIXES: readonly string[] = [
  "itis",
  "osis",
  "aemia",
  "emia",
  "algia",
  "phobia",
  "pathy",
  "opathy",
  "plegia",
  "trophy",
];

/** Heads of condition phrases (`slipped disc`, `heart disease`). */
export const CONDITION_HEADS: ReadonlySet<string> = wordSet(`
disease syndrome disorder condition disc disk allergy intolerance injury pain ache problem problems deficiency impairment
palsy phobia fracture hernia infection pressure insufficiency loss apnoea apnea sclerosis murmur pump pacemaker implant replacement bypass transplant stent stoma
`);

/** Body parts. */
export const BODY_PARTS: ReadonlySet<string> = wordSet(`
ankle arm arms back calf chest collarbone ear ears elbow eye eyes eyesight face finger fingers foot feet hand hands head hearing heart
heel hip hips jaw kidney kidneys knee knees leg legs liver lower-back lung lungs neck nose ribs rib shoulder shoulders
shin skin spine stomach tendon thigh throat thumb toe toes tooth vision voice wrist wrists achilles hamstring bladder thyroid
`);

/** Words that say how someone reads, hears or moves. */
export const ACCESS_WORDS: ReadonlySet<string> = wordSet(`
blind deaf dyslexic colour-blind color-blind colourblind colorblind partially-sighted short-sighted shortsighted nearsighted
deafblind hard-of-hearing mute left-hander left-handed one-handed visually-impaired hearing-impaired housebound bedridden
`);

/** Aids people use. */
export const ACCESS_AIDS: ReadonlySet<string> = phraseSet(
  "wheelchair, screen reader, screen-reader, screenreader, hearing aid, hearing aids, walking stick, cane, crutches, magnifier, screen magnifier, braille display, guide dog, walker, rollator, insulin pump, pacemaker, cochlear implant, prosthesis, prosthetic leg, contact lenses, walking frame, zimmer frame, hearing loop, prosthetic arm, compression stockings, orthopaedic insoles, voice control, speech input, switch control, eye tracker, voiceover, nvda, jaws, talkback, mobility scooter, oxygen, inhaler, cpap, captions, subtitles, large print, high contrast",
);

/** Names of languages. */
export const LANGUAGES: ReadonlySet<string> = wordSet(`
afrikaans albanian amharic arabic armenian azerbaijani basque belarusian bengali bosnian bulgarian burmese cantonese
catalan chinese croatian czech danish dutch english estonian farsi filipino finnish flemish french frisian galician
georgian german greek gujarati hausa hebrew hindi hungarian icelandic igbo indonesian irish italian japanese kannada
kazakh khmer korean kurdish lao latin latvian lithuanian luxembourgish macedonian malay malayalam maltese mandarin
maori marathi mongolian nepali norwegian pashto persian polish portuguese punjabi quechua romanian romansh russian
sanskrit scots serbian sinhala slovak slovene slovenian somali spanish sundanese swahili swedish tagalog tamil tatar
telugu thai tibetan tigrinya turkish turkmen ukrainian urdu uyghur uzbek vietnamese welsh xhosa yiddish yoruba zulu
wolof fula fulani berber tamazight hmong ilocano cebuano breton occitan corsican sardinian sorbian tigre oromo akan twi ewe lingala shona sesotho setswana kirundi kinyarwanda chichewa malagasy samoan tongan fijian inuktitut cree navajo nahuatl guarani aymara dari kyrgyz tajik pidgin creole flamand plattdeutsch bsl asl gaelic castilian valencian brazilian german-german deutsch englisch französisch spanisch italienisch français
anglais allemand espagnol inglés francés alemán inglês francês alemão español português
`);

/** Animals people keep. */
export const ANIMALS: ReadonlySet<string> = wordSet(`
dog dogs puppy puppies cat cats kitten kittens rabbit rabbits hamster hamsters guinea-pig guinea-pigs budgie budgies
parrot parrots canary canaries cockatiel goldfish fish tortoise tortoises turtle turtles snake snakes gecko geckos
lizard lizards ferret ferrets rat rats mouse mice gerbil gerbils chinchilla horse horses pony ponies donkey donkeys
goat goats sheep cow cows pig pigs chicken chickens hen hens duck ducks goose geese bees pigeon pigeons alpaca alpacas llama
llamas hedgehog hedgehogs iguana iguanas chameleon chameleons axolotl axolotls tarantula tarantulas cockatoo macaw finch finches quail beagle labrador lab retriever
poodle spaniel terrier dachshund collie greyhound whippet lurcher husky mastiff bulldog pug corgi dalmatian boxer
chihuahua rottweiler schnauzer shepherd-dog setter pointer maltese westie labradoodle cockapoo hound mongrel siamese persian-cat
tabby ragdoll bengal-cat sphynx koi mule bird birds pup moggy pet pets pigs
`);
