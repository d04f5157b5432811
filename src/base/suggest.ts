/** Finds the name the user probably meant. */

/** Edit distance with neighbouring letters swapped counted as one edit; `limit + 1` stands for anything farther. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(at(last, b.length), limit + 1);
}

/**
 * The candidate nearest to `name`, or null when none is near: at most a third of the letters may differ (and at least
 * one edit is allowed). Case counts half; of equally near names the first in the list wins.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  const wanted = name.slice(0, 128);
  const limit = Math.max(1, Math.ceil(wanted.length / 3));
  let best: string | null = null;
  let bestCost = limit + 1;
  for (const candidate of candidates) {
    const cost = costOf(wanted, candidate, limit);
    if (cost < bestCost && cost < Math.max(wanted.length, candidate.length)) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/** The usual help line, as a list so that it can be spread: empty when no name is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string[] {
  const nearest = nearestName(name, candidates);
  return nearest === null ? [] : [`did you mean \`${nearest}\`?`];
}

function costOf(wanted: string, candidate: string, limit: number): number {
  if (wanted.toLowerCase() === candidate.toLowerCase()) return wanted === candidate ? 0 : 0.5;
  return editDistance(wanted, candidate, limit);
}

function at(row: readonly number[], index: number): number {
  return row[index] as number;
}
