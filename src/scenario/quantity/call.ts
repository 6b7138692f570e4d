import type { DistributionFamily } from '../../families/distribution.ts';
import { familyCalled, fromParameters } from './family.ts';
import type { Field } from './field.ts';
import type { Built, TextNotation } from './notation.ts';
import { RANGE_FAMILIES, readRange, splitRange } from './range.ts';

/** `normal(3 to 5)`, `triangular(1, 2, 3)`, `beta(alpha: 2, beta: 30)`. */
export const call: TextNotation = {
  about: 'A distribution by name, with its parameters in order or by name, or with a range.',
  example: (unit) => (unit === 'rate' ? 'beta(alpha: 2, beta: 30)' : 'normal(3 to 5)'),
  read(text, field) {
    const [, name, inside] = /^([a-z][a-z _-]*?)\s*\((.*)\)$/is.exec(text) ?? [];
    if (name === undefined || inside === undefined) return undefined;
    const family = familyCalled(name);
    if ('ok' in family) return family;
    return readArguments(family, inside.trim(), field);
  },
};

function readArguments(family: DistributionFamily, inside: string, field: Field): Built {
  const ends = /[,;:=]/.test(inside.replaceAll(/\d,\d/g, '')) ? undefined : splitRange(inside);
  if (ends !== undefined && RANGE_FAMILIES.has(family.name)) return readRange(ends, field, { family: family.name });
  const usage = `Write \`${family.name}(${family.parameters.map(({ name }) => name).join(', ')})\`.`;
  if (ends !== undefined) {
    return { ok: false, message: `\`${family.name}\` cannot be given by a range`, advice: usage };
  }
  const parts = splitArguments(inside);
  if (parts === undefined) {
    const message = `the commas in \`${inside}\` could be between numbers or within them`;
    return { ok: false, message, advice: 'Write 1200 for 1,200, or put semicolons between the numbers.' };
  }
  const [first] = family.parameters;
  if (first?.list === true && !parts.some((part) => /[:=]/.test(part))) {
    return fromParameters(family, { [first.name]: parts }, field);
  }
  if (parts.length > family.parameters.length) {
    return {
      ok: false,
      message: `\`${family.name}\` has ${family.parameters.length} parameters, got ${parts.length}`,
      advice: usage,
    };
  }
  const written = parts.map((part, place): [string, string] => {
    const [, name, value] = /^([a-z]\w*)\s*[:=]\s*(.*)$/is.exec(part) ?? [];
    return name === undefined ? [family.parameters[place]!.name, part] : [name, value!];
  });
  const twice = written.find(([name], place) => written.findIndex(([other]) => other === name) < place);
  if (twice !== undefined) return { ok: false, message: `\`${twice[0]}\` is given twice`, advice: usage };
  const reading = fromParameters(family, Object.fromEntries(written), field);
  return reading.ok ? reading : { advice: usage, ...reading };
}

/** The arguments; undefined where commas of both meanings could be among them: `uniform(1,200, 1,800)`. */
function splitArguments(inside: string): readonly string[] | undefined {
  if (inside === '') return [];
  if (inside.includes(';')) return inside.split(/\s*;\s*/);
  const groups = /\d,\d{3}(?!\d)/.test(inside);
  return groups && /,\s/.test(inside) ? undefined : inside.split(/\s*,\s*/);
}
