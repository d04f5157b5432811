/** Which engine runs the guests: they differ in speed alone. */
import type { Machine } from "../machine/machine.ts";

export type EngineName = "interp" | "jit" | "auto";

/** A run that is over before it has retired these instructions, some 50 ms, is not helped by a compiler. */
const worthwhileTicks = 20_000_000;

export interface Engine {
  /** The machine is there, and silent. */
  attach(machine: Machine): void;
  /** Called between two pieces of a run. */
  look(machine: Machine): void;
  /** Which one it has come to. */
  used(): "interp" | "jit";
}

/** `jit` compiles from the first instruction on, `auto` where there is enough to do. */
export async function createEngine(name: EngineName): Promise<Engine> {
  if (name === "jit") {
    const { attachJit } = await import("../jit/jit.ts");
    return { attach: ({ core }) => attachJit(core), look: () => {}, used: () => "jit" };
  }
  let isAsked = false;
  return {
    attach: () => {},
    look(machine) {
      if (name === "interp" || isAsked || machine.tick() < worthwhileTicks) return;
      isAsked = true;
      void import("../jit/jit.ts").then(({ attachJit }) => attachJit(machine.core));
    },
    used: () => (isAsked ? "jit" : "interp"),
  };
}
