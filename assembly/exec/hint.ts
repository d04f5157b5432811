/** Hints and barriers. Accesses complete in order here, so that barriers only mark where a block ends. */
import { CPU_EVENT_REGISTER, CPU_SLEEPING } from "../gen/layout";
import { NOTE_SLEEP, tell } from "../note";

export function waitForInterrupt(): void {
  store<u32>(CPU_SLEEPING, 1);
  tell(NOTE_SLEEP, 1, 0);
}

export function waitForEvent(): void {
  if (load<u32>(CPU_EVENT_REGISTER) != 0) {
    store<u32>(CPU_EVENT_REGISTER, 0);
    return;
  }
  store<u32>(CPU_SLEEPING, 2);
  tell(NOTE_SLEEP, 2, 0);
}

export function sendEvent(): void {
  store<u32>(CPU_EVENT_REGISTER, 1);
}

export function dataBarrier(): void {}

export function instructionBarrier(): void {}
