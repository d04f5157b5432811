/** Addresses as people write them: numbers, symbols, `VM:SYMBOL`, each with `+OFFSET`; and symbols for addresses. */
import { nearestName } from "../../base/suggest.ts";
import { spelledName } from "../../image/linkage-name.ts";
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
function ownerOf({ vm, image }: GuestImage, { hypervisor, images }: System): string {
  if (vm !== null) return vm;
  const isFirmware = hypervisor.kind === "firmware" && images[0]?.image === image;
  return isFirmware ? firmwareName : (image.file.split("/").at(-1) ?? image.file);
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

/** The images that a name may mean, `VM:` in front of it taken off. */
interface Scope {
  readonly images: readonly GuestImage[];
  readonly name: string;
}

function scopeOf(system: System, text: string): Scope | NoPlace {
  // Two colons belong to a name of C++.
  const [, owner = null, name = text] = /^([^:]+):(?!:)(.*)$/s.exec(text) ?? [];
  const owners = [...new Set(system.images.map((one) => ownerOf(one, system)))];
  if (owner !== null && !owners.includes(owner)) {
    return { problem: `no VM has the name \`${owner}\``, help: `there are ${owners.join(", ")}` };
  }
  const images = system.images.filter((one) => owner === null || ownerOf(one, system) === owner);
  return { images, name };
}

function named(system: System, text: string): Place | NoPlace {
  const scope = scopeOf(system, text);
  if ("problem" in scope) return scope;
  const { images, name } = scope;
  const candidates = images.flatMap((one): Candidate[] => {
    const symbol = one.image.symbols.named(name);
    return symbol === null || symbol.kind === "mapping" ? [] : [{ ...symbol, owner: ownerOf(one, system) }];
  });
  const [first, ...others] = candidates;
  if (first === undefined) return { problem: `no symbol has the name \`${name}\``, help: similar(images, name) };
  if (others.some(({ address }) => address !== first.address)) return ambiguous(candidates, name);
  return { address: first.address, sizeBytes: first.sizeBytes === 0 ? null : first.sizeBytes };
}

function ambiguous(candidates: readonly { readonly owner: string }[], name: string): NoPlace {
  const choices = candidates.map(({ owner }) => `${owner}:${name}`).join(" or ");
  return { problem: `more than one image has a symbol \`${name}\``, help: `say which: ${choices}` };
}

/**
 * Where a function begins: its own code, every one of that name in its image, and the copies that the compiler merged
 * into others. An address stands for itself.
 */
export function functionEntries(system: System, text: string): readonly number[] | NoPlace {
  const scope = scopeOf(system, text);
  if ("problem" in scope) return scope;
  const { images, name } = scope;
  const found = images.map((one) => {
    const own = one.image.symbols.allNamed(name).filter(({ kind }) => kind === "function");
    const addresses = [...own.map(({ address }) => address & ~1), ...(one.image.debug?.inlinedCopies(name) ?? [])];
    return { owner: ownerOf(one, system), addresses: addresses.map((address) => address >>> 0) };
  });
  const [first, ...others] = found.filter(({ addresses }) => addresses.length > 0);
  if (first !== undefined && others.length > 0) return ambiguous([first, ...others], name);
  if (first !== undefined) return [...new Set(first.addresses)];
  const place = placeOf(system, text);
  return isPlace(place) ? [(place.address & ~1) >>> 0] : place;
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
    const name = spelledName(symbol.name) ?? symbol.name;
    return offsetBytes === 0 ? name : `${name}+0x${offsetBytes.toString(16)}`;
  }
  return null;
}
