/** What expressions of C are worth in a frame: variables wherever they are, registers, memory, arithmetic. */
import type { BaseType, DataType, PointerType } from "../../image/dwarf/data-type.ts";
import { fieldOf, plainField, readExact } from "../../lens/field.ts";
import { isPlace, placeOf } from "../../time/questions/place.ts";
import { type Expression, parseExpression, type TypeName } from "./c-syntax.ts";
import { type Desk, refuse, type ShownFrame } from "./desk.ts";
import { localsIn } from "./locals.ts";
import { type Datum, typeText } from "./values.ts";

/** A number that is in no variable; `type` is what it points at or counts as, null for a plain `int`. */
export interface Computed {
  readonly value: bigint;
  readonly type: DataType | null;
}

export type Value = Datum | Computed;

export const isDatum = (value: Value): value is Datum => "memory" in value;

/** Where an expression is asked. */
export interface Scene {
  readonly desk: Desk;
  /** Null where no frame is looked at: then there are no local variables. */
  readonly shown: ShownFrame | null;
  readonly register: (name: string) => number | null;
}

/** Throws Refusal with words for people. */
export function valueAt(scene: Scene, text: string): Value {
  const expression = parseExpression(text);
  return expression === null
    ? refuse(`\`${text}\` is no expression that is understood here`)
    : valueIn(scene, expression);
}

/** As `if` takes it. Throws Refusal. */
export const isTrue = (scene: Scene, text: string): boolean => numberOf(valueAt(scene, text)) !== 0n;

function valueIn(scene: Scene, expression: Expression): Value {
  switch (expression.kind) {
    case "number":
      return { value: expression.value, type: expression.unsigned ? unsignedInt : null };
    case "name":
      return named(scene, expression.name);
    case "register":
      return register(scene, expression.name) ?? refuse(`no register \`$${expression.name}\` is known in this frame`);
    case "member":
      return memberOf(scene, expression);
    case "index":
      return pointee(scene, added(valueIn(scene, expression.of), numberOf(valueIn(scene, expression.index))));
    case "cast":
      return cast(numberOf(valueIn(scene, expression.of)), typeNamed(scene, expression.type));
    case "unary":
      return unary(scene, expression.sign, valueIn(scene, expression.of));
    case "binary":
      return binary(scene, expression);
  }
}

/** A local variable hides one of the program, that hides a register, that hides what only the symbol table has. */
function named(scene: Scene, name: string): Value {
  const { desk, shown } = scene;
  const local = shown === null ? undefined : localsIn(desk, shown).find((one) => one.local.name === name);
  if (local !== undefined)
    return "why" in local.at ? refuse(`\`${name}\` has no value here: ${local.at.why}`) : local.at;
  return variable(desk, name, shown?.frame.image ?? null) ?? register(scene, name) ?? symbol(desk, name);
}

/** A name means that of the program one looks at, before all others'. */
function variable({ timeline: { system }, view }: Desk, text: string, near: string | null): Datum | null {
  const [, owner, name = ""] = /^(?:(\w+):)?(\w+)$/.exec(text) ?? [];
  const images = system.images
    .filter(({ vm }) => owner === undefined || vm === owner)
    .sort((a, b) => Number(b.image.file === near) - Number(a.image.file === near));
  for (const { image } of images) {
    const found = image.debug?.data.variable(name) ?? null;
    const field = found === null ? null : fieldOf(found.type, "");
    if (found !== null && field !== null) return { memory: view, address: found.address, field, held: null };
  }
  return null;
}

function register({ register: read }: Scene, name: string): Computed | null {
  const value = read(name);
  return value === null ? null : { value: BigInt(value >>> 0), type: unsignedInt };
}

/** A function is its address; a symbol without a type is a word, or as much as it has room for. */
function symbol({ timeline: { system }, view }: Desk, name: string): Value {
  const place = placeOf(system, name);
  if (!isPlace(place)) return refuse(place.help === null ? place.problem : `${place.problem}; ${place.help}`);
  const { address } = place;
  const isCode = system.images.some(({ image }) => image.symbols.functionAt(address)?.offsetBytes === 0);
  if (isCode) return { value: BigInt(address), type: unsignedInt };
  const sizeBytes = place.sizeBytes === 1 || place.sizeBytes === 2 ? place.sizeBytes : 4;
  return { memory: view, address, field: plainField(0, sizeBytes), held: null };
}

function memberOf(scene: Scene, { of, name, through }: Extract<Expression, { kind: "member" }>): Value {
  const owner = valueIn(scene, of);
  // A dot behind a pointer is what people write; there is only one thing it can mean.
  const isPointer = typeOf(owner)?.kind === "pointer";
  const whole = through || isPointer ? pointee(scene, owner) : owner;
  if (!isDatum(whole)) return refuse("what stands in front of a member is no structure");
  const { type } = whole.field;
  const field = type?.kind === "record" ? fieldOf(type, name) : null;
  if (field === null) return refuse(`${typeText(type) || "this"} has no member \`${name}\``);
  return { ...whole, address: whole.address + whole.field.offsetBytes, field };
}

const typeOf = (value: Value): DataType | null => (isDatum(value) ? value.field.type : value.type);

/** Elements and what pointers point at lie in memory, whatever holds the pointer. */
function pointee({ desk: { view } }: Scene, value: Value): Datum {
  const type = typeOf(value);
  const inner = type?.kind === "array" ? type.element() : type?.kind === "pointer" ? type.target() : null;
  if (isDatum(value) && type?.kind === "array" && inner !== null) {
    const field = fieldOf(type, "[0]");
    if (field !== null) return { ...value, address: value.address + value.field.offsetBytes, field };
  }
  const address = Number(BigInt.asUintN(32, numberOf(value)));
  const field = inner === null || inner.sizeBytes === 0 ? plainField(0, 4) : fieldOf(inner, "");
  return { memory: view, address, field: field ?? plainField(0, 4), held: null };
}

/** Pointers and arrays count in elements. */
function added(value: Value, count: bigint): Value {
  const type = typeOf(value);
  const inner = type?.kind === "array" ? type.element() : type?.kind === "pointer" ? type.target() : null;
  const step = BigInt(inner?.sizeBytes || (type === null || isDatum(value) ? 4 : 1));
  if (isDatum(value) && type?.kind === "array") return { ...value, address: value.address + Number(count * step) };
  return { value: wrapped(numberOf(value) + count * (type === null ? 4n : step), 32, false), type };
}

/** What an expression computes with. Throws Refusal where there is no value. */
export function numberOf(value: Value): bigint {
  if (!isDatum(value)) return value.value;
  const { memory, address, field, held } = value;
  const { type } = field;
  if (type?.kind === "array" && held === null) return BigInt(address + field.offsetBytes);
  if (type?.kind === "record" || type?.kind === "array") return refuse("a structure is no number");
  if (type?.kind === "base" && type.float) return refuse("floating-point numbers are shown, not computed with");
  return readExact(memory, address, field) ?? refuse(held === null ? "no memory answers there" : "it is optimised out");
}

function unary(scene: Scene, sign: string, of: Value): Value {
  if (sign === "*") return pointee(scene, of);
  if (sign === "&") {
    if (!isDatum(of)) return refuse("only what lies in memory has an address");
    if (of.held !== null) return refuse(`it is in ${of.held} and has no address`);
    return { value: BigInt(of.address + of.field.offsetBytes), type: pointerTo(of.field.type) };
  }
  const value = numberOf(of);
  if (sign === "!") return { value: value === 0n ? 1n : 0n, type: null };
  const { bits, signed, type } = rankOf(of);
  return { value: wrapped(sign === "-" ? -value : sign === "~" ? ~value : value, bits, signed), type };
}

function binary(scene: Scene, { sign, left, right }: Extract<Expression, { kind: "binary" }>): Value {
  const first = valueIn(scene, left);
  if (sign === "&&" || sign === "||") {
    const isFirst = numberOf(first) !== 0n;
    const isAll = isFirst === (sign === "||") ? isFirst : numberOf(valueIn(scene, right)) !== 0n;
    return { value: isAll ? 1n : 0n, type: null };
  }
  const second = valueIn(scene, right);
  const isPointer = ["pointer", "array"].includes(typeOf(first)?.kind ?? "");
  const isPlain = !["pointer", "array"].includes(typeOf(second)?.kind ?? "");
  if (isPointer && isPlain && (sign === "+" || sign === "-")) {
    const count = numberOf(second);
    return added(first, sign === "+" ? count : -count);
  }
  const [a, b] = [rankOf(first), rankOf(second)];
  // The usual arithmetic conversions: to the wider, of one width to the unsigned one.
  const bits = Math.max(a.bits, b.bits);
  const signed = (a.signed || a.bits < bits) && (b.signed || b.bits < bits);
  const [x, y] = [wrapped(numberOf(first), bits, signed), wrapped(numberOf(second), bits, signed)];
  const compare = comparisons[sign];
  if (compare !== undefined) return { value: compare(x, y) ? 1n : 0n, type: null };
  if ((sign === "/" || sign === "%") && y === 0n) return refuse("division by zero");
  const value = wrapped(arithmetic[sign]?.(x, y) ?? 0n, bits, signed);
  return { value, type: bits === 64 ? integer("long long", 8, signed) : signed ? null : unsignedInt };
}

function cast(value: bigint, type: DataType): Computed {
  if (type.kind === "record" || type.kind === "array" || (type.kind === "base" && type.float))
    return refuse(`nothing can be made a ${typeText(type)} of here`);
  const signed = (type.kind === "base" || type.kind === "enum") && type.signed;
  return { value: wrapped(value, type.sizeBytes * 8, signed), type };
}

const comparisons: Readonly<Record<string, (a: bigint, b: bigint) => boolean>> = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

const arithmetic: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "&": (a, b) => a & b,
  "|": (a, b) => a | b,
  "^": (a, b) => a ^ b,
  "<<": (a, b) => a << (b & 63n),
  ">>": (a, b) => a >> (b & 63n),
};

const wrapped = (value: bigint, bits: number, signed: boolean): bigint =>
  signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);

/** What C computes a value as. */
function rankOf(value: Value): { readonly bits: number; readonly signed: boolean; readonly type: DataType | null } {
  const type = typeOf(value);
  const sizeBytes = isDatum(value) ? value.field.sizeBytes : (type?.sizeBytes ?? literalBytes(value.value));
  const isSigned =
    type === null
      ? !isDatum(value) && (sizeBytes > 4 || value.value < 2n ** 31n)
      : (type.kind === "base" || type.kind === "enum") && type.signed;
  // Everything smaller than an int is an int.
  if (sizeBytes < 4) return { bits: 32, signed: true, type: null };
  if (sizeBytes > 4) return { bits: 64, signed: isSigned, type: integer("long long", 8, isSigned) };
  return { bits: 32, signed: isSigned, type: isSigned ? null : unsignedInt };
}

const literalBytes = (value: bigint): number => (value >= 2n ** 32n || value < -(2n ** 31n) ? 8 : 4);

const integer = (name: string, sizeBytes: number, signed: boolean): BaseType => ({
  ...{ kind: "base", name, sizeBytes, signed },
  ...{ float: false, character: name.endsWith("char") },
});

const unsignedInt = integer("unsigned int", 4, false);

const pointerTo = (target: DataType | null): PointerType => ({
  ...{ kind: "pointer", name: null, sizeBytes: 4, reference: false },
  target: () => target,
});

/** The words of C's own integers and of stdint.h; other names mean what the images say. */
function typeNamed({ desk, shown }: Scene, { name, stars }: TypeName): DataType {
  const near = shown?.frame.image ?? null;
  const images = [...desk.timeline.system.images].sort(
    (a, b) => Number(b.image.file === near) - Number(a.image.file === near),
  );
  let type: DataType | null = plainInteger(name);
  for (const { image } of images) type ??= image.debug?.data.type(name) ?? null;
  if (type === null) return refuse(`no image has a type \`${name}\``);
  for (let star = 0; star < stars; star++) type = pointerTo(type);
  return type;
}

function plainInteger(name: string): BaseType | null {
  const [, unsigned, width] = /^(u?)int(8|16|32|64)_t$/.exec(name) ?? [];
  if (width !== undefined) return integer(width === "8" ? "char" : name, Number(width) / 8, unsigned === "");
  if (name === "bool") return integer(name, 1, false);
  if (/^(size_t|uintptr_t)$/.test(name)) return unsignedInt;
  const words = name.split(" ");
  const isOwn = words.every((one) => ["unsigned", "signed", "char", "short", "int", "long"].includes(one));
  if (!isOwn) return null;
  // Plain `char` is unsigned on Arm.
  const signed = !words.includes("unsigned") && (!words.includes("char") || words.includes("signed"));
  const longs = words.filter((one) => one === "long").length;
  const sizeBytes = words.includes("char") ? 1 : words.includes("short") ? 2 : longs > 1 ? 8 : 4;
  return integer(name, sizeBytes, signed);
}
