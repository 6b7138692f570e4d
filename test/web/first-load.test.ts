/** What a first visit fetches from the built page (`npm run build`), added up from the files: nothing here is timed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chineseOfLimits } from '../../src/constraints/chinese/table.ts';
import { targetWords } from '../../src/report/chinese/target-words.ts';

const BUILT = resolve(process.env['PAGE'] ?? join(import.meta.dirname, '../../dist/web'));
const assets = readdirSync(join(BUILT, 'assets'));
const html = readFileSync(join(BUILT, 'index.html'), 'utf8');

/** A file and all that it imports, not what it fetches later. */
function withImports(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    if (!name.endsWith('.js')) return;
    const code = readFileSync(join(BUILT, name), 'utf8');
    for (const [, other] of code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) visit(`assets/${other}`);
  };
  names.forEach(visit);
  return found;
}

const built = (name: string) => `assets/${assets.find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))}`;
const inPage = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, name]) => name!);

const page = withImports(['index.html', ...inPage, built('first-names')]);
const reader = withImports([built('reader.worker')]);
/** With the texts of answers. */
const live = withImports([built('live.worker'), built('en')]);

function kilobytes(names: Iterable<string>): number {
  const sizes = [...new Set(names)].map((name) => gzipSync(readFileSync(join(BUILT, name)), { level: 9 }).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

describe('a first visit', () => {
  it('fetches less than 200 kB until it can be used, by gzip as static hosts compress', () => {
    expect(kilobytes([...page, ...reader])).toBeLessThan(200);
  });

  it('fetches less than 60 kB until there is a page, and 290 until the first live answer', () => {
    expect(kilobytes(page)).toBeLessThan(60);
    expect(kilobytes([...page, ...reader, ...live])).toBeLessThan(290);
  });

  it('fetches nothing twice, and neither the solver nor a search', () => {
    const all = [...page, ...reader, ...live];
    expect(all.filter((name) => /highs|simplex|search/.test(name))).toEqual([]);
    // What the workers share is in files of its own.
    const both = [...reader].filter((name) => live.has(name));
    expect(kilobytes(both)).toBeGreaterThan(0.9 * kilobytes(reader));
  });

  it('fetches no Chinese of limits and targets with the English page', () => {
    const code = [...page, ...reader, ...live].map((name) => readFileSync(join(BUILT, name), 'utf8')).join('\n');
    const texts = [...chineseOfLimits, ...Object.values(targetWords)].flatMap((each) => Object.values(each.texts));
    expect(texts.length).toBeGreaterThan(50);
    // Short ones are words of others, too.
    expect(texts.filter((text) => text.length > 8 && code.includes(text))).toEqual([]);
  });

  it('runs no worker inside another one or the page', () => {
    const entries = assets.filter((name) => /\.worker-.*\.js$/.test(name)).map((name) => `assets/${name}`);
    expect(entries.length).toBeGreaterThanOrEqual(6);
    const beginnings = [...entries, built('page')];
    for (const entry of entries) {
      const own = withImports([entry]);
      expect(beginnings.filter((name) => own.has(name))).toEqual([entry]);
    }
  });
});
