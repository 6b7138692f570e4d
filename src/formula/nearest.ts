/**
 * The known name that was probably meant by `written`, or undefined when none is near: for `did you mean`.
 *
 * One slip (a letter wrong, missing, doubled, or two neighbours swapped) is allowed for every three letters, at most five, and a
 * difference in capitals is none. Of equally near names the first is taken.
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const wanted = written.toLowerCase();
  let best: string | undefined;
  let fewest = Math.min(5, Math.max(1, Math.floor(written.length / 3))) + 1;
  for (const name of known) {
    // Their lengths alone tell that so many slips are needed.
    if (Math.abs(name.length - written.length) >= fewest) continue;
    const slips = slipsBetween(wanted, name.toLowerCase());
    if (slips < fewest) {
      fewest = slips;
      best = name;
    }
  }
  return best;
}

/**
 * Damerau-Levenshtein distance in its restricted form (no letter is touched twice).
 * Source: Damerau, "A technique for computer detection and correction of spelling errors" (1964).
 */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, changed, swapped));
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
