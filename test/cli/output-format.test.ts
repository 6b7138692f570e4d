/** What is written, by how the name of the output file ends. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, quick, run, tiny } from './in-process.ts';

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
});

const search = ['--search-draws', '64', '--no-ranges', ...quick];

/** Commands that write what they print, or JSON. */
const shown = [
  'actuals',
  'compare',
  'finance',
  'frontier',
  'pilots',
  'screen',
  'sensitivity',
  'stress',
  'voi',
] as const;
const NEEDED: Partial<Record<string, readonly string[]>> = {
  compare: ['tiny.yaml'],
  actuals: ['actuals.csv'],
};

describe('the name of an output file', () => {
  it('makes `optimize` write what `report` writes', async () => {
    for (const name of ['plan.html', 'Plan.CSV']) {
      const { code, out } = await run(['optimize', 'tiny.yaml', '-o', name, ...search]);
      expect([code, out]).toEqual([0, '']);
      await run(['report', 'tiny.yaml', '-o', `report-${name}`, ...search]);
      expect(readFileSync(name, 'utf8')).toBe(readFileSync(`report-${name}`, 'utf8'));
    }
    expect(readFileSync('plan.html', 'utf8')).toContain('<!doctype html>');
  });

  it("makes `simulate` write a page of today's plan", async () => {
    expect((await run(['simulate', 'tiny.yaml', '-o', 'today.html', ...quick])).code).toBe(0);
    const page = readFileSync('today.html', 'utf8');
    expect(page).toContain('<!doctype html>');
    expect(page).not.toContain('Recommended');
  });

  it('makes `replan` write a page of the rest of the plan, in both languages, and a spreadsheet', async () => {
    writeFileSync('spent.csv', 'week,search,social\n1,90,30\n');
    const args = ['replan', 'tiny.yaml', '--after', '1', '--spent', 'spent.csv', ...search];
    expect(await run([...args, '-o', 'rest.md'])).toMatchObject({ code: 0, out: '' });
    const page = readFileSync('rest.md', 'utf8');
    expect(page).toContain('With 1 of 2 weeks gone and 120 of 200\u00a0EUR spent, the recommended plan');
    expect(page).toContain('Of the budget 80\u00a0EUR are left for week\u00a02.');
    // 100 were planned in the first of two weeks, 120 were spent, and 80 are left.
    expect(page).toMatch(/All channels\W+100\W+120\W+100\W+80\W/);
    expect(page).toContain('SHA-256 of spent.csv');
    await run([...args, '-o', 'rest.html', '--language', 'zh']);
    expect(readFileSync('rest.html', 'utf8')).toContain('方案的其余部分');
    await run([...args, '-o', 'rest.xlsx']);
    expect(readFileSync('rest.xlsx').subarray(0, 2).toString()).toBe('PK');
  });

  it('keeps a record beside a page', async () => {
    await run(['simulate', 'tiny.yaml', '-o', 'kept.html', '--record', 'kept.json', ...quick]);
    expect(readFileSync('kept.html', 'utf8')).toContain('<!doctype html>');
    expect((await run(['verify', 'kept.json', '--workers', '0'])).code).toBe(0);
  });

  it.each(shown)('is refused by `%s` where it promises a page, before anything is done', async (command) => {
    const file = `${command}.html`;
    const { code, out, told } = await run([command, 'tiny.yaml', ...(NEEDED[command] ?? []), '-o', file]);
    expect([code, out, existsSync(file)]).toEqual([2, '', false]);
    expect(told).toContain(`${file}: error: cannot be written as .html`);
    expect(told).toContain('End the name in .txt, .json; `apportion report` writes the recommended plan as .html.');
  });

  it('is refused where nothing is written like that, in Chinese as well', async () => {
    const { code, told } = await run(['optimize', 'tiny.yaml', '-o', 'plan.pdf', '--language', 'zh', ...search]);
    expect([code, existsSync('plan.pdf')]).toEqual([2, false]);
    expect(told).toContain('不能写成 .pdf');
    expect(told).toContain('请让文件名以 .txt, .html, .xlsx, .csv, .md, .json 结尾。');
  });

  it('may be any where JSON is asked for, and have no ending', async () => {
    expect((await run(['simulate', 'tiny.yaml', '-o', 'figures.out', '--json', ...quick])).code).toBe(0);
    expect(JSON.parse(readFileSync('figures.out', 'utf8'))).toHaveProperty('plans');
    expect((await run(['simulate', 'tiny.yaml', '-o', 'words', ...quick])).code).toBe(0);
    expect(readFileSync('words', 'utf8')).toContain('Tiny');
  });

  it('is refused by `import` where a scenario is not named like one', async () => {
    const { code, told } = await run(['import', 'leads.csv', '-o', 'plan.json']);
    expect([code, existsSync('plan.json')]).toEqual([2, false]);
    expect(told).toContain('End the name in .yaml, .yml');
  });
});
