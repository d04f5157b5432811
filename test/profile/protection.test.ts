/**
 * SAU, IDAU and MPU: random configurations, random accesses of code in all states, against the rules written down once
 * more and plainly. Every access is made twice and out of order, so that what the access tables remember is questioned,
 * too.
 */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { nextBelow, pick, type Random, seeded } from "../../src/base/prng.ts";
import { marksOf, pageMark } from "../../src/machine/probes.ts";
import { pageBytes, physicalBase } from "../../src/state/memory-map.ts";
import { program } from "../support/program.ts";
import { aliasNs, emptyWorld, scs, secureBit, type World } from "../support/two-worlds.ts";

interface Region {
  readonly base: number;
  /** Last address. */
  readonly last: number;
}
interface SauRegion extends Region {
  readonly callable: boolean;
}
interface MpuRegion extends Region {
  readonly readOnly: boolean;
  readonly everyone: boolean;
  readonly never: boolean;
  readonly device: boolean;
}
interface Mpu {
  readonly enabled: boolean;
  readonly background: boolean;
  readonly regions: readonly MpuRegion[];
}
interface Setup {
  readonly sauEnabled: boolean;
  readonly sau: readonly SauRegion[];
  /** Non-secure, Secure. */
  readonly mpu: readonly [Mpu, Mpu];
}

const window = 0x2000_0000;
const windowBytes = 0x1800;
const stackOffset = 0x8000;
const codeOffset = 0x8000;

type Attribute = "NS" | "NSC" | "S";

const inside = (address: number, { base, last }: Region): boolean => address >= base && address <= last;

function attributeOf(setup: Setup, address: number): Attribute {
  const idau: Attribute = (address & secureBit) !== 0 ? "NSC" : "NS";
  const hits = setup.sau.filter((region) => inside(address, region));
  const only = hits.length === 1 ? hits[0] : undefined;
  const sau: Attribute = !setup.sauEnabled ? "NS" : only === undefined ? "S" : only.callable ? "NSC" : "NS";
  const strength = ["NS", "NSC", "S"];
  return strength.indexOf(sau) > strength.indexOf(idau) ? sau : idau;
}

interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
  readonly device: boolean;
}
const nothing: Rights = { read: false, write: false, execute: false, device: false };
const everything: Rights = { read: true, write: true, execute: true, device: false };

function rightsOf(mpu: Mpu, address: number, privileged: boolean): Rights {
  if (!mpu.enabled) return everything;
  const hits = mpu.regions.filter((region) => inside(address, region));
  const [hit] = hits;
  if (hits.length > 1) return nothing;
  if (hit === undefined) return mpu.background && privileged ? everything : nothing;
  if (!privileged && !hit.everyone) return { ...nothing, device: hit.device };
  return { read: true, write: !hit.readOnly, execute: !hit.never, device: hit.device };
}

interface State {
  readonly secure: boolean;
  readonly privileged: boolean;
}
interface Access extends State {
  readonly kind: "read" | "write" | "execute";
  readonly sizeBytes: number;
  /** LDRT and STRT. */
  readonly asUser: boolean;
  readonly address: number;
}

const granule = (address: number): number => address - (address % 32);

/** The fault of an access and its address, or what it does: "done", "gate" for SG that crosses. */
function expected(setup: Setup, access: Access): string {
  return access.kind === "execute" ? expectedFetch(setup, access) : expectedData(setup, access);
}

function expectedData(setup: Setup, access: Access): string {
  const { address, sizeBytes, secure } = access;
  const unaligned = address % sizeBytes !== 0;
  const next = granule(address + sizeBytes - 1);
  for (const at of next === granule(address) ? [address] : [address, next]) {
    const rights = rightsOf(setup.mpu[secure ? 1 : 0], at, access.privileged && !access.asUser);
    if (unaligned && rights.device) return "UNALIGNED";
    if (!secure && attributeOf(setup, at) !== "NS") return `AUVIOL ${at.toString(16)}`;
    const may = access.kind === "read" ? rights.read : rights.write;
    if (!may) return `DACCVIOL ${at.toString(16)}`;
  }
  return "done";
}

const isGate = (address: number): boolean => address % 64 === 32;

function expectedFetch(setup: Setup, { address, secure, privileged }: Access): string {
  const attribute = attributeOf(setup, address);
  const own = rightsOf(setup.mpu[attribute === "NS" ? 0 : 1], address, privileged);
  if (secure && attribute === "NS") return "INVTRAN";
  if (!secure && attribute === "S") return "INVEP";
  if (!own.execute) return `IACCVIOL ${attribute === "NS" ? "NS" : "S"}`;
  if (secure || attribute === "NS") return "done";
  return isGate(address) ? "gate" : "INVEP";
}

const forms: readonly (readonly [Access["kind"], number, boolean, string])[] = [
  ["read", 1, false, "ldrb r1, [r0]"],
  ["read", 2, false, "ldrh r1, [r0]"],
  ["read", 4, false, "ldr r1, [r0]"],
  ["read", 4, true, "ldrt r1, [r0, #0]"],
  ["write", 1, false, "strb r1, [r0]"],
  ["write", 2, false, "strh r1, [r0]"],
  ["write", 4, false, "str r1, [r0]"],
  ["write", 4, true, "strt r1, [r0, #0]"],
];
const slotBytes = 16;

/** Contents of the window: NOP, and SG where a gate is. */
const pattern = Uint8Array.from({ length: windowBytes }, (_, at) =>
  at % 64 >= 32 && at % 64 < 36 ? (at % 2 === 0 ? 0x7f : 0xe9) : at % 2 === 0 ? 0x00 : 0xbf,
);

function prepare(): World {
  const world = emptyWorld();
  const slots = forms.map(([, , , text]) => program(0, `${text}\n nop\n nop\n nop`).bytes);
  for (const [index, bytes] of slots.entries()) world.machine.program(codeOffset + index * slotBytes, bytes);
  world.machine.program(0x100, program(0x100, "b 0x100").bytes);
  for (let number = 1; number < 16; number++) world.write(secureBit + number * 4, (secureBit + 0x101) >>> 0);
  for (let number = 1; number < 16; number++) world.write(secureBit + 0x200 + number * 4, 0x101);
  world.core.cpu.vtor[0] = 0x200;
  world.write(scs.shcsr, 0xf0000);
  world.write(scs.shcsr + aliasNs, 0x50000);
  world.core.scratch.noteMask = 0;
  return world;
}

function randomRegion(random: Random): Region {
  const secure = nextBelow(random, 2) * secureBit;
  const base = window + secure + 32 * nextBelow(random, windowBytes / 32);
  const granules = nextBelow(random, 3) === 0 ? 1 + nextBelow(random, 128) : 1 + nextBelow(random, 12);
  return { base, last: base + granules * 32 - 1 };
}

const flip = (random: Random): boolean => nextBelow(random, 2) === 1;

function randomMpu(random: Random, secure: boolean): Mpu {
  const world = secure ? secureBit : 0;
  const whole = { readOnly: false, everyone: true, never: false, device: false };
  const regions: MpuRegion[] = [
    { base: world, last: world + 0xffff, ...whole },
    { base: window + world + stackOffset, last: window + world + stackOffset + 0xfff, ...whole },
  ];
  for (let count = nextBelow(random, 7); count > 0; count--) {
    const [readOnly, everyone, never] = [flip(random), flip(random), flip(random)];
    regions.push({ ...randomRegion(random), readOnly, everyone, never, device: nextBelow(random, 4) === 0 });
  }
  return { enabled: nextBelow(random, 4) !== 0, background: flip(random), regions };
}

function randomSetup(random: Random): Setup {
  const sau: SauRegion[] = [
    { base: 0, last: 0xffff, callable: false },
    { base: window + stackOffset, last: window + stackOffset + 0xfff, callable: false },
  ];
  for (let count = nextBelow(random, 7); count > 0; count--) {
    sau.push({ ...randomRegion(random), callable: nextBelow(random, 3) === 0 });
  }
  return { sauEnabled: nextBelow(random, 6) !== 0, sau, mpu: [randomMpu(random, false), randomMpu(random, true)] };
}

function configure(world: World, setup: Setup): void {
  for (let region = 0; region < 8; region++) {
    const row = setup.sau[region];
    world.write(scs.sauRnr, region);
    world.write(scs.sauRbar, row?.base ?? 0);
    world.write(scs.sauRlar, row ? ((row.last & ~31) | (row.callable ? 3 : 1)) >>> 0 : 0);
  }
  world.write(scs.sauCtrl, setup.sauEnabled ? 1 : 2);
  for (const [bank, { enabled, background, regions }] of setup.mpu.entries()) {
    const shift = bank === 0 ? aliasNs : 0;
    world.write(scs.mpuMair0 + shift, 0x00ff);
    for (let region = 0; region < 8; region++) {
      const row = regions[region];
      world.write(scs.mpuRnr + shift, region);
      world.write(scs.mpuRlar + shift, row ? ((row.last & ~31) | (row.device ? 3 : 1)) >>> 0 : 0);
      const rights = row ? (row.readOnly ? 4 : 0) | (row.everyone ? 2 : 0) | (row.never ? 1 : 0) : 0;
      world.write(scs.mpuRbar + shift, ((row?.base ?? 0) | rights) >>> 0);
    }
    world.write(scs.mpuCtrl + shift, (enabled ? 1 : 0) | (background ? 4 : 0));
  }
}

function randomAccess(random: Random): Access {
  const state = { secure: flip(random), privileged: flip(random) };
  const address = window + nextBelow(random, 2) * secureBit + nextBelow(random, windowBytes - 64);
  if (nextBelow(random, 4) === 0) {
    const gate = granule(address) + (isGate(granule(address)) ? 0 : 32);
    // Not into the middle of a gate.
    const at = nextBelow(random, 3) === 0 || address % 64 === 34 || address % 64 === 35 ? gate : address & ~1;
    return { ...state, kind: "execute", sizeBytes: 2, asUser: false, address: at };
  }
  const [kind, sizeBytes, asUser] = pick(random, forms);
  const aligned = nextBelow(random, 3) !== 0;
  return { ...state, kind, sizeBytes, asUser, address: aligned ? address - (address % sizeBytes) : address };
}

/** Makes the access from one instruction of the wanted state; what came of it, in the words of `expected`. */
function perform(world: World, access: Access): string {
  const { cpu } = world.core;
  const { secure, privileged, kind, address } = access;
  const own = secure ? secureBit : 0;
  cpu.systemActive.fill(0);
  cpu.systemPending.fill(0);
  cpu.control.fill(privileged ? 0 : 1);
  Object.assign(cpu, { secure: secure ? 1 : 0, ipsr: 0, thumb: 1, itstate: 0, recheck: 0 });
  const form = forms.findIndex((row) => row[0] === kind && row[1] === access.sizeBytes && row[2] === access.asUser);
  const pc = kind === "execute" ? address : own + codeOffset + form * slotBytes;
  cpu.r.set([address, 0xbf00bf00], 0);
  cpu.r.set([window + own + stackOffset + 0x800, 0xffff_ffff, pc], 13);
  cpu.sp.fill(window + stackOffset + 0x800, 0, 2);
  cpu.sp.fill(window + secureBit + stackOffset + 0x800, 2, 4);
  world.run(1);
  const outcome = outcomeOf(world, access, pc);
  for (const at of [scs.cfsr, scs.cfsr + aliasNs, scs.sfsr, scs.hfsr]) world.write(at, 0xffff_ffff);
  return outcome;
}

function outcomeOf(world: World, { kind, secure }: Access, pc: number): string {
  const sfsr = world.read(scs.sfsr);
  const banks = [world.read(scs.cfsr + aliasNs), world.read(scs.cfsr)];
  const cfsr = (banks[0] ?? 0) | (banks[1] ?? 0);
  const bank = ((banks[1] ?? 0) & 0xff) !== 0 ? "S" : "NS";
  if (sfsr & 8) return `AUVIOL ${world.read(scs.sfar).toString(16)}`;
  if (sfsr & 1) return "INVEP";
  if (sfsr & 0x10) return "INVTRAN";
  if (cfsr & 2) return `DACCVIOL ${world.read(scs.mmfar + (secure ? 0 : aliasNs)).toString(16)}`;
  if (cfsr & 1) return `IACCVIOL ${bank}`;
  if (cfsr & 0x0100_0000) return "UNALIGNED";
  if (cfsr !== 0 || sfsr !== 0 || world.core.cpu.ipsr !== 0)
    return `cfsr ${cfsr.toString(16)} sfsr ${sfsr.toString(16)}`;
  if (kind === "execute" && !secure && world.core.cpu.secure === 1) return "gate";
  const moved = ((world.core.cpu.r[15] ?? 0) - pc) >>> 0;
  return moved === 2 || moved === 4 ? "done" : `PC moved by ${moved}`;
}

const seed = 4711;

/** What a random access comes to; the window is as before afterwards. */
function tryOne(world: World, memory: Uint8Array, setup: Setup, access: Access): void {
  const wanted = expected(setup, access);
  const found = perform(world, access);
  memory.set(pattern);
  const told = JSON.stringify({ ...access, address: access.address.toString(16) });
  if (found !== wanted) assert.unreachable(`${told}\n is ${found}, not ${wanted}\n${JSON.stringify(setup)}`);
}

for (let round = 0; round < 60; round++) {
  test(`random accesses under random SAU and MPU settings end as the rules say (seed ${seed}, round ${round})`, () => {
    const random = seeded(seed + round);
    const world = prepare();
    for (let change = 0; change < 4; change++) {
      const setup = randomSetup(random);
      configure(world, setup);
      const memory = world.machine.peek(window, windowBytes) ?? new Uint8Array();
      memory.set(pattern);
      const accesses = Array.from({ length: 60 }, () => randomAccess(random));
      for (const access of [...accesses, ...accesses.reverse()]) tryOne(world, memory, setup, access);
    }
  });
}

/** More than the engine keeps access tables for. */
const settings = 11;

/** One of the settings but for the SAU, or for one MPU, which it has of another. */
function relative(random: Random, setups: readonly Setup[]): Setup {
  const [one, other] = [pick(random, setups), pick(random, setups)];
  const unit = nextBelow(random, 3);
  if (unit === 0) return { ...one, sau: other.sau };
  const [outer, inner] = unit === 1 ? [other.mpu[0], one.mpu[1]] : [one.mpu[0], other.mpu[1]];
  return { ...one, mpu: [outer, inner] };
}

for (let round = 0; round < 20; round++) {
  test(`the same with a few settings that come and go, pages being called clean (seed ${seed}, round ${round})`, () => {
    const random = seeded(seed + 100 + round);
    const world = prepare();
    const marks = marksOf(world.machine);
    const memory = world.machine.peek(window, windowBytes) ?? new Uint8Array();
    const firstMark = (memory.byteOffset - physicalBase) / pageBytes;
    memory.set(pattern);
    const setups = Array.from({ length: settings }, () => randomSetup(random));
    // Some differ from others in one unit only.
    for (let index = 3; index < settings; index += 2) setups[index] = relative(random, setups);
    for (let change = 0; change < 40; change++) {
      const setup = pick(random, change % 8 < 4 ? setups.slice(0, 3) : setups);
      configure(world, setup);
      if (nextBelow(random, 3) === 0) world.core.calls.cleanPages(pageMark.kept);
      for (let count = 0; count < 30; count++) {
        const access = randomAccess(random);
        tryOne(world, memory, setup, access);
        if (access.kind !== "write" || expected(setup, access) !== "done") continue;
        const page = firstMark + Math.floor(((access.address & ~secureBit) - window) / pageBytes);
        assert.is((marks[page] ?? 0) & pageMark.kept, 0, "a page that was written is clean no longer");
      }
    }
  });
}

test("code that ran under one setting is heard of when it is overwritten under another", () => {
  const world = emptyWorld();
  const { cpu } = world.core;
  const codeAt = (secureBit + codeOffset) >>> 0;
  const target = (window + secureBit) >>> 0;
  world.machine.program(target, program(0, "nop\nhere:\nb here").bytes);
  world.machine.program(codeAt, program(0, "strh r1, [r0]\nhere:\nb here").bytes);
  const runAt = (pc: number, mpuCtrl: number): void => {
    world.write(scs.mpuCtrl, mpuCtrl);
    Object.assign(cpu, { secure: 1, thumb: 1, ipsr: 0 });
    cpu.r[15] = pc;
    // More than a block: it is run, not stepped through.
    world.run(5);
  };
  const [off, background] = [0, 5];
  for (const value of [1, 2, 3, 4]) {
    // movs r2, #value
    cpu.r.set([target, 0x2200 | value]);
    runAt(codeAt, off);
    runAt(target, background);
    assert.is(world.reg(2), value);
  }
});

test.run();
