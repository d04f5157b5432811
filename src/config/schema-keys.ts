/** Which keys a schema allows where: for messages about keys that it does not. Loads zod: import it lazily. */
import * as z from "zod";

/** The part of a JSON schema that `keysAt` looks at. */
interface SchemaPart {
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly additionalProperties?: SchemaPart | boolean;
  readonly items?: SchemaPart;
  readonly oneOf?: readonly SchemaPart[];
  readonly anyOf?: readonly SchemaPart[];
}

/** The keys that are possible at a path, in variants of the `kind` written there; none where every key is. */
export function keysAt(schema: z.ZodType, path: readonly (string | number)[], kind: string): string[] {
  let parts = variantsOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as SchemaPart);
  for (const step of path) {
    parts = parts.flatMap((part) => {
      const rest = typeof part.additionalProperties === "object" ? part.additionalProperties : undefined;
      const next = typeof step === "number" ? part.items : (part.properties?.[step] ?? rest);
      return next === undefined ? [] : variantsOf(next);
    });
  }
  const ofKind = parts.filter((part) => part.properties?.kind?.const === kind);
  return [...new Set((ofKind.length > 0 ? ofKind : parts).flatMap((part) => Object.keys(part.properties ?? {})))];
}

function variantsOf(part: SchemaPart): SchemaPart[] {
  return [part, ...(part.oneOf ?? []), ...(part.anyOf ?? [])];
}
