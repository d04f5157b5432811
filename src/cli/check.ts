/** `chronovisor check SYSTEM`. */
import type { Command } from "commander";

interface Flags {
  readonly board?: string;
  readonly image: string[];
  readonly load: string[];
  readonly set: string[];
  readonly json?: boolean;
  readonly format: string;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

export function register(program: Command): void {
  program
    .command("check")
    .summary("find what is wrong without running")
    .description("Find what is wrong with a system before it is run. Exit code 1 when there are errors.")
    .argument("<system>", "config.c, chronovisor.yaml, a folder with one, or a recording")
    .option("--board <name>", "board, where the project file names none")
    .option("--image <VM=FILE>", "image of a VM; repeatable", collect, [])
    .option("--load <FILE[@ADDR]>", "a further image in memory; repeatable", collect, [])
    .option("--set <PATH=VALUE>", "override a value of the configuration; repeatable", collect, [])
    .option("--json", "one object: findings and counts")
    .option("--format <name>", "text, gcc (a line each, for editors), github (annotations) or sarif", "text")
    .option("--fix", "mend in the files what can be mended by itself")
    .option("--dry-run", "with --fix: show what would change, change nothing")
    .option("--watch", "check again whenever one of the files changes")
    .addHelpText(
      "before",
      "Examples:\n  chronovisor check examples/two-vms\n  chronovisor check config.c --fix --dry-run\n",
    )
    .action(async (system: string, flags: Flags) => {
      const { checkAction } = await import("./check-action.ts");
      process.exitCode = await checkAction(system, flags);
    });
}

export type CheckFlags = Flags;
