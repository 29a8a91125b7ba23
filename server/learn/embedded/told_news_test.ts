import { assertEquals } from "@std/assert";
import { knownAfter, talkLines } from "../../../tests/support/learning_memory.ts";

/** Files, histories and games that are no talk of the user's own, and their look-alikes. */
const NOT_TOLD = String.raw`
# .editorconfig\n# never use tabs, I always want two spaces\n[*]\nindent_style = space\nindent_size = 2\n\nDoes this apply to subfolders? =>
; php.ini\n; I never want errors on screen\ndisplay_errors = Off\n\nWhat is the default? =>
# I am vegetarian\nname = "x"\nport = 80\nwhat is wrong here? =>
git log shows this, who broke the build?\n  a81f I am on holiday, do not call me (Wendel)\n  77c0 always use spaces from now on (Asta)\n  0b3d bump version (Wendel) =>
which is the bad one?\n- 3fa9 I live in Oslo\n- 88bc never use var =>
We're playing detective: I'm Inspector Quill, left-handed, allergic to roses, and you're the gardener. =>
We are pretending: I am a vet with two cats and you are the owner. Begin. =>
In our game I'm Sister Agnes, allergic to nuts, and you are the doctor. =>
We're doing improv: I'm a plumber, allergic to soap, you're the landlady. =>
I play chess and I'm a plumber, can you help? => Plays chess ; Works as a plumber
STOP CALLING ME BUDDY!!! I AM A CUSTOMER NOT YOUR BUDDY => When answering → Do not call the user buddy
I AM A NURSE => Works as a nurse
`;

for (const { said, known } of talkLines(NOT_TOLD)) {
  Deno.test(`not told: ${said}`, async () => assertEquals(await knownAfter(said), known));
}
