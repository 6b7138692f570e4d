import { distributions } from '../../distributions/table.ts';
import type { ParameterSpec } from '../../families/parameter.ts';
import { CONSTANTS, FUNCTIONS } from '../../formula/functions.ts';
import { fieldsNotations } from './fields-notations.ts';
import { RANGE_FAMILIES } from './range.ts';
import { textNotations } from './text-notations.ts';

/** Every way to write a quantity, every distribution and every function of a formula, as sections of a Markdown page. */
export function quantityReference(): string {
  return [
    '## Quantities',
    QUANTITIES,
    table(['written as', 'what it says'], writings()),
    BOUNDS,
    '## Distributions by name',
    named(),
    table(['name', 'what it is', 'parameters'], families()),
    '## Formulas',
    formulas(),
  ].join('\n\n');
}

const QUANTITIES = `What each way of writing means as a distribution (\`apportion check\` says it of every number in a file). A share is a quantity
between 0 and 1; all others lie above 0 unless the field says otherwise.`;

const BOUNDS = `Of a range as much lies below as above it: 5 % each. A lognormal one has the median √(low · high) and a normal
logarithm with a deviation of ln(high / low) / 3.29; a logit-normal one is the same for the logarithm of the odds x / (1 - x).
\`8 of 200\` is a beta with the parameters 8.5 and 192.5 (Jeffreys). Percentiles, and a mean with an interval,
make a metalog. PERT is a beta between its ends with the parameters 1 + 4 (likely - low) / (high - low) and 1 + 4 (high - likely) / (high - low). Tails beyond what a field allows are cut off,
and \`apportion check\` says so where that can be seen.`;

function named(): string {
  const ranges = [...RANGE_FAMILIES.keys()].map(code).join(', ');
  return `Parameters stand in this order or go by name: \`gamma(4, 20)\`, \`gamma(shape: 4, scale: 20)\`,
\`{ distribution: gamma, shape: 4, scale: 20 }\`. ${ranges} can be given by a 90 % range as well:
\`normal(3 to 5)\`. Any set of fields may hold \`truncate: { low: 0, high: 10 }\` beside the rest: what lies outside is spread
over the inside in proportion.`;
}

function formulas(): string {
  return `A text that begins with \`=\` is worked out in every draw from \`assumptions\` by their names. It may have
\`+ - * / ^\`, \`< <= > >= == !=\`, \`and or not\`, \`condition ? yes : no\`, ${[...CONSTANTS.keys()].map(code).join(', ')}, and
${[...FUNCTIONS.values()].map(({ usage }) => code(usage)).join(', ')}.
Numbers are written out (\`5000\`, \`0.3\`). Seasons have \`t\`, the period from 1, and \`T\`, the number of periods:
\`= 1 + 0.2 * sin(2 * pi * t / 12)\`.`;
}

function writings(): readonly (readonly string[])[] {
  const texts = textNotations.map(({ about, example }) => {
    const examples = new Set([example('money'), example('rate')].filter((text) => text !== undefined));
    return [[...examples].map(code).join(', '), about];
  });
  const fields = fieldsNotations.map(({ about, required, optional, open }) => {
    const names = [...required, ...optional.map((name) => `${name}?`), ...(open === true ? ['…'] : [])];
    return [code(`{ ${names.join(', ')} }`), about];
  });
  return [...texts, ...fields];
}

function families(): readonly (readonly string[])[] {
  return Object.values(distributions).map(({ name, about, parameters }) => [
    code(name),
    about,
    parameters.map(parameterText).join(' '),
  ]);
}

function parameterText({ name, about, standard }: ParameterSpec): string {
  const usual = standard === undefined || !Number.isFinite(standard) ? '' : ` (${standard} without it)`;
  return `${code(name)}${usual}: ${about}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
