/** Reads a flattened device tree, the binary form that `dtc` writes (Devicetree Specification 0.4, chapter 5). */

/** Node path -> property -> bytes, in hexadecimal. */
export type FlatTree = Map<string, Map<string, string>>;

const [beginNode, endNode, property, nothing] = [1, 2, 3, 4];

export function readFlatTree(blob: Uint8Array): FlatTree {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const word = (at: number): number => view.getUint32(at);
  const text = (from: number): string => {
    let end = from;
    while (blob[end] !== 0) end++;
    return new TextDecoder().decode(blob.subarray(from, end));
  };
  const strings = word(12);
  const tree: FlatTree = new Map();
  const path: string[] = [];
  for (let at = word(8); ; ) {
    const tag = word(at);
    at += 4;
    if (tag === beginNode) {
      const name = text(at);
      path.push(name);
      tree.set(path.join("/") || "/", new Map());
      at = (at + name.length + 1 + 3) & ~3;
    } else if (tag === property) {
      const bytes = Buffer.from(blob.subarray(at + 8, at + 8 + word(at)));
      tree.get(path.join("/") || "/")?.set(text(strings + word(at + 4)), bytes.toString("hex"));
      at = (at + 8 + word(at) + 3) & ~3;
    } else if (tag === endNode) path.pop();
    else if (tag !== nothing) return tree;
  }
}
