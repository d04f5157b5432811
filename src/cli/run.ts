/** `chronovisor run SYSTEM`. */
import type { Command } from "commander";
import { exitCodes } from "./exit.ts";
import { jsonOption } from "./json-option.ts";
import { addSystemOptions, type SystemFlags } from "./system-flags.ts";

interface Flags extends SystemFlags {
  readonly send: string[];
  readonly for?: string;
  readonly until?: string;
  readonly failOn?: string;
  readonly timeout?: string;
  readonly mayFault: string[];
  readonly engine: string;
  readonly realtime?: boolean;
  readonly json?: boolean | string;
  readonly panes?: boolean;
  readonly record?: string;
  readonly watch?: boolean;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

export function register(program: Command): void {
  const command = program
    .command("run")
    .summary("run a system")
    .description("Run a system: its hypervisor configuration, its guests, its consoles.")
    .argument("[system]", "config.c, chronovisor.yaml, a folder with one, a firmware (ELF, hex), or a recording")
    .optionsGroup("How long:")
    .option("--for <duration>", "virtual time or ticks: 5s, 200ms, 1000000t")
    .option("--until <VM:REGEX>", "stop when a console line of VM matches")
    .option("--fail-on <VM:REGEX>", "stop with exit code 1 when a console line of VM matches")
    .option("--timeout <duration>", "virtual time after which --until gives up (exit code 124)")
    .option("--may-fault <VM>", "faults that VM handles itself do not make the exit code 1; repeatable", collect, []);
  addSystemOptions(command)
    .optionsGroup("While it runs:")
    .option(
      "--send <VM@TIME:TEXT>",
      "type into a VM's console, or a serial port, at a virtual time; repeatable",
      collect,
      [],
    )
    .option(
      "--engine <name>",
      "what runs the guests: interp, jit (compiles what is hot), auto (jit in long runs); differs in speed alone",
      "auto",
    )
    .option("--realtime", "no faster than the board: what panes do while nobody said how long")
    .option("--no-realtime", "as fast as it goes, in panes too")
    .option("--watch", "start again whenever one of the files changes")
    .optionsGroup("Output:")
    .option("--record <FILE.chv>", "keep the run: `replay` and time travel start from it")
    .addOption(jsonOption("one object at the end; --json=lines for events as they happen"))
    .option("--no-panes", "on a terminal too, print lines one after the other")
    .addHelpText("before", helpExamples)
    .action(async (system: string | undefined, flags: Flags) => {
      if (flags.watch === true) {
        const { runWatching } = await import("./run-watching.ts");
        await runWatching(system ?? null, flags);
        return;
      }
      const { run } = await import("./run-action.ts");
      process.exitCode = await run(system ?? null, flags);
    });
}

const helpExamples = `Examples:
  chronovisor run examples/two-vms --for 5s
  chronovisor run config.c --image zephyr=zephyr.elf --until 'zephyr:Uptime: 3\\d+'
  chronovisor run --board mps2-an505 firmware.elf --until 'firmware:PASSED'
  chronovisor run --firmware hypervisor.elf --load guest.elf --for 2s
  chronovisor run examples/two-vms --send 'kernel@1.5s:hello\\n' --for 2s --json
`;

export type RunFlags = Flags;
export { exitCodes };
