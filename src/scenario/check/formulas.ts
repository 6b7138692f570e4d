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
        const [place] = value.text.split(name, 1);
        const mended = meant === undefined || place === undefined ? undefined : value.text.replaceAll(name, meant);
        yield mended === undefined ? fault : { ...fault, replacement: mended };
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
export function* formulasDoNotGoRound({ file }: Facts): Generator<Fault> {
  const uses = new Map(
    Object.entries(file.assumptions ?? {}).map(([name, quantity]) => [
      name,
      quantity.kind === 'formula' ? namesOf(quantity.expression) : [],
    ]),
  );
  for (const name of uses.keys()) {
    const circle = circleFrom(name, uses);
    if (circle === undefined) continue;
    const message = `is computed from itself: ${circle.join(' from ')}`;
    yield error(['assumptions', name], message, { advice: 'Write a number or a range for one of them.' });
  }
}

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

/** The shortest way back to `name`; undefined when there is none. */
function circleFrom(name: string, uses: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[name]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of uses.get(way.at(-1)!) ?? []) {
      if (next === name) return [...way, name];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
