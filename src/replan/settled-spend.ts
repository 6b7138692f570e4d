import type { Scenario } from '../domain.ts';
import { ScenarioError, type Issue } from '../errors.ts';
import { listed } from '../scenario/fault.ts';
import { nearest } from '../formula/nearest.ts';

/**
 * What was spent in the first `past` periods, by channel in the order of the scenario; what the plan says where nothing
 * else is told.
 *
 * @param spent  by the name of the channel, a number for each past period
 * @throws ScenarioError  with everything that is wrong with `spent`
 */
export function settledSpend(
  { channels }: Scenario,
  past: number,
  spent?: Readonly<Record<string, readonly number[]>>,
): readonly Float64Array[] {
  const names = Object.keys(channels);
  if (spent === undefined) return names.map((name) => Float64Array.from(channels[name]!.plan.slice(0, past)));
  const issues = [
    ...Object.keys(spent).flatMap((name) => (names.includes(name) ? [] : [unknown(name, names)])),
    ...names.flatMap((name) => mistakesOf(name, spent[name], past)),
  ];
  if (issues.length > 0) throw new ScenarioError(issues);
  return names.map((name) => Float64Array.from(spent[name]!));
}

function unknown(name: string, names: readonly string[]): Issue {
  const meant = nearest(name, names);
  const advice = meant === undefined ? `The scenario has ${listed(names, 'and')}.` : `Did you mean \`${meant}\`?`;
  return { severity: 'error', path: `spent.${name}`, message: 'there is no such channel', advice };
}

function mistakesOf(name: string, amounts: readonly number[] | undefined, past: number): readonly Issue[] {
  const path = `spent.${name}`;
  if (amounts?.length !== past) {
    const got = amounts?.length ?? 'none';
    const message =
      past === 1
        ? `must have a number for the past period, got ${got}`
        : `must have a number for each of the ${past} past periods, got ${got}`;
    return [{ severity: 'error', path, message }];
  }
  return amounts.flatMap((amount, t): Issue[] =>
    Number.isFinite(amount) && amount >= 0
      ? []
      : [{ severity: 'error', path: `${path}[${t}]`, message: `must be 0 or more, got ${amount}` }],
  );
}
