/** `chronovisor gdb SYSTEM|FILE.chv`. */
import type { Command } from "commander";
import { addSystemOptions, type SystemFlags } from "./system-flags.ts";

export interface GdbFlags extends SystemFlags {
  readonly port: string;
  readonly stdio?: boolean;
  readonly vm?: string;
}

export function register(program: Command): void {
  const command = program
    .command("gdb")
    .summary("serve GDB, forward and backward")
    .description("Serve GDB a system or a recording, in both directions of time. Debugging never changes the run.")
    .argument("[system]", "what `run` takes, or a recording")
    .option("--port <n>", "TCP port on this machine; 0 = any free one", "3333")
    .option("--stdio", "one client on standard input and output: `target remote | chronovisor gdb SYSTEM --stdio`");
  command.option("--vm <name>", "the VM of GDB's first inferior, where there is one per VM; else the one that is in");
  addSystemOptions(command)
    .addHelpText("before", helpExamples)
    .action(async (system: string | undefined, flags: GdbFlags) => {
      const { gdb } = await import("./gdb-action.ts");
      process.exitCode = await gdb(system ?? null, flags);
    });
}

const helpExamples = `Examples:
  chronovisor gdb examples/two-vms --port 3333
  gdb-multiarch guests/kernel/kernel.elf -ex 'target remote :3333' -ex 'break thread_create' -ex continue
  gdb-multiarch kernel.elf -ex 'target remote | chronovisor gdb run.chv --stdio'
`;
