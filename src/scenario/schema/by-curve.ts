import type { ParameterSpec, Unit } from '../../families/parameter.ts';
import { section } from './leaf.ts';
import { quantity } from './quantity.ts';
import { z } from './zod.ts';

interface Family {
  readonly name: string;
  readonly about: string;
  readonly parameters: readonly ParameterSpec[];
}

const inUnit: Readonly<Record<Unit, string>> = {
  money: 'In currency.',
  rate: 'A share from 0 to 1.',
  count: 'A count.',
  periods: 'In periods.',
  hours: 'In hours.',
  number: 'A plain number.',
};

/**
 * A choice among the families of a table, told apart by `curve`: each has its own parameters and the `further` fields
 * that are not the family's.
 */
export function byCurve<Fields, Member extends Family>(
  about: string,
  families: readonly Member[],
  further: (family: Member) => z.ZodRawShape,
): z.ZodType<Fields> {
  const [first, ...rest] = families.map((family) =>
    section(family.about, {
      curve: z.literal(family.name).meta({ description: family.about }),
      ...Object.fromEntries(family.parameters.map((spec) => [spec.name, parameter(spec)])),
      ...further(family),
    }),
  );
  // The fields are known only when the program runs: what they come out as is stated by the caller.
  return z.discriminatedUnion('curve', [first!, ...rest]).meta({ description: about }) as unknown as z.ZodType<Fields>;
}

function parameter(spec: ParameterSpec) {
  const field = quantity(`${spec.about} ${inUnit[spec.unit]}`, spec.unit, spec);
  return spec.standard === undefined ? field : field.exactOptional();
}
