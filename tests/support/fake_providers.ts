/**
 * One loopback server that speaks like OpenAI, Azure, Anthropic and Gemini, and refuses what they
 * refuse: wrong keys, missing fields, schemas outside their dialect.
 *
 * @module
 */
import { checkRequest, readQuestion } from "./fake_provider_requests.ts";
import { embeddingAnswer, failureAnswer, goodAnswer } from "./fake_provider_answers.ts";

/** Wire forms that are spoken. */
export type FakeWire = "openai" | "anthropic" | "gemini";

/** The key that is accepted. */
export const FAKE_KEY = "fake-key-7c1d9e";

/** A question as the model would see it. */
export interface FakeQuestion {
  /** Wire form it came in. */
  readonly wire: FakeWire;
  /** What is asked for. */
  readonly task: "chat" | "embeddings";
  /** Path and query. */
  readonly path: string;
  /** Headers as sent. */
  readonly headers: Headers;
  /** Body as sent. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Name of the model (Azure: of the deployment). */
  readonly model: string;
  /** Standing instructions. */
  readonly system: string;
  /** All further text, in order. */
  readonly prompt: string;
  /** Images. */
  readonly imageCount: number;
  /** Fields of the agreed answer at the top, empty for free text. */
  readonly answerFields: readonly string[];
  /** Earlier answers of the model that were sent back. */
  readonly answerCount: number;
}

/** What the model does. */
export type FakeReply =
  /** Gives a structured answer. */
  | { readonly kind: "json"; readonly value: unknown }
  /** Gives a text. */
  | { readonly kind: "text"; readonly text: string }
  /** Stops in the middle of a text. */
  | { readonly kind: "truncated"; readonly text: string }
  /** Declines. */
  | { readonly kind: "refusal" }
  /** Gives vectors of this length. */
  | { readonly kind: "vectors"; readonly length: number }
  /** Refuses with a status. */
  | {
    readonly kind: "status";
    readonly status: number;
    readonly code?: string;
    readonly message?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }
  /** Sends elsewhere. */
  | { readonly kind: "redirect"; readonly location: string }
  /** Answers 200 with something that is no JSON. */
  | { readonly kind: "malformed" }
  /** Breaks the connection in the middle of the answer. */
  | { readonly kind: "reset" }
  /** Never answers. */
  | { readonly kind: "hang" };

/** Decides what a question is answered with, at once or later. */
export type FakeModel = (question: FakeQuestion) => FakeReply | Promise<FakeReply>;

/** A running fake. */
export interface FakeProviders extends AsyncDisposable {
  /** Address without a path. */
  readonly url: string;
  /** Environment that sends every provider's calls here, keys included. */
  readonly env: Readonly<Record<string, string>>;
  /** All questions so far. */
  readonly questions: readonly FakeQuestion[];
  /** Other behaviour from now on. */
  setModel(model: FakeModel): void;
}

/** Starts a fake on a free port of the loopback. */
export function startFakeProviders(model: FakeModel): FakeProviders {
  const questions: FakeQuestion[] = [];
  const closing = Promise.withResolvers<Response>();
  let answer = model;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {}, onError: () => new Response(null) },
    async (request) => {
      const question = await readQuestion(request);
      if (question === null) return new Response("no such route", { status: 404 });
      questions.push(question);
      const complaint = checkRequest(question, FAKE_KEY);
      if (complaint !== null) return failureAnswer(question.wire, complaint);
      // An answer that a test still holds back does not keep the fake from closing.
      const reply = await Promise.race([answer(question), closing.promise]);
      if (reply instanceof Response) return reply;
      return reply.kind === "hang" ? closing.promise : respond(question, reply);
    },
  );
  const url = `http://127.0.0.1:${server.addr.port}`;
  return {
    url,
    env: environmentOf(url),
    questions,
    setModel: (next) => answer = next,
    [Symbol.asyncDispose]: async () => {
      closing.resolve(new Response(null, { status: 503 }));
      await server.shutdown();
    },
  };
}

function environmentOf(url: string): Record<string, string> {
  return {
    OPENAI_API_KEY: FAKE_KEY,
    OPENAI_BASE_URL: `${url}/v1`,
    ANTHROPIC_API_KEY: FAKE_KEY,
    ANTHROPIC_BASE_URL: `${url}/v1`,
    GEMINI_API_KEY: FAKE_KEY,
    GEMINI_BASE_URL: `${url}/v1beta`,
  };
}

/** Words of a broken answer; the length promised is never reached. */
function brokenAnswer(): Response {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"choices":[{"mess'));
    },
    pull(controller) {
      controller.error(new Error("reset by the fake"));
    },
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
}

function respond(question: FakeQuestion, reply: Exclude<FakeReply, { kind: "hang" }>): Response {
  switch (reply.kind) {
    case "status":
      return failureAnswer(question.wire, reply);
    case "redirect":
      return new Response("moved", { status: 307, headers: { location: reply.location } });
    case "malformed":
      return new Response("<html>Bad gateway page with status 200</html>");
    case "reset":
      return brokenAnswer();
    case "vectors":
      return embeddingAnswer(question, reply.length);
    default:
      return question.task === "embeddings"
        ? embeddingAnswer(question, 512)
        : goodAnswer(question, reply);
  }
}
