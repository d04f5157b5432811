import { test } from "uvu";
import * as assert from "uvu/assert";
import type { MomentFields } from "../../src/machine/sink.ts";
import type { System } from "../../src/system/system.ts";
import { chainAtFreeze, chainHere } from "./chain.ts";
import { type Example, foldersIn, openExample, start } from "./example.ts";

const consoleDevice = "flexcomm3";
/** Long enough for every guest to be at its end. */
const endSecond = 0.4;

interface Frozen {
  readonly cause: string;
  /** SFSR, DDI 0553; SFARVALID is 0x40. */
  readonly syndrome: Readonly<Record<string, number | string | null>>;
  /** Innermost first, up to main; the first one faulted. Null where the hardware keeps no way back. */
  readonly chain: readonly string[] | null;
}

const invep = 0x01;
const inver = 0x04;
const auviol = 0x08 | 0x40;

/** What Secure state takes: the hypervisor freezes without a word (fact sheet crosscon-armv8m, section 11). */
const frozen: readonly Frozen[] = [
  {
    cause: "secure-data",
    syndrome: { name: "SecureFault", cause: "AUVIOL", sfsr: auviol, address: 0x3000_0000 },
    chain: ["read_beyond", "load_settings", "run_application", "main"],
  },
  {
    cause: "secure-fetch",
    syndrome: { name: "SecureFault", cause: "INVEP", sfsr: invep, address: null, pc: 0x1000_0400 },
    chain: ["?", "call_driver", "erase_log", "run_application", "main"],
  },
  {
    cause: "beyond-region",
    syndrome: { name: "SecureFault", cause: "INVEP", sfsr: invep, address: null },
    chain: ["scale_sample", "process_samples", "run_application", "main"],
  },
  {
    cause: "device-not-granted",
    syndrome: { name: "SecureFault", cause: "AUVIOL", sfsr: auviol, address: 0x4003_a000 },
    chain: ["read_entropy", "make_session_key", "run_application", "main"],
  },
  {
    cause: "ungranted-hypercall",
    syndrome: { name: "SecureFault", cause: "INVEP", sfsr: invep, address: null, pc: 0x1000_0040 },
    chain: ["?", "ipc_notify", "notify_monitor", "report_health", "run_application", "main"],
  },
  {
    cause: "no-vector-table",
    // VECTTBL and FORCED. The table at 0 belongs to Secure state, so its HardFault takes it, BFHFNMINS or not.
    syndrome: { name: "HardFault", hfsr: 0x4000_0002, sfsr: 0 },
    chain: ["synchronize", "wait_for_tick", "start_timer", "run_application", "main"],
  },
  { cause: "bad-exc-return", syndrome: { name: "SecureFault", cause: "INVER", sfsr: inver }, chain: null },
  { cause: "no-stack", syndrome: { name: "SecureFault", cause: "AUVIOL", sfsr: auviol }, chain: null },
  { cause: "stack-overflow", syndrome: { name: "SecureFault", cause: "AUVIOL", sfsr: auviol }, chain: null },
];

interface Handled {
  readonly cause: string;
  /** What the guest's own handler prints, without the PC. */
  readonly report: string;
  readonly chain: readonly string[] | null;
}

/** What the guest takes itself; CFSR and HFSR as in DDI 0553. */
const handled: readonly Handled[] = [
  {
    cause: "bus-error",
    report: "BusFault: CFSR 00008200 HFSR 00000000 BFAR 40014004",
    chain: ["read_version", "probe_analog", "run_application", "main"],
  },
  {
    cause: "mpu",
    report: "MemManage: CFSR 00000082 HFSR 00000000 MMFAR 20010014",
    chain: ["store_setting", "save_settings", "run_application", "main"],
  },
  {
    cause: "undefined",
    report: "UsageFault: CFSR 00010000 HFSR 00000000",
    chain: ["execute_script", "run_script", "run_application", "main"],
  },
  {
    cause: "divide-by-zero",
    report: "UsageFault: CFSR 02000000 HFSR 00000000",
    chain: ["divide", "average_samples", "run_application", "main"],
  },
  {
    cause: "unaligned",
    report: "UsageFault: CFSR 01000000 HFSR 00000000",
    chain: ["read_length", "parse_packet", "run_application", "main"],
  },
  {
    cause: "even-address",
    report: "UsageFault: CFSR 00020000 HFSR 00000000",
    chain: ["plugin", "call_plugin", "start_plugins", "run_application", "main"],
  },
  {
    cause: "inactive-return",
    report: "UsageFault: CFSR 00040000 HFSR 00000000",
    chain: ["start_first_thread", "run_application", "main"],
  },
  {
    cause: "escalation",
    report: "HardFault: CFSR 00010000 HFSR 40000000",
    chain: ["execute_script", "run_script", "run_application", "main"],
  },
  { cause: "stack-limit", report: "UsageFault: CFSR 00100000 HFSR 00000000", chain: null },
];

const freezeOf = (example: Example): MomentFields => {
  const found = example.moments.filter((moment) => moment.kind === "freeze");
  assert.equal(found.length, 1, "frozen once");
  return found[0]?.fields ?? {};
};

async function run(cause: string): Promise<{ system: System; example: Example; stop: string }> {
  const system = await openExample(`faults/${cause}`);
  const example = start(system);
  const { reason } = example.runTo(endSecond);
  assert.match(example.lines(consoleDevice)[0] ?? "", new RegExp(`^${cause}: .`), "announced before");
  assert.equal(example.gaps, [], "the model has all that the guest touches");
  return { system, example, stop: reason };
}

const upToMain = (chain: readonly string[]): string[] => chain.slice(0, chain.indexOf("main") + 1);

for (const { cause, syndrome, chain } of frozen) {
  test(`${cause} freezes the board, with its syndrome and the way there`, async () => {
    const { system, example, stop } = await run(cause);
    assert.is(stop, "frozen");
    assert.equal(example.lines(consoleDevice).length, 1, "not a word after it");
    const freeze = freezeOf(example);
    assert.is(freeze.code, "FLT01");
    assert.equal(Object.fromEntries(Object.keys(syndrome).map((name) => [name, freeze[name]])), syndrome);
    if (chain !== null) assert.equal(upToMain(chainAtFreeze(system, example.machine, freeze)), chain);
  });
}

for (const { cause, report, chain } of handled) {
  test(`${cause} is taken by the guest itself, and the board lives on`, async () => {
    const { system, example, stop } = await run(cause);
    assert.ok(stop === "limit" || stop === "idle", stop);
    assert.equal(
      example.moments.filter((moment) => moment.kind === "freeze"),
      [],
    );
    const [, line = "", ...more] = example.lines(consoleDevice);
    assert.is(line.replace(/ PC [0-9a-f]{8}$/, ""), report);
    assert.equal(more, []);
    if (chain === null) return;
    const whole = chainHere(system, example.machine);
    assert.ok(whole.indexOf("report") >= 0, "the handler is still at work");
    assert.equal(upToMain(whole).slice(-chain.length), chain);
  });
}

test("lockup stops the processor at the second fault, inside the HardFault handler", async () => {
  const { system, example, stop } = await run("lockup");
  assert.is(stop, "lockup");
  assert.equal(example.lines(consoleDevice).length, 1);
  const kinds = example.moments.map((moment) => moment.kind).filter((kind) => /fault|lockup|freeze/.test(kind));
  assert.equal(kinds, ["fault", "fault", "lockup"]);
  assert.equal(chainHere(system, example.machine).slice(0, 2), ["save_crash_dump", "hard_fault_handler"]);
});

test("the stack of stack-overflow has left SRAM1 for SRAM0 when the board freezes", async () => {
  const { example } = await run("stack-overflow");
  const address = Number(freezeOf(example).address);
  assert.ok(address >= 0x2000_0000 && address < 0x2001_0000, address.toString(16));
});

test("only the image of beyond-region is warned about before it runs", async () => {
  for (const cause of foldersIn("examples/faults")) {
    const { warnings } = await openExample(`faults/${cause}`);
    assert.equal(
      warnings.map((warning) => warning.code),
      cause === "beyond-region" ? ["IMG21"] : [],
      cause,
    );
  }
});

test("every example of a fault has its expectation here", () => {
  const causes = [...frozen, ...handled].map(({ cause }) => cause);
  assert.equal([...causes, "lockup"].sort(), foldersIn("examples/faults"));
});

test.run();
