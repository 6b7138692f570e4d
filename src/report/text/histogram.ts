import { displayWidth, padEnd } from './display-width.ts';
import type { Paint } from './paint.ts';
import { eighths, levelSign } from './sparkline.ts';

/** A distribution over classes that all of one picture share, and where most of it lies. */
export interface Histogram {
  readonly name: string;
  readonly shares: readonly number[];
  /** Ends of the range drawn under it, and the value marked in it. */
  readonly range: readonly [number, number];
  readonly mark: number;
}

export interface HistogramsInput {
  readonly histograms: readonly Histogram[];
  /** Edges of the classes, ascending and equally far apart, one more than shares. */
  readonly edges: readonly number[];
  readonly width: number;
  /** Text of a value on the axis. */
  readonly label: (value: number) => string;
  readonly paint: Paint;
}

/** Lines of signs that the highest class takes. */
const HEIGHT = 4;
const WIDEST_CLASS = 4;
/** Columns between two numbers on the axis. */
const TICK_DISTANCE = 14;
const TICK_EVERY = [1, 2, 4, 5, 10, 20, 50] as const;

/**
 * Histograms one above the other on one axis and one scale, classes of loss in the colour of loss; under each a line
 * from end to end of its range.
 */
export function histograms({ histograms, edges, width, label, paint }: HistogramsInput): string[] {
  const classes = edges.length - 1;
  const margin = Math.max(...histograms.map(({ name }) => displayWidth(name))) + 4;
  const columns = Math.max(1, Math.min(WIDEST_CLASS, Math.floor((width - margin - 1) / classes)));
  const most = Math.max(...histograms.flatMap(({ shares }) => shares));
  const scale: Scale = { first: edges[0]!, step: (edges.at(-1)! - edges[0]!) / classes, columns, classes };
  const lines = histograms.flatMap((histogram) => [
    ...bars(histogram, edges, most, columns, paint).map((bar, k) => {
      const name = k === HEIGHT - 1 ? histogram.name : '';
      return `${padEnd(`  ${name}`, margin)}${bar}`.trimEnd();
    }),
    `${' '.repeat(margin)}${rangeLine(histogram, scale, paint)}`,
  ]);
  return [...lines, ...axis(scale, label).map((line) => paint('faint', `${' '.repeat(margin)}${line}`.trimEnd()))];
}

interface Scale {
  readonly first: number;
  readonly step: number;
  readonly columns: number;
  readonly classes: number;
}

function bars({ shares }: Histogram, edges: readonly number[], most: number, columns: number, paint: Paint): string[] {
  const losses = columns * shares.filter((_, k) => edges[k + 1]! <= 0).length;
  return Array.from({ length: HEIGHT }, (_, line) => {
    const below = HEIGHT - 1 - line;
    const signs = shares.map((share) => signOf((share / most) * HEIGHT - below, below === 0).repeat(columns)).join('');
    return paint('bad', signs.slice(0, losses)) + paint('accent', signs.slice(losses));
  });
}

/** The sign for so much of one line; what is above zero shows on the lowest line, however little it is. */
function signOf(filled: number, lowest: boolean): string {
  return levelSign(lowest || filled >= 1 / 16 ? eighths(filled) : 0);
}

function rangeLine({ range, mark }: Histogram, scale: Scale, paint: Paint): string {
  const [from, to] = range.map((value) => position(value, scale)) as [number, number];
  const at = position(mark, scale);
  const signs = Array.from({ length: to + 1 }, (_, k) => {
    if (k === at) return '●';
    if (k === from) return '├';
    if (k === to) return '┤';
    return k > from ? '─' : ' ';
  });
  return paint('faint', signs.join(''));
}

function position(value: number, { first, step, columns, classes }: Scale): number {
  const at = Math.floor(((value - first) / step) * columns);
  return Math.min(columns * classes - 1, Math.max(0, at));
}

/** The line of the axis and the numbers under it. */
function axis({ first, step, columns, classes }: Scale, label: (value: number) => string): string[] {
  const every = TICK_EVERY.find((number) => number * columns >= TICK_DISTANCE) ?? classes;
  // Numbers stand at whole multiples, so that zero has one where it is on the axis.
  const offset = Math.round(first / step);
  let line = '';
  let numbers = '';
  for (let k = 0; k <= classes; k++) {
    const ticked = (offset + k) % every === 0;
    line += (ticked ? '┴' : '─') + (k < classes ? '─'.repeat(columns - 1) : '');
    if (!ticked) continue;
    const value = (offset + k) * step;
    const text = label(value);
    const centred = Math.max(0, k * columns - Math.floor(text.length / 2));
    const start = Math.min(centred, classes * columns + 1 - text.length);
    if (start > numbers.length || numbers === '') numbers = padEnd(numbers, start) + text;
  }
  return [line, numbers];
}
