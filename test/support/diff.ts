/** A line diff for people: what was expected, what came, and three lines of context around each difference. */

interface Line {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

const contextLines = 3;
/**
 * Longest middle part (lines of one side times lines of the other) that is aligned exactly; above it, block against
 * block.
 */
const exactCells = 4_000_000;
const shownLines = 200;

/**
 * Unified lines, `-` expected and `+` actual; at most 200 lines, then a count of what is left out. Empty when equal.
 */
export function diffLines(expected: string, actual: string): string {
  const lines = hunks(align(expected.split("\n"), actual.split("\n")));
  const rest = lines.length - shownLines;
  return [...lines.slice(0, shownLines), ...(rest > 0 ? [`... ${rest} more lines`] : [])].join("\n");
}

function align(expected: readonly string[], actual: readonly string[]): Line[] {
  let head = 0;
  while (head < expected.length && head < actual.length && expected[head] === actual[head]) head++;
  let tail = 0;
  const most = Math.min(expected.length, actual.length) - head;
  while (tail < most && expected.at(-1 - tail) === actual.at(-1 - tail)) tail++;
  const same = (text: string): Line => ({ mark: " ", text });
  return [
    ...expected.slice(0, head).map(same),
    ...alignMiddle(expected.slice(head, expected.length - tail), actual.slice(head, actual.length - tail)),
    ...expected.slice(expected.length - tail).map(same),
  ];
}

/** Longest common subsequence by the usual table, filled from the end so that it can be walked from the start. */
function alignMiddle(expected: readonly string[], actual: readonly string[]): Line[] {
  const removed = (text: string): Line => ({ mark: "-", text });
  const added = (text: string): Line => ({ mark: "+", text });
  if (expected.length * actual.length > exactCells) return [...expected.map(removed), ...actual.map(added)];
  const width = actual.length + 1;
  const common = new Uint32Array((expected.length + 1) * width);
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = actual.length - 1; j >= 0; j--) {
      const longer = Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
      common[i * width + j] = expected[i] === actual[j] ? common[(i + 1) * width + j + 1]! + 1 : longer;
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < expected.length && j < actual.length) {
    if (expected[i] === actual[j]) {
      lines.push({ mark: " ", text: expected[i++]! });
      j++;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) lines.push(removed(expected[i++]!));
    else lines.push(added(actual[j++]!));
  }
  return [...lines, ...expected.slice(i).map(removed), ...actual.slice(j).map(added)];
}

function hunks(lines: readonly Line[]): string[] {
  const near = new Set<number>();
  lines.forEach((line, index) => {
    if (line.mark === " ") return;
    for (let at = Math.max(0, index - contextLines); at <= index + contextLines; at++) near.add(at);
  });
  const out: string[] = [];
  let expectedLine = 1;
  lines.forEach((line, index) => {
    if (near.has(index)) {
      if (!near.has(index - 1)) out.push(`@@ line ${expectedLine}`);
      out.push(`${line.mark} ${line.text}`);
    }
    if (line.mark !== "+") expectedLine++;
  });
  return out;
}
