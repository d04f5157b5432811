/** What a kernel takes for a second that counts the periods of SysTick. */
import type { Image } from "../image/image.ts";
import type { GuestView } from "./guest-view.ts";

/** CMSIS's SystemCoreClock; null where the image has no such variable, and before it is set. */
export function coreClockOf({ symbols }: Image, view: GuestView): number | null {
  const clock = symbols.named("SystemCoreClock");
  return clock === null ? null : view.word(clock.address) || null;
}

/** By the clock that the kernel believes in, or by the one that its timer has. Null while the timer is off. */
export function secondsOfTicks({ sysTick }: GuestView, ticks: number, believedHertz: number | null): number | null {
  return sysTick === null ? null : (ticks * sysTick.periodCycles) / (believedHertz ?? sysTick.clockHertz);
}
