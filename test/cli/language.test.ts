/** What commands say in Chinese has no English word left but names and units of the file, and is laid out as wide as it is shown. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { languageOf, localeOf } from '../../src/cli/language.ts';
import { terminalTexts } from '../../src/report/chinese/terminal.ts';
import { displayWidth } from '../../src/report/text/display-width.ts';
import { enterFolder, run, tiny } from './in-process.ts';

const root = join(import.meta.dirname, '../..');
const examples = readdirSync(join(root, 'scenarios')).filter((name) => name.endsWith('.yaml'));
const quick = ['--draws', '256', '--workers', '0'] as const;
const search = ['--search-draws', '64', '--gap', '5%', ...quick] as const;

/** Sections whose entries the planner names. */
const NAMED = ['channels', 'stresses', 'events', 'resources', 'segments', 'groups', 'ratios', 'metrics', 'assumptions'];

/** What the planner calls things: names of entries, and what stands under `label` and `name`. */
function ownNames(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' && ['label', 'name'].includes(path.at(-1) ?? '') ? [value] : [];
  }
  const keys = Object.keys(value);
  const isNamed = path.length === 1 ? NAMED.includes(path[0]!) : path.join('.') === 'screening.weights';
  return [
    ...(isNamed ? keys : []),
    ...Object.entries(value).flatMap(([key, inside]) => ownNames(inside, [...path, key])),
  ];
}

/** Terms that Chinese planners write so, units, names of files, options, and what else is typed. */
const TERMS =
  /\b(?:ROAS|CAC|CP[MCLA]|PERT|logit|metalog|Bonferroni|Apportion|LinkedIn|EUR|CNY|USD|SHA-256|Ctrl-C)\b|apportion \S+.*|[\w/.-]+\.(?:yaml|csv|json|xlsx)|--[a-z-]+|(?<=错误：)\w+(?=：)|'[^'\n]*'|(?<=是否指 )\w+|(?<=可选：|有 ).*/g;

/** A place in a file: `channels.search.limits.max[2]`. */
const PLACE = /(?<![\w-])[a-z]\w*(?:\[\d+\])?(?:\.\w+(?:\[\d+\])?)+/g;

/** What is left of a text without what the planner or the engine must write so. */
function withoutNames(text: string, own: readonly string[]): string {
  let left = text
    .replaceAll(/`[^`]*`/g, '')
    .replaceAll(PLACE, '')
    .replaceAll(/(?<=[A-Za-z])\n */g, ' ');
  for (const name of [...own].sort((a, b) => b.length - a.length)) {
    left = left.replaceAll(name, '');
    // In a narrow column, the beginning of a name.
    for (let k = name.length - 1; k > 3; k--) left = left.replaceAll(`${name.slice(0, k)}…`, '');
  }
  return left.replaceAll(TERMS, '');
}

/** Words of two Latin letters and more. */
function englishIn(text: string): readonly string[] {
  return [...new Set(text.match(/[A-Za-z]{2,}(?: [A-Za-z]+)*/g))];
}

/** What stands in the files of `check` as it was typed, and where. */
async function typedIn(args: readonly string[]): Promise<readonly string[]> {
  const { out } = await run([...args, '--json']);
  const findings: readonly Finding[] = JSON.parse(out);
  return findings.flatMap(({ assumptions, issues }) =>
    [...assumptions, ...issues].flatMap(({ path, text = path }) =>
      [path, ...path.split(/[.[\]]+/), text].filter(Boolean),
    ),
  );
}

interface Finding {
  readonly assumptions: readonly Typed[];
  readonly issues: readonly Typed[];
}

interface Typed {
  readonly path: string;
  readonly text?: string;
}

beforeAll(() => {
  enterFolder();
  for (const name of examples) writeFileSync(name, readFileSync(join(root, 'scenarios', name)));
  writeFileSync('tiny.yaml', tiny);
  writeFileSync('late.yaml', tiny.replace('budget: { total: 200 }', 'budget: { total: 100 }'));
  writeFileSync('clash.yaml', tiny.replace('max: 60', 'max: 60, min: 70'));
  writeFileSync(
    'narrow.yaml',
    tiny.replace('budget: { total: 200 }', 'budget: { total: 900 }\nconcentration: { maxShare: 40% }'),
  );
  writeFileSync('wrong.yaml', tiny.replace('0.02 to 0.03', 'a few').replace('plan: 50,', 'plan: -50,'));
  writeFileSync('actuals.csv', 'week,channel,spend,customers\n1,search,50,40\n1,social,55,0\n');
});

const commands: readonly (readonly string[])[] = [
  ...examples.map((name) => ['check', name]),
  ['simulate', 'retail-year.yaml', ...quick],
  ['simulate', 'five-channels.yaml', '--stress', 'media-30-percent-dearer', ...quick],
  ['optimize', 'five-channels.yaml', ...search],
  ['optimize', 'tiny.yaml', '--stability', '2', ...search],
  ['optimize', 'narrow.yaml', ...search],
  ['optimize', 'clash.yaml', ...search],
  ['frontier', 'tiny.yaml', '--points', '3', ...search],
  ['frontier', 'tiny.yaml', '--by', 'budget', '--points', '3', ...search],
  ['replan', 'tiny.yaml', '--after', '1', ...search],
  ['compare', 'tiny.yaml', ...search],
  ['compare', 'tiny.yaml', 'late.yaml', '--plan', 'both', ...search],
  ['stress', 'five-channels.yaml', ...quick],
  ['stress', 'tiny.yaml', '--react', '--reverse', '0', ...search],
  ['sensitivity', 'reseller-network.yaml', ...quick],
  ['sensitivity', 'tiny.yaml', '--given', 'search.efficiency highest 30%', ...quick],
  ['voi', 'tiny.yaml', ...search],
  ['voi', 'tiny.yaml', '--pilot', 'search', '--periods', '1', '--spend', '500', '--customers', '9', ...search],
  ['pilots', 'reseller-network.yaml', ...quick],
  ['finance', 'b2b-leads.yaml', ...quick],
  ['screen', 'reseller-network.yaml', ...quick],
  ['actuals', 'tiny.yaml', 'actuals.csv', ...quick],
  ['optimize', 'tiny.yaml', '--record', 'decision.json', ...search],
  ['check', 'wrong.yaml'],
  ['check', 'missing.yaml'],
  ['simulate', 'tiny.yaml', '--stress', 'deare'],
  ['simulate', 'tiny.yaml', '--draws', '5'],
  ['simulate', 'tiny.yaml', '--draws', 'many'],
  ['simulate', 'tiny.yaml', '--method', 'x'],
  ['simulate'],
  ['simulat', 'tiny.yaml'],
  ['simulate', 'tiny.yaml', '--dras', '5'],
  ['simulate', 'tiny.yaml', 'late.yaml'],
  ['replan', 'tiny.yaml'],
  ['voi', 'tiny.yaml', '--spend', '5'],
  ['report', 'tiny.yaml', '--format', 'xlsx'],
  ['init', 'tiny.yaml'],
  ['init', 'first.yaml'],
  ['init', 'other.yaml', '--example', 'five-chanels'],
];

describe('in Chinese', () => {
  it.each(commands.map((args) => [args.join(' '), args] as const))('%s has no English left', async (_, args) => {
    const { out, told } = await run([...args, '--language', 'zh']);
    const said = `${told}\n${out}`;
    const names = args.filter((word) => examples.includes(word));
    const own = [...names.map((name) => readFileSync(name, 'utf8')), tiny].flatMap((text) => ownNames(parse(text)));
    const typed = args[0] === 'check' ? await typedIn(args) : [];
    // Lines of the file are shown as they are.
    const shown = withoutNames(said.replaceAll(/^ *\d* │.*$/gm, ''), [...own, ...typed]);
    expect(englishIn(shown)).toEqual([]);
    expect(said).toMatch(/\p{Script=Han}/u);
    // Percents are written as Chinese writes them.
    expect(shown).not.toMatch(/\d[ \u00a0]%/);
    if (args[0] !== 'check') expect(out.split('\n').filter((line) => displayWidth(line) > 100)).toEqual([]);
  });

  it('checks a record again', async () => {
    const { out } = await run(['verify', 'decision.json', '--workers', '0', '--language', 'zh']);
    // The decision itself is told as the record holds it.
    const said = out.replace(/决策（英文原文）：[^]*?\n\n/, '');
    expect(said).toContain('重新计算的结果完全相同');
    expect(englishIn(withoutNames(said, ownNames(parse(tiny))))).toEqual([]);
  });

  it('gives other programs the same bytes', async () => {
    for (const args of [
      ['optimize', 'tiny.yaml', ...search],
      ['check', 'tiny.yaml'],
    ]) {
      const [english, chinese] = [await run([...args, '--json']), await run([...args, '--json', '--language', 'zh'])];
      expect(chinese.out).toBe(english.out);
    }
  });

  it('has a text for nothing that is said no more', () => {
    const sources = ['report/text', 'report/sentences', 'cli', 'numeric', 'domain']
      .flatMap((folder) => {
        const path = join(root, 'src', folder);
        return readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'));
      })
      .join('\n')
      .replaceAll(String.raw`\u00a0`, ' ')
      .replaceAll(String.raw`\'`, "'");
    const ofCommander = /^error: |^\(Did you mean|^Allowed choices/;
    const kept = Object.keys(terminalTexts).filter((key) => !ofCommander.test(key));
    expect(kept.length).toBeGreaterThan(200);
    // Headings are put together of words, so it is words that are looked for.
    const words = (key: string) => key.match(/[A-Za-z]{4,}/g) ?? [];
    expect(kept.filter((key) => words(key).some((word) => !sources.includes(word.replace(/s$/, ''))))).toEqual([]);
  });
});

describe('the language', () => {
  it('is what the command line says, wherever it says so', () => {
    expect(languageOf(['optimize', 'plan.yaml', '--language', 'zh'])).toBe('zh');
    expect(languageOf(['--language=zh', 'optimize', 'plan.yaml'], 'en_US.UTF-8')).toBe('zh');
    expect(languageOf(['--language', 'en', 'check', 'plan.yaml'], 'zh_CN.UTF-8')).toBe('en');
  });

  it('is else that of the environment, as far as there are texts in it', () => {
    const speaking = (locale: string) => languageOf(['check', 'plan.yaml'], locale);
    expect(['zh_CN.UTF-8', 'zh-TW', 'zh'].map(speaking)).toEqual(['zh', 'zh', 'zh']);
    expect(['zha_CN', 'de_DE.UTF-8', 'C', ''].map(speaking)).toEqual(['en', 'en', 'en', 'en']);
    expect(languageOf(['check', 'zh'])).toBe('en');
  });

  it('is first LC_ALL, then LC_MESSAGES, then LANG', () => {
    expect(localeOf({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('C');
    expect(localeOf({ LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'C' })).toBe('zh_CN.UTF-8');
    expect(localeOf({})).toBeUndefined();
  });

  it('that is none is refused', async () => {
    const { code, told } = await run(['check', 'tiny.yaml', '--language', 'fr']);
    expect(code).toBe(2);
    expect(told).toContain('Allowed choices are en, zh');
  });
});
