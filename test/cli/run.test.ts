import { test } from "uvu";
import * as assert from "uvu/assert";
import { chronovisor } from "./command.ts";

const system = "examples/two-vms";

interface Vm {
  readonly last_line: string | null;
  readonly name: string;
  readonly ticks: number;
  readonly state: string;
  readonly console: Readonly<Record<string, string>>;
  readonly faults: readonly unknown[];
}

interface Report {
  readonly version: number;
  readonly stop: string;
  readonly ticks: number;
  readonly cycles: number;
  readonly time_ns: number;
  readonly hash: string;
  readonly engine: string;
  readonly vms: readonly Vm[];
  readonly wall_ms: number;
  readonly mips: number;
}

function report(...args: string[]): Report {
  const { stdout, stderr } = chronovisor("run", ...args, "--json");
  const last = stdout.trimEnd().split("\n").at(-1) ?? "";
  assert.ok(last.startsWith("{"), `no JSON object last: ${stdout}\n${stderr}`);
  return JSON.parse(last) as Report;
}

test("console lines on stdout carry virtual seconds and the VM, and nothing else is there", () => {
  const { stdout, code } = chronovisor("run", system, "--for", "1500ms");
  const lines = stdout.trimEnd().split("\n");
  for (const line of lines) assert.match(line, /^\[ *\d+\.\d{9}s (hypervisor|baremetal|kernel)\] /);
  assert.ok(
    lines.includes("[   1.245326416s baremetal] VM0: SysTick, 1 s") ||
      lines.some((one) => one.endsWith("VM0: SysTick, 1 s")),
  );
  assert.ok(lines.some((line) => line.endsWith("kernel] VM1: uptime 1000 ms")));
  assert.is(code, 0);
});

test("--json prints the contract's object, and both VMs have run", () => {
  const one = report(system, "--for", "2s");
  assert.is(one.version, 1);
  assert.is(one.stop, "for");
  assert.is(one.engine, "interp");
  assert.is(one.time_ns, 2_000_000_000);
  assert.is(one.cycles, 24_000_000);
  assert.match(one.hash, /^[0-9a-f]{16}$/);
  assert.equal(
    one.vms.map((vm) => vm.name),
    ["baremetal", "kernel"],
  );
  assert.is(
    one.vms.reduce((sum, vm) => sum + vm.ticks, 0),
    one.ticks,
  );
  assert.match(one.vms[1]?.console.flexcomm2 ?? "", /VM1: kernel on USART2/);
  for (const vm of one.vms) assert.is(vm.state, "idle");
});

test("the same arguments give the same hash, another seed another one", () => {
  const first = report(system, "--for", "1s");
  assert.is(report(system, "--for", "1s").hash, first.hash);
  assert.is.not(report(system, "--for", "1s", "--seed", "5").hash, first.hash);
});

test("--json=lines prints one event a line, console lines with their port and text", () => {
  const { stdout } = chronovisor("run", system, "--for", "400ms", "--json=lines");
  const events = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const greeting = events.find((event) => event.kind === "console" && event.vm === "kernel");
  assert.is(greeting?.port, "flexcomm2");
  assert.is(greeting?.text, "VM1: kernel on USART2, 2 threads");
  assert.ok(events.some((event) => event.kind === "switch"));
  for (const event of events) assert.type(event.tick, "number");
});

const worlds = ["guests/worlds/secure-mps2.elf", "--load", "guests/worlds/nonsecure-mps2.elf"];

test("an ELF file by itself runs as firmware, and its exit by semihosting ends the run", () => {
  const { stdout, stderr, code } = chronovisor("run", "--board", "mps2-an505", ...worlds, "--semihosting");
  assert.is(code, 0);
  assert.match(stdout, /^\[ *0\.\d{9}s firmware\] secure: started\n/);
  assert.match(stderr, /stopped: the firmware ended with status 0/);
});

test("a firmware is one entry among the VMs, with its consoles by port", () => {
  const one = report("--board", "mps2-an505", ...worlds, "--until", "firmware:^end");
  assert.is(one.stop, "until");
  assert.equal(
    one.vms.map(({ name, state, ticks }) => [name, state, ticks]),
    [["firmware", one.vms[0]?.state, one.ticks]],
  );
  assert.match(one.vms[0]?.console.uart0 ?? "", /nonsecure: called/);
});

test("what --firmware names takes the place of the system's hypervisor", () => {
  const kernel = ["--firmware", "guests/worlds/secure-lpc55s69.elf", "--load", "guests/worlds/nonsecure-lpc55s69.elf"];
  const { stdout, code } = chronovisor("run", ...kernel, "--semihosting");
  assert.match(stdout, /firmware\] end\n$/);
  assert.is(code, 0);
});

test("a firmware's fault is explained with its Secure handlers, stack limits and MPU", () => {
  const expected = [
    ["divide-by-zero", /divided by zero in divide.*[\s\S]*UsageFault.*goes to firmware's own usage_fault_handler/],
    ["stack-limit", /ran into its stack limit in parse_nested[\s\S]*PSPLIM is 0x[0-9a-f]+: the stack is too small/],
    ["mpu", /which its own MPU forbids[\s\S]*region 0 of its MPU covers 0x20010000/],
  ] as const;
  for (const [name, wanted] of expected) {
    const { stderr, code } = chronovisor("run", `guests/faults/${name}.elf`, "--for", "100ms");
    assert.match(stderr, wanted, name);
    assert.is(code, 1);
  }
});

test("--until stops at the line, exit 0", () => {
  const one = report(system, "--until", "kernel:uptime 1000");
  assert.is(one.stop, "until");
  assert.ok(one.time_ns < 1_400_000_000);
});

test("--until does not take half of a line that is being printed", () => {
  const { stdout } = chronovisor("run", system, "--until", "kernel:uptime 1", "--timeout", "3s");
  assert.match(stdout, /uptime 1000 ms\n$/);
  const half = chronovisor("run", system, "--until", "kernel:uptime 1$", "--timeout", "1500ms");
  assert.is(half.code, 124);
});

test("no time at all is no time to run for", () => {
  for (const words of [
    ["--for", "0s"],
    ["--for", "0t"],
  ])
    assert.is(chronovisor("run", system, ...words).code, 2, words.join(" "));
});

test("a line that has no end yet when the run stops is a line all the same: an event, and the last one", () => {
  // Long enough for the first bytes of a line.
  const words = ["run", system, "--for", "1258ms"];
  const { stdout } = chronovisor(...words, "--json=lines");
  const events = stdout
    .trim()
    .split("\n")
    .map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>);
  const last = events.filter(({ kind, vm }) => kind === "console" && vm === "kernel").at(-1);
  assert.is(last?.text, "VM1:");
  const told = report(system, "--for", "1258ms").vms.find(({ name }) => name === "kernel");
  assert.is(told?.last_line, last?.text);
});

test("--until that is not seen in time exits with 124", () => {
  assert.is(chronovisor("run", system, "--until", "kernel:never", "--timeout", "500ms").code, 124);
});

test("--fail-on exits with 1", () => {
  assert.is(chronovisor("run", system, "--fail-on", "baremetal:SysTick", "--for", "3s").code, 1);
});

test("--send types into a VM's console at its virtual time", () => {
  const one = report(system, "--send", "kernel@600ms:good day\\n", "--send", "baremetal@700ms:z", "--for", "1s");
  assert.match(one.vms[1]?.console.flexcomm2 ?? "", /echo "good day"/);
  assert.match(one.vms[0]?.console.flexcomm3 ?? "", /UART RX 'z'/);
});

test("a number of ticks is honoured to the tick", () => {
  assert.is(report(system, "--for", "12345t").ticks, 12345);
});

test("a guest that falls exits with 1, is called faulted, and its fault is a diagnostic", () => {
  const one = report("examples/faults/device-not-granted", "--for", "1s");
  assert.is(one.stop, "fault");
  assert.is(one.vms[0]?.state, "faulted");
  assert.is(one.vms[0]?.faults.length, 1);
});

test("--help shows examples and every option of the contract", () => {
  const { stdout, code } = chronovisor("run", "--help");
  assert.is(code, 0);
  for (const word of [
    "Examples:",
    "--for",
    "--until",
    "--fail-on",
    "--timeout",
    "--send",
    "--realtime",
    "--json",
    "--set",
    "--seed",
  ]) {
    assert.ok(stdout.includes(word), word);
  }
});

test("--json gives diagnostics by the contract's names, with the thread that faulted", () => {
  const { code, stdout } = chronovisor("run", "examples/seed-cases/04-entropy-not-granted/broken", "--json");
  assert.is(code, 1);
  const { vms } = JSON.parse(stdout) as {
    readonly vms: readonly { readonly faults: readonly Record<string, unknown>[] }[];
  };
  const { labels, message, help, ...rest } = vms[0]?.faults[0] ?? {};
  assert.equal(Object.keys((labels as object[])[0] ?? {}), [
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "text",
  ]);
  assert.equal(
    { ...rest, tick: 0 },
    { code: "FLT01", severity: "error", fix: null, vm: "app", thread: "main", tick: 0 },
  );
});

test("--send takes a serial port for a VM", () => {
  const { stdout } = chronovisor(
    ...["run", "examples/seed-cases/04-entropy-not-granted/fixed", "--send", "flexcomm2@1s:ready\\n"],
    ...["--until", "app:modem: ready", "--timeout", "5s", "--json"],
  );
  assert.is((JSON.parse(stdout) as { readonly stop: string }).stop, "until");
});

test.run();
