/** Assertions stay on in every build: a failed one is our bug, never the guest's or the user's. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}
