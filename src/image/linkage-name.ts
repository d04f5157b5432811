/** Names of C++ with their namespaces and classes (Itanium C++ ABI, 5.1.2: nested names). */

const anonymousNamespace = "_GLOBAL__N_1";

/** The leading identifiers of a nested name, each behind its length; templates and substitutions end them. */
function leadingNames(text: string): { readonly names: string[]; readonly rest: string } {
  const names: string[] = [];
  let rest = text;
  for (;;) {
    const [digits = ""] = /^\d+/.exec(rest) ?? [];
    const name = rest.slice(digits.length, digits.length + Number(digits));
    if (digits === "" || name.length < Number(digits)) break;
    names.push(name === anonymousNamespace ? "(anonymous namespace)" : name);
    rest = rest.slice(digits.length + name.length);
  }
  return { names, rest };
}

/**
 * The name that people give what the linker calls by a name of C++, without parameters and template arguments; null for
 * all other names, and where it would take more than identifiers to say it.
 */
export function spelledName(linkageName: string): string | null {
  const [, isStd, nested, plain] = /^_Z(?:N[rVK]*[RO]?(St)?(.*)|L?(\d.*))$/.exec(linkageName) ?? [];
  const { names, rest } = leadingNames(nested ?? plain ?? "");
  const [last] = names.slice(-1);
  if (last === undefined) return null;
  const own = /^C\d/.test(rest) ? [last] : /^D\d/.test(rest) ? [`~${last}`] : [];
  const isWhole = own.length > 0 || nested === undefined || /^[EI]/.test(rest);
  return isWhole ? [...(isStd === undefined ? [] : ["std"]), ...names, ...own].join("::") : null;
}

/**
 * `board::Sensor::read` for what the source calls `read` and the linker `_ZN5board6Sensor4readEi`. The arguments of a
 * class template are left out. Other linkage names than those of nested functions leave the name as it is.
 */
export function qualifiedName(name: string, linkageName: string | null): string {
  const [, isStd, nested] = /^_ZN[rVK]*[RO]?(St)?(.*)$/.exec(linkageName ?? "") ?? [];
  if (nested === undefined) return name;
  const { names, rest } = leadingNames(nested);
  const isStructor = /^[CD]\d/.test(rest);
  const [plain = name] = name.split("<");
  const scopes = !isStructor && names.at(-1) === plain ? names.slice(0, -1) : names;
  return [...(isStd === undefined ? [] : ["std"]), ...scopes, name].join("::");
}
