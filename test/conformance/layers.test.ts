import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * From the bottom up: a file may import its own folder and what lies below it. Files of one line may import each other.
 * The nouns, the interfaces of families and the errors lie beneath everything; they hold types, and no code but errors.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['domain.ts', 'domain', 'families', 'errors.ts', 'version.ts'],
  ['numeric'],
  ['kernel'],
  ['random', 'statistics', 'formula', 'distributions', 'responses', 'carryover', 'targets', 'linear'],
  ['tables'],
  // A limit tells what is wrong with it in a file, and a file has the fields that limits tell.
  ['scenario', 'constraints'],
  ['importers'],
  ['simulate'],
  ['optimize'],
  ['compare', 'stress', 'sensitivity', 'information', 'finance', 'pilots', 'screen'],
  ['report'],
  ['replan'],
  ['actuals'],
  ['worker'],
  ['runs'],
  ['pictures'],
  ['documents'],
  ['index.ts', 'node.ts', 'browser.ts'],
  // The one names what the other has, which begins with it.
  ['cli', 'program.ts'],
];

const SOURCE = resolve(import.meta.dirname, '../../src');

/** Import statements of a file, with those that only import types (nothing of them is left at run time) and those that are fetched late told apart. */
function importsOf(file: string): { path: string; typeOnly: boolean; late: boolean }[] {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/gm)];
  const written = found.map((match) => ({
    path: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined,
    late: match[3] !== undefined,
  }));
  // What draws is compiled to calls of the library that draws.
  return file.endsWith('.tsx') ? [...written, { path: 'preact', typeOnly: false, late: false }] : written;
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

const edgesIn = (folder: string) =>
  filesIn(folder).flatMap((name) => {
    const from = join(folder, name);
    return importsOf(from)
      .filter(({ path }) => path.startsWith('.'))
      .map(({ path, typeOnly, late }) => ({ from, to: resolve(dirname(from), path), typeOnly, late }));
  });

const files = filesIn(SOURCE);

function layerOf(file: string): number {
  const [top = ''] = relative(SOURCE, file).split('/');
  const layer = LAYERS.findIndex((members) => members.includes(top));
  if (layer === -1) throw new Error(`${top} has no layer: add it to LAYERS`);
  return layer;
}

const edges = edgesIn(SOURCE);

/** Files that import themselves by way of others, and those between two such circles. */
function tiedInCircles(imports: readonly { from: string; to: string }[]): ReadonlySet<string> {
  let left = imports.filter(({ from, to }) => from !== to);
  for (;;) {
    const [above, below] = [new Set(left.map(({ from }) => from)), new Set(left.map(({ to }) => to))];
    const next = left.filter(({ from, to }) => above.has(to) && below.has(from));
    if (next.length === left.length) return above;
    left = next;
  }
}

describe('the layers of src', () => {
  it('sees the imports of every folder', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(edges.length).toBeGreaterThan(files.length);
  });

  it('imports run downwards only', () => {
    const upwards = edges
      .filter(({ from, to, typeOnly }) => {
        const [above, below] = [layerOf(from), layerOf(to)];
        // The nouns name types of every layer; nothing of them is left at run time.
        if (above === 0 && typeOnly) return false;
        return below > above;
      })
      .map(({ from, to }) => `${relative(SOURCE, from)} → ${relative(SOURCE, to)}`);
    expect(upwards).toEqual([]);
  });

  it('has no cycle of imports', () => {
    const next = new Map<string, string[]>();
    for (const { from, to, typeOnly } of edges) if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path, file].map((step) => relative(SOURCE, step)).join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const to of next.get(file) ?? []) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of next.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('names types in a circle only where a scenario has the limits that limits say it has', () => {
    const isOfLimits = (file: string) =>
      /^(domain|constraints|scenario\/(schema|check))\b|^(families\/constraint|scenario\/window)\.ts$/.test(file);
    const tied = [...tiedInCircles(edges)].map((file) => relative(SOURCE, file));
    expect(tied).toContain('families/constraint.ts');
    expect(tied.filter((file) => !isOfLimits(file))).toEqual([]);
  });

  it('has no circle in the page, of types either; but what is fetched late names types of who fetches it', () => {
    const web = edgesIn(resolve(SOURCE, '../web'));
    expect(web.length).toBeGreaterThan(1000);
    expect([...tiedInCircles(web.filter(({ late }) => !late))]).toEqual([]);
  });
});

describe('what the engine may use', () => {
  const HOSTS = new Set(['cli', 'program.ts', 'node.ts', 'browser.ts', 'index.ts', 'worker']);
  const engine = files.filter((name) => !HOSTS.has(name.split('/')[0]!));
  const code = (name: string) =>
    readFileSync(join(SOURCE, name), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '')
      .replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");

  it('uses no function of Math that differs between engines, and no `**`', () => {
    const allowed = /^(sqrt|abs|min|max|floor|ceil|trunc|round|sign|imul|clz32|fround|[A-Z][A-Z0-9_]*)$/;
    const found = engine.flatMap((name) =>
      [...code(name).matchAll(/\bMath\.(\w+)|(\*\*)/g)]
        .filter((match) => match[2] !== undefined || !allowed.test(match[1]!))
        .map((match) => `${name}: ${match[0]}`),
    );
    expect(found).toEqual([]);
  });

  it('names no host, clock or global generator', () => {
    const found = engine.flatMap((name) =>
      [
        ...code(name).matchAll(
          /\bdocument\.(?:body|create|get|query)|\b(window|process|navigator|localStorage|fetch|performance)\b\s*[.(]|\bDate\b|\bnew Function\b|\beval\(/g,
        ),
      ].map((match) => `${name}: ${match[0]}`),
    );
    expect(found).toEqual([]);
  });

  it('imports nothing of Node', () => {
    const found = engine.flatMap((name) =>
      importsOf(join(SOURCE, name))
        .filter(({ path }) => path.startsWith('node:'))
        .map(({ path }) => `${name}: ${path}`),
    );
    expect(found).toEqual([]);
  });

  it('imports only packages that come with it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(SOURCE, '../package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const packages = files.flatMap((name) =>
      importsOf(join(SOURCE, name))
        .filter(({ path, typeOnly }) => !typeOnly && !path.startsWith('.') && !path.startsWith('node:'))
        .map(({ path }) => (path.startsWith('@') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0]!)),
    );
    expect([...new Set(packages)].toSorted()).toEqual(Object.keys(dependencies).toSorted());
  });
});
