/**
 * Work that can be stopped at any yield: seeks and searches are generators that give the position they have reached.
 * Whoever runs them decides between two steps whether to go on; ending one early leaves the cursor at a true position.
 */
import type { Position } from "./position.ts";

export type Work<T> = Generator<Position, T, void>;

/** Do it all; null when `interrupted` said so in between. */
export function finish<T>(work: Work<T>, interrupted: (reached: Position) => boolean): T | null;
export function finish<T>(work: Work<T>): T;
export function finish<T>(work: Work<T>, interrupted: (reached: Position) => boolean = () => false): T | null {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (interrupted(step.value)) {
      work.return(undefined as never);
      return null;
    }
  }
}

/** As finish, letting the host breathe: `pause` answers false to interrupt. */
export async function drive<T>(work: Work<T>, pause: (reached: Position) => Promise<boolean>): Promise<T | null> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (await pause(step.value)) continue;
    work.return(undefined as never);
    return null;
  }
}
