/** PRIMASK, FAULTMASK and BASEPRI of both worlds, under AIRCR.PRIS and BFHFNMINS, against exceptions of both. */

import type { Line } from "../acts.ts";
import * as act from "../acts.ts";
import { placeOf, startOf } from "../places.ts";
import type { Scene } from "../scene.ts";

const configurations = [
  { name: "", bits: 0 },
  { name: " pris", bits: act.pris },
  { name: " bfhfnmins", bits: act.bfhfnmins },
  { name: " pris bfhfnmins", bits: act.pris | act.bfhfnmins },
] as const;

interface Mask {
  readonly name: string;
  readonly register: string;
  readonly value: number;
}
const masks: readonly Mask[] = [
  { name: "primask", register: "PRIMASK", value: 1 },
  { name: "faultmask", register: "FAULTMASK", value: 1 },
  { name: "basepri 40", register: "BASEPRI", value: 0x40 },
  { name: "basepri 80", register: "BASEPRI", value: 0x80 },
];
const outside = (mask: Mask): Mask => ({ ...mask, name: `${mask.name} of n`, register: `${mask.register}_NS` });
const secureMasks: readonly Mask[] = [...masks, ...masks.map(outside)];

const lines = act.interrupts([
  { secure: true, priority: 0x40 },
  { secure: false, priority: 0x40 },
  { secure: false, priority: 0 },
]);
const base = [...act.faultsEnabled, ...act.priorities, ...lines];
const during = ({ register, value }: Mask, text: string): string =>
  act.lines(act.setSpecial(register, value), text, act.setSpecial(register, 0), act.barrier);
/** What the mask lets through comes at once, and not a few instructions later. */
const pended = ({ register }: Mask): string =>
  register === "PRIMASK" ? act.lines(act.storeLines(1, 2, 3), act.barrier) : act.pendLines(1, 2, 3);

/** Lines of both worlds while the mask is there; what is left is taken when it goes. */
const held: Scene[] = configurations.flatMap(({ name, bits }) =>
  secureMasks.map((mask) => ({
    name: `s: lines under ${mask.name}${name}`,
    start: startOf("s"),
    settings: [...base, act.aircr(bits)],
    acts: [during(mask, pended(mask))],
  })),
);

/** What a mask of a world is worth. */
function levelOf({ name, value }: Mask, secure: boolean, bits: number): number {
  if (name.startsWith("basepri")) return act.effective({ secure, priority: value }, (bits & act.pris) !== 0);
  if (name === "faultmask" && (secure || (bits & act.bfhfnmins) !== 0)) return -1;
  return act.effective({ secure, priority: 0 }, (bits & act.pris) !== 0);
}

/** Lines ring for a handler that has a mask: at once, or when the mask goes with the handler. */
const rung: readonly Line[] = [
  { secure: true, priority: 0x60 },
  { secure: false, priority: 0x60 },
];
const left: Scene[] = configurations.flatMap(({ name, bits }) =>
  masks.flatMap((mask) =>
    ["s/s", "n/n", "n/s", "s/n"].map(placeOf).map((place) => {
      const level = levelOf(mask, place.secure, bits);
      const rings = rung.map((line, index) =>
        act.effective(line, (bits & act.pris) !== 0) < level ? act.ring(index + 2) : act.ringWeakly(index + 2),
      );
      return {
        name: `${place.name}: lines ring under ${mask.name}${name}`,
        start: place.start,
        settings: [
          ...base,
          ...act.interrupts([{ secure: place.outerSecure, priority: 0xd0 }, ...rung]),
          act.aircr(bits),
        ],
        acts: [
          ...place.acts,
          act.lines(
            act.setSpecial(mask.register, mask.value),
            ...rings.map((text, index) => text.replaceAll("waiting", `wait${index}`)),
          ),
        ],
      };
    }),
  ),
);

/** What cannot wait escalates; with no stronger HardFault the processor would lock up, which QEMU does not survive. */
const locksUp = (mask: Mask, event: string, bits: number): boolean =>
  mask.register === "FAULTMASK" ||
  (mask.register === "FAULTMASK_NS" && event === "bus" && (bits & act.bfhfnmins) !== 0);
const synchronous = [
  { name: "svc", text: "svc #1" },
  { name: "usage", text: "udf #1" },
  { name: "bus", text: act.load(act.sideOf(true).nowhere) },
];
const escalated: Scene[] = configurations.flatMap(({ name, bits }) =>
  secureMasks.flatMap((mask) =>
    synchronous
      .filter((event) => !locksUp(mask, event.name, bits))
      .map((event) => ({
        name: `s: ${event.name} under ${mask.name}${name}`,
        start: startOf("s"),
        settings: [...base, act.aircr(bits)],
        acts: [during(mask, event.text)],
      })),
  ),
);

export const masking: readonly Scene[] = [...held, ...left, ...escalated];
