/** Names of C++ with their namespaces and classes (Itanium C++ ABI, 5.1.2: nested names). */

const anonymousNamespace = "_GLOBAL__N_1";

interface Parts {
  /** Leading identifiers; templates and substitutions end them. */
  readonly names: readonly string[];
  /** What follows them. */
  readonly rest: string;
  readonly isNested: boolean;
}

/** Null for what is no name of C++. */
function partsOf(linkageName: string): Parts | null {
  const [, isStd, nested, plain] = /^_Z(?:N[rVK]*[RO]?(St)?(.*)|L?(\d.*))$/.exec(linkageName) ?? [];
  let rest = nested ?? plain;
  if (rest === undefined) return null;
  const names = isStd === undefined ? [] : ["std"];
  for (;;) {
    const [digits = ""] = /^\d+/.exec(rest) ?? [];
    const name = rest.slice(digits.length, digits.length + Number(digits));
    if (digits === "" || name.length < Number(digits)) break;
    names.push(name === anonymousNamespace ? "(anonymous namespace)" : name);
    rest = rest.slice(digits.length + name.length);
  }
  return { names, rest, isNested: nested !== undefined };
}

/**
 * The name that people give what the linker calls by a name of C++, without parameters and template arguments; null for
 * all other names, and where it would take more than identifiers to say it.
 */
export function spelledName(linkageName: string): string | null {
  const { names = [], rest = "", isNested } = partsOf(linkageName) ?? {};
  const last = names.at(-1);
  if (last === undefined) return null;
  if (/^C\d/.test(rest)) return [...names, last].join("::");
  if (/^D\d/.test(rest)) return [...names, `~${last}`].join("::");
  return isNested && !/^[EI]/.test(rest) ? null : names.join("::");
}

/**
 * `board::Sensor::read` for what the source calls `read` and the linker `_ZN5board6Sensor4readEi`. The arguments of a
 * class template are left out. Other linkage names than those of nested functions leave the name as it is.
 */
export function qualifiedName(name: string, linkageName: string | null): string {
  const parts = linkageName === null ? null : partsOf(linkageName);
  if (!parts?.isNested) return name;
  const { names, rest } = parts;
  const [plain = name] = name.split("<");
  const isOwn = !/^[CD]\d/.test(rest) && names.at(-1) === plain;
  return [...(isOwn ? names.slice(0, -1) : names), name].join("::");
}
