/** `npx tsx test/scenes/main.ts TEXT [--elf FILE]`: plays the scenes whose names contain TEXT, here and on QEMU. */
import { copyFileSync } from "node:fs";
import { hasProgram } from "../support/skip.ts";
import { scenes } from "./families.ts";
import { observationsOf } from "./observations.ts";
import { emulator, tellHere, tellQemu, withImage } from "./run.ts";

const [text = "", option, file] = process.argv.slice(2);
const chosen = scenes.filter(({ name }) => name.includes(text));

await withImage(chosen, async (path) => {
  if (option === "--elf" && file !== undefined) copyFileSync(path, file);
  const here = await tellHere(path, chosen.length);
  const there = hasProgram(emulator)
    ? await tellQemu(path)
    : { text: here.text, trouble: `${emulator} is not installed` };
  const others = observationsOf(there.text);
  for (const [index, { scene, lines }] of observationsOf(here.text).entries()) {
    const theirs = others[index]?.lines ?? [];
    console.log(scene);
    for (let row = 0; row < Math.max(lines.length, theirs.length); row++) {
      if (lines[row] === theirs[row]) console.log(`       ${lines[row]}`);
      else console.log(`  here ${lines[row] ?? ""}\n  qemu ${theirs[row] ?? ""}`);
    }
  }
  console.log(`here: ${here.trouble ?? "played to the end"}; QEMU: ${there.trouble ?? "played to the end"}`);
});
