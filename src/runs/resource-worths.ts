import type { Model, Plan, ResourceWorth } from '../domain.ts';
import { withDrawsOf, worthDraws } from './draws.ts';
import { changePerUnit, goalInWorlds } from './goal-in-worlds.ts';
import { limitedResources, withMore } from './limited-resources.ts';
import { rowOf } from '../simulate/block/block.ts';
import type { RunOptions } from './run-options.ts';
import type { Engine } from './engine.ts';
import { chance, meanOf } from '../simulate/tally/row-estimates.ts';
import { openSampler } from '../simulate/sample.ts';

/** Draws from which it is told how much there is of a resource. */
const LOOKED_AT = 512;
/** Share of it by which it is moved: in few draws does so little decide whether there is enough. */
const STEP = 1e-3;

/**
 * What one more hour or unit of each resource in limited supply adds to the goal, and one less takes away, with the plan
 * as it is, on draws that the search has not seen; draw by draw where the goal is a mean. Where returns diminish smoothly and no target holds the plan back, that
 * is what it is worth to the best plan, too: moving the plan along adds next to nothing to it (the envelope theorem). Where
 * what there is is used up to the last hour, the two differ, and the worth to the best plan lies between.
 *
 * @param worlds  the model, and the same under each stress of which the worst counts
 * @returns       undefined where it cannot be told, see {@link resourceNotes}; in the model's order
 */
export async function resourceWorths(
  engine: Engine,
  worlds: readonly Model[],
  plan: Plan,
  options: RunOptions,
): Promise<readonly ResourceWorth[] | undefined> {
  const model = worlds[0]!;
  const limited = limitedResources(model);
  if (limited.length === 0) return [];
  if (untold(model) !== undefined) return undefined;
  const draws = worthDraws(withDrawsOf(() => model, options));
  const block = openSampler(model, draws, 'plain').block(0, Math.min(LOOKED_AT, draws.draws));
  const brought = async (change: (world: Model) => Model) => {
    const [rows] = await goalInWorlds(engine, worlds.map(change), [plan], draws, options);
    return rows!;
  };
  const now = await brought((world) => world);
  const worths: ResourceWorth[] = [];
  for (const { capacity, k } of limited) {
    const step = STEP * (meanOf(rowOf(block, capacity)).value || 1);
    const more = await brought((world) => withMore(world, k, step));
    const less = await brought((world) => withMore(world, k, -step));
    const isSame = (i: number) =>
      now.every(({ figure: own }, w) => more[w]!.figure[i] === own[i] && less[w]!.figure[i] === own[i]);
    const { name, inHours, over } = model.resources[k]!;
    worths.push({
      name,
      inHours,
      over,
      short: chance(
        now[0]!.figure.map((_, i) => (isSame(i) ? 0 : 1)),
        (isShort) => isShort === 1,
      ),
      oneMore: changePerUnit(model.goal, now, more, step),
      oneLess: changePerUnit(model.goal, less, now, step).mean,
    });
  }
  return worths;
}

/** What is said of resources in limited supply whose worth is not told. */
export function resourceNotes(model: Model): readonly string[] {
  const why = untold(model);
  const names = limitedResources(model).map(({ k }) => `«${model.resources[k]!.name}»`);
  if (why === undefined || names.length === 0) return [];
  return [`What one more of ${names.join(', ')} would add is not told: ${why}.`];
}

/** Why worths of resources cannot be told; undefined where they can. */
function untold({ goal, settled }: Model): string | undefined {
  if (goal.minimize !== undefined) return 'the goal is to spend the least';
  if (goal.chanceOf !== undefined) return 'the goal is a chance, which so little hardly moves';
  return settled > 0 ? 'some periods are past, which it would not reach' : undefined;
}
