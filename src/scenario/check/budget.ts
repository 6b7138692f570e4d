import { listed, type Fault } from '../fault.ts';
import { error, type Facts } from './rule.ts';

/** A file has one kind of budget. */
export function* oneKindOfBudget({ file }: Facts): Generator<Fault> {
  const { total, perPeriod, atMost, flexible } = file.budget;
  const given = [
    ...(total === undefined ? [] : ['total']),
    ...(perPeriod === undefined ? [] : ['perPeriod']),
    ...(atMost === undefined && flexible !== true ? [] : [atMost === undefined ? 'flexible' : 'atMost']),
  ];
  if (given.length === 0) {
    const advice = 'Give `total` (all of it is spent), `atMost`, `perPeriod`, or `flexible: true` (as much as pays).';
    yield error(['budget'], 'does not say how much may be spent', { advice });
  } else if (given.length > 1) {
    const advice = 'Keep one of them; `atMost` with `flexible: true` may stand together.';
    yield error(['budget', given[1]!], `is given together with ${listed([given[0]!])}, which says something else`, {
      advice,
    });
  }
}
