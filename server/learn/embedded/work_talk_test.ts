import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Corrections at work as people type them: ways of the house, limits, rules in a word or two, and what is none. */
const WORK = String.raw`
U> draft a letter for the tenant A> Sure, here it is. U> that's wrong, we never apologise in writing before the claim is checked => When drafting a letter for the tenant → Do not apologise in writing before the claim is checked
U> reply to the complaint A> Replied with a voucher. U> we never offer vouchers before the case is closed => When replying to the complaint → Do not offer vouchers before the case is closed
U> answer the reporter A> Answered. U> hm, we never disclose salaries in writing => When answering the reporter → Do not disclose salaries in writing
U> book Mrs Lane for noon A> Booked for 12:00. U> no, we don't take anyone between 12 and 1, that's lunch => When booking for noon → Do not take anyone between 12 and 1
U> what's the shipping cost to Norway? A> It is 25 EUR. U> for Norway we always quote DDP, customers hate surprise duties => When it comes to Norway → Quote DDP
U> set the price A> Set to 19.99. U> for resellers we always round to full euros => When it comes to resellers → Round to full euros
U> book the room A> Booked room 4. U> with external guests we only use the ground floor rooms => When it comes to external guests → Only use the ground floor rooms
U> confirm the visit A> Confirmed. U> we only confirm visits by phone => When confirming the visit → Only confirm visits by phone
U> suggest a dinner A> How about beef stew? U> we never eat beef => Does not eat beef
U> any plans for sunday? A> You could go hiking. U> we always hike on sundays, we love it => Always hikes on sundays
U> deploy it A> Deployed to production. U> what?! production only if the staging smoke tests passed and someone from ops said ok => When deploying → Production only if the staging smoke tests passed and someone from ops said ok
U> ship the order A> Shipped with DPD. U> express only if the customer paid for it => When shipping the order → Express only if the customer paid for it
U> merge it A> Merged. U> hotfixes only after Rita has looked at them => When merging → Hotfixes only after Rita has looked at them
U> remind the tenants A> Done, I sent SMS to all tenants. U> email first, SMS only for emergencies => When reminding tenants → SMS only for emergencies
U> schedule the interview with Paul A> Scheduled for Friday at 16:00. U> never on Friday afternoons. That's when we ship. => When scheduling the interview → Never on Friday afternoons
U> call the parents A> Called them at 7 pm. U> never after 6 pm please => When calling parents → Never after 6 pm
U> plan the route A> Route planned. U> never in a million years =>
U> book a slot A> Booked it. U> never on my watch =>
U> order more gloves A> I ordered latex gloves. U> nitrile only, two of our nurses are allergic to latex => When ordering more gloves → Nitrile only
U> order pizza A> Ordered two margheritas. U> tuna only, I hate cheese => Dislikes cheese
U> book a courier A> Booked UPS. U> only GLS from now on. => When booking a courier → Use only GLS
U> is the shop open? A> Yes until six. U> cash only, right, so I need an ATM =>
U> refund order 5512 A> Refunded 240 EUR. U> You can't just refund that! everything above 100 needs a supervisor => When refunding an order → Everything above 100 needs a supervisor
U> approve the leave A> Approved. U> anything longer than two weeks goes to HR => When approving the leave → Anything longer than two weeks goes to HR
U> send the offer A> Sent. U> offers over 10k must be signed by two managers => When sending the offer → Offers over 10k must be signed by two managers
U> what do we charge for a rush order A> 15% on top. U> rush orders are always 20%, please remember => When asked what the user charges for a rush order → Rush orders are always 20%
U> how is the weather there? A> Sunny. U> summers are always hot here =>
U> enter the payment A> Entered under account 4400. U> training goes on 4710, not 4400 => When entering the payment → Make sure training goes on 4710, not 4400
U> assign the ticket A> Assigned to Tom. U> Hardware goes to Lena, not Tom => When assigning the ticket → Make sure Hardware goes to Lena, not Tom
U> reorder toner A> I ordered toner from Amazon. U> Amazon isn't an approved supplier. => When reordering toner → Do not use Amazon
U> generate the mockup A> Here it is with stock photos. U> stock photos are a no go for this agency => When generating the mockup → Do not use stock photos
U> update the price list A> Updated. U> if a price goes up by more than 5% I wanna see it before it's live => When a price goes up by more than 5% → Show it to the user before it is live
when an invoice is over 5000 we want to approve it before it goes out => When an invoice is over 5000 → Let the user approve it before it goes out
U> what's for lunch? A> Soup. U> i want to see it before i decide =>
U> find me a freelancer A> I found three on Fiverr. U> check the pool sheet first next time => When finding a freelancer → Check the pool sheet first
U> write the out of office A> I'm out until Monday. U> add my deputy's number, that goes in every out of office => When it comes to out of office → Add the user's deputy's number
U> make a purchase order for 3 laptops A> Order submitted. U> anything over 2000 has to go through Karin before it's submitted => When making a purchase order for laptops → Anything over 2000 has to go through Karin before it is submitted
U> call the patient back A> I left her results on the voicemail. U> oh god no, results never go on voicemail!! => When giving results → Make sure results never go on voicemail
make me the weekly numbers =>
send me the monthly figures =>
U> fix the lint errors A> I disabled the rule. U> don't disable rules to make errors go away. fix the code => When fixing lint errors → Do not disable rules to make errors go away; fix the code
U> write the caption A> Spring! U> no emojis for this client, they're a law firm =>
U> write the reference A> Pia was ill a lot. U> i'm not allowed to mention sick leave, so leave that out of references =>
U> status of order 771? A> It's in transit. U> customers want the eta too, so always give both =>
U> book a room for the board A> I booked Oslo. U> board meetings are held in Bergen, always, Oslo has no screen =>
U> how's the campaign? A> CTR is 2.1%. U> a number without last month next to it tells me nothing =>
U> run the migrations A> I ran npx prisma migrate dev. U> we use pnpm here, not npx. and migrate deploy on anything that isn't local => Uses pnpm here ; When running migrations → Use pnpm here, not npx
U> please draft minutes A> Here you go. U> perfect. exactly the format our chair likes, decisions on top =>
hi there, we're four dentists in one house =>
U> rebase the branch A> Rebased and force pushed. U> force pushing is banned on shared branches => When rebasing the branch → Do not use force pushing on shared branches
U> deploy A> Deployed. U> not on a friday!!! =>
U> book the table A> Booked for Sunday. U> not on sundays please => When booking the table → Not on sundays
U> send it A> Sent. U> not on a whim =>
U> clean up the csv A> I removed the empty rows. U> don't remove anything without a backup => When cleaning up the csv → Do not remove anything without a backup
when you quote a customer from Switzerland use CHF and leave VAT out => When quoting a customer from Switzerland → Use CHF and leave VAT out
Before you touch the schema ask Dmitri, he owns it => Before touching the schema → Ask Dmitri
if a customer mentions a lawyer call Nadia right away => When a customer mentions a lawyer → Call Nadia right away
when a truck breaks down tell Piet before anyone else => When a truck breaks down → Tell Piet before anyone else
U> find a slot with the architect A> Thursday 17:00. U> mornings work best with him =>
mornings work best for me => Mornings suit them best
U> draft the tweet A> Check it out! U> ok but no rockets. and tag the partner, always => When drafting the tweet → Do not use rockets ; When drafting the tweet → Tag the partner
U> deploy the shop A> Deployed. U> not on a friday!!! => When deploying the shop → Not on a friday
`;

for (const { said, known } of talkLines(WORK)) {
  Deno.test(`at work: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
