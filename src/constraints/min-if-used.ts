import type { ConstraintFamily } from '../families/constraint.ts';
import { ordered } from '../scenario/check/ordered.ts';
import { channelsOf, type Facts } from '../scenario/check/rule.ts';
import type { Fault } from '../scenario/fault.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';

const fields = ({ amount }: FieldKinds) => ({
  channel: {
    minIfUsed: amount('Either nothing or at least this much per period, in currency.').exactOptional(),
  },
});

/** A channel gets either nothing or at least so much in a period: below that it is not worth the trouble. */
export const minIfUsed: ConstraintFamily<typeof fields> = {
  name: 'minIfUsed',
  fields,
  rules: [canBeUsed],
  limits: () => [],
  nonlinear: (scenario) =>
    Object.entries(scenario.channels).flatMap(([name, { limits }], channel) =>
      limits.minIfUsed === undefined || limits.minIfUsed === 0
        ? []
        : [
            {
              kind: 'minimum if used' as const,
              name: `${name}, minimum if used`,
              path: `channels.${name}.limits.minIfUsed`,
              channel,
              amount: limits.minIfUsed,
            },
          ],
    ),
};

/** In a period with less there is nothing; with less in all of them, the channel is never used. */
function* canBeUsed({ file }: Facts): Generator<Fault> {
  for (const { channel, at } of channelsOf(file)) {
    const { minIfUsed, max } = channel.limits ?? {};
    const most = typeof max === 'object' ? Math.max(...max) : max;
    yield* ordered([...at, 'limits'], ['minIfUsed', minIfUsed], ['max', most]);
  }
}
