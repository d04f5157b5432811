/** What `run` says of the threads inside its guests. */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { readImage } from "../../src/image/image.ts";
import { chronovisor, guestFile } from "./command.ts";

const file = guestFile("kernel/kernel.elf");
const { symbols } = readImage(new Uint8Array(readFileSync(file)), file);
const addressOf = (name: string): string => `0x${symbols.named(name)?.address.toString(16).padStart(8, "0")}`;

interface VmAnswer {
  readonly name: string;
  readonly cycles: number;
  readonly idle_share: number;
  readonly interrupts: number;
  readonly last_line: string;
  readonly kernel: { readonly name: string; readonly uptime_ns: number } | null;
  readonly current_thread: string | null;
  readonly threads: readonly Record<string, unknown>[];
}

test("run says in a sentence that a VM lives and what its threads wait for", () => {
  const { stderr } = chronovisor("run", "examples/two-vms", "--for", "2500ms");
  assert.match(
    stderr,
    /alive: 9\d\.\d % idle, thread clock sleeps until 3\.000 s guest time, echo waits for semaphore received\n/,
  );
  assert.match(stderr, /alive: 9\d\.\d % idle\n/);
});

test("--json lists each VM's threads beside what it always said", () => {
  const { stdout } = chronovisor("run", "examples/two-vms", "--for", "2500ms", "--json");
  const [baremetal, kernel] = (JSON.parse(stdout) as { readonly vms: readonly VmAnswer[] }).vms;
  assert.ok(baremetal && kernel);
  assert.is(baremetal.kernel, null);
  assert.equal(baremetal.threads, []);
  assert.is(kernel.kernel?.name, "kernel");
  assert.is(kernel.current_thread, "idle");
  assert.is(kernel.last_line, "VM1: uptime 2000 ms");
  assert.ok(kernel.idle_share > 0.9 && kernel.idle_share < 1, `idle share ${kernel.idle_share}`);
  const [clock, echo, idle] = kernel.threads;
  const { calls, ...rest } = clock ?? {};
  assert.equal(rest, {
    id: addressOf("threads"),
    name: "clock",
    state: "sleeping",
    until_ns: 3_000_000_000,
    waits_for: null,
    priority: 2,
    idle: false,
    stack: { base: addressOf("clock_stack"), size: 1024, used: null },
    pc: rest.pc,
  });
  assert.ok((calls as { function: string }[]).some((call) => call.function === "clock_thread"));
  assert.equal(echo?.waits_for, { kind: "semaphore", name: "received", address: addressOf("received") });
  assert.is(idle?.idle, true);
});

test("interrupts are counted by the VM that takes them, one for each tick of its kernel", () => {
  const { stdout } = chronovisor("run", "examples/two-vms", "--for", "2500ms", "--json");
  const vms = (JSON.parse(stdout) as { readonly vms: readonly VmAnswer[] }).vms;
  // 20 ms ticks from about 0.25 s on; the bare-metal guest has a SysTick of one second, and nobody types.
  assert.ok(Math.abs((vms[1]?.interrupts ?? 0) - Math.round((vms[1]?.kernel?.uptime_ns ?? 0) / 20e6)) <= 1);
  assert.ok((vms[0]?.interrupts ?? 0) <= 3);
});

test.run();
