/** Interrupts of both worlds that nest, follow one another without a return between, and are pending at once. */

import type { Line } from "../acts.ts";
import * as act from "../acts.ts";
import { startOf } from "../places.ts";
import type { Scene } from "../scene.ts";

const letters = (all: readonly Line[]): string => all.map(({ secure }) => (secure ? "s" : "n")).join("");
/** All ways to give interrupts of these priorities to the two worlds. */
const shared = (...priorities: readonly number[]): Line[][] =>
  Array.from({ length: 1 << priorities.length }, (_, bits) =>
    priorities.map((priority, index) => ({ priority, secure: ((bits >> index) & 1) === 0 })),
  );

/** UART `index` rings while `running` has the processor. */
function ringBelow(all: readonly Line[], index: number, running: number, pris: boolean): string {
  const [next, now] = [all[index - 1], all[running - 1]];
  if (next === undefined) throw new Error(`no line ${index}`);
  const preempts = now === undefined || act.effective(next, pris) < act.effective(now, pris);
  return preempts ? act.ring(index) : act.ringWeakly(index);
}

const variants = (names: readonly string[], worlds: readonly Line[][]) =>
  names.flatMap((name) => worlds.flatMap((all) => [false, true].map((pris) => ({ start: startOf(name), all, pris }))));

const settingsOf = (all: readonly Line[], pris: boolean) => [
  ...act.faultsEnabled,
  ...act.interrupts(all),
  ...(pris ? [act.aircr(act.pris)] : []),
];
const suffix = (pris: boolean): string => (pris ? " pris" : "");

/** Each handler rings for the next, stronger one. */
const nested: Scene[] = variants(["s.process", "n.user"], shared(0xc0, 0x80, 0x40)).map(({ start, all, pris }) => ({
  name: `${start.name}: nested ${letters(all)}${suffix(pris)}`,
  start,
  settings: settingsOf(all, pris),
  acts: [0, 1, 2].map((running) => ringBelow(all, running + 1, running, pris)),
}));

/** The first handler rings for two weaker ones. */
const chained: Scene[] = variants(["s", "n.process"], shared(0x40, 0x80, 0x60)).map(({ start, all, pris }) => ({
  name: `${start.name}: chained ${letters(all)}${suffix(pris)}`,
  start,
  settings: settingsOf(all, pris),
  acts: [
    act.ring(1),
    act.lines(...[2, 3].map((index) => ringBelow(all, index, 1, pris).replaceAll("waiting", `wait${index}`))),
  ],
}));

const hexadecimal = (all: readonly number[]): string => all.map((one) => one.toString(16)).join(" ");

/** Equal ones, and each of three orders. */
const arrangements = [
  [0x60, 0x60, 0x60],
  [0x40, 0x60, 0x80],
  [0x80, 0x60, 0x40],
  [0x60, 0x40, 0x60],
] as const;
const together: Scene[] = arrangements.flatMap((priorities) =>
  variants(["s", "s.process"], shared(...priorities)).map(({ start, all, pris }) => ({
    name: `${start.name}: together ${letters(all)} ${hexadecimal(priorities)}${suffix(pris)}`,
    start,
    settings: settingsOf(all, pris),
    acts: [act.pendLines(1, 2, 3)],
  })),
);

/** AIRCR.PRIGROUP of a world, and priorities that differ in group, subpriority or not at all. */
const grouped: Scene[] = [0, 3, 5, 7].flatMap((group) =>
  shared(0x48, 0x40, 0x4c).map((all) => ({
    name: `s: grouped ${group} ${letters(all)}`,
    start: startOf("s"),
    settings: [...settingsOf(all, false), act.aircr(group << 8), act.aircrOutside(group << 8)],
    acts: [act.pendLines(1, 3), act.pendLines(2)],
  })),
);

export const interrupts: readonly Scene[] = [...nested, ...chained, ...together, ...grouped];
