/** Every cause of a fault, in both worlds, taken by itself or by HardFault, under BFHFNMINS too. */
import * as act from "../acts.ts";
import { gates, nonSecureWorld, nowhere, secureWorld, system, systemNs } from "../layout.ts";
import { type Place, placeOf } from "../places.ts";
import type { Scene, Setting } from "../scene.ts";

interface Cause {
  readonly name: string;
  act(place: Place): string | null;
  readonly settings?: (place: Place) => Setting[];
}

const side = ({ secure }: Place) => act.sideOf(secure);
const own = ({ secure }: Place): number => (secure ? system : systemNs);
const jump = (address: number): string => `set r0, ${address >>> 0}\nbx r0`;
const readOnly = (place: Place): Setting[] => [
  ...act.mpuRegion(own(place), 0, side(place).world.window, side(place).world.window + 31, 0b00101),
  act.mpuOn(own(place)),
];
/** The limit is brought near the stack in use, with room for what a fault pushes. */
function limited({ start, acts }: Place): string {
  const isProcess = acts.length === 0 && (start.control & 2) !== 0;
  const register = isProcess ? "PSPLIM" : "MSPLIM";
  return act.lines(
    "mov r0, sp\nsubs r0, #100\nlsrs r0, r0, #3\nlsls r0, r0, #3",
    `msr ${register}, r0\nsub.w sp, sp, #128`,
  );
}
const privileged = (place: Place, text: string): string | null => (place.privileged ? text : null);
const outsideOnly = ({ secure }: Place, text: string): string | null => (secure ? null : text);
const insideOnly = ({ secure }: Place, text: string): string | null => (secure ? text : null);
const zero = "movs r0, #0\nmovs r1, #7\n";

const causes: readonly Cause[] = [
  { name: "undefined", act: () => "udf.w #1" },
  { name: "even address", act: (place) => jump(side(place).world.acts) },
  {
    name: "divide by zero",
    settings: (place) => [[own(place) + 0xd14, 0x210]],
    act: () => `${zero}sdiv r1, r1, r0`,
  },
  { name: "unaligned multiple", act: (place) => `set r0, ${side(place).world.window + 2}\nldmia.w r0, {r1, r2}` },
  {
    name: "unaligned trapped",
    settings: (place) => [[own(place) + 0xd14, 0x208]],
    act: (place) => `set r0, ${side(place).world.window + 1}\nldrh r1, [r0]`,
  },
  { name: "no float unit", act: () => "vmov s0, r0" },
  {
    name: "float unit withheld",
    settings: () => act.floatUnit(false),
    act: (place) => outsideOnly(place, "vmov s0, r0"),
  },
  { name: "stack limit", act: (place) => privileged(place, limited(place)) },
  { name: "execute never", act: (place) => jump(side(place).device + 1) },
  {
    name: "read only",
    settings: readOnly,
    act: (place) => privileged(place, act.store(side(place).world.window + 4, 1)),
  },
  { name: "fetch from nowhere", act: (place) => jump(side(place).nowhere + 1) },
  { name: "store to nowhere", act: (place) => act.store(side(place).nowhere + 8, 1) },
  { name: "entry without gate", act: (place) => outsideOnly(place, jump(gates.closed + 1)) },
  { name: "fetch of secure code", act: (place) => outsideOnly(place, jump(secureWorld.acts + 1)) },
  { name: "load of secure data", act: (place) => outsideOnly(place, act.load(secureWorld.window)) },
  { name: "store of secure data", act: (place) => outsideOnly(place, act.store(secureWorld.window + 12, 1)) },
  { name: "branch to other world", act: (place) => insideOnly(place, jump(nonSecureWorld.acts + 1)) },
  { name: "breakpoint", act: () => "bkpt #1" },
  {
    name: "no vector",
    settings: () => [[systemNs + 0xd08, nowhere.nonSecure]],
    act: (place) => outsideOnly(place, "svc #1"),
  },
  {
    name: "secure vector",
    settings: () => [[systemNs + 0xd08, secureWorld.window]],
    act: (place) => outsideOnly(place, "svc #1"),
  },
];

const off: Setting[] = [
  [system + 0xd24, 0],
  [systemNs + 0xd24, 0],
];
const manners: readonly { name: string; settings: readonly Setting[] }[] = [
  { name: "", settings: act.faultsEnabled },
  { name: " escalates", settings: off },
  { name: " bfhfnmins", settings: [act.aircr(act.bfhfnmins), ...act.faultsEnabled] },
  { name: " escalates bfhfnmins", settings: [act.aircr(act.bfhfnmins), ...off] },
];

/** Without a vector table of its own a world has no HardFault either. */
const locksUp = (cause: string, manner: string): boolean => cause.includes("vector") && manner.includes("bfhfnmins");

export const faults: readonly Scene[] = ["s", "s.user", "s/s", "n", "n.user", "n/n"].map(placeOf).flatMap((place) =>
  causes.flatMap(({ name, act: actOf, settings }) => {
    const text = actOf(place);
    if (text === null) return [];
    const possible = manners.filter((manner) => !locksUp(name, manner.name));
    return possible.map(
      (manner): Scene => ({
        name: `${place.name}: ${name}${manner.name}`,
        start: place.start,
        settings: [...act.priorities, ...manner.settings, ...(settings?.(place) ?? [])],
        acts: [...place.acts, text],
        ...(name.includes("vector") ? { last: 1 } : {}),
      }),
    );
  }),
);
