/** Question 3: how soon are the first guest line, the help, a check; how much memory does the main job take. */
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median, type Row, timed } from "./row.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = fileURLToPath(new URL("../bin/chronovisor.mjs", import.meta.url));
const rounds = 5;
const coldRounds = 11;

function firstGuestLine(): Promise<number> {
  const started = performance.now();
  const run = spawn(process.execPath, [program, "run", "examples/two-vms", "--for", "1s"], { cwd: root });
  run.stderr.resume();
  return new Promise((resolve) => {
    run.stdout.on("data", (data: Buffer) => {
      if (!data.includes(" baremetal] ")) return;
      resolve(performance.now() - started);
      run.kill();
    });
  });
}

/** A command from nothing, in ms: on the clock, and of the processor, which other jobs change less. */
function coldStart(...words: readonly string[]): { readonly wall: number; readonly processor: number } {
  const script = `process.argv.splice(1, 0, ${JSON.stringify(program)});
    process.on("exit", () => {
      const { user, system } = process.cpuUsage();
      process.stderr.write("\\ncpu " + (user + system) / 1000);
    });
    await import(${JSON.stringify(`file://${program}`)});`;
  const walls: number[] = [];
  const processors: number[] = [];
  for (let round = 0; round < coldRounds; round++) {
    walls.push(timed(() => void spawnSync(process.execPath, [program, ...words], { cwd: root })));
    const asked = ["--input-type=module", "-e", script, "--", ...words];
    const { stderr } = spawnSync(process.execPath, asked, { cwd: root, encoding: "utf8" });
    processors.push(Number(/cpu ([\d.]+)/.exec(stderr)?.[1] ?? Number.NaN));
  }
  return { wall: median(walls), processor: median(processors) };
}

/** Peak resident memory in MB; asks the process itself at its end. */
function peakMegabytes(): number {
  const script = `process.argv.splice(1, 0, ${JSON.stringify(program)});
    process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS));
    await import(${JSON.stringify(`file://${program}`)});`;
  const words = ["--input-type=module", "-e", script, "run", "examples/two-vms", "--for", "5s", "--json"];
  const { stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  return Number(/peak (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024;
}

export async function startRows(): Promise<Row[]> {
  const lines: number[] = [];
  for (let round = 0; round < rounds; round++) lines.push(await firstGuestLine());
  const help = coldStart("--help");
  const check = coldStart("check", "examples/two-vms");
  const shown = ({ wall, processor }: typeof help): string =>
    `${wall.toFixed(0)} ms (${processor.toFixed(0)} ms of processor)`;
  return [
    { question: "first guest line after the command", measured: `${median(lines).toFixed(0)} ms`, target: "1000 ms" },
    { question: "--help", measured: shown(help), target: "150 ms" },
    { question: "check on examples/two-vms, cold", measured: shown(check), target: "300 ms" },
    { question: "peak memory of the main job", measured: `${peakMegabytes().toFixed(0)} MB`, target: "200 MB" },
  ];
}
