/** `chronovisor at FILE T [QUERY...]`. */
import type { Command } from "commander";
import { addSystemOptions, type SystemFlags } from "./system-flags.ts";

export interface AtFlags extends SystemFlags {
  readonly json?: boolean;
}

export function register(program: Command): void {
  const command = program
    .command("at")
    .summary("ask about a moment of a run")
    .description("Go to a moment of a run and answer a question about it. Without a question: a short overview.")
    .argument("<file>", "a recording, or a system, which is then run up to there")
    .argument("<time>", "1.5s, 200ms, 123456t (ticks), or `end` of a recording")
    .argument("[query...]", "one of the questions below")
    .option("--json", "the answer as one object");
  addSystemOptions(command)
    .addHelpText("before", `Examples:\n${examples}\n`)
    .addHelpText("after", `\n${queriesHelp}`)
    .action(async (file: string, time: string, query: string[], flags: AtFlags) => {
      const { at } = await import("./at-action.ts");
      process.exitCode = await at(file, time, query, flags);
    });
}

const examples = [
  "  chronovisor at run.chv 1.5s",
  "  chronovisor at run.chv end backtrace",
  "  chronovisor at run.chv 123456t why 0x20017000",
  "  chronovisor at run.chv end last-write kernel:ticks",
  "  chronovisor at examples/two-vms 200ms sau --json",
  "",
].join("\n");

const queriesHelp = `Questions:
  regs                     registers, of both security states
  mem ADDR LEN             bytes of memory
  backtrace                the calls that led there, across exceptions and security states
  threads                  of each VM's kernel: state, what they wait for, where they are
  vms                      who there is, who runs, what each said last
  sau | mpu | nvic         protection and interrupts, with the lines of the configuration they come from
  why ADDR                 who may read, write, execute there, by which entries, who set them
  last-write ADDR[,LEN]    who wrote there last; last-read likewise
  last-call FUNC           who called it last, and with what; inlined copies count
  who-ran T1 T2            who had the processor in between: VMs, threads, exceptions
  printed TEXT             when a console line with this text was printed
ADDR is a number or a symbol, with its VM where several have it: kernel:main, buffer+0x10.
A search that finds nothing says so with exit code 1.
`;
