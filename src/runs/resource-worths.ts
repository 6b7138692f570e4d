import type { Model, Plan, ResourceWorth, Source } from '../domain.ts';
import { byDraw } from './draw-by-draw.ts';
import { withDrawsOf, worthDraws } from './draws.ts';
import { operation, type Expression } from '../formula/expression.ts';
import { goalFigure } from '../optimize/wishes/wishes.ts';
import { nextUnitOf } from './next-units.ts';
import { isMean } from './plain-goal.ts';
import { rowOf } from '../simulate/block.ts';
import type { Engine, RunOptions } from './run.ts';
import { chance, meanOf } from '../simulate/row-estimates.ts';
import { openSampler } from '../simulate/sample.ts';

/** Draws from which it is told how much there is of a resource. */
const LOOKED_AT = 512;
/** Share of it by which it is moved: in few draws does so little decide whether there is enough. */
const STEP = 1e-3;

/**
 * What one more hour or unit of each resource in limited supply adds, and one less takes away, draw by draw with the plan
 * as it is, on draws that the search has not seen. Where returns diminish smoothly and no target holds the plan back, that
 * is what it is worth to the best plan, too: moving the plan along adds next to nothing to it (the envelope theorem). Where
 * what there is is used up to the last hour, the two differ, and the worth to the best plan lies between.
 *
 * @returns  undefined where the goal is no mean, so that no draw alone has a say, and where periods are past, which no
 *   further hour would reach; in the model's order
 */
export async function resourceWorths(
  engine: Engine,
  model: Model,
  plan: Plan,
  options: RunOptions,
): Promise<readonly ResourceWorth[] | undefined> {
  const limited = model.resources.flatMap(({ capacity }, k) =>
    capacity !== undefined && isTaken(model, k) ? [{ capacity, k }] : [],
  );
  if (limited.length === 0) return [];
  if (!isMean(model.goal) || model.settled > 0) return undefined;
  const draws = worthDraws(withDrawsOf(() => model, options));
  const block = openSampler(model, draws).block(0, Math.min(LOOKED_AT, draws.draws));
  const brought = async (of: Model) => (await byDraw(engine, of, [plan], goalFigure(model.goal), draws, options))[0]!;
  const now = await brought(model);
  const worths: ResourceWorth[] = [];
  for (const { capacity, k } of limited) {
    const step = STEP * (meanOf(rowOf(block, capacity)).value || 1);
    const more = await brought(withMore(model, k, capacity, step));
    const less = await brought(withMore(model, k, capacity, -step));
    const { name, inHours, over } = model.resources[k]!;
    worths.push({
      name,
      inHours,
      over,
      short: chance(
        now.map((value, i) => (more[i] === value && less[i] === value ? 0 : 1)),
        (isShort) => isShort === 1,
      ),
      oneMore: nextUnitOf(more.map((value, i) => (value - now[i]!) / step)),
      oneLess: meanOf(less.map((value, i) => (now[i]! - value) / step)),
    });
  }
  return worths;
}

/** Whether any channel takes of a resource. */
function isTaken({ channels }: Model, resource: number): boolean {
  return channels.some(({ hours }) => hours.some((role) => role.resource === resource));
}

/** The same model with so much more of a resource in every draw; what is taken away leaves nothing at least. */
function withMore(model: Model, resource: number, capacity: Source, step: number): Model {
  const replaced = (by: Source) =>
    model.resources.map((each, k) => (k === resource ? { ...each, capacity: by } : each));
  if ('constant' in capacity)
    return { ...model, resources: replaced({ constant: Math.max(0, capacity.constant + step) }) };
  const expression: Expression = operation(
    'max',
    { kind: 'constant', value: 0 },
    operation('add', AMOUNT, { kind: 'constant', value: step }),
  );
  return {
    ...model,
    derived: [...model.derived, { id: `resources.${model.resources[resource]!.name}`, expression, uses: [capacity] }],
    resources: replaced({ row: model.assumptions.length + model.derived.length }),
  };
}

const AMOUNT: Expression = { kind: 'name', name: 'amount', index: 0 };
