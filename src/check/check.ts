/** Runs every rule over a system that is read, not run. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Rule, Subject } from "./rule.ts";
import { clock } from "./rules/clock.ts";
import { deviceGrant } from "./rules/device-grant.ts";
import { deviceInterrupt } from "./rules/device-interrupt.ts";
import { deviceWindow } from "./rules/device-window.ts";
import { disabledConsole } from "./rules/disabled-console.ts";
import { dma } from "./rules/dma.ts";
import { entry } from "./rules/entry.ts";
import { exposedDevice } from "./rules/exposed-device.ts";
import { flashOverlap } from "./rules/flash-overlap.ts";
import { floatingPoint } from "./rules/floating-point.ts";
import { granularity } from "./rules/granularity.ts";
import { guestMemory } from "./rules/guest-memory.ts";
import { guestMpu } from "./rules/guest-mpu.ts";
import { identity } from "./rules/identity.ts";
import { image } from "./rules/image.ts";
import { initialStack } from "./rules/initial-stack.ts";
import { interrupt } from "./rules/interrupt.ts";
import { ipc } from "./rules/ipc.ts";
import { lostInterrupt } from "./rules/lost-interrupt.ts";
import { missingInterrupt } from "./rules/missing-interrupt.ts";
import { modemConsole } from "./rules/modem-console.ts";
import { ownOverlap } from "./rules/own-overlap.ts";
import { reservation } from "./rules/reservation.ts";
import { sauBudget } from "./rules/sau-budget.ts";
import { secureGuest } from "./rules/secure-guest.ts";
import { serialPins } from "./rules/serial-pins.ts";
import { sharedDevice } from "./rules/shared-device.ts";
import { stack } from "./rules/stack.ts";
import { tickRate } from "./rules/tick-rate.ts";
import { virtualTimer } from "./rules/virtual-timer.ts";
import { vmType } from "./rules/vm-type.ts";
import { bySeverity } from "./severity.ts";
import { allowances } from "./suppress.ts";
import { withWholeElements } from "./whole-element.ts";

export const rules: readonly Rule[] = [
  ...[granularity, reservation, identity, ownOverlap, sauBudget, interrupt, deviceInterrupt, ipc],
  ...[deviceWindow, sharedDevice, dma, entry, image, stack, initialStack, flashOverlap, vmType],
  ...[deviceGrant, exposedDevice, missingInterrupt, lostInterrupt, modemConsole, disabledConsole, serialPins],
  ...[clock, tickRate, virtualTimer, floatingPoint, secureGuest, guestMpu, guestMemory],
];

/** What the rules found, errors first, then by place; without what comments in the text allow. */
export function check(subject: Subject, texts: ReadonlyMap<string, string>): Diagnostic[] {
  const allowed = allowances(texts);
  const found = rules.flatMap((rule) => rule.find(subject)).filter((one) => !allowed(one));
  const whole = found.map((one) => (one.fix === null ? one : { ...one, fix: withWholeElements(one.fix, texts) }));
  return bySeverity(whole, new Map());
}
