/**
 * How the engine is told to keep the memory of a server small. It would let it grow to several
 * times what is in use before it looks for what is not; with these a server took a third less and no
 * more processor time. They only count at the start of a process.
 */
export const ENGINE_FLAGS = "--max-semi-space-size=8,--heap-growing-percent=50";
