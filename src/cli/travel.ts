/** `chronovisor travel FILE|SYSTEM`. */
import type { Command } from "commander";
import { addSystemOptions, type SystemFlags } from "./system-flags.ts";

export interface TravelFlags extends SystemFlags {
  readonly record?: string;
  readonly for?: string;
  readonly memory?: string;
}

export function register(program: Command): void {
  const command = program
    .command("travel")
    .summary("go through a run, forward and backward")
    .description("A shell that stands anywhere in a run: steps, searches and questions, in both directions.")
    .argument("[file]", "a recording, or a system, which then runs as far as you go")
    .option("--record <file.chv>", "of a system: keep what is run, with the notes")
    .option("--for <time>", "of a system: searches give up there; in a script 10s unless told otherwise")
    .option("--memory <MiB>", "for keyframes: more of them make going back faster", "256");
  addSystemOptions(command)
    .addHelpText("before", `Examples:\n${examples}\n`)
    .action(async (file: string | undefined, flags: TravelFlags) => {
      const { travel } = await import("./travel/travel-action.ts");
      process.exitCode = await travel(file ?? null, flags);
    });
}

const examples = [
  "  chronovisor travel run.chv",
  "  chronovisor travel examples/two-vms --record run.chv",
  "  chronovisor travel examples/two-vms --set vms.kernel.devs[3].size=0x400",
  "  printf 'go end\\nlast-write kernel:tick_count\\nbacktrace\\n' | chronovisor travel run.chv",
  "",
].join("\n");
