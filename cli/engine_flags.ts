/**
 * How the engine is told to keep the memory of a server small: less room for what was just made. A
 * server took a fifth less memory with it and no more processor time. It only counts at the start of
 * a process.
 */
export const ENGINE_FLAGS = "--max-semi-space-size=8";
