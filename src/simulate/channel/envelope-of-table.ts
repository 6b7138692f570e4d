import type { ChannelModel } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { concaveFrom, fromZero, upperCorners } from '../../responses/hull.ts';
import { responses } from '../../responses/table.ts';
import type { ChannelConditions } from '../conditions/conditions.ts';
import type { Envelope, EnvelopeLine } from './envelope-line.ts';

/** With more lines than this an envelope takes more room than it is worth: some are left out, the others go on until they meet. */
const MOST_LINES = 8;

type Corner = readonly [spend: number, value: number];

/**
 * The least concave function above a table between two amounts in each period and draw, `[t * count + i]`: lines from corner to
 * corner of its upper hull as far as the table may bend upwards, from there on the table itself.
 */
export function envelopeOfTable(
  { response: { family, points } }: ChannelModel,
  { curve }: Pick<ChannelConditions, 'curve'>,
  lower: Float64Array,
  upper: Float64Array,
  count: number,
): Envelope {
  const table = fromZero(points);
  const settled = concaveFrom(table);
  const valuesAt = (spend: Row): Row => {
    const value = new Float64Array(count);
    responses[family]!.respond({ spend, parameters: curve, points }, value, new Float64Array(count));
    return value;
  };
  const corners = table.map(([spend]) => ({ spend, value: valuesAt(new Float64Array(count).fill(spend)) }));
  const lines: EnvelopeLine[] = [];
  for (let from = 0; from < lower.length; from += count) {
    const [low, high] = [lower.subarray(from, from + count), upper.subarray(from, from + count)];
    const [atLow, atHigh] = [valuesAt(low), valuesAt(high)];
    for (let i = 0; i < count; i++) {
      if (high[i]! <= low[i]!) continue;
      const path: Corner[] = [[low[i]!, atLow[i]!]];
      for (const { spend, value } of corners) if (spend > low[i]! && spend < high[i]!) path.push([spend, value[i]!]);
      path.push([high[i]!, atHigh[i]!]);
      addLines(linesOver(upperCorners(path), settled), from + i);
    }
  }
  return lines;

  function addLines(own: readonly LineUntil[], at: number): void {
    own.forEach(({ until, from: [x, y], slope }, k) => {
      const line = (lines[k] ??= noLine(lower.length));
      line.until[at] = until;
      line.base[at] = y - slope * x;
      line.slope[at] = slope;
    });
  }
}

interface LineUntil {
  readonly until: number;
  readonly from: Corner;
  readonly slope: number;
}

/** The lines of a hull that begin before the table has settled, from the last to the first. */
function linesOver(hull: readonly Corner[], settled: number): readonly LineUntil[] {
  const all = hull.slice(1).map(([x, y], k): LineUntil => {
    const [x0, y0] = hull[k]!;
    // Past the upper end the table may rise again.
    return { until: k + 2 < hull.length ? x : Infinity, from: [x0, y0], slope: (y - y0) / (x - x0) };
  });
  const needed = all.filter(({ from: [x] }) => x < settled);
  const few =
    needed.length <= MOST_LINES
      ? needed
      : Array.from({ length: MOST_LINES }, (_, k) => needed[Math.round((k * (needed.length - 1)) / (MOST_LINES - 1))]!);
  return few
    .map((line, k) => ({ ...line, until: k + 1 < few.length ? meeting(line, few[k + 1]!) : line.until }))
    .toReversed();
}

/** Where a line meets one further right that falls behind it. */
function meeting({ from: [x0, y0], slope, until }: LineUntil, next: LineUntil): number {
  const [x1, y1] = next.from;
  return until === x1 ? until : x1 - (y0 + slope * (x1 - x0) - y1) / (slope - next.slope);
}

/** No line in any draw. */
function noLine(size: number): EnvelopeLine {
  const [until, base, slope, lift] = [0, 0, 0, 0].map(() => new Float64Array(size)) as [Row, Row, Row, Row];
  until.fill(-Infinity);
  return { until, base, slope, lift };
}
