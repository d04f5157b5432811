import { test } from "uvu";
import * as assert from "uvu/assert";
import { InputError } from "../../src/base/diagnostic.ts";
import { createRecordingWriter, type Head, type Recording } from "../../src/trace/recording.ts";
import { createRecordingFile, type Disk } from "../../src/trace/recording-file.ts";
import { hasher, read } from "../time/recorded-run.ts";

const image = Uint8Array.from({ length: 300 }, (_, index) => (index * 37) & 255);
const imageHash = hasher.hex([image]);

const head: Head = {
  engine: { version: "0", wasm: "1234" },
  request: { path: "a.bin", images: [], loads: [], overrides: [], seed: 7 },
  files: [
    { path: "a.bin", kind: "file", hash: imageHash },
    { path: "b", kind: null, hash: null },
  ],
  checkBeats: 72_000_000,
  parent: null,
};

/** Three spans with inputs and checks, a note, an end. */
function small(): { readonly bytes: Uint8Array; readonly marks: readonly number[] } {
  const parts: Uint8Array[] = [];
  const out = { write: (bytes: Uint8Array) => void parts.push(bytes), finish: () => {} };
  const writer = createRecordingWriter(out, hasher, head, new Map([[imageHash, image]]));
  for (let span = 0; span < 3; span++) {
    for (let index = 0; index < 5; index++) {
      writer.check(1000 * (5 * span + index) + index, (0x9e3779b9 * (span * 5 + index + 1)) >>> 0);
    }
    writer.input({ tick: 1000 * span, beat: 77 * span, device: "d", port: "rx", bytes: Uint8Array.of(span, 255) });
    writer.flush({ tick: 1000 * span + 1000, beat: 100 * span + 100 });
  }
  writer.note({ tick: 5, beat: 6, text: "here" });
  writer.end({ tick: 2 ** 40, beat: 2 ** 41, stop: "for", hash: "00ff" });
  const marks = parts.map((_, index) => parts.slice(0, index + 1).reduce((sum, part) => sum + part.length, 0));
  return { bytes: Uint8Array.from(Buffer.concat(parts)), marks };
}

const { bytes: whole, marks } = small();
const expected = read(whole);

/** The recording, or the code it was refused with. */
function outcome(bytes: Uint8Array): Recording | string {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics[0]?.code ?? "none";
    throw error;
  }
}

/** What is told must be the beginning of what was written. */
function agreesAsFarAsItGoes(found: Recording, what: string): void {
  assert.equal(found.head, expected.head, what);
  assert.equal([...found.files], [...expected.files], what);
  assert.equal(found.inputs, expected.inputs.slice(0, found.inputs.length), what);
  assert.equal(found.checks, expected.checks.slice(0, found.checks.length), what);
  assert.equal(found.notes, expected.notes.slice(0, found.notes.length), what);
}

test("what was written is read", () => {
  assert.equal(expected.damage, []);
  assert.equal(expected.head, head);
  assert.equal(expected.checks.length, 15);
  assert.equal(expected.checks[7], { tick: 7002, value: (0x9e3779b9 * 8) >>> 0 });
  assert.equal(
    expected.inputs.map(({ beat }) => beat),
    [0, 77, 154],
  );
  assert.equal(expected.notes, [{ tick: 5, beat: 6, text: "here" }]);
  assert.equal(expected.end, { tick: 2 ** 40, beat: 2 ** 41, stop: "for", hash: "00ff" });
  assert.equal([...(expected.files.get(imageHash) ?? [])], [...image]);
});

test("cut at any byte, a recording opens up to its last whole piece and says so, or is refused with the reason", () => {
  // Preface, head, image, three spans, note, last span, end, index, footer.
  const [preface = 0, , image = 0] = marks;
  for (let length = 0; length < whole.length; length++) {
    const found = outcome(whole.subarray(0, length));
    const what = `cut at ${length}`;
    if (length < preface) assert.is(found, "REC01", what);
    else if (length < image) assert.is(found, "REC04", what);
    else if (typeof found === "string") assert.unreachable(`${what}: ${found}`);
    else {
      assert.is(found.damage[0]?.code, "REC03", what);
      const spans = marks.slice(3, 6).filter((mark) => mark <= length).length;
      assert.is(found.checks.length, 5 * spans, what);
      agreesAsFarAsItGoes(found, what);
    }
  }
});

test("with any byte changed a recording is refused, or tells a part of the truth and that it is damaged", () => {
  for (let at = 0; at < whole.length; at++) {
    for (const flip of [1, 0x80, 0xff]) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      const found = outcome(bytes);
      if (typeof found === "string") {
        assert.ok(["REC01", "REC02", "REC04"].includes(found), `byte ${at}: ${found}`);
        continue;
      }
      assert.is(found.damage[0]?.code, "REC03", `byte ${at}`);
      agreesAsFarAsItGoes(found, `byte ${at}`);
    }
  }
});

test("a chunk taken out, or doubled, is noticed", () => {
  for (let index = 3; index + 1 < marks.length - 2; index++) {
    const [from = 0, to = 0] = [marks[index - 1], marks[index]];
    const without = Buffer.concat([whole.subarray(0, from), whole.subarray(to)]);
    const doubled = Buffer.concat([whole.subarray(0, to), whole.subarray(from)]);
    for (const bytes of [without, doubled]) {
      const found = outcome(bytes);
      assert.ok(typeof found !== "string" && found.damage[0]?.code === "REC03", `chunk ${index}`);
      if (typeof found !== "string") agreesAsFarAsItGoes(found, `chunk ${index}`);
    }
  }
});

test("foreign files and newer formats are refused", () => {
  assert.is(outcome(new TextEncoder().encode("\x7fELF and so on, long enough to be a preface")), "REC01");
  assert.is(outcome(new Uint8Array(0)), "REC01");
  const newer = whole.slice();
  newer[7] = 2;
  assert.is(outcome(newer), "REC02");
});

function failingDisk(roomBytes: number, log: string[]): Disk {
  let room = roomBytes;
  return {
    kind: (path) => (path === "." ? "folder" : null),
    isWritable: () => true,
    open: () => 1,
    write(_, bytes) {
      const fits = Math.min(room, bytes.length, 50);
      if (fits === 0) throw new Error("no space left on device");
      room -= fits;
      return fits;
    },
    close: () => void log.push("close"),
    rename: (from, to) => void log.push(`${from} -> ${to}`),
  };
}

test("a disk that is full ends the recording with one diagnostic and leaves it partial", () => {
  const log: string[] = [];
  const told: string[] = [];
  const out = createRecordingFile("x.chv", (problem) => told.push(problem.code), failingDisk(500, log));
  for (let index = 0; index < 20; index++) out.write(new Uint8Array(100));
  out.finish();
  assert.equal(told, ["REC07"]);
  assert.equal(log, ["close"]);
});

test("a folder that this user may not write is refused at once", () => {
  const disk = { ...failingDisk(500, []), isWritable: () => false, open: (): never => assert.unreachable() as never };
  try {
    createRecordingFile("x.chv", () => assert.unreachable(), disk);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, InputError);
    assert.is((error as InputError).diagnostics[0]?.code, "REC08");
  }
});

test("a recording that is whole gets its name at the end", () => {
  const log: string[] = [];
  const out = createRecordingFile("x.chv", () => assert.unreachable(), failingDisk(5000, log));
  out.write(new Uint8Array(100));
  assert.equal(log, []);
  out.finish();
  assert.equal(log, ["close", "x.chv.partial -> x.chv"]);
});

test.run();
