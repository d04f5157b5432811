/** Addresses as people write them: numbers, symbols, `VM:SYMBOL`, each with `+OFFSET`; and symbols for addresses. */
import { nearestName } from "../../base/suggest.ts";
import { firmwareName, type GuestImage, type System } from "../../system/system.ts";

export interface Place {
  readonly address: number;
  /** Of the symbol, where it has one and nothing was added. */
  readonly sizeBytes: number | null;
}

/** The words name no address: why, and what might have been meant. */
export interface NoPlace {
  readonly problem: string;
  readonly help: string | null;
}

export const isPlace = (found: Place | NoPlace): found is Place => "address" in found;

/** How the owner of an image is called in front of a symbol: the VM, or the file that was loaded besides. */
function ownerOf({ vm, image }: GuestImage, { hypervisor }: System): string {
  if (vm !== null) return vm;
  return hypervisor.kind === "firmware" ? firmwareName : (image.file.split("/").at(-1) ?? image.file);
}

const addressLimit = 2 ** 32;

/** `0x20010000`, `123`, `main`, `zephyr:main`, `buffer+0x10`. */
export function placeOf(system: System, text: string): Place | NoPlace {
  const [, base = text, plus] = /^(.+)\+(0x[0-9a-f]+|\d+)$/i.exec(text) ?? [];
  const found = /^(0x[0-9a-f]+|\d+)$/i.test(base) ? { address: Number(base), sizeBytes: null } : named(system, base);
  if (!isPlace(found)) return found;
  const address = found.address + Number(plus ?? 0);
  if (address >= addressLimit) return { problem: `\`${text}\` is no 32-bit address`, help: "for example 0x20010000" };
  return plus === undefined ? found : { address, sizeBytes: null };
}

interface Candidate extends Place {
  readonly owner: string;
}

function named(system: System, text: string): Place | NoPlace {
  const colon = text.indexOf(":");
  const owner = colon < 0 ? null : text.slice(0, colon);
  const name = colon < 0 ? text : text.slice(colon + 1);
  const owners = [...new Set(system.images.map((one) => ownerOf(one, system)))];
  if (owner !== null && !owners.includes(owner)) {
    return { problem: `no VM has the name \`${owner}\``, help: `there are ${owners.join(", ")}` };
  }
  const searched = system.images.filter((one) => owner === null || ownerOf(one, system) === owner);
  const candidates = searched.flatMap((one): Candidate[] => {
    const symbol = one.image.symbols.named(name);
    return symbol === null || symbol.kind === "mapping" ? [] : [{ ...symbol, owner: ownerOf(one, system) }];
  });
  const [first, ...others] = candidates;
  if (first === undefined) return { problem: `no symbol has the name \`${name}\``, help: similar(searched, name) };
  if (others.some(({ address }) => address !== first.address)) {
    const choices = candidates.map((one) => `${one.owner}:${name}`).join(" or ");
    return { problem: `more than one image has a symbol \`${name}\``, help: `say which: ${choices}` };
  }
  return { address: first.address, sizeBytes: first.sizeBytes === 0 ? null : first.sizeBytes };
}

function similar(images: readonly GuestImage[], name: string): string | null {
  const names = images.flatMap(({ image }) => image.symbols.symbols.filter(({ kind }) => kind !== "mapping"));
  const nearest = nearestName(
    name,
    names.map((one) => one.name),
  );
  return nearest === null ? null : `did you mean \`${nearest}\`?`;
}

/** `main+0x12`, or the variable's name; null where no symbol covers the address. */
export function symbolAt(system: System, address: number): string | null {
  for (const { image } of system.images) {
    const found = image.symbols.functionAt(address) ?? image.symbols.objectAt(address);
    if (found === null) continue;
    const { symbol, offsetBytes } = found;
    return offsetBytes === 0 ? symbol.name : `${symbol.name}+0x${offsetBytes.toString(16)}`;
  }
  return null;
}
