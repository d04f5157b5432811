/** `chronovisor replay FILE.chv`. */
import type { Command } from "commander";

export interface ReplayFlags {
  readonly verify?: boolean;
  readonly untilTick?: string;
  readonly json?: boolean;
}

export function register(program: Command): void {
  program
    .command("replay")
    .summary("run a recording again")
    .description("Run a recording again, at full speed: its system, its inputs, up to where it was recorded.")
    .argument("<file>", "a recording, made by `run --record FILE.chv`")
    .option("--verify", "compare every check value; tells the first moment that differs (exit code 1)")
    .option("--until-tick <n>", "stop at this tick")
    .option("--json", "one object at the end instead of console lines")
    .addHelpText("before", "Examples:\n  chronovisor replay run.chv\n  chronovisor replay run.chv --verify --json\n")
    .action(async (file: string, flags: ReplayFlags) => {
      const { replay } = await import("./replay-action.ts");
      process.exitCode = await replay(file, flags);
    });
}
