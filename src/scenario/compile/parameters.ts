import type { Source } from '../../domain.ts';
import type { ParameterSpec } from '../../families/parameter.ts';
import type { Quantity } from '../quantity/types.ts';
import type { Registry } from './registry.ts';

/** Where the parameters of a family come from, in its order; those that the file leaves out have their standard value. */
export function parameterSources(
  at: string,
  specs: readonly ParameterSpec[],
  given: Readonly<Record<string, Quantity>>,
  registry: Registry,
): Source[] {
  return specs.map((spec) => {
    const quantity = given[spec.name];
    if (quantity !== undefined) return registry.source(`${at}.${spec.name}`, quantity);
    if (spec.standard === undefined)
      throw new Error(`${at}.${spec.name} is missing, which the reader should have refused`);
    return { constant: spec.standard };
  });
}
