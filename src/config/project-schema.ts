/**
 * The shape of chronovisor.yaml, for checking and as the JSON schema that editors read. Loads zod: import it lazily.
 */
import * as z from "zod";
import { type AttachmentKind, attachmentKinds, defaultBoard, defaultSeed, severityNames } from "./project-rows.ts";
import { type SwitchName, switchRows } from "./switches.ts";

const file = (what: string) => z.string().min(1).describe(`${what}, relative to this file`);

const switches = z
  .strictObject(
    Object.fromEntries(
      Object.entries(switchRows).map(([name, row]) => {
        const standard = Object.entries(row.default).map(([kind, value]) => `${kind}: ${value}`);
        const text = `${row.meaning} (default ${standard.join(", ")})`;
        return [name, valuesOf(row.values).optional().describe(text)];
      }),
    ) as Record<SwitchName, z.ZodOptional<z.ZodType<string | number>>>,
  )
  .describe("Emulation switches: what differs between versions of the real hypervisor");

/** Values that look like numbers may be written as numbers, too. */
function valuesOf(values: readonly string[]): z.ZodType<string | number> {
  const numbers = values.filter((value) => /^\d+$/.test(value)).map(Number);
  return z.literal([...values, ...numbers]);
}

const emulated = <K extends string>(kind: K, what: string) =>
  z.strictObject({
    kind: z.literal(kind).describe(what),
    config: file("The hypervisor's configuration (config.c)"),
    switches: switches.optional(),
  });

const semihosting = z.boolean().describe("Serve BKPT 0xAB, as with a debugger attached (default false)");

const hypervisor = z
  .discriminatedUnion("kind", [
    emulated("crosscon", "The CROSSCON hypervisor, emulated"),
    emulated("bao", "The early Bao port, emulated"),
    z.strictObject({
      kind: z.literal("firmware").describe("A binary, a hypervisor's for one, run from its reset handler"),
      image: file("Its ELF or hex file"),
      semihosting: semihosting.optional(),
    }),
    z.strictObject({
      kind: z.literal("none").describe("No hypervisor: the first image is started"),
      semihosting: semihosting.optional(),
    }),
  ])
  .describe("The hypervisor and its configuration");

const attachmentNames = Object.keys(attachmentKinds) as AttachmentKind[];

const attachment = z.union([
  z.literal(attachmentNames),
  z.strictObject({ kind: z.literal(attachmentNames).describe("What is plugged in") }),
]);

const load = z.union([
  z.string().min(1).describe("FILE or FILE@ADDRESS"),
  z.strictObject({
    file: file("An ELF, Intel HEX or raw image"),
    address: z.int().min(0).max(0xffff_ffff).optional().describe("Where a raw image belongs"),
  }),
]);

const image = z.union([
  file("An executable, or the build directory of a Zephyr application"),
  z.strictObject({ build: file("The build directory of a Zephyr application") }),
  z.strictObject({
    file: file("An executable"),
    dts: z
      .union([file("Its device tree"), z.array(file("A board's device tree, then overlays"))])
      .optional()
      .describe("What the guest was built for; `check` compares it with what the VM gets"),
    include: z.array(file("A folder that device trees include from")).optional(),
    kconfig: file("What Kconfig decided (.config)").optional(),
  }),
]);

export const projectSchema = z
  .strictObject({
    board: z.string().min(1).optional().describe(`The board (default ${defaultBoard})`),
    hypervisor,
    images: z.record(z.string(), image).optional().describe("VM name -> its image"),
    attach: z
      .record(z.string(), attachment)
      .optional()
      .describe("Device of the board -> what is plugged in, e.g. flexcomm3: terminal"),
    seed: z.int().min(0).optional().describe(`Seed of everything random on the board (default ${defaultSeed})`),
    severity: z
      .record(z.string().regex(/^[A-Z]{3}\d{2}$/), z.literal([...severityNames]))
      .optional()
      .describe("Code of a finding -> how serious `check` takes it, e.g. DEV04: note"),
    load: z.array(load).optional().describe("Further images, loaded before the start"),
  })
  .describe("A Chronovisor system: board, hypervisor, images and what is attached");

export type ProjectInput = z.infer<typeof projectSchema>;

/** The text of schema/chronovisor.schema.json. */
export function printProjectSchema(): string {
  const schema = z.toJSONSchema(projectSchema, { io: "input" });
  return `${JSON.stringify({ title: "chronovisor.yaml", ...schema }, null, 2)}\n`;
}
