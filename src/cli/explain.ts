/** `chronovisor explain CODE`. */
import type { Command } from "commander";

export function register(program: Command): void {
  program
    .command("explain")
    .summary("tell the story of a diagnostic code")
    .description(
      "Tell the story of a diagnostic code, with a failing and a fixed example. Without a code, list them all.",
    )
    .argument("[code]", "CFG07, SAU01, FLT03, ...")
    .option("--json", "as JSON")
    .action(async (code: string | undefined, { json }: { readonly json?: boolean }) => {
      const { explain } = await import("./explain-action.ts");
      explain(code ?? null, json === true);
    });
}
