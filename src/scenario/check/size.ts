import type { Fault } from '../fault.ts';
import { MOST_CHANNELS } from '../schema/reference.ts';
import { error, shown, type Facts } from './rule.ts';

/** Channels times periods: 200 channels over 104 weeks are solved in minutes, much more is not. */
const MOST_CELLS = 25_000;

/** A scenario is small enough to be solved. */
export function* sizeIsInReach({ names, periods }: Facts): Generator<Fault> {
  const channels = names.channels?.length;
  if (channels === undefined) return;
  if (channels === 0) {
    const advice = 'Name at least one, with its price; `apportion init` writes a file that shows how.';
    yield error(['channels'], 'has no channel to spend money on', { advice });
  } else if (channels > MOST_CHANNELS) {
    const advice = 'Put small channels of one kind together.';
    yield error(['channels'], `may have ${MOST_CHANNELS} channels, got ${channels}`, { advice });
  } else if (periods !== undefined && channels * periods > MOST_CELLS) {
    const advice = 'Plan in longer periods (weeks for days, months for weeks), or put small channels together.';
    const cells = shown(channels * periods);
    const size =
      channels === 1
        ? `1 channel × ${periods} periods = ${cells}`
        : `${channels} channels × ${periods} periods = ${cells}`;
    yield error(
      ['horizon', 'periods'],
      `makes a plan of ${size} numbers; at most ${shown(MOST_CELLS)} can be planned`,
      {
        advice,
      },
    );
  }
}
