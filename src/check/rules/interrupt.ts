/** Every interrupt id exists, is no system exception, and has one owner (fact sheet crosscon-armv8m section 9). */
import type { Diagnostic } from "../../base/diagnostic.ts";
import { interruptsOf, partitionsOf, type Rule, told } from "../rule.ts";

/** SysTick_S ends the slices. */
const hypervisorsOwn = 15;
const firstLine = 16;

export const interrupt: Rule = {
  title: "interrupt ids that do not exist or have an owner already",
  codes: ["IRQ01", "IRQ02", "FLT02"],
  find(subject) {
    const owners = new Map<number, number>();
    return partitionsOf(subject).flatMap(([vm, partition]) =>
      interruptsOf(partition).flatMap(({ id, element }): Diagnostic[] => {
        const fields = { vm, element, interrupt: id, limit: subject.interruptLimit };
        if (id >= subject.interruptLimit) return [told(subject, { code: "IRQ01", ...fields })];
        if (id === hypervisorsOwn) return [told(subject, { code: "IRQ02", ...fields })];
        if (id < firstLine) return [told(subject, { code: "FLT02", ...fields })];
        const owner = owners.get(id);
        if (owner !== undefined) return [told(subject, { code: "IRQ01", ...fields, otherVm: owner })];
        owners.set(id, vm);
        return [];
      }),
    );
  },
};
