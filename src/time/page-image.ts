/**
 * Pictures of a machine that share what did not change: state blocks and writable memory as pages of 1 KiB, each held
 * once however many pictures show it. What was written since the last picture the core's page marks tell.
 */
import type { Machine } from "../machine/machine.ts";
import { marksOf, pageMark } from "../machine/probes.ts";
import { alignUp } from "../state/layout.ts";
import { pageBytes, physicalBase, stateBase } from "../state/memory-map.ts";

interface Page {
  readonly bytes: Uint8Array;
  /** Pictures that show it. */
  shown: number;
}

export interface PageImage {
  /** State blocks first, then writable memory. */
  readonly pages: readonly Page[];
  readonly rom: Uint8Array;
  /** One bit per page of writable memory: it may have been written since the picture before. */
  readonly written: Uint8Array;
}

export interface PageStore {
  /** A picture of the machine as it stands. */
  take(): PageImage;
  /** The machine as it stood in a picture. */
  restore(image: PageImage): void;
  /** The picture is no longer needed. */
  drop(image: PageImage): void;
  /** Host memory in use. */
  usedBytes(): number;
}

/** Host memory per page and per reference to one, beside the page's own bytes. */
const pageCostBytes = 120;
const referenceBytes = 8;

/** Where a machine's pages lie, and which may differ from what was last kept or put back. */
interface Pages {
  readonly statePages: number;
  readonly views: readonly Buffer[];
  hostOf(page: number): number;
  isWritten(page: number): boolean;
}

function pagesOf(machine: Machine): Pages {
  const { core, ramBytes } = machine;
  const stateBytes = machine.places.end() - stateBase;
  const statePages = alignUp(stateBytes, pageBytes) / pageBytes;
  const marks = marksOf(machine);
  const hostOf = (page: number): number =>
    page < statePages ? stateBase + page * pageBytes : physicalBase + (page - statePages) * pageBytes;
  const sizeOf = (page: number): number =>
    page === statePages - 1 ? stateBytes - (statePages - 1) * pageBytes : pageBytes;
  return {
    statePages,
    hostOf,
    views: Array.from({ length: statePages + ramBytes / pageBytes }, (_, page) =>
      Buffer.from(core.memory, hostOf(page), sizeOf(page)),
    ),
    // Nobody marks state blocks: they are always looked at.
    isWritten: (page) => page < statePages || ((marks[page - statePages] ?? 0) & pageMark.kept) === 0,
  };
}

export function createPageStore(machine: Machine): PageStore {
  const { core } = machine;
  const { statePages, views, hostOf, isWritten } = pagesOf(machine);
  const ramPages = views.length - statePages;
  const memory = new Uint8Array(core.memory);
  const store = { pages: 0, references: 0 };
  /** What the machine held when its marks were last set. */
  let base: readonly Page[] = [];
  const keep = (view: Buffer, page: number): Page => {
    const before = base[page];
    if (before !== undefined && (!isWritten(page) || view.equals(before.bytes))) return before;
    return { bytes: Uint8Array.from(view), shown: 0 };
  };
  const settle = (pages: readonly Page[]): void => {
    base = pages;
    core.calls.cleanPages(pageMark.kept);
  };
  return {
    take() {
      const written = new Uint8Array(Math.ceil(ramPages / 8));
      for (let page = 0; page < ramPages; page++) {
        if (isWritten(statePages + page)) written[page >>> 3] = (written[page >>> 3] ?? 0) | (1 << (page & 7));
      }
      const pages = views.map(keep);
      for (const page of pages) {
        if (page.shown === 0) store.pages += 1;
        page.shown += 1;
      }
      store.references += pages.length;
      settle(pages);
      return { pages, rom: machine.rom(), written };
    },
    restore(image) {
      const hosts: number[] = [];
      image.pages.forEach((page, index) => {
        if (page === base[index] && !isWritten(index)) return;
        memory.set(page.bytes, hostOf(index));
        if (index >= statePages) hosts.push(hostOf(index));
      });
      if (machine.rom() !== image.rom) restoreRom(machine, image.rom, hosts);
      machine.reloadPages(hosts);
      machine.adoptRom(image.rom);
      settle(image.pages);
    },
    drop({ pages }) {
      for (const page of pages) {
        page.shown -= 1;
        if (page.shown === 0) store.pages -= 1;
      }
      store.references -= pages.length;
    },
    usedBytes: () => store.pages * (pageBytes + pageCostBytes) + store.references * referenceBytes,
  };
}

function restoreRom({ core, ramBytes }: Machine, rom: Uint8Array, hosts: number[]): void {
  new Uint8Array(core.memory).set(rom, physicalBase + ramBytes);
  for (let at = 0; at < rom.length; at += pageBytes) hosts.push(physicalBase + ramBytes + at);
}
