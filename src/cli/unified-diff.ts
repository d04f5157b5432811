/** A unified diff, as `patch` and `git apply` read it. */

/** Lines around a change that stay as they are. */
const contextLines = 3;

interface Step {
  readonly mark: " " | "-" | "+";
  /** With its line end, where it has one. */
  readonly line: string;
}

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** From `before` to `after` with as few changed lines as can be (E. Myers, "An O(ND) difference algorithm", 1986). */
function stepsBetween(before: readonly string[], after: readonly string[]): Step[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const reached: ReadonlyMap<number, number>[] = [];
  for (let edits = 0; ; edits++) {
    reached.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let old = firstOn(furthest, diagonal, edits);
      while (old < before.length && old - diagonal < after.length && before[old] === after[old - diagonal]) old++;
      furthest.set(diagonal, old);
      if (old >= before.length && old - diagonal >= after.length) return walkedBack(before, after, reached);
    }
  }
}

/** True where a line more leads to this diagonal, false where a line less does: whichever has come further. */
const comesFromAbove = (furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean =>
  diagonal === -edits ||
  (diagonal !== edits && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1));

const firstOn = (furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): number =>
  comesFromAbove(furthest, diagonal, edits)
    ? (furthest.get(diagonal + 1) ?? 0)
    : (furthest.get(diagonal - 1) ?? -1) + 1;

function walkedBack(
  before: readonly string[],
  after: readonly string[],
  reached: readonly ReadonlyMap<number, number>[],
): Step[] {
  const steps: Step[] = [];
  let [old, fresh] = [before.length, after.length];
  for (let edits = reached.length - 1; edits >= 0; edits--) {
    const furthest = reached[edits] ?? new Map<number, number>();
    const diagonal = old - fresh;
    const start = edits === 0 ? 0 : firstOn(furthest, diagonal, edits);
    for (; old > start; old--, fresh--) steps.push({ mark: " ", line: before[old - 1] ?? "" });
    if (edits === 0) break;
    if (comesFromAbove(furthest, diagonal, edits)) steps.push({ mark: "+", line: after[--fresh] ?? "" });
    else steps.push({ mark: "-", line: before[--old] ?? "" });
  }
  return steps.reverse();
}

/** Pieces of `steps` that hold changes and their context; changes whose contexts meet share a piece. */
function hunksOf(steps: readonly Step[]): (readonly [from: number, to: number])[] {
  const hunks: [from: number, to: number][] = [];
  for (const [index, { mark }] of steps.entries()) {
    if (mark === " ") continue;
    const last = hunks.at(-1);
    const to = Math.min(steps.length, index + 1 + contextLines);
    if (last !== undefined && index - contextLines <= last[1]) last[1] = to;
    else hunks.push([Math.max(0, index - contextLines), to]);
  }
  return hunks;
}

/** An empty range names the line before it (POSIX, diff -u). */
const rangeText = (linesBefore: number, count: number): string =>
  `${count === 0 ? linesBefore : linesBefore + 1}${count === 1 ? "" : `,${count}`}`;

const stepText = ({ mark, line }: Step): string =>
  line.endsWith("\n") ? `${mark}${line.slice(0, -1)}` : `${mark}${line}\n\\ No newline at end of file`;

/** Without a newline at its end. Empty where nothing differs. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const steps = stepsBetween(linesOf(before), linesOf(after));
  const count = (from: number, to: number, mark: "-" | "+"): number =>
    steps.slice(from, to).filter((one) => one.mark === " " || one.mark === mark).length;
  const hunks = hunksOf(steps).map(([from, to]) => {
    const old = rangeText(count(0, from, "-"), count(from, to, "-"));
    const fresh = rangeText(count(0, from, "+"), count(from, to, "+"));
    return [`@@ -${old} +${fresh} @@`, ...steps.slice(from, to).map(stepText)].join("\n");
  });
  return [`--- ${file}`, `+++ ${file}`, ...hunks].join("\n");
}
