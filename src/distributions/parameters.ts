import type { DistributionParameters } from '../families/distribution.ts';
import type { ParameterSpec } from '../families/parameter.ts';
import { normalQuantile } from '../numeric/normal.ts';

/** The number given for `name`, or `standard` where it is left out. Throws when it is missing: check before. */
export function numberOf(given: DistributionParameters, name: string, standard?: number): number {
  const value = given[name] ?? standard;
  if (typeof value !== 'number') throw new Error(`the parameter ${name} should be a number`);
  return value;
}

/** The list given for `name`. Throws when it is missing: check before. */
export function listOf(given: DistributionParameters, name: string): readonly number[] {
  const value = given[name];
  if (typeof value !== 'object') throw new Error(`the parameter ${name} should be a list`);
  return value;
}

/** Why the parameters do not fit their declarations, in words; undefined when they do. */
export function misfit(specs: readonly ParameterSpec[], given: DistributionParameters): string | undefined {
  const unknown = Object.keys(given).find((name) => specs.every((spec) => spec.name !== name));
  if (unknown !== undefined) {
    return `${unknown} is not one of its parameters, which are ${specs.map((spec) => spec.name).join(', ')}`;
  }
  for (const spec of specs) {
    const value = given[spec.name] ?? spec.standard;
    if (value === undefined) return `${spec.name} is missing`;
    if ((typeof value === 'object') !== (spec.list ?? false)) {
      return `${spec.name} must be a ${spec.list ? 'list of numbers' : 'number'}`;
    }
    for (const number of typeof value === 'object' ? value : [value]) {
      const why = number === spec.standard ? undefined : outOfRange(spec, number);
      if (why !== undefined) return why;
    }
  }
  return undefined;
}

/**
 * The standard normal score of a probability: the z with P(Z <= z) = p.
 *
 * @param above  1 - p, precise where it is small
 */
export function score(p: number, above: number = 1 - p): number {
  return p <= 0.5 ? normalQuantile(p) : -normalQuantile(above);
}

function outOfRange({ name, least, most, open }: ParameterSpec, value: number): string | undefined {
  if (!Number.isFinite(value)) return `${name} must be a number, got ${value}`;
  if (least !== undefined && (open ? value <= least : value < least)) {
    return `${name} must be ${open ? `more than ${least}` : `${least} or more`}, got ${value}`;
  }
  if (most !== undefined && (open ? value >= most : value > most)) {
    return `${name} must be ${open ? `less than ${most}` : `${most} or less`}, got ${value}`;
  }
  return undefined;
}
