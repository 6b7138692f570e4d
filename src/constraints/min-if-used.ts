import type { ConstraintFamily } from '../families.ts';

/** A channel gets either nothing or at least so much in a period: below that it is not worth the trouble. */
export const minIfUsed: ConstraintFamily = {
  name: 'minIfUsed',
  about: 'Either nothing or at least this much for a channel in each period.',
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
