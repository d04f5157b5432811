/** `chronovisor lsp`. */
import type { Command } from "commander";

export function register(program: Command): void {
  program
    .command("lsp")
    .summary("language server: what check finds, as you type")
    .description(
      "Language server over stdin and stdout: the findings of `check` in configurations, device trees and project " +
        "files as they are edited, and their fixes.",
    )
    .option("--stdio", "speak over stdin and stdout (there is no other way)")
    .addHelpText("before", "Examples:\n  chronovisor lsp --stdio\n")
    .action(async () => {
      const { serveLanguage } = await import("./lsp-action.ts");
      await serveLanguage();
    });
}
