import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stressLibrary } from '../../src/stress/library.ts';
import { run } from '../cli/in-process.ts';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const page = readFileSync(join(docs, 'practices.md'), 'utf8');
const [, ...named] = [...page.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
const written = readFileSync(join(docs, 'format.md'), 'utf8');

describe('the page on practices', () => {
  it('names commands that there are, and all that decide something', async () => {
    const { out } = await run(['--help']);
    const commands = named.flatMap((name) => /^apportion (\w+)/.exec(name)?.[1] ?? []);
    for (const command of commands) expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    const all = [...out.matchAll(/^ {2}([a-z]+) \[options\] </gm)].map((match) => match[1]!);
    expect(all.filter((command) => !commands.includes(command))).toEqual([]);
  });

  it('names fields that there are', () => {
    const fields = named.filter((name) => /^[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)?$/.test(name));
    expect(fields.length).toBeGreaterThan(25);
    const known = (field: string) =>
      new RegExp(`^\\| \`(?:[\\w.]+\\.)?${field.replace('.', '(?: \\(\\w+\\))?\\.')}\``, 'm');
    expect(fields.filter((field) => !known(field).test(written))).toEqual([]);
  });

  it('names stresses and pages that there are', () => {
    expect(stressLibrary.map(({ name }) => name)).toContain('partner-fails');
    const pages = [...page.matchAll(/\]\(([\w-]+\.md)\)/g)].map((match) => match[1]!);
    expect(pages.length).toBeGreaterThan(8);
    for (const file of pages) expect(existsSync(join(docs, file)), file).toBe(true);
  });
});
