import { EmbeddedLearner } from "../../server/learn/embedded/mod.ts";
import type { ExtractPlaybooksInput, ExtractProfilesInput } from "../../server/learn/learner.ts";

/** The embedded learner behind a gate: it can be held back, made to fail, and asked what it saw. */
export class GatedLearner extends EmbeddedLearner {
  #gate: PromiseWithResolvers<void> | null = null;
  #reached: PromiseWithResolvers<void> = Promise.withResolvers();
  readonly #failing: Set<string> = new Set();
  /** Windows of profiles that it was given: texts of the turns, new ones marked. */
  readonly profileWindows: (readonly string[])[] = [];
  /** Windows of playbooks, as those of profiles. */
  readonly playbookWindows: (readonly string[])[] = [];

  /** Resolves when an extraction waits at the gate. */
  get reached(): Promise<void> {
    return this.#reached.promise;
  }

  /** From now on extractions wait. */
  hold(): void {
    this.#gate = Promise.withResolvers();
    this.#reached = Promise.withResolvers();
  }

  /** Lets all that wait go on. */
  release(): void {
    this.#gate?.resolve();
    this.#gate = null;
  }

  /** From now on extractions of these users fail; none: no user's. */
  failFor(...users: string[]): void {
    this.#failing.clear();
    for (const user of users) this.#failing.add(user);
  }

  async #pass({ userId, signal }: ExtractProfilesInput | ExtractPlaybooksInput): Promise<void> {
    if (this.#gate !== null) {
      this.#reached.resolve();
      const aborted = new Promise<void>((resolve) =>
        signal.addEventListener("abort", () => resolve(), { once: true })
      );
      await Promise.race([this.#gate.promise, aborted]);
    }
    signal.throwIfAborted();
    if (this.#failing.has(userId)) throw new Error("The learner cannot read this");
  }

  /** Profiles, once the gate is open. */
  override async extractProfiles(input: ExtractProfilesInput) {
    this.profileWindows.push(windowOf(input));
    await this.#pass(input);
    return await super.extractProfiles(input);
  }

  /** Playbooks, once the gate is open. */
  override async extractPlaybooks(input: ExtractPlaybooksInput) {
    this.playbookWindows.push(windowOf(input));
    await this.#pass(input);
    return await super.extractPlaybooks(input);
  }
}

/** Texts of a window; `+` marks a turn that was not learnt from before. */
function windowOf({ turns }: ExtractProfilesInput | ExtractPlaybooksInput): readonly string[] {
  return turns.map(({ isNew, interaction }) => `${isNew ? "+" : ""}${interaction.content}`);
}
