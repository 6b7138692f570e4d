import type { ScoreEvidence } from '../../random/correlation/condition.ts';
import type { Learned } from '../quantity/types.ts';
import type { Assumption, DerivedRow, Quantity, Source } from '../../domain.ts';
import type { MarginalTable } from '../../distributions/marginal-table.ts';
import { quantile } from '../../distributions/distribution.ts';
import type { Distribution } from '../../families/distribution.ts';
import { compileFormula } from '../../formula/compile.ts';
import { namesOf, type Expression } from '../../formula/expression.ts';

/** Gives every quantity of a file its place in the rows of a block. */
export interface Registry {
  /** Where the number at `path` comes from; a quantity asked for twice under one path has one row. */
  source(path: string, quantity: Quantity): Source;
  /** What a formula makes of these; asked for twice under one id it is one row. */
  computed(id: string, expression: Expression, uses: readonly Source[]): Source;
  /** 1 in the draws in which something with this probability happens, else 0. */
  chance(path: string, probability: number): Source;
  /** Value of a source with every assumption at the median that it had before any pilot: what prices and curves are quoted at. */
  quoted(source: Source): number;
  /** Values of a source with every assumption at this probability's quantile. */
  quantileOf(source: Source, probability: number): number;
  finish(): {
    readonly assumptions: readonly Assumption[];
    readonly derived: readonly DerivedRow[];
    /** What pilots say of assumptions that move with others. */
    readonly evidence: readonly ScoreEvidence[];
  };
}

/**
 * @param named  quantities that formulas may use, by the name that formulas call them
 * @param tableOf  the table of a distribution
 */
export function openRegistry(
  named: ReadonlyMap<string, { readonly path: string; readonly quantity: Quantity }>,
  tableOf: (distribution: Distribution) => MarginalTable,
): Registry {
  const assumptions: Assumption[] = [];
  const derived: { id: string; expression: Expression; uses: readonly Source[] }[] = [];
  const byPath = new Map<string, Source>();
  // Rows of formulas follow those of all assumptions, whose number is known only at the end: until then they count
  // down from -1, and `finish` puts every one in its place.
  const pending: { row: number }[] = [];

  const learned: (Learned | undefined)[] = [];

  const uncertain = (path: string, text: string, distribution: Distribution, lesson?: Learned): Source => {
    const known = byPath.get(path);
    if (known !== undefined) return known;
    const source = { row: assumptions.length };
    learned.push(lesson);
    assumptions.push({ id: path, text, distribution, marginal: tableOf(distribution) });
    byPath.set(path, source);
    return source;
  };

  const computed = (id: string, expression: Expression, uses: readonly Source[]): Source => {
    const known = byPath.get(id);
    if (known !== undefined) return known;
    derived.push({ id, expression, uses });
    const place = { row: -derived.length };
    pending.push(place);
    byPath.set(id, place);
    return place;
  };

  const formula = (path: string, expression: Expression): Source => {
    const known = byPath.get(path);
    if (known !== undefined) return known;
    const uses = namesOf(expression).map((name) => {
      const meant = named.get(name);
      if (meant === undefined) throw new Error(`formula at ${path} uses ${name}, which the reader should have refused`);
      return source(meant.path, meant.quantity);
    });
    return computed(path, expression, uses);
  };

  const source = (path: string, quantity: Quantity): Source => {
    if (quantity.kind === 'constant') return { constant: quantity.value };
    if (quantity.kind === 'uncertain') return uncertain(path, quantity.text, quantity.distribution, quantity.learned);
    return formula(path, quantity.expression);
  };

  const valueWith = (of: Source, valueOf: (row: number) => number): number => {
    if ('constant' in of) return of.constant;
    if (of.row >= 0) return valueOf(of.row);
    const { expression, uses } = derived[-of.row - 1]!;
    return compileFormula(expression)(uses.map((use) => valueWith(use, valueOf)));
  };

  return {
    source,
    computed,
    chance(path, probability) {
      if (probability === 0 || probability === 1) return { constant: probability };
      return uncertain(path, `${probability}`, { family: 'bernoulli', parameters: { rate: probability } });
    },
    quantileOf: (of, probability) => valueWith(of, (row) => quantile(assumptions[row]!.distribution, probability)),
    quoted: (of) => valueWith(of, (row) => quantile(learned[row]?.before ?? assumptions[row]!.distribution, 0.5)),
    finish() {
      for (const place of pending) place.row = assumptions.length + (-place.row - 1);
      const evidence = learned.flatMap((lesson) =>
        lesson !== undefined && 'evidence' in lesson ? lesson.evidence : [],
      );
      return { assumptions, derived, evidence };
    },
  };
}
