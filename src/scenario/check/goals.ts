import { constraints } from '../../constraints/table.ts';
import type { GoalMetric } from '../../domain.ts';
import type { ConstraintFamily } from '../../families/constraint.ts';
import type { Fault } from '../fault.ts';
import { isRatioTarget } from '../../targets/table.ts';
import type { ScenarioFile } from '../schema/scenario.ts';
import { channelsOf, error, isRead, unknownName, warning, type Facts } from './rule.ts';

type GoalFields = NonNullable<ScenarioFile['goal']>;

/** The figures of a goal and what one of each counts, in the order of the format. */
export function weightsOf(maximize: NonNullable<GoalFields['maximize']>): readonly (readonly [GoalMetric, number])[] {
  return typeof maximize === 'string' ? [[maximize, 1]] : (Object.entries(maximize) as [GoalMetric, number][]);
}

/** Fields of a goal that say different things do not stand together. */
export function* goalSaysOneThing({ file: { goal = {} } }: Facts): Generator<Fault> {
  const { maximize, minimize, chanceOf, risk, worstOf } = goal;
  const isMix = maximize !== undefined && weightsOf(maximize).length > 1;
  if (maximize !== undefined && weightsOf(maximize).length === 0) {
    yield error(['goal', 'maximize'], 'names no figure', {
      advice: 'Name one or more: `{ profit: 1, customers: 50 }`.',
    });
  }
  if (minimize !== undefined) {
    const advice = (wish: string) =>
      `Keep one of them; what must be reached with the least spend is a target: ${wish}.`;
    const total = '`{ metric: customers, atLeast: 5000 }`';
    if (maximize !== undefined) yield together(['goal', 'maximize'], 'minimize', advice(total));
    if (chanceOf !== undefined)
      yield together(['goal', 'chanceOf'], 'minimize', advice('`{ metric: profit, atLeast: 1M, probability: 80% }`'));
    if (worstOf !== undefined)
      yield together(['goal', 'worstOf'], 'minimize', 'Remove it, and try the plan with `--stress`.');
    if (risk?.weight !== undefined)
      yield together(['goal', 'risk', 'weight'], 'minimize', 'Spend has no worst cases: ask for `atLeast` instead.');
  }
  if (chanceOf !== undefined) {
    const advice = 'Keep one of them: the chance is that of one figure, without stress.';
    if (isMix) yield together(['goal', 'chanceOf'], 'several figures in `maximize`', advice);
    if (worstOf !== undefined) yield together(['goal', 'worstOf'], 'chanceOf', advice);
    if (risk?.weight !== undefined)
      yield together(
        ['goal', 'risk', 'weight'],
        'chanceOf',
        'Keep one of them, or give `atLeast` instead of `weight`.',
      );
  }
}

function together(path: readonly string[], other: string, advice: string): Fault {
  const named = other.includes('`') ? other : `\`${other}\``;
  return error(path, `is given together with ${named}, which says something else`, { advice });
}

/** The worst cases must reach something or count for something. */
export function* riskIsSaid({ file: { goal } }: Facts): Generator<Fault> {
  if (goal?.risk === undefined || goal.risk.atLeast !== undefined || goal.risk.weight !== undefined) return;
  const advice = 'Give `atLeast` (what their mean must reach) or `weight` (with which share it counts in the goal).';
  yield error(['goal', 'risk'], 'says which cases are the worst, but not what is wished of them', { advice });
}

/** The least spend that reaches nothing is nothing, and a budget that must be spent leaves nothing to save. */
export function* spendHasAFloor(facts: Facts): Generator<Fault> {
  const { file, numbers } = facts;
  if (file.goal?.minimize === undefined) return;
  const { total, perPeriod } = file.budget;
  const fixed = total !== undefined ? 'total' : perPeriod !== undefined ? 'perPeriod' : undefined;
  if (fixed !== undefined) {
    const advice = `Write \`budget: { atMost: … }\` or \`budget: { flexible: true }\`: all of \`budget.${fixed}\` is spent.`;
    yield error(['goal', 'minimize'], 'leaves nothing to decide, because the whole budget must be spent', { advice });
    return;
  }
  const floors = numbers.some(
    ({ path, value }) => value !== 0 && FLOORS.has(path.findLast(isName) ?? '') && isLimit(path),
  );
  const reached = (file.targets ?? []).some(({ metric, atLeast }) => atLeast !== undefined && !isRatioTarget(metric));
  if (floors || reached || !isRead(facts, ['targets']) || file.goal.risk?.atLeast !== undefined) return;
  const advice = 'Give a target on a total, such as `targets: [{ metric: customers, atLeast: 5000 }]`.';
  yield error(['goal', 'minimize'], 'has nothing to reach, so the best plan would spend nothing', { advice });
}

/** Fields that keep a plan from spending nothing. */
const FLOORS: ReadonlySet<string> = new Set([
  'atLeast',
  ...constraints.flatMap((family: ConstraintFamily) => family.floors ?? []),
]);

const isLimit = (path: Facts['numbers'][number]['path']) =>
  path.includes('limits') || path[0] === 'groups' || path[0] === 'budget';

const isName = (part: string | number): part is string => typeof part === 'string';

/** What holds in the worst of stresses is about stresses that there are. */
export function* stressesExist({ file: { goal }, names }: Facts): Generator<Fault> {
  const worstOf = goal?.worstOf;
  if (worstOf === undefined || names.stresses === undefined) return;
  if (worstOf === 'all') {
    if (names.stresses.length > 0) return;
    const advice = 'Describe them under `stresses`, such as `stresses: { cpm-up: { multiply: { "*.price": 1.3 } } }`.';
    yield error(['goal', 'worstOf'], 'takes all stresses, but the file has none', { advice });
    return;
  }
  for (const [place, name] of worstOf.entries()) {
    const at = ['goal', 'worstOf', place];
    if (worstOf.indexOf(name) < place)
      yield error(at, `names the stress \`${name}\` twice`, { advice: 'Delete one of the two.' });
    else yield* unknownName(at, name, names.stresses, 'stress');
  }
}

/** Money can be made only of customers who are worth something. */
export function* customersAreWorthSomething(facts: Facts): Generator<Fault> {
  const { file } = facts;
  if (!isRead(facts, ['value', 'orderValue']) || !isRead(facts, ['goal'])) return;
  const { minimize, maximize = 'profit' } = file.goal ?? {};
  const [money] = weightsOf(maximize).filter(([metric]) => metric !== 'customers');
  if (minimize !== undefined || money === undefined || file.value?.orderValue !== undefined) return;
  const worthless = channelsOf(file).filter(
    ({ channel }) => channel.value?.orderValue === undefined && channel.response?.of !== 'revenue',
  );
  for (const { at } of worthless) {
    const advice = 'Give `orderValue` under `value`, for all channels or for this one, or maximize customers.';
    yield warning(at, `has customers of no value, so it cannot bring ${money[0]}`, { advice });
  }
}
