/** Plain fields of a moment, read by name. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

export function numberOf(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === "number" ? value : null;
}

export function textOf(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === "string" ? value : null;
}
