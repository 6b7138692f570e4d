import type { LinearLimit, Ratio, Scenario } from '../domain.ts';
import type { ConstraintFamily } from '../families/constraint.ts';
import { orderedRange } from '../scenario/check/ordered.ts';
import { error, unknownName, type Facts } from '../scenario/check/rule.ts';
import type { Fault } from '../scenario/fault.ts';
import type { FieldKinds } from '../scenario/schema/field-kinds.ts';
import { allPeriods, channelNames } from './terms.ts';

const bound = { least: 0, most: 1e6 } as const;

const fields = ({ named, number, reference, section, yesOrNo }: FieldKinds) => ({
  file: {
    ratios: named(
      'How much one channel or group gets for each unit of money in another.',
      section('One ratio, over the whole plan unless it is said to be per period.', {
        of: reference('Channel or group that is compared.'),
        to: reference('Channel or group that it is compared to.'),
        min: number('Money in the first for each unit of money in the second, at least.', bound).exactOptional(),
        max: number('Money in the first for each unit of money in the second, at most.', bound).exactOptional(),
        perPeriod: yesOrNo('True: in every period; without it over the whole plan.').exactOptional(),
      }),
    ).exactOptional(),
  },
});

/** How much one channel or group gets for each unit of money in another. */
export const ratio: ConstraintFamily<typeof fields> = {
  name: 'ratio',
  fields,
  rules: [ratiosCompareTwo],
  limits: (scenario) =>
    Object.entries(scenario.ratios).flatMap(([name, one]) => {
      const periods = allPeriods(scenario);
      return one.perPeriod
        ? periods.flatMap((period) => limitsOf(scenario, name, one, `, period ${period + 1}`, [period]))
        : limitsOf(scenario, name, one, '', periods);
    }),
};

function limitsOf(
  scenario: Scenario,
  name: string,
  { of, to, min, max }: Ratio,
  when: string,
  periods: readonly number[],
): LinearLimit[] {
  const [over, under] = [membersOf(scenario, of), membersOf(scenario, to)];
  const termsOf = (coefficientOf: (member: string) => number): LinearLimit['terms'] =>
    channelNames(scenario).flatMap((member, channel) => {
      const coefficient = coefficientOf(member);
      return coefficient === 0 ? [] : periods.map((period) => ({ channel, period, coefficient }));
    });
  const ofNumber = (number: number): Pick<LinearLimit, 'terms' | 'source'> => ({
    terms: termsOf((member) => (over.includes(member) ? 1 : 0) - (under.includes(member) ? number : 0)),
    source: { kind: 'number', number, unit: 'number', bound: 0, terms: termsOf((m) => (under.includes(m) ? -1 : 0)) },
  });
  const limits: LinearLimit[] = [];
  const where = `ratio ${name}${when}`;
  if (min !== undefined) {
    limits.push({ name: `${where}, at least`, path: `ratios.${name}.min`, least: 0, ...ofNumber(min) });
  }
  if (max !== undefined) {
    limits.push({ name: `${where}, at most`, path: `ratios.${name}.max`, most: 0, ...ofNumber(max) });
  }
  return limits;
}

/** The channels of a group, or the one channel of this name. */
function membersOf(scenario: Scenario, name: string): readonly string[] {
  return scenario.groups[name]?.channels ?? [name];
}

/** Ratios compare two different things that there are, and say something about them. */
function* ratiosCompareTwo({ file, names }: Facts): Generator<Fault> {
  const known = names.channels && names.groups && [...names.channels, ...names.groups];
  for (const [name, ratio] of Object.entries(file.ratios ?? {})) {
    const at = ['ratios', name];
    for (const side of ['of', 'to'] as const) {
      const found = ratio[side];
      yield* unknownName([...at, side], found, known, 'channel or group');
      if (names.channels?.includes(found) !== true || names.groups?.includes(found) !== true) continue;
      const advice = 'Give the group another name.';
      yield error([...at, side], `could be the channel \`${found}\` or the group of the same name`, { advice });
    }
    if (ratio.of === ratio.to) {
      yield error([...at, 'to'], `is \`${ratio.to}\`, which would be compared with itself`);
    } else if (ratio.min === undefined && ratio.max === undefined) {
      yield error(at, 'does not say what the ratio should be', { advice: 'Give `min`, `max` or both.' });
    }
    yield* orderedRange(at, ratio, 'number');
  }
}
