import { check } from '../../distributions/distribution.ts';
import { distributions } from '../../distributions/table.ts';
import type { DistributionFamily } from '../../families/distribution.ts';
import type { ParameterSpec } from '../../families/parameter.ts';
import { nearest } from '../../formula/nearest.ts';
import { inMessage } from '../fault.ts';
import type { Field } from './field.ts';
import type { Built } from './notation.ts';
import type { Mistake } from './number.ts';
import { readUnbounded } from './value.ts';

/** The family called `name`, in any case and with or without hyphens. */
export function familyCalled(name: string): DistributionFamily | Mistake {
  const wanted = bare(name);
  const names = Object.keys(distributions);
  const found = names.find((one) => bare(one) === wanted);
  if (found !== undefined) return distributions[found]!;
  const message = `there is no distribution called ${inMessage(name)}`;
  const meant = nearest(wanted, names);
  const advice = meant === undefined ? `There are ${names.join(', ')}.` : `Did you mean \`${meant}\`?`;
  return { ok: false, message, advice };
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}

/** A distribution of a family by its parameters as they were written, by name. */
export function fromParameters(
  family: DistributionFamily,
  written: Readonly<Record<string, unknown>>,
  field: Field,
): Built {
  const parameters: Record<string, number | number[]> = {};
  for (const [name, raw] of Object.entries(written)) {
    const spec = family.parameters.find((one) => one.name === name);
    if (spec === undefined) {
      const known = family.parameters.map((one) => one.name);
      const meant = nearest(name, known);
      const advice = meant === undefined ? `Its parameters are ${known.join(', ')}.` : `Did you mean \`${meant}\`?`;
      return { ok: false, message: `${inMessage(name)} is not a parameter of ${family.name}`, advice };
    }
    const values: number[] = [];
    for (const one of spec.list === true && Array.isArray(raw) ? (raw as readonly unknown[]) : [raw]) {
      const reading = readUnbounded(one, parameterField(spec, field));
      if (!reading.ok) return { ok: false, message: `${name} of ${family.name}: ${reading.message}` };
      values.push(reading.value);
    }
    parameters[name] = spec.list === true ? values : values[0]!;
  }
  const distribution = { family: family.name, parameters };
  const why = check(distribution);
  return why === undefined ? { ok: true, distribution } : { ok: false, message: `${family.name}: ${why}` };
}

/** A parameter that is a plain number is in the unit of the field: the mean of money is money. */
function parameterField(spec: ParameterSpec, field: Field): Field {
  return spec.unit === 'number' ? field : { unit: spec.unit };
}
