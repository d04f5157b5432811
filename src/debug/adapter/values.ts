/** Data of a guest as text and parts, by the types of its debug information. */
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { DataType, PointerType, RecordType } from "../../image/dwarf/data-type.ts";
import { spelledName } from "../../image/linkage-name.ts";
import { type Field, fieldOf, type Memory, readExact, readField } from "../../lens/field.ts";
import { type Desk, hex, withParts } from "./desk.ts";

const longestText = 80;
const mostParts = 256;

/** A variable, or a part of one, where it lies. */
export interface Datum {
  readonly memory: Memory;
  readonly address: number;
  readonly field: Field;
  /** Null in the guest's memory; else what holds it, `r4`. */
  readonly held: string | null;
}

export const wordIn = (bytes: Uint8Array | null): number | null =>
  bytes === null ? null : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);

/** `path` is how one would write it. */
export function shownDatum(desk: Desk, name: string, datum: Datum, path = name): DebugProtocol.Variable {
  const { address, field, held } = datum;
  const { type } = field;
  const target = type?.kind === "pointer" ? pointedAt(desk, datum, type) : null;
  const parts = (): DebugProtocol.Variable[] =>
    target === null ? partsOf(desk, datum, path) : partsOf(desk, target, `(*${path})`);
  const hasParts = target !== null || type?.kind === "record" || type?.kind === "array";
  return {
    name,
    value: textOf(desk, datum),
    type: typeText(type),
    evaluateName: path,
    ...(held === null ? { memoryReference: hex(address + field.offsetBytes) } : {}),
    variablesReference: hasParts ? withParts(desk, parts) : 0,
  };
}

/** The structure that a pointer points at, where memory answers for it. */
function pointedAt(desk: Desk, { memory, address, field }: Datum, type: PointerType): Datum | null {
  const target = type.target();
  const value = readField(memory, address, field);
  if (target?.kind !== "record" || value === null || desk.view.bytes(value, 1) === null) return null;
  const whole = fieldOf(target, "");
  return whole === null ? null : { memory: desk.view, address: value, field: whole, held: null };
}

function partsOf(desk: Desk, datum: Datum, path: string): DebugProtocol.Variable[] {
  const { type } = datum.field;
  const address = datum.address + datum.field.offsetBytes;
  if (type?.kind === "record") return membersOf(desk, { ...datum, address }, type, path);
  const count = type?.kind === "array" ? Math.min(type.count ?? 0, mostParts) : 0;
  return Array.from({ length: count }, (_, index) => {
    const field = fieldOf(type, `[${index}]`);
    return field === null ? null : shownDatum(desk, `[${index}]`, { ...datum, address, field }, `${path}[${index}]`);
  }).filter((one) => one !== null);
}

function membersOf(desk: Desk, datum: Datum, type: RecordType, path: string): DebugProtocol.Variable[] {
  return type.members().flatMap(({ name, offsetBytes, type: of }) => {
    const inner = of();
    // An anonymous structure's members are reached as if they were the outer one's.
    if (name === null)
      return inner?.kind === "record"
        ? membersOf(desk, { ...datum, address: datum.address + offsetBytes }, inner, path)
        : [];
    const field = fieldOf(type, name);
    return field === null ? [] : [shownDatum(desk, name, { ...datum, field }, `${path}.${name}`)];
  });
}

/** Of a number in registers, one half may be left: `0x????????00000005`. */
function missing({ memory, address, field, held }: Datum): string {
  if (held === null) return "<no memory answers>";
  const sizeBytes = field.type?.sizeBytes ?? 0;
  const from = address + field.offsetBytes;
  const bytes = Array.from({ length: sizeBytes }, (_, index) => memory.bytes(from + index, 1)?.[0]).reverse();
  const digits = bytes.map((byte) => byte?.toString(16).padStart(2, "0") ?? "??");
  return bytes.every((byte) => byte === undefined)
    ? "<optimised out>"
    : `<optimised out in part: 0x${digits.join("")}>`;
}

function textOf(desk: Desk, datum: Datum): string {
  const { memory, address, field, held } = datum;
  const { type } = field;
  const at = address + field.offsetBytes;
  const place = held === null ? `at ${hex(at)}` : `in ${held}`;
  if (type?.kind === "record") return `{...} ${place}`;
  if (type?.kind === "array")
    return arrayText(memory, at, type.element(), type.count) ?? `[${type.count ?? "?"}] ${place}`;
  if (type?.kind === "base" && type.float) return floatText(memory, at, type.sizeBytes) ?? missing(datum);
  const value = readExact(memory, address, field);
  return value === null ? missing(datum) : numberText(desk, value, type);
}

/** A number as what its type says that it is. */
export function numberText(desk: Desk, exact: bigint, type: DataType | null): string {
  const value = Number(exact);
  if (type?.kind === "pointer")
    return type.reference ? referenceText(desk, value, type) : pointerText(desk, value, type.target());
  if (type?.kind === "enum") return `${type.values().get(value) ?? "no value of it"} (${value})`;
  if (type?.kind === "base" && type.character && value >= 0x20 && value < 0x7f)
    return `${value} '${String.fromCharCode(value)}'`;
  if (exact > -10n && exact < 10n) return `${exact}`;
  const bits = type !== null && type.sizeBytes > 4 ? 64 : 32;
  return `${exact} (0x${BigInt.asUintN(Math.max(bits, exact >= 2n ** 32n ? 64 : 0), exact).toString(16)})`;
}

function arrayText(memory: Memory, at: number, element: DataType | null, count: number | null): string | null {
  const isText = element?.kind === "base" && element.character;
  const text = isText ? textIn(memory, at, Math.min(count ?? longestText, longestText)) : null;
  return text === null ? null : JSON.stringify(text);
}

function pointerText(desk: Desk, value: number, target: DataType | null): string {
  const isText = target?.kind === "base" && target.character && value !== 0;
  const text = isText ? textIn(desk.view, value, longestText) : null;
  if (text !== null && text !== "") return `${hex(value)} ${JSON.stringify(text)}`;
  const name = nameAt(desk, value);
  return name === null ? hex(value) : `${hex(value)} <${name}>`;
}

/** Where it is, and what is there. */
function referenceText(desk: Desk, address: number, type: PointerType): string {
  const field = fieldOf(type.target(), "");
  if (field === null || field.sizeBytes === 0) return hex(address);
  return `${hex(address)}: ${textOf(desk, { memory: desk.view, address, field, held: null })}`;
}

/** Up to the first zero byte; null where no memory answers, or where it is no text. */
function textIn(memory: Memory, address: number, limitBytes: number): string | null {
  const characters: string[] = [];
  for (let index = 0; index < limitBytes; index++) {
    const byte = memory.bytes(address + index, 1)?.[0];
    if (byte === 0) break;
    const isText = byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || textControls.includes(byte));
    if (!isText) return null;
    characters.push(String.fromCharCode(byte));
  }
  return characters.join("");
}

/** Tab, line feed, carriage return, escape. */
const textControls: readonly number[] = [9, 10, 13, 27];

export function nameAt({ timeline: { system } }: Desk, address: number): string | null {
  for (const { image } of system.images) {
    const found = image.symbols.functionAt((address & ~1) >>> 0) ?? image.symbols.objectAt(address);
    // What has no size is no place: a number that the linker gave a name.
    if (found === null || (found.symbol.kind !== "function" && found.symbol.sizeBytes === 0)) continue;
    const name = spelledName(found.symbol.name) ?? found.symbol.name;
    return found.offsetBytes === 0 ? name : `${name}+${found.offsetBytes}`;
  }
  return null;
}

function floatText(memory: Memory, at: number, sizeBytes: number): string | null {
  const bytes = memory.bytes(at, sizeBytes);
  if (bytes === null) return null;
  const data = new DataView(bytes.buffer, bytes.byteOffset, sizeBytes);
  return String(sizeBytes === 4 ? data.getFloat32(0, true) : sizeBytes === 8 ? data.getFloat64(0, true) : "?");
}

export function typeText(type: DataType | null): string {
  if (type === null) return "";
  if (type.kind === "pointer") return `${typeText(type.target()) || "void"} ${type.reference ? "&" : "*"}`;
  if (type.kind === "array") return `${typeText(type.element())} [${type.count ?? ""}]`;
  return type.name ?? type.kind;
}
