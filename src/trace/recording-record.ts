/** What stands in the chunks of a recording: one shape per kind, checked when read. */
import * as z from "zod";

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

const placedFile = z.object({ file: z.string(), address: count.nullable() });
const moment = { tick: count, beat: count };

export const headRecord = z.object({
  engine: z.object({ version: z.string(), wasm: z.string() }),
  request: z.object({
    path: z.string().nullable(),
    board: z.string().optional(),
    images: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
    loads: z.array(placedFile).readonly(),
    firmware: placedFile.optional(),
    semihosting: z.boolean().optional(),
    overrides: z.array(z.object({ path: z.string(), value: z.union([z.string(), z.number()]) })).readonly(),
    seed: count.optional(),
  }),
  /** Every name that opening the system asked for: what it is, and the hash of its bytes. */
  files: z.array(
    z.object({ path: z.string(), kind: z.enum(["file", "folder"]).nullable(), hash: z.string().nullable() }),
  ),
  /** Distance of the checks. */
  checkBeats: count.min(1),
  /** The recording this one branched from, and what was changed there. */
  parent: z.object({ ...moment, file: z.string(), hash: z.string(), change: z.string() }).nullable(),
});

/** Bytes of a file, once for all names that have them. */
export const fileRecord = z.object({ hash: z.string(), bytes });

/** Everything that is known of the run since the span before, up to `to`. */
export const spanRecord = z.object({
  to: z.object(moment),
  inputs: z.array(z.object({ ...moment, device: z.string(), port: z.string(), bytes })),
  /** Of each check: how far its tick lies behind the one before (variable length); 32 bits of the chain. */
  checkTicks: bytes,
  checkValues: bytes,
});

export const noteRecord = z.object({ ...moment, text: z.string() });

/** How the run ended; `hash` is the one that `run --json` prints. */
export const endRecord = z.object({ ...moment, stop: z.string(), hash: z.string() });

/** Of every chunk before: kind, offset, checksum. */
export const indexRecord = z.array(z.tuple([z.string(), count, z.string()]));

export type Head = z.infer<typeof headRecord>;
export type SpanRecord = z.infer<typeof spanRecord>;
export type Note = z.infer<typeof noteRecord>;
export type RunEnd = z.infer<typeof endRecord>;
export type RecordedInput = SpanRecord["inputs"][number];
