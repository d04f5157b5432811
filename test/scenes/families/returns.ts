/** Ways back that are not as they should be: EXC_RETURN, FNC_RETURN, the integrity signature and frames, forged. */
import * as act from "../acts.ts";
import { system, systemNs } from "../layout.ts";
import { type Place, placeOf } from "../places.ts";
import type { Scene, Setting } from "../scene.ts";

/** Bits of EXC_RETURN. */
const bits: readonly (readonly [name: string, value: number])[] = [
  ["nothing", 0],
  ["ES", 1],
  ["bit 1", 2],
  ["SPSEL", 4],
  ["Mode", 8],
  ["DCRS", 0x20],
  ["S", 0x40],
  ["ES and DCRS", 0x21],
  ["ES and S", 0x41],
  ["Mode and SPSEL", 0xc],
  ["S and DCRS", 0x60],
  ["a reserved one", 0x80],
  ["another reserved one", 0x40_0000],
];
const base: Setting[] = [...act.faultsEnabled, ...act.priorities];
const settingsOf = ({ outerSecure }: Place): Setting[] => [
  ...base,
  ...act.interrupts([
    { secure: outerSecure, priority: 0xd0 },
    { secure: true, priority: 0x40 },
    { secure: false, priority: 0x40 },
  ]),
];

interface Forgery {
  readonly name: string;
  readonly text: string;
}
const scenesOf = (places: readonly string[], forgeries: readonly Forgery[], entered: number): Scene[] =>
  places.map(placeOf).flatMap((place) =>
    forgeries.map(({ name, text }) => ({
      name: `${place.name}: ${name}`,
      start: place.start,
      settings: settingsOf(place),
      acts: [...place.acts, text],
      last: entered + 1,
    })),
  );

/** Word `index` of the frame on stack `register`, changed. */
const change = (register: string, index: number, value: number): string => `
  mrs r0, ${register}
  ldr r1, [r0, #${4 * index}]
  set r2, ${value >>> 0}
  eors r1, r2
  str r1, [r0, #${4 * index}]`;

const thread = ["s/s", "s.process/s", "n/n", "n.process/n", "n/s", "n.process/s", "s/n", "s.process/n"];
const nested = ["n/n/s", "s/s/n"];
const names = bits.map(([name, value]) => ({ name: `EXC_RETURN, ${name} inverted`, text: act.forge(value) }));

/** The frame is on the process stack of the world named; what it says of itself does not fit the return. */
const broken = (register: string): Forgery[] => [
  { name: "stacked IPSR names an exception", text: change(register, 7, 11) },
  { name: "stacked T is clear", text: change(register, 7, 1 << 24) },
  { name: "stacked PC is odd", text: change(register, 6, 1) },
  { name: "stacked xPSR is realigned", text: change(register, 7, 0x200) },
];

/** Signature and registers below a Non-secure exception, changed by the Secure function that its handler calls. */
const signed: Forgery[] = [
  { name: "signature for another FType", text: change("PSP", 0, 1) },
  { name: "signature spoiled", text: change("PSP", 0, 0x1000_0000) },
  { name: "signature gone", text: change("PSP", 0, 0xfefa_125b) },
  { name: "reserved word changed", text: change("PSP", 1, -1) },
  { name: "stacked R7 changed", text: change("PSP", 5, -1) },
  { name: "stacked IPSR below the signature", text: change("PSP", 17, 3) },
];

/** What is active is said to be so no longer. */
const clearActive = (at: number, bit: number): string =>
  `set r0, ${at}\nldr r1, [r0]\nset r2, ${bit}\nbics r1, r2\nstr r1, [r0]\ndsb sy`;
const inactive: Forgery[] = [{ name: "exception no longer active", text: clearActive(system + 0xd24, 0x400) }];

/** A frame of FNC_RETURN, changed by a Secure handler while the Non-secure function runs: return address, then IPSR. */
const called: Forgery[] = [
  { name: "return address even", text: change("PSP", 0, 1) },
  { name: "return address elsewhere", text: change("PSP", 0, 0x1000_0000) },
  { name: "IPSR of a handler", text: change("PSP", 1, 3) },
  { name: "reserved bits of RETPSR", text: change("PSP", 1, 0x0800_0000) },
];
const calledOut: Scene[] = called.map(({ name, text }) => ({
  name: `s.process>n: FNC_RETURN, ${name}`,
  start: placeOf("s.process").start,
  settings: settingsOf(placeOf("n/s")),
  acts: [act.callOut, act.ring(2), text],
  last: 2,
}));
/** In a function that a handler has called, EXC_RETURN is left out: QEMU aborts, as exception 1 is never active. */
const links = [1, 2].map((value) => ({
  name: `link with ${value.toString(16)} inverted`,
  text: act.forge(value),
}));
const forgedCalls = [
  ...scenesOf(["s>n", "s/s>n", "s/n>s", "n>s", "n/n>s"], links, 2),
  ...scenesOf(["s>n"], [{ name: "link that is an EXC_RETURN", text: act.forge(0x0100_0000) }], 2),
];

/** Values that return from something only where there is something to return from. */
const jump = (value: number): Forgery => ({
  name: `branch to ${value.toString(16)}`,
  text: `set r0, ${value >>> 0}\nbx r0`,
});
const uncalled = scenesOf(
  ["s", "s.process", "n", "n.process", "s/s", "n/n"],
  [0xfeff_ffff, 0xfeff_fffe, 0xffff_fff9, 0xffff_ffbc, 0xffff_fffd].map(jump),
  2,
);

/** A Secure function returns for the Non-secure handler that has called it. */
const returnBy = (link: number): Forgery => ({
  name: `returns by ${link.toString(16)}`,
  text: `set r0, ${link >>> 0}\nbx r0`,
});
const forTheCaller = [
  ...scenesOf(["s/n>s"], [0xffff_fff8, 0xffff_ffd8, 0xffff_fff9, 0xffff_ffb8].map(returnBy), 1),
  ...scenesOf(["n/n>s"], [0xffff_ffb8, 0xffff_ff98, 0xffff_ffb9, 0xffff_ffbc].map(returnBy), 1),
];

export const returns: readonly Scene[] = [
  ...scenesOf(thread, names, 1),
  ...scenesOf(nested, names, 2),
  ...scenesOf(["s.process/s"], broken("PSP"), 1),
  ...scenesOf(["n.process/n"], broken("PSP"), 1),
  ...scenesOf(["n.process/s"], broken("PSP_NS"), 1),
  ...scenesOf(["s.process/n>s"], signed, 1),
  ...scenesOf(["s.process/s"], inactive, 1),
  ...scenesOf(["n.process/n"], inactive, 1),
  ...scenesOf(["n.process/n>s"], [{ name: "inactive for the caller", text: clearActive(systemNs + 0xd24, 0x400) }], 1),
  ...calledOut,
  ...forgedCalls,
  ...uncalled,
  ...forTheCaller,
];
