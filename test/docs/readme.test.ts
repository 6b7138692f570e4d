import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';
import { build, start } from '../cli/built.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  version: string;
};

describe.each([
  ['README.md', ['search', 'social']],
  ['README.zh.md', ['搜索', '社交媒体']],
])('%s', (file, channels) => {
  const readme = readFileSync(join(root, file), 'utf8');
  const blocks = (language: string) =>
    [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
      .filter((match) => match[1] === language)
      .map((match) => match[2]!);
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  let program: string;

  beforeAll(() => {
    program = build();
    writeFileSync(join(folder, 'spring.yaml'), blocks('yaml')[0]!);
    writeFileSync(join(folder, 'spent.csv'), blocks('csv')[0]!);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('shows a scenario that reads without a warning', () => {
    expect(blocks('yaml')).toHaveLength(1);
    const { scenario, warnings } = readScenario(blocks('yaml')[0]!);
    expect(warnings).toEqual([]);
    expect(Object.keys(scenario.channels)).toEqual(channels);
  });

  const commands = blocks('sh')
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');

  it('names only commands that exist', () => {
    expect(commands.length).toBeGreaterThanOrEqual(6);
    for (const command of commands) {
      for (const part of command.split(' && ')) {
        if (part === 'npm ci' || part === 'npm start' || part === 'npm test') continue;
        const script = /^npm run ([\w:]+)$/.exec(part)?.[1];
        if (script !== undefined) expect(packageJson.scripts).toHaveProperty(script);
        else expect(part).toMatch(/^npx apportion /);
      }
    }
  });

  it.each(commands.filter((command) => command.startsWith('npx apportion ')))('runs: %s', async (command) => {
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]!);
    const ended = await start(program, words.slice(2), { folder });
    // On a busy machine lines of progress, but nothing else.
    expect(ended.told).toMatch(/^(\w+: .* so far\n)*$/);
    expect(ended.code).toBe(0);
    if (!command.includes('--output')) expect(ended.out.length).toBeGreaterThan(100);
  });

  it.each(blocks('js'))('has a program for the library that runs', (code) => {
    // The package as it is installed: its own name, resolved in a folder above the program.
    const installed = join(folder, 'node_modules');
    execFileSync('mkdir', ['-p', installed]);
    const compiled = fileURLToPath(new URL(`file://${program.replace('dist/cli/main.js', '')}`));
    symlinkSync(compiled, join(installed, 'apportion'));
    writeFileSync(join(folder, 'program.mjs'), code);
    const out = execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(out).toMatch(/^optimal \d+(\.\d+)? ± \d+(\.\d+)?\n$/);
  });

  it('names folders and links to files that exist', () => {
    const folders = readme.matchAll(/`((?:src|web|scenarios|bench|docs)[\w/.-]*)`/g);
    const links = readme.matchAll(/\]\(([^)#]+)[^)]*\)/g);
    const named = [...folders, ...links].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(6);
    for (const path of named) {
      if (path.includes('my-curve') || path === 'dist/web') continue;
      expect(existsSync(join(root, path)), path).toBe(true);
    }
  });
});

describe('the version', () => {
  it('is that of the package', async () => {
    const { VERSION } = await import('../../src/version.ts');
    expect(VERSION).toBe(packageJson.version);
  });
});
