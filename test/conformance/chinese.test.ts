/**
 * Every sentence that the engine can say about a file, a field or a run has a Chinese text: what is missing here is to be
 * added in `src/report/chinese/messages/`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { commonResults, fingerprints } from '../../src/importers/exports/fingerprints.ts';
import { messageTexts } from '../../src/report/chinese/messages.ts';
import { ratioTargets } from '../../src/targets/table.ts';

const SOURCE = resolve(import.meta.dirname, '../../src');

/** Where messages are made. */
const MADE_IN = [
  'actuals',
  'carryover',
  'constraints',
  'distributions',
  'formula',
  'importers/exports.ts',
  'importers/exports',
  'importers/meridian.ts',
  'importers/meridian/channels.ts',
  'importers/meridian/charts.ts',
  'importers/meridian/rows.ts',
  'replan',
  'responses',
  'runs',
  'scenario',
  'sensitivity/given.ts',
  'simulate/sample.ts',
  'tables',
  'targets',
];

/** Files whose texts are not shown on the page, or have languages of their own. */
const ELSEWHERE = [
  'importers/exports/fingerprints.ts',
  'importers/exports/sources.ts',
  'importers/exports/wide-headings.ts',
  'importers/exports/languages/en.ts',
  'importers/exports/languages/export-names-zh.ts',
  'importers/exports/languages/zh.ts',
  'importers/exports/pages/fxiaoke.ts',
  'importers/exports/pages/jiandaoyun.ts',
  'importers/exports/pages/zoho.ts',
  'scenario/json-schema.ts',
  'scenario/quantity/json-schema.ts',
  'scenario/quantity/reference.ts',
  'scenario/schema/other-words.ts',
  'scenario/quantity/vocabulary.ts',
  'scenario/reference.ts',
];

/** Names that the code tells kinds and figures apart by, seeds, examples and texts of other programs: no sentences. */
const NO_SENTENCES: readonly (string | RegExp)[] = [
  ' and ',
  ' beside ',
  ' from ',
  ' to ',
  ' --spend ',
  '{} {}, by days',
  '{}, batch {}',
  '{}, more in {}',
  '90 % band at spend {}',
  'all channels',
  'day first',
  'month first',
  'row {}',
  'key {}',
  'person {}',
  '{} to {}',
  ' yaml-language-server: $schema=./apportion.schema.json\n {}',
  'as promised',
  'average at reference',
  'best average',
  'cannot be told apart',
  'example of actuals',
  'False part',
  'first money',
  'for {} from {}',
  'gain over today',
  "Google Meridian's budget optimization report: response curves, limits and today's spend.",
  'map values',
  'minimum if used',
  'Missing ,',
  'most channels',
  'most profit',
  'Non-optimized spend',
  'normal({} to {})',
  'Optimized spend',
  'other figures',
  'pro rata',
  'run {}',
  'too narrow',
  'too wide',
  'your budget',
  '{} of {}',
  /^\{ .* \}$/,
  /^[a-z]+\(.*\)$/,
  // Within English sentences; beside each is the Chinese one.
  ...Object.values(ratioTargets).map(({ name }) => name),
];

/** `${seed}, batch`: what further draws are made from. Limits have such names, too. */
const isSeed = /^\{\}, [a-z ]+$/;

/** Sentences that a file puts together of these: they are told apart by the sentences below. */
const IN_PARTS = [
  ', or ',
  ', period {}',
  ', which is {}',
  ' (at character {})',
  'cannot be read as a formula: {}{}',
  'must be in the plan, periods 1 to {}, got {}{}',
  'ratio {}{}',
];

const PUT_TOGETHER = [
  /^(?:day|week|month|quarter|year)s? \{\}$/,
  /^\{\}, step (?:up|down)(?: in money)?$/,
  /^\{\} (?:entry|entries|and \{\})$/,
  /^«\{\}» and \{\}$/,
  /^\{\} (?:In \w+|A [\w ]+)\.$/,
  /^\{\}, or \{\}$/,
  /^\{\} beside \{\}$/,
  /^ratio \{\}$/,
  /^cannot be read as a formula: \{\} \(at character \{\}\)$/,
  /^must be in the plan, periods 1 to \{\}, got \{\}(?:, which is \{\})?$/,
];

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

interface Template {
  readonly file: string;
  readonly text: string;
}

function filesIn(path: string): readonly string[] {
  const whole = join(SOURCE, path);
  if (!statSync(whole).isDirectory()) return [path];
  return readdirSync(whole).flatMap((name) => filesIn(join(path, name)));
}

/** The texts with words in them that a file holds, a varying part being `{}`; those of errors of our own are left out. */
function templatesIn(file: string): readonly Template[] {
  const found: Template[] = [];
  const walk = (value: unknown) => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    if (/^(?:Import|TSType|TSLiteral|TSUnion|TSInterface)/.test(node.type)) return;
    if (node.type === 'NewExpression' && (node['callee'] as Node)['name'] === 'Error') return;
    if (node.type === 'Property' && (node['key'] as Node)['name'] === 'example') return;
    const text = textOf(node);
    if (text !== undefined && isSentence(text)) found.push({ file, text: text.replaceAll('\u00a0', ' ') });
    // The parts of a sum of texts are one text.
    else if (text === undefined) Object.values(node).forEach(walk);
    if (node.type === 'TemplateLiteral') walk(node['expressions']);
  };
  walk(parseAst(readFileSync(join(SOURCE, file), 'utf8'), { lang: 'ts' }).body);
  return found;
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type === 'TemplateLiteral') {
    return (node['quasis'] as readonly { readonly value: { readonly cooked: string } }[])
      .map(({ value }) => value.cooked)
      .join('{}');
  }
  if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return undefined;
  const [left, right] = [textOf(node['left'] as Node), textOf(node['right'] as Node)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** Two words, at least one of them of letters only: no path, no name, no code. */
function isSentence(text: string): boolean {
  return / /.test(text) && /\b[A-Za-z]{2,}\b/.test(text.replaceAll(/`[^`]*`/g, '')) && !/\p{Script=Han}/u.test(text);
}

describe('what the engine says', () => {
  const files = MADE_IN.flatMap(filesIn).filter((file) => !ELSEWHERE.includes(file));
  // Of headings, which are not said, these files are full.
  const ofExports = [...fingerprints, commonResults].flatMap(({ name, byDay }) =>
    [name, byDay ?? ''].filter((text) => / [a-z]|^[a-z]/.test(text)).map((text) => ({ file: 'fingerprints.ts', text })),
  );
  const templates = [...files.flatMap(templatesIn), ...ofExports];
  const texts = Object.entries(messageTexts).map(([key, text]) => ({ template: key.replaceAll('{#}', '{}'), text }));
  const known = new Set([...texts.map(({ template }) => template), ...IN_PARTS]);

  it('has a Chinese text for every sentence', () => {
    const isNone = ({ file, text }: Template) =>
      NO_SENTENCES.some((one) => (typeof one === 'string' ? one === text : one.test(text))) ||
      (isSeed.test(text) && !file.startsWith('constraints'));
    const missing = templates.filter((one) => !known.has(one.text) && !isNone(one));
    expect(templates.length).toBeGreaterThan(600);
    expect(missing.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  it('has none for sentences that are said no more', () => {
    const said = new Set(templates.map(({ text }) => text));
    const kept = texts.map(({ template }) => template).filter(isSentence);
    expect(kept.filter((text) => !said.has(text) && !PUT_TOGETHER.some((one) => one.test(text)))).toEqual([]);
  });

  it('leaves no part out that a text does not make good', () => {
    const counted = texts.map(({ template, text }) => ({
      text,
      parts: template.split('{}').length - 1,
      inOrder: text.split('{}').length - 1,
      highest: Math.max(0, ...[...text.matchAll(/\{(\d)\}/g)].map(([, place]) => Number(place))),
    }));
    expect(counted.filter(({ parts, inOrder, highest }) => Math.max(inOrder, highest) > parts)).toEqual([]);
    expect(counted.filter(({ inOrder, highest }) => inOrder > 0 && highest > 0)).toEqual([]);
    expect(counted.filter(({ text }) => !/\p{Script=Han}|^[^\p{L}]*$/u.test(text))).toEqual([]);
  });
});
