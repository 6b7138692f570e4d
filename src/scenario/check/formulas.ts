import { namesOf } from '../../formula/expression.ts';
import { parseFormula } from '../../formula/parse.ts';
import { compileFormula } from '../../formula/compile.ts';
import type { Fault } from '../fault.ts';
import { boundsOf, boundsText } from '../quantity/field.ts';
import type { Quantity } from '../quantity/types.ts';
import { levelOf } from './level.ts';
import { error, shown, unknownName, type Facts } from './rule.ts';

/** Formulas use named assumptions, and nothing else of the file. */
export function* formulasUseAssumptions({ numbers, names }: Facts): Generator<Fault> {
  for (const { path, value } of numbers) {
    if (typeof value === 'number' || value.kind !== 'formula') continue;
    for (const name of namesOf(value.expression)) {
      for (const { replacement: meant, ...fault } of unknownName(path, name, names.assumptions, 'assumption')) {
        const around = value.text.split(name);
        // The name may also be a part of another.
        yield meant === undefined || around.length > 2 ? fault : { ...fault, replacement: around.join(meant) };
      }
    }
  }
}

/** An assumption has a name that can be written in a formula. */
export function* assumptionsCanBeUsed({ file }: Facts): Generator<Fault> {
  for (const name of Object.keys(file.assumptions ?? {})) {
    if (parseFormula(`\`${name}\``, { names: [name] }).ok) continue;
    const advice = 'Use letters, digits and `_`.';
    yield error(['assumptions', name], 'has a name that cannot be used in formulas', { advice, inName: true });
  }
}

/** No assumption is computed, by any way round, from itself. */
export function* formulasDoNotGoRound({ file: { assumptions = {} } }: Facts): Generator<Fault> {
  const done = new Set<string>();
  for (const name of Object.keys(assumptions)) {
    for (const circle of circlesFrom(name, assumptions, done, [])) {
      const message = `is computed from itself: ${circle.join(' from ')}`;
      yield error(['assumptions', circle[0]!], message, { advice: 'Write a number or a range for one of them.' });
    }
  }
}

/**
 * Each circle that is met on the way down from `name`, told from where it was entered.
 *
 * @param done  assumptions whose ways down are known already
 * @param way   the way to `name`, each computed from the next
 */
function* circlesFrom(
  name: string,
  assumptions: Assumptions,
  done: Set<string>,
  way: readonly string[],
): Generator<readonly string[]> {
  if (way.includes(name)) yield [...way.slice(way.indexOf(name)), name];
  if (done.has(name) || !Object.hasOwn(assumptions, name)) return;
  done.add(name);
  const quantity = assumptions[name]!;
  if (quantity.kind !== 'formula') return;
  for (const used of namesOf(quantity.expression)) yield* circlesFrom(used, assumptions, done, [...way, name]);
}

type Assumptions = NonNullable<Facts['file']['assumptions']>;

/** With every assumption at its median, a formula gives a number that its field can hold. */
export function* formulasFitTheirFields({ file, numbers }: Facts): Generator<Fault> {
  const medians = new Map<string, number | undefined>();
  const medianOf = (quantity: Quantity): number | undefined => {
    if (quantity.kind !== 'formula') return levelOf(quantity, 0.5);
    const uses = namesOf(quantity.expression).map(medianOfName);
    return uses.includes(undefined) ? undefined : compileFormula(quantity.expression)(uses as number[]);
  };
  const medianOfName = (name: string): number | undefined => {
    // What is being worked out is unknown till then, so that a circle ends here.
    if (!medians.has(name)) {
      medians.set(name, undefined);
      const quantity = Object.hasOwn(file.assumptions ?? {}, name) ? file.assumptions![name] : undefined;
      if (quantity !== undefined) medians.set(name, medianOf(quantity));
    }
    return medians.get(name);
  };
  for (const { path, value, field } of numbers) {
    if (typeof value === 'number' || value.kind !== 'formula') continue;
    const median = medianOf(value);
    if (median === undefined) continue;
    const { least, most, open } = boundsOf(field);
    const inside = open ? median > least && median < most : median >= least && median <= most;
    if (inside && Number.isFinite(median)) continue;
    const bounds = inside ? 'a number' : boundsText(field);
    yield error(path, `must be ${bounds}, but is ${shown(median, 4, field.unit)} with every assumption at its median`);
  }
}
