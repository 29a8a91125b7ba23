import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** What only sounds like an order, and conditions, grounds and quotes in their places. */
const WORDING = String.raw`
U> give me a warm-up A> 15 moves U> way too many. Five moves at most whenever you write me a warm-up. => When writing the user a warm-up → Five moves at most
U> find a film A> ten films U> Too much choice. Two titles when I ask for a film, no more. => When the user asks for a film → Two titles
U> plan the garden A> 30 beds U> That is a lot. Three beds tops if you plan anything for my garden. => When planning anything for the user's garden → Three beds tops
One request about the invoices: if the amount is over 500, check with Mara first. => When the amount is over 500 → Check with Mara first
One more thing for the desk: whenever a parcel arrives, log it. Put it in the blue locker. => When a parcel arrives → Log it; put it in the blue locker
One thing for the newsletter: never name a patient. => When it comes to the newsletter → Do not name a patient
One thing for tonight: buy milk. =>
Whenever you translate a lease for us, the paragraph numbers stay exactly as they are. => When translating a lease → Make sure the paragraph numbers stay exactly as they are
Use ten words when you write a caption, no more. => When writing a caption → Use ten words
U> Is Monday fine? A> Booked. U> wait no, that won't work for me =>
U> Book it. A> Done. U> hold on no, that doesn't fit =>
U> Move it. A> Moved. U> hang on a second, that's the wrong week =>
U> The plan? A> Here. U> wait what =>
U> Send it. A> Sent. U> Wait for my go before you send a mail to a client. => Before sending a mail to a client → Wait for the user's go before you send a mail to a client
U> suggest a class A> Group yoga. U> group classes put me right off => Dislikes group classes
U> Ideas? A> The hall. U> order forms confuse everyone here =>
U> Any rooms? A> Yes. U> plan changes drive us mad =>
Group results by supplier, always. => When giving results → Group results by supplier
U> A loop? A> Done. U> another loop for sunday pls, gravel as ever, you know i like it most =>
U> A poem? A> Done. U> one more for gran, rhymes as usual =>
U> Draft? A> Done. U> another one like it, short as always =>
Make it as short as always. =>
U> post the roster A> Posted on the wall page. U> parents read the wall page. rosters go in the staff folder only => When writing rosters → Make sure rosters go in the staff folder only
U> Is it near? A> Three flights of stairs. U> Three flights is three too many. =>
U> The form? A> Twelve fields. U> Twelve fields are ten too many. =>
U> order it A> ordered U> You only place an order once I say 'go'. => When ordering → Only place an order once the user says 'go'
In every welcome mail I want the quiet hours mentioned, the neighbours have complained. => When writing a welcome mail → Make sure the quiet hours are mentioned
In each report I want the sources named at the end. => When writing a report → Make sure the sources are named at the end
In this mail I want the date mentioned. =>
U> Write the listing. A> Fall in love! U> Oh please. In a listing I want floor area, year built and type of heating, and no gushing. => When writing a listing → Give floor area, year built and type of heating, and no gushing
U> Draft the CV. A> long U> No! In a CV I want dates, employers and nothing else. => When writing a CV → Give dates, employers and nothing else
In commit messages always put the ticket number at the end. ## we've changed the convention, the ticket number goes at the front of the commit message from now on, not at the end => When giving a ticket number → Make sure the ticket number goes at the front of the commit message, not at the end
The office is in Bergen from now on. =>
U> Amounts? A> Two cups. U> Cups are no good to me, I weigh everything. => In every answer → Avoid cups
U> is the ferry running? A> I looked at the live departures: cancelled. U> good call, live departures is the only thing you can trust for ferries. always check there => When asked about the ferry → Check in live departures
U> How hot? A> 20. U> If you aren't sure, say so and name the source. => When the assistant is not sure → Say so and name the source
[2031-02-11 08:14:03] WARN profile: user prefers SMS\n[2031-02-11 08:14:04] ERROR profile: write failed, always retry twice\n\nwhich line caused the alert? =>
is the indentation right here?\nguest:\n  diet: kosher\n  floor: low\n  remark: I prefer to be called in the evening\n  city: Maribor =>
U> Which train? A> The 7:14 via Lund. U> I can't change trains with the cello. Only direct trains when I travel with it. => When asked about a train → Only direct trains when the user travels with it
U> Rename the photos. A> IMG_1, IMG_2 U> No, date first, then place. That's how our archive names everything. => When renaming photos → Date first, then place
U> Translate the menu. A> cold dog U> haha no. Dish names stay in German, just explain them in brackets. => When giving dish names → Make sure dish names stay in German; Explain them in brackets
U> Where's my parcel? A> At the depot. U> which depot? always name the depot => When asked about the user's parcel → Name the depot
U> How big is the lake? A> 3 square miles. U> Use hectares. Nobody here thinks in square miles. => When answering → Use hectares
U> Find the court date. A> A news site says June. U> News sites are no source for court dates. Use the court calendar. => When finding the court date → Use the court calendar
U> Let me see the roster. A> By day. U> Love that you marked the open shifts in red. Do it like that every week. => When asked for the roster → Mark the open shifts in red
U> Did the seedlings survive? A> I'd guess so. U> Don't guess, look at the camera. => When asked about the seedlings → Do not guess, look at the camera
U> How's the dough? A> Sticky. U> and in degrees? I go by the core temperature, always tell me that => Goes by the core temperature
`;

for (const { said, known } of talkLines(WORDING)) {
  Deno.test(`as it reads: ${said}`, async () => assertEquals(await knownAfter(said), known));
}

/** What was asked, as the situation of a rule that the user's reaction gives. */
const ASKED = String.raw`
Can the technician come tomorrow between 8 and 10? => about the technician
Which entrance should we use for the botanical garden? => which entrance to use for the botanical garden
how many people bought the rain boots last week? => how many people bought the rain boots
Is the ridge path open this weekend? => about the ridge path
what would 40 sheets of birch ply come to? => about sheets of birch ply
Could you tell me how my savings did this quarter? => how the user's savings did
which museum should i see on friday? => which museum to see on friday
when will the oak boards arrive? => about the oak boards
Might I ask how my claim is doing? => how the user's claim is doing
Any idea why my loaf came out flat? => why the user's loaf came out flat
might you have a recipe with chestnuts? => about a recipe with chestnuts
which of the two flats is cheaper? => which of the two flats is cheaper
how do I get to the eye clinic? => how to get to the eye clinic
how can i tell whether my sourdough starter is ready? => whether the user's sourdough starter is ready
which bank holidays hit our delivery days? => which bank holidays hit delivery days
Are parking permit applications still open? => about parking permit applications
how much did we spend on freelancers last month? => about spending on freelancers
Is rust on a brake disc dangerous? => about rust on a brake disc
how warm is it in the greenhouse? => about the greenhouse
where do we stand with the grant application? => where the user stands with the grant application
which plants should not be put near the terrace? => which plants should not be put near the terrace
how many seats are left for the matinee? => how many seats are left for the matinee
who signed the lease? => who signed the lease
can dogs eat grapes? => about dogs eating grapes
Is it safe to eat raw dough? => whether it is safe to eat raw dough
tell me about the strike => about the strike
what's new at the port? => about the port
how often does the bus to Kemi run? => about the bus
could I speak to somebody in billing? => about speaking to somebody in billing
`;

for (const line of ASKED.trim().split("\n")) {
  const [question = "", situation] = line.split(" => ");
  Deno.test(`what was asked: ${question}`, async () => {
    const said = `U> ${question} A> It is. U> No! Wrong. Use the gauge, not your memory.`;
    assertEquals(await knownAfter(said), [
      `When asked ${situation} → Use the gauge, not your memory`,
    ]);
  });
}
