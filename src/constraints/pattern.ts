import type { LinearLimit } from '../domain.ts';
import type { ConstraintFamily } from '../families/constraint.ts';
import { isNothing } from '../scenario/check/nothing.ts';
import { channelsOf, warning, type Facts } from '../scenario/check/rule.ts';
import type { Fault } from '../scenario/fault.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { allPeriods, spendOf } from './terms.ts';

const fields = ({ pattern }: FieldKinds) => ({
  channel: { pattern: pattern('How spend is spread over periods, so that only its level is decided').exactOptional() },
  file: {
    pattern: pattern(
      'How spend of every channel without a pattern of its own is spread over periods, so that only levels are decided',
    ).exactOptional(),
  },
});

/** How a channel's spend is spread over periods is given, and only its level is left to decide. */
export const pattern: ConstraintFamily<typeof fields> = {
  name: 'pattern',
  fields,
  rules: [patternIsOfSomething],
  limits: (scenario, settled) =>
    Object.entries(scenario.channels).flatMap(([name, { limits, plan }], channel) => {
      const given = limits.pattern ?? scenario.pattern;
      if (given === undefined) return [];
      const weights = given === 'today' ? plan : given;
      // What was spent is spent: the others have a level of their own.
      const ahead = allPeriods(scenario).slice(settled);
      const largest = Math.max(...ahead.map((period) => weights[period]!));
      const reference = ahead.find((period) => weights[period] === largest)!;
      const path = limits.pattern === undefined ? 'pattern' : `channels.${name}.limits.pattern`;
      return ahead.flatMap((period): LinearLimit[] => {
        const source = { kind: 'no number', name: path === 'pattern' ? path : `${name}, pattern` } as const;
        const limit = { name: `${name}, period ${period + 1}, pattern`, path, source };
        if (weights[period] === 0) return [{ ...limit, terms: spendOf([channel], [period]), most: 0 }];
        if (period === reference) return [];
        const terms = [
          { channel, period, coefficient: 1 },
          // Measured by the period with most: no coefficient is then above 1.
          { channel, period: reference, coefficient: -weights[period]! / largest },
        ];
        return [{ ...limit, terms, least: 0, most: 0 }];
      });
    }),
};

/** A shape of nothing has no level. */
function* patternIsOfSomething({ file }: Facts): Generator<Fault> {
  const advice = "Give `plan`, today's spend per period, or give the channel a pattern of its own.";
  for (const { channel, at } of channelsOf(file)) {
    const own = channel.limits?.pattern;
    const given = own ?? file.pattern;
    if (given === undefined || !isNothing(given === 'today' ? (channel.plan ?? 0) : given)) continue;
    const why = given === 'today' ? 'nothing is spent there today' : 'every weight is 0';
    const path = own === undefined ? at : [...at, 'limits', 'pattern'];
    const what = own === undefined ? 'gets nothing under `pattern`' : 'keeps the channel at nothing';
    yield warning(path, `${what}, since ${why}`, { advice });
  }
}
