import { choice } from './choice.ts';
import { MOST_PERIODS } from './horizon.ts';
import { list } from './leaf.ts';
import { number } from './number.ts';
import { z } from './zod.ts';

/** How spend is spread over periods, whatever its level. */
export function pattern(about: string) {
  return z
    .union([
      choice("As today's plan spreads it.", ['today']),
      list(
        'Weights, one for each period: spend is in proportion to them.',
        number('Weight of one period, 0 or more.', { least: 0 }),
        {
          least: 1,
          most: MOST_PERIODS,
        },
      ),
    ])
    .meta({ description: `${about}: \`today\` as in today's plan, or a list with one weight for each period.` });
}
