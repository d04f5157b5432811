/** Stack limits, and stacks that cannot be written or read: on the way in, on the way back, and by instructions. */
import * as act from "../acts.ts";
import { calleeAddress, nowhere, secureWorld, system, systemNs } from "../layout.ts";
import { placeOf, startOf } from "../places.ts";
import type { Scene, Setting } from "../scene.ts";

const lines = act.interrupts([
  { secure: true, priority: 0x40 },
  { secure: false, priority: 0x40 },
]);
const base: Setting[] = [...act.faultsEnabled, ...act.priorities, ...lines];

const entries = [
  { name: "svc", text: "svc #1" },
  { name: "line of s", text: act.ring(1) },
  { name: "line of n", text: act.ring(2) },
];

/** Bytes between the stack pointer and its limit: a frame is 32, with R4 to R11 it is 72. */
const rooms = [24, 32, 40, 64, 72, 80];
const limitFor = (register: string, room: number): string => `mov r0, sp\nsubs r0, #${room}\nmsr ${register}, r0`;

/** Where the handler's own stack has no room either, the next one finds out. */
const limited: Scene[] = ["s", "s.process", "n", "n.process"].flatMap((name) =>
  rooms.flatMap((room) =>
    entries.map((entry) => ({
      name: `${name}: ${entry.name} with room for ${room}`,
      start: startOf(name),
      settings: base,
      acts: [act.lines(limitFor(name.endsWith("process") ? "PSPLIM" : "MSPLIM", room), entry.text)],
      last: 1,
    })),
  ),
);

/** CCR.STKOFHFNMIGN lets code that asks for a negative priority go beyond the limit. */
const ignored: Scene[] = [
  { name: "n", ccr: 0x600 },
  { name: "n", ccr: 0x200 },
].map(({ name, ccr }) => ({
  name: `${name}: beyond the limit under FAULTMASK, CCR ${ccr.toString(16)}`,
  start: startOf(name),
  settings: [...base, [system + 0xd14, ccr], [systemNs + 0xd14, ccr]],
  acts: [
    act.lines(
      act.setSpecial("FAULTMASK", 1),
      limitFor("MSPLIM", 104),
      "sub sp, #128\nadd sp, #128",
      act.setSpecial("FAULTMASK", 0),
    ),
  ],
}));

/** Instructions that move the stack pointer below its limit, and those that store there. */
const movers = [
  { name: "sub sp", text: "sub.w sp, sp, #128" },
  { name: "push", text: "sub sp, #64\npush {r0, r1, r2, r3, r4, r5, r6, r7}\npush {r0, r1, r2, r3, r4, r5, r6, r7}" },
  { name: "mov sp", text: "mov r1, sp\nsubs r1, #128\nmov sp, r1" },
  { name: "stmdb", text: "sub sp, #96\nstmdb sp!, {r0, r1, r2, r3}" },
  { name: "str down", text: "sub sp, #96\nstr.w r0, [sp, #-16]!" },
];
const moved: Scene[] = ["s.process", "n.process", "s", "n"].flatMap((name) =>
  movers.map((mover) => ({
    name: `${name}: ${mover.name} below the limit`,
    start: startOf(name),
    settings: base,
    acts: [act.lines(limitFor(name.endsWith("process") ? "PSPLIM" : "MSPLIM", 104), mover.text)],
    last: 1,
  })),
);

/** What a call to Non-secure state pushes, and the stack that a veneer finds. */
const calls: Scene[] = [0, 8, 16].map((room) => ({
  name: `s.process: call with room for ${room}`,
  start: startOf("s.process"),
  settings: base,
  acts: [act.lines(limitFor("PSPLIM", room), `set r0, ${calleeAddress}\nblxns r0`), "svc #1"],
  last: 1,
}));

/** A place for a stack that something is wrong with. */
interface Ground {
  readonly name: string;
  readonly secure: boolean;
  readonly top: number;
  readonly settings: readonly Setting[];
}
const grounds: readonly Ground[] = [true, false].flatMap((secure): Ground[] => {
  const { world } = act.sideOf(secure);
  const own = secure ? system : systemNs;
  const window = (rights: number): Setting[] => [
    ...act.mpuRegion(own, 0, world.window, world.window + 255, rights),
    act.mpuOn(own),
  ];
  const twice = [...window(3), ...act.mpuRegion(own, 1, world.window, world.window + 255, 3)];
  return [
    { name: "nowhere", secure, top: (secure ? nowhere.secure : nowhere.nonSecure) + 128, settings: [] },
    { name: "read-only memory", secure, top: world.window + 128, settings: window(5) },
    { name: "memory of two regions", secure, top: world.window + 128, settings: twice },
    { name: "memory that ends", secure, top: world.window + 256 + 16, settings: window(5) },
    { name: "memory that begins", secure, top: world.window + 16, settings: window(5) },
  ];
});
const crossed: Ground = { name: "secure memory", secure: false, top: secureWorld.window + 128, settings: [] };

const stacked: Scene[] = [...grounds, crossed].flatMap(({ name, secure, top, settings }) =>
  entries.map((entry) => ({
    name: `${secure ? "s" : "n"}.process: ${entry.name} onto ${name}`,
    start: startOf(`${secure ? "s" : "n"}.process`),
    settings: [...base, ...settings],
    acts: [act.lines(act.setSpecial("PSP", top), entry.text)],
    last: 1,
  })),
);

/** The same under escalation, where HardFault takes what the stack's state cannot. */
const escalated: Scene[] = [...grounds, crossed].map(({ name, secure, top, settings }) => ({
  name: `${secure ? "s" : "n"}.process: svc onto ${name} escalates`,
  start: startOf(`${secure ? "s" : "n"}.process`),
  settings: [...act.priorities, ...settings],
  acts: [act.lines(act.setSpecial("PSP", top), "svc #1")],
  last: 1,
}));

/** The stack changes while its frame waits: what a return cannot read stays there. */
const unstacked: Scene[] = [...grounds.filter(({ name }) => !/read-only|ends|begins/.test(name)), crossed].flatMap(
  ({ name, secure, top, settings }) =>
    ["s", "n"].map((handler) => {
      const place = placeOf(`${secure ? "s" : "n"}.process/${handler}`);
      const register = place.start.secure === place.secure ? "PSP" : "PSP_NS";
      const via = handler === "n" && secure ? [act.callIn] : [];
      const where = via.length > 0 ? "PSP" : register;
      return {
        name: `${place.name}: return from ${name}`,
        start: place.start,
        settings: [
          ...base,
          ...act.interrupts([{ secure: place.outerSecure, priority: 0xd0 }]),
          ...settings.map(([at, value]): Setting => [at, value]),
        ],
        acts: [...place.acts, ...via, act.setSpecial(where, top)],
        last: 2,
      };
    }),
);

/** Secure memory that the stack of a Non-secure call lies in, when the function returns. */
const returned: Scene[] = ["nowhere", "memory of two regions"].flatMap((wanted) =>
  grounds
    .filter(({ secure, name }) => secure && name === wanted)
    .map(({ name, top, settings }) => ({
      name: `s.process>n: FNC_RETURN from ${name}`,
      start: startOf("s.process"),
      settings: [...base, ...settings],
      acts: [act.callOut, act.ring(1), act.setSpecial("PSP", top)],
      last: 2,
    })),
);

export const stacks: readonly Scene[] = [
  ...limited,
  ...ignored,
  ...moved,
  ...calls,
  ...stacked,
  ...escalated,
  ...unstacked,
  ...returned,
];
