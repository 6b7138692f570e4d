import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';
import { examplesIn } from '../../web/examples.ts';
import { namedIn } from '../../web/example-names.ts';
import { sourcedIn } from '../../web/example-sources.ts';
import { FIRST_NAMES, renamed } from '../../web/first-names.ts';
import { FIRST_SOURCES, sourcesInChinese } from '../../web/first-sources.ts';

const FOLDER = resolve(import.meta.dirname, '../../scenarios');
const examples = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }));
/** Names of companies, and the channels of Meridian's report: the same in any language. */
const OWN = /LinkedIn|Google|Facebook|Instagram|TikTok|Meridian(?! report)|^Channel\d+$/g;

/** The scenario's name and every label in it, wherever it stands. */
const namesIn = (text: string): readonly string[] => {
  const { scenario } = readScenario(text);
  const names = [scenario.name];
  JSON.stringify(scenario, (key, value: unknown) => {
    if (key === 'label' && typeof value === 'string') names.push(value);
    return value;
  });
  return names.map((name) => name.replaceAll(OWN, ''));
};

describe('an example', () => {
  it('that a first visit begins with needs no names but its own', () => {
    const { text } = examples.find(({ file }) => file === 'five-channels.yaml')!;
    expect(renamed('zh-CN', text, FIRST_NAMES)).toBe(namedIn('zh-CN', text));
  });

  it.each(examples)('has names in the language of its reader: $file', ({ text }) => {
    const [english, chinese] = [namesIn(namedIn('en', text)), namesIn(namedIn('zh-CN', text))];
    expect(english.filter((name) => /\p{Script=Han}/u.test(name))).toEqual([]);
    expect(chinese.filter((name) => /[A-Za-z]{2,}/.test(name.replaceAll(/B2B|Meridian/g, '')))).toEqual([]);
  });

  it('that a first visit begins with needs no sources but its own', () => {
    const { text } = examples.find(({ file }) => file === 'five-channels.yaml')!;
    const known = new Map(FIRST_SOURCES);
    expect(sourcesInChinese(text, (english) => known.get(english))).toBe(sourcedIn('zh-CN', text));
  });

  it.each(examples)('says where its numbers are from in the language of its reader: $file', ({ text }) => {
    expect(sourcedIn('en', text)).toBe(text);
    const chinese = sourcedIn('zh-CN', text);
    const { scenario } = readScenario(chinese);
    const sources = [scenario, ...Object.values(scenario.channels)].flatMap(({ source }) => source ?? []);
    expect(sources.length).toBeGreaterThan(4);
    expect(sources.filter((source) => !/\p{Script=Han}/u.test(source))).toEqual([]);
    // No other line is touched, and those read by people have the same numbers.
    const rest = (one: string) => one.replaceAll(/^( *)source: (?:>-\n(?:\1 {2}.*\n)+|.+\n)/gm, '');
    expect(rest(chinese)).toBe(rest(text));
    const numbers = (one: string) => one.match(/\d[\d,.]*\d|\d/g)?.sort();
    const monthless = chinese.replaceAll(/(\d{4}) 年 \d+ 月/g, '$1');
    expect(numbers(monthless)).toEqual(numbers(text));
  });

  it('is offered with the question that it answers', () => {
    const abouts = examplesIn('en').map(({ about }) => about);
    expect(abouts).toHaveLength(examples.length);
    expect(abouts.filter((about) => !about.includes('?') || about.includes('yaml'))).toEqual([]);
  });

  it('is the same in both but for its names', () => {
    for (const { text } of examples.filter(({ file }) => file !== 'meridian.yaml')) {
      const bare = (code: string) =>
        JSON.stringify(readScenario(namedIn(code, text)).scenario, (key, value: unknown) =>
          key === 'name' || key === 'label' ? undefined : value,
        );
      expect(bare('zh-CN')).toBe(bare('en'));
      expect(readScenario(namedIn('zh-CN', text)).warnings).toEqual(readScenario(text).warnings);
    }
  });
});
