/** `chronovisor events FILE.chv|SYSTEM`. */
import type { Command } from "commander";
import { jsonOption } from "./json-option.ts";
import { addSystemOptions, type SystemFlags } from "./system-flags.ts";

export interface EventFlags extends SystemFlags {
  readonly kinds?: string;
  readonly vm?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean | string;
}

export function register(program: Command): void {
  const command = program
    .command("events")
    .summary("what happened in a run, line by line")
    .description("Run a recording or a system again and tell what happens in it: one line per event, in order.")
    .argument("<file>", "a recording, or a system; that needs --to")
    .option("--kinds <a,b>", "only these kinds; `all` for everything (see below)")
    .option("--vm <name>", "only what concerns this VM")
    .option("--from <time>", "from here on: 1.5s, 200ms, 123456t")
    .option("--to <time>", "up to here")
    .addOption(jsonOption("--json=lines: one object a line"));
  addSystemOptions(command)
    .addHelpText(
      "before",
      "Examples:\n  chronovisor events run.chv\n" +
        "  chronovisor events run.chv --kinds switch,hypercall --from 1s --to 1100ms\n",
    )
    .addHelpText("after", kindsHelp)
    .action(async (file: string, flags: EventFlags) => {
      const { events } = await import("./events-action.ts");
      process.exitCode = await events(file, flags);
    });
}

const kindsHelp = `
Kinds:
  console                          a line on a serial port
  switch, slice, vm-entry          the hypervisor's scheduling
  hypercall, inject, log           its services and what it says
  pending-leak, map-ignored        what it does without a word
  exception, exception-return      taken and left
  security, sleep                  changes of security state, WFI and WFE; only when asked for
  fault, lockup, freeze            what went wrong
  reset-request, reset             a device asks for a reset of the board; it begins anew
  watch                            what is no fault and still wrong (codes WAT..), when it shows

A console line has the moment of its last byte, when all of it is known; in the text of \`run\`, that of its first.
\`--json=lines\` has the fields of each event as they are, with numbers for VMs and faults.
`;
