/** What the host's WebAssembly compiler must be told before the engine's module is compiled. */
import { setFlagsFromString } from "node:v8";

/**
 * Compile the engine as well as V8 can. Its interpreter is one giant function: V8 would leave it in the baseline tier
 * for its first 100 ms, and give it the register allocator for huge functions, which costs a third of the speed.
 * For a process that runs guests; one that looks at a few instructions starts faster without. Versions of V8 that do
 * not know an option pass over it.
 */
export function compileForSpeed(): void {
  setFlagsFromString("--no-liftoff-only");
  setFlagsFromString("--wasm-tier-up");
  setFlagsFromString("--no-wasm-dynamic-tiering");
  setFlagsFromString("--no-turbo-use-mid-tier-regalloc-for-huge-functions");
}

/**
 * Keep the host's young generation as small as it begins: a run makes little garbage, and its growth takes 20 MB for
 * nothing. For a process that only runs.
 */
export function stayLean(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}

/**
 * Compile what comes next once and quickly, until `compileForSpeed`. For the time in which a configuration is read: the
 * compiler that optimises would spend 150 ms on the parser of C, whose work takes five.
 */
export function compileForReading(): void {
  setFlagsFromString("--liftoff-only");
}
