/** Runs every rule over a system that is read, not run. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Rule, Subject } from "./rule.ts";
import { deviceInterrupt } from "./rules/device-interrupt.ts";
import { deviceWindow } from "./rules/device-window.ts";
import { dma } from "./rules/dma.ts";
import { entry } from "./rules/entry.ts";
import { granularity } from "./rules/granularity.ts";
import { identity } from "./rules/identity.ts";
import { image } from "./rules/image.ts";
import { interrupt } from "./rules/interrupt.ts";
import { ipc } from "./rules/ipc.ts";
import { ownOverlap } from "./rules/own-overlap.ts";
import { reservation } from "./rules/reservation.ts";
import { sauBudget } from "./rules/sau-budget.ts";
import { sharedDevice } from "./rules/shared-device.ts";
import { vmType } from "./rules/vm-type.ts";
import { allowances } from "./suppress.ts";

export const rules: readonly Rule[] = [
  ...[granularity, reservation, identity, ownOverlap, sauBudget, interrupt, deviceInterrupt, ipc],
  ...[deviceWindow, sharedDevice, dma, entry, image, vmType],
];

const severityOrder = { error: 0, warning: 1, note: 2 } as const;

/** What the rules found, errors first, then by place; without what comments in the text allow. */
export function check(subject: Subject, texts: ReadonlyMap<string, string>): Diagnostic[] {
  const allowed = allowances(texts);
  return rules
    .flatMap((rule) => rule.find(subject))
    .filter((one) => !allowed(one))
    .sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity] || lineOf(a) - lineOf(b));
}

const lineOf = ({ labels }: Diagnostic): number => labels[0]?.line ?? 0;
