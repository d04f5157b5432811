/** What the names of a configuration mean while it is read, and the placeholders it has used. */
import type { EmbeddedImage } from "./preprocess.ts";
import type { Report } from "./report.ts";
import type { Token } from "./token.ts";
import {
  type CType,
  type DataModel,
  headerStructs,
  type IntType,
  intType,
  namedTypes,
  type StructType,
  unsignedType,
} from "./types.ts";
import { type CObject, type IntValue, intValue } from "./value.ts";

export class Scope {
  readonly report: Report;
  readonly model: DataModel;
  readonly images: ReadonlyMap<string, EmbeddedImage>;
  readonly macroNames: readonly string[];
  readonly placeholders: Readonly<Record<string, number>>;
  readonly variables = new Map<string, CObject>();
  readonly enumerators = new Map<string, IntValue>();
  readonly typedefs: Map<string, CType>;
  readonly structs: Map<string, StructType>;
  readonly enums = new Map<string, IntType>();

  constructor(given: {
    report: Report;
    model: DataModel;
    images: ReadonlyMap<string, EmbeddedImage>;
    macroNames: readonly string[];
    placeholders: Readonly<Record<string, number>>;
  }) {
    this.report = given.report;
    this.model = given.model;
    this.images = given.images;
    this.macroNames = given.macroNames;
    this.placeholders = given.placeholders;
    this.typedefs = namedTypes(given.model);
    this.structs = headerStructs();
  }

  /** The number for `@@NAME@@`; without one, a 0 that remembers where it came from. */
  placeholder(token: Token): IntValue {
    const name = token.text.slice(2, -2);
    const value = Object.hasOwn(this.placeholders, name) ? this.placeholders[name] : undefined;
    if (value !== undefined) {
      return intValue(value <= 0x7fff_ffff ? intType : unsignedType, BigInt(value));
    }
    return intValue(intType, 0n, { placeholder: token });
  }

  /** All names an expression could have meant. */
  knownNames(): string[] {
    return [...this.variables.keys(), ...this.enumerators.keys(), ...this.macroNames];
  }
}
