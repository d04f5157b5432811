/** Where something may happen: the start of a scene and the acts that lead from there. */
import { callIn, callOut, icsr, pend, ring } from "./acts.ts";
import type { Start } from "./scene.ts";

const start = (name: string, control: number): Start => ({ name, secure: name.startsWith("s"), control });

/** Stack and privilege in Thread mode: CONTROL.SPSEL is 2, nPRIV is 1. */
export const starts: readonly Start[] = ["s", "n"].flatMap((world) => [
  start(world, 0),
  start(`${world}.process`, 2),
  start(`${world}.user`, 3),
  start(`${world}.user-main`, 1),
]);

export function startOf(name: string): Start {
  const found = starts.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no start ${name}`);
  return found;
}

export interface Place {
  /** From the start: `/` enters a handler, `>` calls. The letter is the world. */
  readonly name: string;
  readonly start: Start;
  readonly acts: readonly string[];
  readonly secure: boolean;
  readonly privileged: boolean;
  /** Whose the interrupt of UART 1 has to be. */
  readonly outerSecure: boolean;
}

/** UART 1 brings to a handler of the other world, PendSV to one of the same. */
const outerLine = 1;

/** `s/n>s`: from Secure Thread mode to a Non-secure handler, from there to a Secure function. */
export function placeOf(name: string): Place {
  const [first = "", ...steps] = name.split(/(?=[/>])/);
  const origin = startOf(first);
  let { secure } = origin;
  let outerSecure = !secure;
  const acts: string[] = [];
  for (const step of steps) {
    const next = step.endsWith("s");
    if (step.startsWith(">")) acts.push(next ? callIn : callOut);
    else if (next !== secure) {
      outerSecure = next;
      acts.push(ring(outerLine));
    } else acts.push(pend(icsr.pendSv));
    secure = next;
  }
  const privileged = name.includes("/") || steps.length > 0 || (origin.control & 1) === 0;
  return { name, start: origin, acts, secure, privileged, outerSecure };
}

/** Thread mode of each kind, functions called across, and handlers of each world above each world. */
export const places: readonly Place[] = [
  ...starts.map(({ name }) => name),
  ...["s>n", "s.process>n", "n>s", "n.user>s"],
  ...["s/s", "s/n", "n/s", "n/n", "s.user/n", "s.process/s", "n.user/s", "n.process/n", "n/n/s", "s/s/n"],
  ...["s/s>n", "n/n>s", "s/n>s", "n/s>n"],
].map(placeOf);
