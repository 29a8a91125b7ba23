/** Why a run could not learn everything; its cause decides whether repeating helps. */
export class LearningFailure extends Error {
  /** Name for logs. */
  override readonly name = "LearningFailure";

  /** `message` is shown to operators and waiting callers. */
  constructor(message: string, options: { readonly cause: unknown }) {
    super(message, options);
  }
}
