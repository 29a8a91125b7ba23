import { aggregatePlaybooks } from "./aggregation/aggregate.ts";
import { clusterPlaybooks, type ComparedInput } from "./aggregation/cluster.ts";
import { evaluateSession } from "./evaluation/evaluate.ts";
import { lightStem, type Stem } from "./text/stem.ts";
import type {
  ClusterPart,
  ThreadAnswer,
  ThreadCallName,
  ThreadCalls,
  ThreadRequest,
} from "./thread_calls.ts";
import { WindowReader, type WindowReaderOptions } from "./window_reader.ts";

type Answers = {
  readonly [Name in ThreadCallName]: (
    given: ThreadCalls[Name]["takes"],
    signal: AbortSignal,
  ) => ThreadCalls[Name]["gives"] | Promise<ThreadCalls[Name]["gives"]>;
};

/** Playbooks that came in parts, by the number of the collection. */
class Collections {
  readonly #parts = new Map<number, ClusterPart[]>();

  add(part: ClusterPart): null {
    const parts = this.#parts.get(part.collection) ?? [];
    parts.push(part);
    this.#parts.set(part.collection, parts);
    return null;
  }

  inputOf(collection: number): Pick<ComparedInput, "playbooks" | "vectorOf"> {
    const parts = this.#parts.get(collection) ?? [];
    const vectors = new Map(parts.flatMap((part) => [...part.vectors]));
    return {
      playbooks: parts.flatMap((part) => part.playbooks),
      vectorOf: (id) => vectors.get(id) ?? null,
    };
  }

  drop(collection: number): null {
    this.#parts.delete(collection);
    return null;
  }
}

function answersOf(options: WindowReaderOptions, stem: Stem): Answers {
  const reader = new WindowReader(options);
  const collections = new Collections();
  return {
    read: ({ turns, nowSec }) => reader.read(turns, nowSec),
    collect: (part) => collections.add(part),
    cluster: ({ collection, aggregation }, signal) =>
      clusterPlaybooks({ ...collections.inputOf(collection), aggregation, signal }, stem),
    drop: ({ collection }) => collections.drop(collection),
    aggregate: (input, signal) => aggregatePlaybooks({ ...input, signal }, stem),
    evaluate: (input, signal) => evaluateSession({ ...input, signal }, stem),
    explain: ({ turns, nowSec }) => reader.explain(turns, nowSec),
  };
}

/**
 * Does the reading for a `ThreadedLearner` at the other end of a port.
 *
 * @param port Where calls come in and answers go.
 * @param options Stemmer and guard, as for the learner in one thread.
 */
export function answerCalls(port: MessagePort, options: WindowReaderOptions = {}): void {
  const answers = answersOf(options, options.stem ?? lightStem);
  const running = new Map<number, AbortController>();
  const work = async <Name extends ThreadCallName>(
    id: number,
    name: Name,
    given: ThreadCalls[Name]["takes"],
  ): Promise<ThreadAnswer> => {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      return { id, value: await answers[name](given, abort.signal) };
    } catch (error) {
      return { id, error };
    } finally {
      running.delete(id);
    }
  };
  port.onmessage = async ({ data }: MessageEvent<ThreadRequest>) => {
    if (data.name === "abort") running.get(data.id)?.abort();
    else port.postMessage(await work(data.id, data.name, data.given));
  };
  port.postMessage({ id: 0, value: null } satisfies ThreadAnswer);
}
