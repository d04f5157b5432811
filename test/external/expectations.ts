/** The expectations file of an image: what to run, how far, and what must be seen. */
import { join, relative } from "node:path";
import { z } from "zod";
import { UsageError } from "../../src/cli/exit.ts";
import { type LinePattern, parseDuration, parsePattern, parseSend, parseTime } from "../../src/cli/words.ts";
import { readYaml } from "../../src/config/yaml-file.ts";

/** A text in one of the small languages of `run`'s options, checked by the parser of that option. */
const word = (parse: (text: string) => unknown, what: string) =>
  z
    .string()
    .superRefine((text, context) => {
      try {
        parse(text);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        const hint = error.hint === null ? "" : `; ${error.hint}`;
        context.addIssue({ code: "custom", message: `${error.message}${hint}` });
      }
    })
    .describe(what);

const linePattern = (key: string, what: string) => word((text) => parsePattern(text, key), `VM:REGEX, ${what}`);
const file = z.string().min(1);

const system = z.strictObject({
  board: z.string().min(1).optional().describe("The board"),
  project: file.optional().describe("A chronovisor.yaml or a folder with a system"),
  config: file.optional().describe("A hypervisor's config.c, which is emulated"),
  firmware: file.optional().describe("FILE[@ADDRESS]: run this binary natively"),
  images: z.record(z.string(), file).optional().describe("VM name -> its image"),
  load: z.array(file).optional().describe("FILE or FILE@ADDRESS: further bytes in memory"),
  set: z.array(z.string()).optional().describe("PATH=VALUE: overrides of the configuration"),
  semihosting: z.boolean().optional().describe("Serve BKPT 0xAB"),
  seed: z.int().min(0).optional().describe("Seed of everything random on the board"),
});

export const expectationsSchema = z.strictObject({
  system: system.optional().describe("What to run; the image of the same name as firmware where it says nothing else"),
  for: word((text) => parseDuration(text, "for"), "Virtual time or ticks").optional(),
  until: linePattern("until", "the line to stop at").optional(),
  "fail-on": linePattern("fail-on", "a line that must not come").optional(),
  timeout: word((text) => parseTime(text, "timeout"), "Virtual time after which `until` gives up").optional(),
  send: z.array(word(parseSend, "VM@TIME:TEXT, typed at a console")).optional(),
  "may-fault": z.array(z.string()).optional().describe("VMs that may handle faults of their own"),
  lines: z.array(linePattern("lines", "console lines, in this order")).optional(),
  exit: z.int().min(0).max(255).optional().describe("Exit code of the run (default 0)"),
});

type Input = z.infer<typeof expectationsSchema>;

export interface Expectations {
  /** Arguments of `chronovisor run`. */
  readonly args: readonly string[];
  readonly lines: readonly (LinePattern & { readonly text: string })[];
  readonly exit: number;
}

/** Images that a file without `system` may mean, in this order. */
export const imageSuffixes = [".elf", ".axf", ".hex"];

/**
 * Reads `name`.yaml of a folder. `exists` says which files there are. Throws InputError with every mistake in it.
 */
export async function readExpectations(
  text: string,
  folder: string,
  name: string,
  exists: (path: string) => boolean,
): Promise<Expectations> {
  const path = join(folder, `${name}.yaml`);
  const { value } = await readYaml(text, path, "the expectations file", expectationsSchema);
  const beside = imageSuffixes.map((suffix) => `${name}${suffix}`).find((one) => exists(join(folder, one)));
  return {
    args: [...systemArgs(value.system ?? {}, folder, beside ?? `${name}.elf`), ...limitArgs(value)],
    lines: (value.lines ?? []).map((line) => ({ ...parsePattern(line, "lines"), text: line })),
    exit: value.exit ?? 0,
  };
}

function systemArgs(value: z.infer<typeof system>, folder: string, image: string): string[] {
  const inFolder = (name: string): string => relative(".", join(folder, name)) || ".";
  const named = value.project ?? value.config;
  const firmware = value.firmware ?? (named === undefined ? image : undefined);
  return [
    ...(named === undefined ? [] : [inFolder(named)]),
    ...option("--board", value.board),
    ...option("--firmware", firmware === undefined ? undefined : inFolder(firmware)),
    ...Object.entries(value.images ?? {}).flatMap(([vm, one]) => ["--image", `${vm}=${inFolder(one)}`]),
    ...(value.load ?? []).flatMap((one) => ["--load", inFolder(one)]),
    ...(value.set ?? []).flatMap((one) => ["--set", one]),
    ...(value.semihosting === true ? ["--semihosting"] : []),
    ...option("--seed", value.seed?.toString()),
  ];
}

const limitArgs = (value: Input): string[] => [
  ...option("--for", value.for),
  ...option("--until", value.until),
  ...option("--fail-on", value["fail-on"]),
  ...option("--timeout", value.timeout),
  ...(value.send ?? []).flatMap((one) => ["--send", one]),
  ...(value["may-fault"] ?? []).flatMap((one) => ["--may-fault", one]),
];

const option = (name: string, value: string | undefined): string[] => (value === undefined ? [] : [name, value]);
