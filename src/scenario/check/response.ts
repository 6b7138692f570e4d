import { metalogFromMeanAndInterval } from '../../distributions/elicit.ts';
import { responses } from '../../responses/table.ts';
import { bandedPoint } from '../band.ts';
import { isAbsolute } from '../bought.ts';
import type { Fault } from '../fault.ts';
import type { Quantity } from '../quantity/types.ts';
import type { Path } from '../text/finding.ts';
import { levelOf } from './level.ts';
import { channelsOf, error, shown, type ChannelFields, type Facts } from './rule.ts';

type Response = NonNullable<ChannelFields['response']>;
type Points = NonNullable<Response['points']>;

/** A response says its height in one way that its curve has. */
export function* heightIsSaidOnce({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const { response } = channel;
    if (response === undefined) continue;
    const path = [...at, 'response'];
    if (response.of === 'revenue' && !isAbsolute(channel)) {
      const advice = 'Remove it, or give `ceiling`, the revenue that the curve can reach per period.';
      yield error([...path, 'of'], 'must be customers: price and funnel (or `efficiency`) lead to customers', {
        advice,
      });
    }
    if (response.ceiling === undefined) continue;
    if (!reachesCeiling(response)) {
      const advice = 'Remove it, choose a curve that levels off, or limit the spend with `limits`.';
      yield error([...path, 'ceiling'], `cannot be reached: the curve \`${response.curve}\` grows without end`, {
        advice,
      });
    }
    if (response.observedAt !== undefined) {
      const advice = 'Keep one of them: both say how high the curve is.';
      yield error([...path, 'observedAt'], 'is given together with `ceiling`', { advice });
    }
  }
}

function reachesCeiling(response: Response): boolean {
  const family = responses[response.curve]!;
  const given = response as unknown as Readonly<Record<string, Quantity | undefined>>;
  const middle = family.parameters.map(({ name, standard = NaN }) => {
    const quantity = given[name];
    return quantity === undefined ? standard : (levelOf(quantity, 0.5) ?? NaN);
  });
  return family.ceiling(middle, []) !== Infinity;
}

/** The points of a table are a curve: by rising spend, each with the same columns, and with a range around it. */
export function* pointsAreACurve({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const points = channel.response?.points;
    if (points === undefined) continue;
    const path = [...at, 'response', 'points'];
    const columns = [...faultsOfColumns(points, path)];
    yield* columns;
    yield* faultsOfOrder(points, path);
    if (points.every(([, response]) => response === 0)) yield error(path, 'bring nothing at any spend');
    if (columns.length === 0 && points[0]!.length === 4) yield* faultsOfRanges(channel, points, path);
  }
}

function* faultsOfColumns(points: Points, path: Path): Generator<Fault> {
  const columns = points[0]!.length;
  const place = points.findIndex(({ length }) => length === 3 || length !== columns);
  if (place < 0) return;
  const message = `must have ${columns === 4 ? 4 : 2} numbers like the other points, got ${points[place]!.length}`;
  const advice = 'Write [spend, response] for every point, or [spend, response, low, high] for every point.';
  yield error([...path, place], message, { advice });
}

function* faultsOfOrder(points: Points, path: Path): Generator<Fault> {
  const place = points.findIndex(([spend], at) => at > 0 && spend! <= points[at - 1]![0]!);
  if (place < 0) return;
  const message = `must have a spend above that of the point before, ${shown(points[place - 1]![0]!)}, got ${shown(points[place]![0]!)}`;
  yield error([...path, place, 0], message, { advice: 'Sort the points by spend, each spend once.' });
}

function* faultsOfRanges({ response, plan = 0 }: ChannelFields, points: Points, path: Path): Generator<Fault> {
  if (response !== undefined && 'multiplier' in response) {
    const advice = 'Remove it: the ranges of the points say how sure the curve is.';
    yield error([...path.slice(0, -1), 'multiplier'], 'is given together with ranges', { advice });
  }
  const outside = points.findIndex(([, middle = 0, low = middle, high = middle]) => low > middle || high < middle);
  if (outside >= 0) {
    const [, middle, low, high] = points[outside]!.map((number) => shown(number));
    const message = `must have its response between the ends of its range, ${low} and ${high}, got ${middle}`;
    yield error([...path, outside], message);
    return;
  }
  const band = bandedPoint(points, typeof plan === 'number' ? [plan] : plan);
  if (band === undefined) return;
  const fitted = metalogFromMeanAndInterval(1, band.low / band.response, band.high / band.response, { low: 0 });
  const place = points.findIndex(([spend]) => spend === band.spend);
  if (!fitted.ok)
    yield error([...path, place], `has a range that cannot be used, as shares of the response: ${fitted.why}`);
}
