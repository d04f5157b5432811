// How long a benchmark runs is one word of its image. `setIterations` gives a copy of the ELF file with another number.

const symbolBytes = 16;
const sectionType = { symbols: 2 };
const segmentType = { load: 1 };

function* rows(view, offset, sizeBytes, count) {
  for (let index = 0; index < count; index++) {
    yield new DataView(view.buffer, view.byteOffset + offset + index * sizeBytes);
  }
}

const word = (view, offset) => view.getUint32(offset, true);

function sections(view) {
  return [...rows(view, word(view, 32), view.getUint16(46, true), view.getUint16(48, true))];
}

function nameAt(view, offset) {
  let end = offset;
  while (view.getUint8(end) !== 0) end++;
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + offset, end - offset));
}

function addressOf(view, wanted) {
  const all = sections(view);
  for (const table of all.filter((section) => word(section, 4) === sectionType.symbols)) {
    const names = word(all[word(table, 24)], 16);
    const count = word(table, 20) / symbolBytes;
    for (const symbol of rows(view, word(table, 16), symbolBytes, count)) {
      if (nameAt(view, names + word(symbol, 0)) === wanted) return word(symbol, 4);
    }
  }
  throw new Error(`the image has no symbol ${wanted}`);
}

function fileOffsetOf(view, address) {
  for (const segment of rows(view, word(view, 28), view.getUint16(42, true), view.getUint16(44, true))) {
    const at = address - word(segment, 8);
    if (word(segment, 0) === segmentType.load && at >= 0 && at < word(segment, 16)) return word(segment, 4) + at;
  }
  throw new Error("the image has no bytes there");
}

/** A copy of a benchmark's ELF file that runs its kernel `iterations` times. */
export function setIterations(elf, iterations) {
  const copy = Uint8Array.from(elf);
  const view = new DataView(copy.buffer);
  view.setUint32(fileOffsetOf(view, addressOf(view, "bench_iterations")), iterations, true);
  return copy;
}
