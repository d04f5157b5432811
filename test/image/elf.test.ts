/** ELF reading: each refusal by name, and the accepted against readelf, nm and objcopy. */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Diagnostic, InputError } from "../../src/base/diagnostic.ts";
import { readElf } from "../../src/image/elf.ts";
import { imageOfElf, readImage } from "../../src/image/image.ts";
import { builds, run, testWithBuild, testWithToolchain, withProgram } from "./toolchain.ts";

interface Part {
  readonly physical: number;
  readonly virtual?: number;
  readonly fileBytes: number;
  readonly memoryBytes?: number;
}

/** A minimal executable: header, program headers, then the segments' bytes, numbered from 1. */
function tinyElf(parts: readonly Part[]): Uint8Array {
  const headersBytes = 52 + 32 * parts.length;
  const bytes = new Uint8Array(headersBytes + parts.reduce((sum, part) => sum + part.fileBytes, 0));
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]);
  view.setUint16(16, 2, true);
  view.setUint16(18, 40, true);
  view.setUint32(20, 1, true);
  view.setUint32(24, 0x8001, true);
  view.setUint32(28, 52, true);
  view.setUint16(40, 52, true);
  view.setUint16(42, 32, true);
  view.setUint16(44, parts.length, true);
  let offset = headersBytes;
  parts.forEach((part, i) => {
    const { physical, virtual = physical, fileBytes, memoryBytes = fileBytes } = part;
    [1, offset, virtual, physical, fileBytes, memoryBytes, 5, 4].forEach((value, field) => {
      view.setUint32(52 + 32 * i + 4 * field, value, true);
    });
    for (let at = 0; at < fileBytes; at++) bytes[offset + at] = (at + 1) & 255;
    offset += fileBytes;
  });
  return bytes;
}

function patched(bytes: Uint8Array, offset: number, ...values: number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, offset);
  return copy;
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function refusal(bytes: Uint8Array): Diagnostic {
  try {
    readElf(bytes, "vm0.elf");
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    assert.is(error.diagnostics.length, 1, "one diagnostic");
    const diagnostic = error.diagnostics[0] as Diagnostic;
    assert.is(diagnostic.labels[0]?.file, "vm0.elf");
    return diagnostic;
  }
  throw new Error("the file was accepted");
}

const good = tinyElf([{ physical: 0x8000, fileBytes: 64 }]);

const refusals: readonly [situation: string, bytes: Uint8Array, code: string, words: RegExp][] = [
  ["an empty file", new Uint8Array(0), "IMG01", /looks like an empty file/],
  ["a C source file", text("int main(void) { return 0; }\n"), "IMG01", /looks like a text file/],
  ["an Intel HEX file", text(":0400000001020304F2\n:00000001FF\n"), "IMG01", /looks like an Intel HEX file/],
  ["a Git LFS pointer", text("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"), "IMG01", /Git LFS/],
  ["an S-record file", text("S00600004844521B\n"), "IMG01", /Motorola S-record/],
  ["a static library", text("!<arch>\nmain.o/"), "IMG01", /static library/],
  ["a zip archive", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "IMG01", /zip archive/],
  ["a header cut off", good.subarray(0, 40), "IMG02", /the ELF header needs bytes 0x0 to 0x34, the file ends at 0x28/],
  ["program headers cut off", good.subarray(0, 60), "IMG02", /the program header table needs bytes 0x34 to 0x54/],
  ["a segment cut off", good.subarray(0, 100), "IMG02", /segment 0 needs bytes 0x54 to 0x94/],
  [
    "sections cut off",
    patched(good, 32, 0, 1, 0, 0, 0, 0, 0, 0, 52, 0, 32, 0, 1, 0, 40, 0, 2, 0),
    "IMG02",
    /section header/,
  ],
  ["x86-64", patched(good, 4, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62), "IMG03", /64-bit ELF file for x86-64/],
  ["AArch64", patched(good, 4, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 183), "IMG03", /for AArch64/],
  [
    "big-endian Arm",
    patched(good, 5, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 40),
    "IMG04",
    /big-endian ELF file for Arm/,
  ],
  ["RISC-V", patched(good, 18, 243), "IMG05", /for RISC-V, not for Arm/],
  ["32-bit x86", patched(good, 18, 3), "IMG05", /x86 \(32-bit\)/],
  ["a machine without a name", patched(good, 18, 0xee, 0xee), "IMG05", /machine number 61166/],
  ["an object file", patched(good, 16, 1), "IMG06", /object file that is not linked/],
  ["a shared object", patched(good, 16, 3), "IMG06", /position-independent/],
  ["no program header", tinyElf([]), "IMG07", /no PT_LOAD segment/],
  ["only empty segments", tinyElf([{ physical: 0, fileBytes: 0 }]), "IMG07", /no PT_LOAD segment has contents/],
  [
    "bytes past 4 GiB",
    tinyElf([{ physical: 0xffff_fff0, fileBytes: 17 }]),
    "IMG08",
    /0x11 bytes at physical address 0xfffffff0/,
  ],
  [
    "memory past 4 GiB",
    tinyElf([{ physical: 0, virtual: 0xffff_fff0, fileBytes: 1, memoryBytes: 32 }]),
    "IMG08",
    /virtual address/,
  ],
  [
    "overlapping segments",
    tinyElf([
      { physical: 0x100, fileBytes: 16 },
      { physical: 0x10f, fileBytes: 16 },
    ]),
    "IMG09",
    /0x100\.\.0x110 and 0x10f\.\.0x11f/,
  ],
  ["a program header size of 33", patched(good, 42, 33), "IMG10", /e_phentsize is 33, must be 32/],
  ["class 7", patched(good, 4, 7), "IMG10", /class 7/],
];

for (const [situation, bytes, code, words] of refusals) {
  test(`${situation} is refused with ${code} and says so`, () => {
    const diagnostic = refusal(bytes);
    assert.is(diagnostic.code, code, diagnostic.message);
    assert.match(diagnostic.message, words);
  });
}

test("segments that touch and zero fills that meet bytes are accepted", () => {
  const elf = readElf(
    tinyElf([
      { physical: 0x100, virtual: 0x2000_0000, fileBytes: 16, memoryBytes: 64 },
      { physical: 0x110, fileBytes: 16 },
    ]),
    "vm0.elf",
  );
  assert.equal(
    elf.segments.map((segment) => [segment.physicalAddress, segment.bytes.length, segment.zeroFillBytes]),
    [
      [0x100, 16, 48],
      [0x110, 16, 0],
    ],
  );
  const clears = imageOfElf(elf).segments.map((segment) => segment.zeroFillBytes);
  assert.equal(clears, [0, 0], "what startup code copies, startup code clears");
});

test("the entry address comes without its Thumb bit", () => {
  const elf = readElf(good, "vm0.elf");
  assert.is(elf.entry, 0x8000);
  assert.is(elf.entryThumb, true);
});

for (const build of builds) {
  testWithBuild(test, "readelf -lW shows the same segments with the same sections", build, ({ path, bytes }) => {
    const listing = run("readelf", ["-lW", path]);
    const headers = [...listing.matchAll(/^ {2}(\w+) +0x\w+ 0x(\w+) 0x(\w+) 0x(\w+) 0x(\w+)/gm)];
    const mapping = [...listing.matchAll(/^ {3}\d\d {5}(.*)$/gm)].map((line) => (line[1] as string).trim());
    const expected = headers.flatMap((header, i) => {
      const [virtual, physical, fileBytes, memoryBytes] = header.slice(2).map((field) => Number.parseInt(field, 16));
      const zeroFillBytes = (memoryBytes ?? 0) - (fileBytes ?? 0);
      return header[1] === "LOAD" ? [`${virtual} ${physical} ${zeroFillBytes} ${mapping[i]}`] : [];
    });
    const ours = readElf(bytes, path).segments.map((segment) => {
      const { virtualAddress, physicalAddress, zeroFillBytes, sections } = segment;
      return `${virtualAddress} ${physicalAddress} ${zeroFillBytes} ${sections.join(" ")}`;
    });
    assert.is(ours.join("\n"), expected.join("\n"));
    assert.match(listing, new RegExp(`Entry point 0x${(readElf(bytes, path).entry + 1).toString(16)}\\b`));
  });
}

testWithToolchain(test, "nm lists the same symbols with values, sizes and kinds", () => {
  withProgram(builds[0] as (typeof builds)[number], ({ path, bytes }) => {
    const kinds: Record<string, string> = { FUNC: "function", OBJECT: "object", NOTYPE: "other" };
    const expected: string[] = [];
    for (const line of run("readelf", ["-sW", path]).split("\n")) {
      const [, value, size, type, binding, , index, name] = line.trim().split(/\s+/);
      if (!type || !(type in kinds) || index === "UND" || !name) continue;
      const kind = /^\$[adt]/.test(name) ? "mapping" : (kinds[type] as string);
      const address = Number.parseInt(value as string, 16) & (kind === "function" ? ~1 : ~0);
      expected.push(`${name} ${address >>> 0} ${size} ${kind} ${binding?.toLowerCase()}`);
    }
    const ours = readElf(bytes, path).symbols.map(
      (symbol) => `${symbol.name} ${symbol.address} ${symbol.sizeBytes} ${symbol.kind} ${symbol.binding}`,
    );
    assert.is(ours.join("\n"), expected.join("\n"));
    assert.ok(ours.length > 60, "there are symbols");
    const fromNm = run("nm", [path])
      .trim()
      .split("\n")
      .map((line) => line.split(" ").at(-1))
      .sort();
    const named = readElf(bytes, path).symbols.filter((symbol) => symbol.kind !== "mapping");
    assert.equal(named.map((symbol) => symbol.name).sort(), fromNm);
  });
});

testWithToolchain(
  test,
  "objcopy puts the same bytes at the same addresses as the ELF segments and its HEX form",
  () => {
    withProgram(builds[0] as (typeof builds)[number], ({ path, image }) => {
      run("objcopy", ["-O", "binary", path, `${path}.bin`]);
      run("objcopy", ["-O", "ihex", path, `${path}.hex`]);
      const placed = image.segments.filter((segment) => segment.bytes.length > 0);
      const start = Math.min(...placed.map((segment) => segment.address));
      const flat = new Uint8Array(readFileSync(`${path}.bin`));
      const ours = new Uint8Array(flat.length);
      for (const segment of placed) ours.set(segment.bytes, segment.address - start);
      assert.equal(Buffer.from(ours).compare(flat), 0, "objcopy -O binary");
      const hex = readImage(readFileSync(`${path}.hex`), "program.hex");
      const fromHex = new Uint8Array(flat.length);
      for (const segment of hex.segments) fromHex.set(segment.bytes, segment.address - start);
      assert.equal(Buffer.from(fromHex).compare(flat), 0, "objcopy -O ihex");
      assert.is(hex.entry, image.entry);
      assert.is(hex.format, "hex");
    });
  },
);

testWithToolchain(test, "a file with nothing but debug information is refused with IMG07", () => {
  withProgram(builds[0] as (typeof builds)[number], ({ path }) => {
    run("objcopy", ["--only-keep-debug", path, `${path}.debug`]);
    assert.is(refusal(new Uint8Array(readFileSync(`${path}.debug`))).code, "IMG07");
  });
});

testWithToolchain(test, "file headers that the linker put before the first section are not part of the program", () => {
  withProgram({ ...(builds[0] as (typeof builds)[number]), flashOrigin: 0x10100 }, ({ path, bytes, image }) => {
    const first = image.segments[0];
    assert.is(first?.address, 0x10100);
    const raw = run("readelf", ["-lW", path]);
    assert.match(raw, /LOAD +0x0+ 0x00010000/, "the linker did stretch the segment");
    assert.is(first?.bytes.byteOffset, bytes.byteOffset + 0x100);
  });
});

test.run();
