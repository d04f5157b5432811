/** What loading a module costs: everything that it takes with it. */
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Packages a module loads at once, with all modules it imports; imports of types and later ones do not count. */
export function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  for (const [, target] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)";/gms)) {
    if (!target?.startsWith(".")) packages.add(target as string);
    else for (const name of packagesOf(fileURLToPath(new URL(target, pathToFileURL(file))), seen)) packages.add(name);
  }
  return packages;
}
