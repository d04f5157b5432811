/** `chronovisor completion SHELL`, and the hidden command that the shell's script asks for words. */
import type { Command } from "commander";

export function register(program: Command): void {
  program
    .command("completion")
    .summary("print a completion script for your shell")
    .description("Print a script that completes commands, options and values; evaluate it in your shell's start file.")
    .argument("<shell>", "bash, zsh, fish or powershell")
    .addHelpText("after", '\nBash:  eval "$(chronovisor completion bash)"')
    .action(async (shell: string) => {
      const { printScript } = await import("./completion-action.ts");
      printScript(shell);
    });
  program
    .command("complete", { hidden: true })
    .argument("[words...]")
    .allowUnknownOption()
    .action(async (words: string[]) => {
      const { answerShell } = await import("./completion-action.ts");
      answerShell(program, words);
    });
}
