import type { Model } from '../domain.ts';
import type { MarginalTable } from '../distributions/marginal-table.ts';
import { ln } from '../numeric/ln.ts';

/** The model with an assumption times a factor above 0 in every draw; all others keep their draws. */
export function scaled(model: Model, id: string, factor: number): Model {
  return {
    ...model,
    assumptions: model.assumptions.map((assumption) =>
      assumption.id === id ? { ...assumption, marginal: scaledTable(assumption.marginal, factor) } : assumption,
    ),
  };
}

function scaledTable(table: MarginalTable, factor: number): MarginalTable {
  if (table.kind === 'steps') return { ...table, values: table.values.map((value) => value * factor) };
  const { coefficients, tail } = table;
  return {
    ...table,
    ...(tail && { tail: { above: tail.above * factor, mean: tail.mean * factor } }),
    coefficients:
      table.kind === 'smooth'
        ? coefficients.map((each) => each * factor)
        : coefficients.map((each, k) => (k % 4 === 0 ? each + ln(factor) : each)),
  };
}
