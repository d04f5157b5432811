/** Data of a guest as text and parts, by the types of its debug information. */
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { DataType, RecordType } from "../../image/dwarf/data-type.ts";
import { type Field, fieldOf, readField, readText } from "../../lens/field.ts";
import { isPlace, placeOf } from "../../time/questions/place.ts";
import { type Desk, hex, refuse, withParts } from "./desk.ts";

const longestText = 80;
const mostParts = 256;

/** A variable, or a part of one, where it lies. */
export interface Datum {
  readonly address: number;
  readonly field: Field;
}

export function shownDatum(desk: Desk, name: string, { address, field }: Datum): DebugProtocol.Variable {
  const at = address + field.offsetBytes;
  const { type } = field;
  const hasParts = type?.kind === "record" || type?.kind === "array";
  return {
    name,
    value: textOf(desk, address, field),
    type: typeText(type),
    evaluateName: name,
    memoryReference: hex(at),
    variablesReference: hasParts ? withParts(desk, () => partsOf(desk, at, type)) : 0,
  };
}

function partsOf(desk: Desk, address: number, type: DataType): DebugProtocol.Variable[] {
  if (type.kind === "record") return membersOf(desk, address, type);
  const count = type.kind === "array" ? Math.min(type.count ?? 0, mostParts) : 0;
  return Array.from({ length: count }, (_, index) => {
    const field = fieldOf(type, `[${index}]`);
    return field === null ? null : shownDatum(desk, `[${index}]`, { address, field });
  }).filter((one) => one !== null);
}

function membersOf(desk: Desk, address: number, type: RecordType): DebugProtocol.Variable[] {
  return type.members().flatMap(({ name, offsetBytes, type: of }) => {
    const inner = of();
    // An anonymous structure's members are reached as if they were the outer one's.
    if (name === null) return inner?.kind === "record" ? membersOf(desk, address + offsetBytes, inner) : [];
    const field = fieldOf(type, name);
    return field === null ? [] : [shownDatum(desk, name, { address, field })];
  });
}

function textOf(desk: Desk, address: number, field: Field): string {
  const { type } = field;
  const at = address + field.offsetBytes;
  if (type?.kind === "record") return `{...} at ${hex(at)}`;
  if (type?.kind === "array") return arrayText(desk, at, type.element(), type.count);
  const value = readField(desk.view, address, field);
  if (value === null) return "no memory answers";
  if (type?.kind === "pointer") return pointerText(desk, value, type.target());
  if (type?.kind === "enum") return `${type.values().get(value) ?? "no value of it"} (${value})`;
  if (type?.kind === "base" && type.character && value >= 0x20 && value < 0x7f)
    return `${value} '${String.fromCharCode(value)}'`;
  if (type?.kind === "base" && type.float) return floatText(desk, at, type.sizeBytes);
  return Math.abs(value) < 10 ? `${value}` : `${value} (0x${(value < 0 ? value + 2 ** 32 : value).toString(16)})`;
}

function arrayText(desk: Desk, at: number, element: DataType | null, count: number | null): string {
  const isText = element?.kind === "base" && element.character;
  const text = isText ? readText(desk.view, at, Math.min(count ?? longestText, longestText)) : null;
  return text === null ? `[${count ?? "?"}] at ${hex(at)}` : JSON.stringify(text);
}

function pointerText(desk: Desk, value: number, target: DataType | null): string {
  const isText = target?.kind === "base" && target.character && value !== 0;
  const text = isText ? readText(desk.view, value, longestText) : null;
  if (text !== null && text !== "") return `${hex(value)} ${JSON.stringify(text)}`;
  const name = nameAt(desk, value);
  return name === null ? hex(value) : `${hex(value)} <${name}>`;
}

export function nameAt({ timeline: { system } }: Desk, address: number): string | null {
  for (const { image } of system.images) {
    const found = image.symbols.functionAt((address & ~1) >>> 0) ?? image.symbols.objectAt(address);
    // What has no size is no place: a number that the linker gave a name.
    if (found !== null && (found.symbol.kind === "function" || found.symbol.sizeBytes > 0))
      return `${found.symbol.name}${found.offsetBytes === 0 ? "" : `+${found.offsetBytes}`}`;
  }
  return null;
}

function floatText({ view }: Desk, at: number, sizeBytes: number): string {
  const bytes = view.bytes(at, sizeBytes);
  if (bytes === null) return "no memory answers";
  const data = new DataView(bytes.buffer, bytes.byteOffset, sizeBytes);
  return String(sizeBytes === 4 ? data.getFloat32(0, true) : sizeBytes === 8 ? data.getFloat64(0, true) : "?");
}

function typeText(type: DataType | null): string {
  if (type === null) return "";
  if (type.kind === "pointer") return `${typeText(type.target()) || "void"} *`;
  if (type.kind === "array") return `${typeText(type.element())} [${type.count ?? ""}]`;
  return type.name ?? type.kind;
}

/** `stacks[1].size`, `kernel:console.count`, a symbol without a type, `0x20001000`. */
export function datumOf({ timeline: { system } }: Desk, text: string, near: string | null): Datum {
  const [, owner, name = "", path = ""] = /^(?:(\w+):)?([A-Za-z_]\w*)((?:\.\w+|\[\d+\])*)$/.exec(text) ?? [];
  // A name means that of the program one looks at, before all others'.
  const images = system.images
    .filter(({ vm }) => owner === undefined || vm === owner)
    .sort((a, b) => Number(b.image.file === near) - Number(a.image.file === near));
  for (const { image } of images) {
    const variable = image.debug?.data.variable(name) ?? null;
    const field = variable === null ? null : fieldOf(variable.type, path);
    if (variable !== null && field !== null) return { address: variable.address, field };
  }
  const place = placeOf(system, text);
  if (!isPlace(place)) return refuse(place.help === null ? place.problem : `${place.problem}; ${place.help}`);
  const sizeBytes = place.sizeBytes === 1 || place.sizeBytes === 2 ? place.sizeBytes : 4;
  return { address: place.address, field: { offsetBytes: 0, sizeBytes, signed: false, bits: null, type: null } };
}
