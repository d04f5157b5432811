/**
 * Reader and writer of recordings: the arguments of a run, and check values of its states. Whatever a file holds,
 * reading it gives an answer or an InputError; of a cut one, everything up to the cut.
 */
import type { ZodType } from "zod";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Hasher } from "../base/hash.ts";
import { type Check, checksOf, createCheckList } from "./check-list.ts";
import { recordingDiagnostic, recordingError } from "./codes.ts";
import {
  type Chunk,
  type ChunkKind,
  encodeChunk,
  footer,
  formatVersion,
  preface,
  prefaceBytes,
  recordsOf,
  scanChunks,
} from "./recording-chunk.ts";
import * as shape from "./recording-record.ts";

export type { Check } from "./check-list.ts";
export type { Head, Note, RecordedInput, RunEnd } from "./recording-record.ts";

export interface Moment {
  readonly tick: number;
  readonly beat: number;
}

export interface Recording {
  /** As the user named it. */
  readonly file: string;
  readonly head: shape.Head;
  /** Bytes by content hash. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly inputs: readonly shape.RecordedInput[];
  readonly checks: readonly Check[];
  readonly notes: readonly shape.Note[];
  /** The run is known up to here. */
  readonly upTo: Moment;
  /** Null: still being written, or cut. */
  readonly end: shape.RunEnd | null;
  /** What was wrong with the file, as warnings. */
  readonly damage: readonly Diagnostic[];
}

/** Where the bytes of a recording go; a file, or memory. */
export interface ByteSink {
  write(bytes: Uint8Array): void;
  /** Nothing follows: the recording is whole. */
  finish(): void;
}

export interface RecordingWriter {
  input(input: shape.RecordedInput): void;
  check(tick: number, value: number): void;
  note(note: shape.Note): void;
  /** Write out what has come in: the run is known up to `to`. */
  flush(to: Moment): void;
  end(end: shape.RunEnd): void;
}

/** A span of a run that mostly sleeps has about so many. */
const usualChecks = 4000;

export function createRecordingWriter(
  out: ByteSink,
  hasher: Hasher,
  head: shape.Head,
  files: ReadonlyMap<string, Uint8Array>,
): RecordingWriter {
  const index: [string, number, string][] = [];
  let offset = prefaceBytes;
  const emit = (kind: ChunkKind, records: readonly unknown[]): void => {
    const { bytes, checksum } = encodeChunk(kind, index.length, records, hasher);
    index.push([kind, offset, checksum]);
    offset += bytes.length;
    out.write(bytes);
  };
  let inputs: shape.RecordedInput[] = [];
  const checks = createCheckList(usualChecks);
  out.write(preface());
  emit("head", [head]);
  for (const [hash, bytes] of files) emit("file", [{ hash, bytes }]);
  const flush = (to: Moment): void => {
    const span: shape.SpanRecord = { to, inputs, ...checks.take() };
    inputs = [];
    emit("span", [span]);
  };
  return {
    input: (input) => void inputs.push(input),
    check: checks.add,
    note: (note) => emit("note", [note]),
    flush,
    end(end) {
      flush(end);
      emit("ends", [end]);
      const at = offset;
      emit("indx", [index.slice()]);
      out.write(footer(at));
      out.finish();
    },
  };
}

/** Everything that a file tells. Throws InputError (REC01, REC02, REC04) where it tells nothing that can be run. */
export function readRecording(bytes: Uint8Array, file: string, hasher: Hasher): Recording {
  const scan = scanChunks(bytes, hasher);
  if (scan.version < 0) {
    const help = ["`chronovisor run SYSTEM --record FILE.chv` makes one"];
    throw recordingError("REC01", file, `\`${file}\` is not a recording`, { help });
  }
  if (scan.version !== formatVersion) {
    const versions = `format ${scan.version}; this chronovisor reads format ${formatVersion}`;
    throw recordingError("REC02", file, `\`${file}\` is a recording of another format: ${versions}`);
  }
  const content = emptyContent();
  const misread = scan.chunks.find((chunk) => !take(content, chunk));
  const brokenAt = misread?.offset ?? missingAt(scan.chunks) ?? scan.brokenAt;
  const { head } = content;
  if (head === null) {
    throw recordingError("REC04", file, `\`${file}\` is damaged at byte ${brokenAt ?? 0}, where it names its system`);
  }
  const lost = head.files.find(({ hash }) => hash !== null && !content.files.has(hash));
  if (lost !== undefined) {
    const where = `\`${file}\` is damaged at byte ${brokenAt ?? bytes.length}`;
    const message = `${where}: the embedded \`${lost.path}\` is not whole`;
    throw recordingError("REC04", file, message, {
      help: ["nothing can be run without it; the file ends or changed there"],
    });
  }
  const damage = brokenAt === null ? [] : [damageOf(file, bytes, brokenAt, content)];
  return { ...content, file, head, damage };
}

interface Content {
  head: shape.Head | null;
  readonly files: Map<string, Uint8Array>;
  readonly inputs: shape.RecordedInput[];
  readonly checks: Check[];
  readonly notes: shape.Note[];
  upTo: Moment;
  end: shape.RunEnd | null;
}

const emptyContent = (): Content => ({
  head: null,
  files: new Map(),
  inputs: [],
  checks: [],
  notes: [],
  upTo: { tick: 0, beat: 0 },
  end: null,
});

/** Take a chunk's content in; false when it is not what its kind promises. */
function take(content: Content, chunk: Chunk): boolean {
  const records = recordsOf(chunk);
  if (records === null || records.length !== 1) return false;
  const parse = <T>(type: ZodType<T>): T | null => type.safeParse(records[0]).data ?? null;
  const { kind } = chunk;
  if (kind === "indx") return parse(shape.indexRecord) !== null;
  if (kind === "head") {
    if (content.head !== null) return false;
    content.head = parse(shape.headRecord);
    return content.head !== null;
  }
  if (kind === "file") {
    const found = parse(shape.fileRecord);
    if (found !== null) content.files.set(found.hash, found.bytes);
    return found !== null;
  }
  if (kind === "note") {
    const note = parse(shape.noteRecord);
    if (note !== null) content.notes.push(note);
    return note !== null;
  }
  if (kind === "ends") {
    content.end = parse(shape.endRecord);
    return content.end !== null;
  }
  return takeSpan(content, parse(shape.spanRecord));
}

function takeSpan(content: Content, span: shape.SpanRecord | null): boolean {
  const checks = span === null ? null : checksOf(span);
  if (span === null || checks === null) return false;
  for (const check of checks) content.checks.push(check);
  content.inputs.push(...span.inputs);
  content.upTo = span.to;
  return true;
}

/** Where the index names other chunks than there are; null when it agrees, or is not there. */
function missingAt(chunks: readonly Chunk[]): number | null {
  const last = chunks.at(-1);
  if (last?.kind !== "indx") return null;
  const rows = shape.indexRecord.safeParse(recordsOf(last)?.[0]).data ?? [];
  const agrees = (chunk: Chunk, at: number): boolean =>
    rows[at]?.[0] === chunk.kind && rows[at]?.[1] === chunk.offset && rows[at]?.[2] === chunk.checksum;
  const before = chunks.slice(0, -1);
  if (rows.length === before.length && before.every(agrees)) return null;
  return before.find((chunk, at) => !agrees(chunk, at))?.offset ?? last.offset;
}

function damageOf(file: string, bytes: Uint8Array, brokenAt: number, { upTo, end }: Content): Diagnostic {
  const isCut = brokenAt >= bytes.length || end === null;
  const known = end === null ? `the run is known up to tick ${upTo.tick}` : "the run is known to its end";
  const what = isCut ? "is cut" : "is damaged behind its end";
  const where = `byte ${brokenAt} of ${bytes.length} is no longer part of a whole piece`;
  const message = `\`${file}\` ${what}: ${where}; ${known}`;
  return recordingDiagnostic("REC03", file, message, { severity: "warning", tick: upTo.tick });
}
