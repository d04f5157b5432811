/** `chronovisor init`: writes the project file for a configuration that is there. */
import type { Command } from "commander";
import { UsageError } from "./exit.ts";

interface Flags {
  readonly board?: string;
  readonly kind?: string;
  readonly image: string[];
  readonly force?: boolean;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

export function register(program: Command): void {
  program
    .command("init")
    .summary("write chronovisor.yaml beside a config.c")
    .description(
      "Write chronovisor.yaml beside a config.c: board, hypervisor, an image for each VM. Asks only " +
        "for what no option says.",
    )
    .argument("[config]", "the configuration, or the folder it is in", ".")
    .option("--board <name>", "the board")
    .option("--kind <name>", "crosscon or bao")
    .option("--image <VM=FILE>", "image of a VM; repeatable", collect, [])
    .option("--force", "replace a chronovisor.yaml that is there")
    .addHelpText("before", "Examples:\n  chronovisor init config.c --image vm0=vm0.elf --image zephyr=zephyr.elf\n")
    .action(async (path: string, flags: Flags) => {
      const { writeProject } = await import("./init-action.ts");
      if (flags.kind !== undefined && flags.kind !== "crosscon" && flags.kind !== "bao") {
        throw new UsageError(`--kind: no hypervisor \`${flags.kind}\``, "crosscon or bao");
      }
      await writeProject(path, flags);
    });
}

export type InitFlags = Flags;
