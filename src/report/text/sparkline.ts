/** From nothing to full, in eighths. */
const LEVELS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** Half an eighth: below it a value above zero would not be seen. */
const SMALLEST = 1 / 16;

/** Eighths of a sign that a value fills, from 0 to 8; what is above zero fills at least one. */
export function eighths(share: number): number {
  if (!(share > 0)) return 0;
  return Math.min(8, Math.max(1, Math.round(Math.max(share, SMALLEST) * 8)));
}

export function levelSign(eighths: number): string {
  return LEVELS[eighths]!;
}

/**
 * Values of at least 0 as one sign each, on the scale from 0 to their largest. More values than `width` are put
 * together in equal runs, each shown by its mean.
 */
export function sparkline(values: readonly number[], width: number): string {
  const shown = inRuns(values, width);
  const most = Math.max(...shown);
  return shown.map((value) => (value > 0 ? levelSign(eighths(value / most)) : '·')).join('');
}

function inRuns(values: readonly number[], width: number): readonly number[] {
  if (values.length <= width) return values;
  const size = Math.ceil(values.length / width);
  return Array.from({ length: Math.ceil(values.length / size) }, (_, k) => {
    const run = values.slice(k * size, (k + 1) * size);
    return run.reduce((sum, value) => sum + value, 0) / run.length;
  });
}
