/** Makes a case that disagrees smaller: fewer instructions, a plainer state, as long as it still disagrees. */
import type { Case } from "./case.ts";
import { isNop, without } from "./code.ts";
import { inputWords, windowBytes } from "./layout.ts";

/** Whether a case still disagrees. */
export type Test = (one: Case) => Promise<boolean>;

/** NOP and end of the case stay. */
const ending = 2;

async function fewerInstructions(start: Case, test: Test): Promise<Case> {
  let smallest = start;
  for (let index = start.code.placed.length - 1 - ending; index >= 0; index--) {
    const placed = smallest.code.placed[index];
    if (placed === undefined || isNop(placed)) continue;
    const candidate = { ...smallest, code: without(smallest.code, index) };
    if (await test(candidate)) smallest = candidate;
  }
  return smallest;
}

/** Ranges of words of the input that can be cleared together, larger ones first. */
function clearable({ code, input }: Case): number[][] {
  const { claims, pokes, world } = code;
  const frame = inputWords.window + ((input[inputWords.frame] ?? 0) - world.windowBase) / 4;
  const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);
  const poked = new Set(pokes.map(({ address }) => inputWords.window + Math.floor((address - world.windowBase) / 4)));
  const window = range(inputWords.window, windowBytes / 4).filter(
    (at) => !poked.has(at) && (at < frame || at >= frame + 8),
  );
  const halves = [window.filter((at) => at < frame), window.filter((at) => at > frame)];
  const low = [0, 1, 2, 3, 12, 14].flatMap((register, at) => (claims.has(register) ? [] : [[frame + at]]));
  const high = range(4, 8).flatMap((register) => (claims.has(register) ? [] : [[inputWords.high + register - 4]]));
  const singles = range(inputWords.singles, 32);
  return [window, ...halves, singles, ...singles.map((at) => [at]), [inputWords.fpscr], ...low, ...high].filter(
    (words) => words.some((at) => input[at] !== 0) && words.every((at) => at >= inputWords.fpscr && at < input.length),
  );
}

async function plainerState(start: Case, test: Test): Promise<Case> {
  let smallest = start;
  for (const words of clearable(start)) {
    if (words.every((at) => smallest.input[at] === 0)) continue;
    const input = smallest.input.slice();
    for (const at of words) input[at] = 0;
    const candidate = { ...smallest, input };
    if (await test(candidate)) smallest = candidate;
  }
  return smallest;
}

export async function shrink(start: Case, test: Test): Promise<Case> {
  return plainerState(await fewerInstructions(start, test), test);
}
