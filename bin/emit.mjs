/**
 * src/ to dist/ by esbuild, in a process of its own: one file for each verb and for what several verbs share, because
 * a module costs Node about a millisecond to find, and `check` needs three hundred. Packages that are read at each
 * start are taken in, their licences beside them. Types are checked by `npm run lint`, declarations are made when the
 * package is packed. Published file by file through rename, unchanged files untouched. Shared files are named by
 * their content; those of the build before stay for a command that runs meanwhile.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { build } from "esbuild";
import { builtIn, publish, root } from "./stale.mjs";

/** All in one folder two below the root, as the sources are: paths to build/ in them count on that. */
const outDir = join(root, "dist", "cli");
const listPath = join(root, "dist", "files.json");

const { outputFiles, metafile, errors } = await build({
  absWorkingDir: root,
  entryPoints: ["src/cli/main.ts"],
  outdir: outDir,
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  format: "esm",
  platform: "node",
  target: "node20",
  tsconfig: join(root, "tsconfig.build.json"),
  sourcemap: "linked",
  sourcesContent: false,
  // Names stay: they are what a reported stack shows.
  minifyWhitespace: true,
  external: dependencies().filter((name) => !builtIn.includes(name)),
  // Its other face, for Node, is of modules that cannot be read in part.
  alias: existsSync(join(root, "node_modules/yaml")) ? { yaml: join(root, "node_modules/yaml/browser/index.js") } : {},
  // For packages that are of the older kind of modules and ask for parts of Node.
  banner: { js: 'import{createRequire as nodeRequire}from"node:module";const require=nodeRequire(import.meta.url);' },
  logLevel: "silent",
}).catch(({ errors }) => ({ errors, outputFiles: [], metafile: { inputs: {} } }));
if (errors.length > 0) refuse(errors);

mkdirSync(outDir, { recursive: true });
/** @type {Map<string, string>} */
const files = new Map(outputFiles.map(({ path, text }) => [relative(join(root, "dist"), path), text]));
files.set("licences.txt", licences(Object.keys(metafile.inputs)));
for (const [name, text] of files) publishChanged(join(root, "dist", name), text);
const kept = new Set([...files.keys(), ...listed()]);
for (const name of readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" })) {
  if (/\.(js|d\.ts|map|partial)$/.test(name) && !kept.has(name)) rmSync(join(root, "dist", name), { force: true });
}
publishChanged(listPath, JSON.stringify([...files.keys()]));

function dependencies() {
  return Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies ?? {});
}

/** The files of the build before. */
function listed() {
  try {
    return JSON.parse(readFileSync(listPath, "utf8"));
  } catch {
    return [];
  }
}

/**
 * The licences of the packages that are part of the output.
 * @param {readonly string[]} inputs
 */
function licences(inputs) {
  const homes = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []);
  return [...new Set(homes)]
    .sort()
    .map((path) => {
      const home = join(root, path);
      const { name, version, license } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
      const file = readdirSync(home).find((one) => /^licen[cs]e/i.test(one));
      const text = file === undefined ? "" : readFileSync(join(home, file), "utf8");
      return `${name} ${version} (${license})\n\n${text}`;
    })
    .join(`\n${"-".repeat(80)}\n`);
}

/**
 * @param {string} path
 * @param {string} text
 */
function publishChanged(path, text) {
  try {
    if (readFileSync(path, "utf8") === text) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  publish(path, text);
}

/**
 * @param {readonly import("esbuild").Message[]} found
 * @returns {never}
 */
function refuse(found) {
  for (const { text, location } of found) {
    const place =
      location === null ? "" : `${location.file.split(sep).join("/")}:${location.line}:${location.column + 1}: `;
    process.stdout.write(`${place}error: ${text}\n`);
  }
  process.exit(1);
}
