/** Scenes as data, and how they become an image. */
import { program } from "../support/program.ts";
import { actsAtMost, nonSecureWorld, secureWorld, tableBase } from "./layout.ts";
import { type Piece, record, recordBytes, stage } from "./stage.ts";

/** Thread mode as a scene begins: world, stack, privilege. */
export interface Start {
  readonly name: string;
  readonly secure: boolean;
  /** CONTROL.SPSEL and nPRIV. */
  readonly control: number;
}

export type Setting = readonly [address: number, value: number];

export interface Scene {
  readonly name: string;
  readonly start: Start;
  /** Words written in Secure state before the start. */
  readonly settings: readonly Setting[];
  /** Lines that Secure state runs after that; R0 to R3 are free. */
  readonly prelude?: string;
  /** Lines. The first runs at the start, the next in the first handler or function that this leads to, and so on. */
  readonly acts: readonly string[];
  /** The scene is over with so many handlers entered; else when its first act is. */
  readonly last?: number;
}

/** Pieces of code that scenes share, by their text. Each ends where R11 says and can stand anywhere. */
function pool(): { place(text: string): { begin: number; end: number }; bytes(): Uint8Array } {
  const placed = new Map<string, { begin: number; end: number }>();
  const parts: Uint8Array[] = [];
  let size = 0;
  return {
    place(text) {
      const known = placed.get(text);
      if (known !== undefined) return known;
      const { bytes, at } = program(secureWorld.acts, `${text}\nbehind:\nbx r11\nnop\nnop`);
      const end = at("behind") - secureWorld.acts;
      const whole = new Uint8Array((bytes.length + 7) & ~7);
      whole.set(bytes);
      const place = { begin: size, end: size + end };
      placed.set(text, place);
      parts.push(whole);
      size += whole.length;
      return place;
    },
    bytes() {
      const all = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        all.set(part, at);
        at += part.length;
      }
      return all;
    },
  };
}

/** Everything that is loaded. */
export function imageOf(scenes: readonly Scene[]): Piece[] {
  const acts = pool();
  const table = new DataView(new ArrayBuffer(0x10_0000));
  const texts = new TextEncoder();
  let free = recordBytes * scenes.length;
  const put = (at: number, value: number): void => table.setUint32(at, value, true);
  const take = (bytes: number): number => {
    const at = free;
    free += (bytes + 3) & ~3;
    return at;
  };
  for (const [index, scene] of scenes.entries()) {
    const at = index * recordBytes;
    const name = texts.encode(`${scene.name}\0`);
    const nameAt = take(name.length);
    new Uint8Array(table.buffer).set(name, nameAt);
    const settingsAt = take(8 * scene.settings.length + 4);
    for (const [number, [address, value]] of scene.settings.entries()) {
      put(settingsAt + 8 * number, address);
      put(settingsAt + 8 * number + 4, value);
    }
    if (scene.acts.length > actsAtMost || scene.acts.length === 0) throw new Error(`${scene.name}: acts`);
    const prelude = scene.prelude === undefined ? 0 : secureWorld.acts + acts.place(scene.prelude).begin + 1;
    put(at + record.name, tableBase + nameAt);
    put(at + record.settings, tableBase + settingsAt);
    put(at + record.prelude, prelude);
    put(at + record.start, scene.start.secure ? 1 : 0);
    put(at + record.control, scene.start.control);
    put(at + record.last, scene.last ?? 0);
    put(at + record.count, scene.acts.length);
    for (const [number, text] of scene.acts.entries()) {
      const { begin, end } = acts.place(text);
      put(at + record.acts + 8 * number, begin);
      put(at + record.acts + 8 * number + 4, end);
    }
  }
  const code = acts.bytes();
  return [
    ...stage(scenes.length),
    { address: secureWorld.acts, bytes: code },
    { address: nonSecureWorld.acts + nonSecureWorld.loadOffset, bytes: code },
    { address: tableBase, bytes: new Uint8Array(table.buffer, 0, free) },
  ];
}
