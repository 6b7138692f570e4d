import { padEnd } from './display-width.ts';
import type { Paint, Style } from './paint.ts';

/** A place in a picture: to the right is more of `x`, up is more of `y`. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A sign that stands somewhere. */
export interface Mark extends Place {
  readonly sign: string;
  readonly style: Style;
}

export interface ScatterInput {
  /** Those that come first are seen where two would stand in the same place. */
  readonly marks: readonly Mark[];
  /** Joined by a line of dots, in the order of `x`. */
  readonly line: readonly Place[];
  readonly width: number;
  /** Texts of the values on one axis. */
  readonly labels: (values: readonly number[]) => readonly string[];
  readonly paint: Paint;
}

const HEIGHT = 13;
const MARGIN = 2;
/** Rows between two numbers of the upright axis, columns between two of the other. */
const ROWS_APART = 3;
const COLUMNS_APART = 16;

/** Marks over two axes, with numbers at round values. */
export function scatter({ marks, line, width, labels, paint }: ScatterInput): string[] {
  const all = [...marks, ...line];
  const up = axisOf(
    all.map(({ y }) => y),
    HEIGHT,
    ROWS_APART,
  );
  const names = labels(up.ticks);
  const margin = MARGIN + Math.max(...names.map((name) => name.length)) + 1;
  const columns = width - margin - MARGIN;
  const along = axisOf(
    all.map(({ x }) => x),
    columns,
    COLUMNS_APART,
  );

  const signs = Array.from({ length: HEIGHT }, () => Array.from({ length: columns }, () => ' '));
  for (const { column, y } of dots(line, along, columns)) signs[up.at(y)]![column] = paint('faint', '·');
  for (const { x, y, sign, style } of marks.toReversed()) signs[up.at(y)]![along.at(x)] = paint(style, sign);

  const rows = signs.map((row, k) => {
    const tick = up.ticks.findIndex((value) => up.at(value) === k);
    const name = tick === -1 ? '' : names[tick]!;
    return `${paint('faint', `${name.padStart(margin - 1)} ${tick === -1 ? '│' : '┤'}`)}${row.join('')}`.trimEnd();
  });
  const numbers = labels(along.ticks);
  const under = underline(
    along.ticks.map((value, k) => ({ column: along.at(value), text: numbers[k]! })),
    columns,
  );
  return [
    ...rows.reverse(),
    ...under.map((text, k) => paint('faint', `${' '.repeat(margin)}${k === 0 ? '└' : ' '}${text}`)),
  ];
}

interface Axis {
  readonly ticks: readonly number[];
  /** Row or column of a value, from 0. */
  readonly at: (value: number) => number;
}

/** An axis over all values, with at most one number in `apart` places. */
function axisOf(values: readonly number[], places: number, apart: number): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? high - low : Math.abs(high) || 1;
  const first = high > low ? low : low - room / 2;
  const step = roundStep((room * apart) / places);
  const ticks: number[] = [];
  for (let k = Math.ceil(first / step - 1e-9); k * step <= first + room * (1 + 1e-9); k++) ticks.push(k * step);
  return {
    ticks,
    at: (value) => Math.min(places - 1, Math.max(0, Math.round(((value - first) / room) * (places - 1)))),
  };
}

/** The next of 1, 2 and 5 times a power of ten. */
function roundStep(least: number): number {
  let power = 1;
  while (power * 10 <= least) power *= 10;
  while (power > least) power /= 10;
  return power * ([1, 2, 5].find((times) => times * power >= least) ?? 10);
}

/** Columns between neighbours of the line, with the height of the straight line there. */
function dots(line: readonly Place[], along: Axis, columns: number): { column: number; y: number }[] {
  const sorted = line.toSorted((a, b) => a.x - b.x);
  return sorted.slice(1).flatMap((to, k) => {
    const from = sorted[k]!;
    const [first, last] = [along.at(from.x), along.at(to.x)];
    return Array.from({ length: Math.max(0, Math.min(last, columns) - first) }, (_, step) => ({
      column: first + step,
      y: from.y + ((to.y - from.y) * step) / (last - first),
    }));
  });
}

/** The line of the axis, and the numbers under it where there is room for them. */
function underline(ticks: readonly { readonly column: number; readonly text: string }[], columns: number): string[] {
  const line = Array.from({ length: columns }, () => '─');
  let numbers = '';
  for (const { column, text } of ticks) {
    const start = Math.min(Math.max(0, column - Math.floor(text.length / 2)), columns - text.length);
    if (numbers !== '' && start <= numbers.length) continue;
    line[column] = '┴';
    numbers = padEnd(numbers, start) + text;
  }
  return [line.join(''), numbers];
}
