import type { Fault } from '../fault.ts';
import { channelsOf, error, warning, type Facts } from './rule.ts';

/** Events and stresses act within the plan, and do something. */
export function* shocksActWithinThePlan({ file, periods }: Facts): Generator<Fault> {
  for (const section of ['events', 'stresses'] as const) {
    for (const [name, shock] of Object.entries(file[section] ?? {})) {
      const { from = 1, to = from, multiply = {}, switchOff = [] } = shock;
      const late =
        periods === undefined ? undefined : (['from', 'to'] as const).find((end) => (shock[end] ?? 1) > periods);
      if (late !== undefined) {
        yield error([section, name, late], `must be a period of the plan, from 1 to ${periods}, got ${shock[late]}`);
      } else if (from > to) {
        yield error([section, name, 'to'], `must be ${from} or more, the first period, got ${to}`);
      }
      if (Object.keys(multiply).length + switchOff.length === 0) {
        const advice = 'Say what it changes with `multiply` or `switchOff`.';
        yield warning([section, name], 'changes nothing', { advice });
      }
    }
  }
}

/** Further orders that are counted one by one. */
const MOST_ORDERS = 1000;

/** Customers have time to come back, but not without end. */
export function* repeatsFit({ file }: Facts): Generator<Fault> {
  const values = [
    { value: file.value, at: ['value'] },
    ...channelsOf(file).map(({ channel, at }) => ({ value: channel.value, at: [...at, 'value'] })),
  ];
  for (const { value, at } of values) {
    const repeat = value?.repeat;
    if (repeat === undefined) continue;
    if (repeat.horizon / repeat.every > MOST_ORDERS) {
      const advice = `Raise \`every\`, or lower \`horizon\`, to at most ${MOST_ORDERS} further orders.`;
      const message =
        repeat.horizon === 1
          ? 'leaves time for too many orders within 1 period'
          : `leaves time for too many orders within ${repeat.horizon} periods`;
      yield error([...at, 'repeat', 'every'], message, { advice });
    }
    if (repeat.every <= repeat.horizon) continue;
    const advice = `Raise \`horizon\` to at least ${repeat.every}, or remove \`repeat\`.`;
    const message =
      repeat.every === 1
        ? 'ends before the first further order, which comes after 1 period'
        : `ends before the first further order, which comes after ${repeat.every} periods`;
    yield warning([...at, 'repeat', 'horizon'], message, { advice });
  }
}
