/**
 * The one block of memory that all vectors of a process live in, so that the kernel sees them.
 *
 * @module
 */
import { createWasmKernel, type Kernel } from "./kernel.ts";
import { createScriptKernel } from "./kernel_script.ts";

const PAGE_BYTES = 65_536;
const MAX_PAGES = 65_536;
const ALIGNMENT = 16;

/** Hands out blocks of memory and takes them back; blocks of one size are reused. */
export class VectorMemory {
  readonly #memory = new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES });
  readonly #freeOfSize = new Map<number, number[]>();
  #end = ALIGNMENT;
  /** The fastest kernel the platform has. */
  readonly kernel: Kernel = createWasmKernel(this.#memory) ?? createScriptKernel(this.#memory);
  /** The kernel in JavaScript over the same memory, to compare with. */
  readonly scriptKernel: Kernel = createScriptKernel(this.#memory);

  /** The memory as it is now; views of it die when memory grows. */
  get buffer(): ArrayBuffer {
    const { buffer } = this.#memory;
    if (buffer instanceof ArrayBuffer) return buffer;
    throw new TypeError("Cannot use vector memory: the platform shares it between threads");
  }

  /**
   * A block of at least `bytes` bytes, zeroed.
   *
   * @returns Its address, a multiple of 16.
   * @throws {RangeError} If 4 GiB are used up.
   */
  allocate(bytes: number): number {
    const size = roundUp(bytes);
    const reused = this.#freeOfSize.get(size)?.pop();
    if (reused !== undefined) {
      new Uint8Array(this.buffer, reused, size).fill(0);
      return reused;
    }
    const address = this.#end;
    const missing = address + size - this.buffer.byteLength;
    if (missing > 0) this.#memory.grow(this.#pagesFor(missing));
    this.#end += size;
    return address;
  }

  /** Gives a block back; `bytes` as it was asked for. */
  release(address: number, bytes: number): void {
    const size = roundUp(bytes);
    const free = this.#freeOfSize.get(size);
    if (free) free.push(address);
    else this.#freeOfSize.set(size, [address]);
  }

  /** Pages for the missing bytes, with some to spare so that growing is rare. */
  #pagesFor(missingBytes: number): number {
    const pages = Math.ceil(missingBytes / PAGE_BYTES);
    const held = this.buffer.byteLength / PAGE_BYTES;
    return Math.max(pages, Math.min(Math.ceil(held / 8), MAX_PAGES - held));
  }
}

/** Sizes below a page come in powers of two, so that passing needs of any size reuse blocks. */
function roundUp(bytes: number): number {
  if (bytes < PAGE_BYTES) return Math.max(ALIGNMENT, 2 ** Math.ceil(Math.log2(Math.max(bytes, 1))));
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

/** The memory of this process. */
export const VECTOR_MEMORY: VectorMemory = new VectorMemory();
