import type { Model, Target, WishResult } from '../../domain.ts';

/**
 * The same model without targets on means that another one includes: a plan with a ROAS of 3 has one of 2, too. What is held by caps
 * or by a price is held once, so that only the strictest of several can stand there.
 */
export function withStrictestTargets(model: Model): Model {
  const targets = model.targets.filter((target) => strictestOf(target, model.targets) === target);
  return targets.length === model.targets.length ? model : { ...model, targets };
}

/**
 * What a plan reaches of all targets of a model: at the end of those that a search leaves out, which cost nothing beside the strictest.
 *
 * @param results  of the model with its strictest targets
 */
export function withEasierTargets(results: readonly WishResult[], { targets }: Model): readonly WishResult[] {
  const easier = targets.flatMap((target) => {
    const strictest = strictestOf(target, targets);
    const result = results.find(({ wish }) => 'target' in wish && wish.target === strictest);
    const isLeftOut = strictest !== target && result !== undefined;
    return isLeftOut ? [{ ...result, wish: { target }, asked: boundOf(target), worth: 0 }] : [];
  });
  return [...results, ...easier];
}

/** The target that asks most of the same mean on the same side, the first of several that ask as much; of a chance the target itself. */
function strictestOf(target: Target, targets: readonly Target[]): Target {
  if (target.probability !== undefined) return target;
  const isLeast = target.atLeast !== undefined;
  const alike = targets.filter(
    ({ metric, probability, atLeast }) =>
      metric === target.metric && probability === undefined && (atLeast !== undefined) === isLeast,
  );
  const isStricter = (one: Target, other: Target) =>
    isLeast ? boundOf(one) > boundOf(other) : boundOf(one) < boundOf(other);
  return alike.reduce((strictest, other) => (isStricter(other, strictest) ? other : strictest));
}

function boundOf({ atLeast, atMost }: Target): number {
  return atLeast ?? atMost!;
}
