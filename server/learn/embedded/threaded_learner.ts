import type { ExplainedTurn } from "../explained_turn.ts";
import type {
  AggregatedPlaybook,
  AggregateInput,
  ClusterInput,
  EvaluateInput,
  LearnTurn,
  PlaybookCluster,
  Verdict,
} from "../learner.ts";
import { Breath } from "../../breath.ts";
import { compared, type ComparedPlaybook } from "./aggregation/cluster.ts";
import { RuleLearner } from "./rule_learner.ts";
import type { Stem } from "./text/stem.ts";
import { readable } from "./turns.ts";
import type { ThreadAnswer, ThreadCallName, ThreadCalls, ThreadRequest } from "./thread_calls.ts";
import type { WindowReading } from "./window_reader.ts";

/** How long the thread may take to load, milliseconds. */
const LOAD_MS = 60_000;

/** Playbooks that go over at once: copying many would hold up requests. */
const COLLECTED_AT_ONCE = 32;

/** A call that waits for its answer. */
interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: unknown) => void;
}

/** Options of {@link ThreadedLearner.open}. */
export interface ThreadedLearnerOptions {
  /** Module of the thread; it answers calls at the port of its first message. */
  readonly module: URL;
  /** Stemmer for comparing items. @default a light one of its own */
  readonly stem?: Stem;
  /** Gives up opening. */
  readonly signal?: AbortSignal;
  /** Called once when the open thread ends by itself; the learner is of no use then. */
  readonly onEnd?: (cause: unknown) => void;
}

/**
 * Learns by rules in a thread of its own, so that requests never wait for reading. Answers are those
 * of the learner in one thread.
 */
export class ThreadedLearner extends RuleLearner {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onEnd: (cause: unknown) => void;
  #calls = 0;
  #collections = 0;
  #isOpen = false;
  #ended: unknown = null;

  private constructor({ module, stem, onEnd }: ThreadedLearnerOptions) {
    super(stem);
    this.#onEnd = onEnd ?? (() => {});
    this.#worker = new Worker(module, { type: "module", name: "learner" });
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }: MessageEvent<ThreadAnswer>) => this.#settle(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#end(new Error(`The learner's thread ended: ${event.message}`));
    };
    this.#worker.postMessage(null, [port2]);
  }

  /**
   * Starts the thread and waits until it has loaded.
   *
   * @throws {Error} Where there are no threads, or this one may not or cannot be loaded.
   */
  static async open(options: ThreadedLearnerOptions): Promise<ThreadedLearner> {
    options.signal?.throwIfAborted();
    checkReadable(options.module);
    const learner = new ThreadedLearner(options);
    const timer = setTimeout(
      () => learner.#end(new Error(`The learner's thread took over ${LOAD_MS / 1_000} s to load`)),
      LOAD_MS,
    );
    const abort = () => learner.#end(options.signal?.reason);
    options.signal?.addEventListener("abort", abort, { once: true });
    try {
      await new Promise((resolve, reject) => learner.#waiting.set(0, { resolve, reject }));
      learner.#isOpen = true;
      return learner;
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", abort);
    }
  }

  protected override read(
    turns: readonly LearnTurn[],
    nowSec: number,
  ): Promise<WindowReading> {
    return this.#call("read", { turns: turns.map(readable), nowSec }, null);
  }

  override async cluster(
    { playbooks, aggregation, vectorOf, signal }: ClusterInput,
  ): Promise<readonly PlaybookCluster[]> {
    const collection = ++this.#collections;
    const breath = new Breath();
    try {
      for (let at = 0; at < playbooks.length; at += COLLECTED_AT_ONCE) {
        await breath.take();
        const part = playbooks.slice(at, at + COLLECTED_AT_ONCE).map(compared);
        const vectors = vectorsOf(part, vectorOf);
        await this.#call("collect", { collection, playbooks: part, vectors }, signal);
      }
      return await this.#call("cluster", { collection, aggregation }, signal);
    } finally {
      if (this.#ended === null) await this.#call("drop", { collection }, null);
    }
  }

  override aggregate(
    { signal, members, ...input }: AggregateInput,
  ): Promise<AggregatedPlaybook | null> {
    return this.#call("aggregate", { ...input, members: members.map(compared) }, signal);
  }

  override evaluate({ signal, ...input }: EvaluateInput): Promise<Verdict | null> {
    return this.#call("evaluate", input, signal);
  }

  override explain(
    turns: readonly LearnTurn[],
    nowSec: number,
  ): Promise<readonly ExplainedTurn[]> {
    return this.#call("explain", { turns: turns.map(readable), nowSec }, null);
  }

  /** Ends the thread; calls that wait fail. Safe to repeat. */
  close(): void {
    this.#isOpen = false;
    this.#end(new Error("The learner was closed"));
  }

  async #call<Name extends ThreadCallName>(
    name: Name,
    given: ThreadCalls[Name]["takes"],
    signal: AbortSignal | null,
  ): Promise<ThreadCalls[Name]["gives"]> {
    signal?.throwIfAborted();
    if (this.#ended !== null) throw this.#ended;
    const id = ++this.#calls;
    const abort = () => {
      this.#send({ id, name: "abort" });
      this.#settle({ id, error: signal?.reason });
    };
    signal?.addEventListener("abort", abort, { once: true });
    try {
      const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
      this.#send({ id, name, given });
      // The thread answers a call of a name with what the name gives.
      return await answer as ThreadCalls[Name]["gives"];
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  #send(request: ThreadRequest): void {
    this.#port.postMessage(request);
  }

  #settle(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ("error" in answer) waiting?.reject(answer.error);
    else waiting?.resolve(answer.value);
  }

  #end(cause: unknown): void {
    if (this.#ended !== null) return;
    this.#ended = cause;
    this.#port.close();
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(cause);
    this.#waiting.clear();
    if (this.#isOpen) this.#onEnd(cause);
  }
}

/** Vectors of playbooks by their ids. */
function vectorsOf(
  playbooks: readonly ComparedPlaybook[],
  vectorOf: ClusterInput["vectorOf"],
): Map<number, Float32Array> {
  const vectors = new Map<number, Float32Array>();
  for (const { row: { user_playbook_id: id } } of playbooks) {
    const vector = vectorOf(id);
    if (vector !== null) vectors.set(id, vector);
  }
  return vectors;
}

/** A thread that may not load would say so on the terminal, past every log. */
function checkReadable(module: URL): void {
  if (typeof Worker === "undefined") throw new Error("There are no threads here");
  if (module.protocol !== "file:") return;
  const { state } = Deno.permissions.querySync({ name: "read", path: module });
  if (state !== "granted") throw new Error("Reading the module of the thread is not allowed");
}
