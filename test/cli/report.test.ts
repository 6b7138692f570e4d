import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, quick, run, tiny } from './in-process.ts';

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
});

const made = ['--search-draws', '64', '--no-ranges', ...quick];

describe('report', () => {
  it('writes a page with drivers and stresses, as the name of the file ends', async () => {
    const { code, out, told } = await run(['report', 'tiny.yaml', '-o', 'tiny.html', ...made]);
    expect([code, out, told]).toEqual([0, '', '']);
    const page = readFileSync('tiny.html', 'utf8');
    expect(page).toContain('<!doctype html>');
    expect(page).toContain('What makes the outcome uncertain is above all');
    expect(page).toContain('Search is dearer');
  });

  it('writes a spreadsheet in Chinese', async () => {
    const { code } = await run(['report', 'tiny.yaml', '-o', 'tiny.xlsx', '--language', 'zh', ...made]);
    const { sheets } = await readXlsx(readFileSync('tiny.xlsx'));
    expect([code, sheets.length]).toEqual([0, 12]);
    expect(sheets[1]!.rows[1]![0]).toBe('搜索');
  });

  it('prints Markdown, and the numbers of the plan for another program', async () => {
    expect((await run(['report', 'tiny.yaml', '--format', 'md', ...made])).out).toMatch(/^# Tiny\n/);
    const { out } = await run(['report', 'tiny.yaml', '--format', 'csv', ...made]);
    expect(out.split('\r\n')).toHaveLength(1 + 2 * 2 * 2 + 1);
  });

  it('prints profit and cash on the terms that are asked for, and all that it found for another program', async () => {
    const terms = ['--collect-after', '1', '--chance', '90%'];
    const csv = await run(['report', 'tiny.yaml', '--format', 'csv', '--sheet', 'profit', ...terms, ...made]);
    expect(csv.out).toContain('"Cash at least, with 90 %"');
    // Nobody has paid by the end of the first period, when media have been: a negative number at the end of its line.
    expect(csv.out.split('\r\n')[1]).toMatch(/,-[\d.]+$/);
    const { finance, stresses, optimization } = JSON.parse(
      (await run(['report', 'tiny.yaml', '--json', ...terms, ...made])).out,
    );
    expect([finance.plan.name, finance.chance, finance.cash.lags.collect]).toEqual(['recommended', 0.9, 1]);
    expect([stresses.stresses.length, optimization.status]).toEqual([1, expect.any(String)]);
  });

  it('refuses a table that there is none of', async () => {
    const { code, told } = await run(['report', 'tiny.yaml', '--format', 'csv', '--sheet', 'pilots', ...made]);
    expect([code, told]).toEqual([2, expect.stringContaining("nothing for 'pilots'")]);
    expect((await run(['report', 'tiny.yaml', '--sheet', 'profit', ...made])).told).toContain('of a csv');
  });

  it('writes no page under the name of something else', async () => {
    const { code, told } = await run(['report', 'tiny.yaml', '-o', 'tiny.pdf', ...made]);
    expect([code, told]).toEqual([2, expect.stringContaining('cannot be written as .pdf\n  End the name in .html, ')]);
    expect(existsSync('tiny.pdf')).toBe(false);
    const zh = await run(['report', 'tiny.yaml', '-o', 'tiny.docx', '--language', 'zh', ...made]);
    expect(zh.told).toContain('请让文件名以 .html, .xlsx, .csv, .md, .json 结尾');
    const asked = await run(['report', 'tiny.yaml', '-o', 'tiny.txt', '--format', 'md', ...made]);
    expect([asked.code, readFileSync('tiny.txt', 'utf8').slice(0, 6)]).toEqual([0, '# Tiny']);
  });

  it('does not print a spreadsheet', async () => {
    const { code, told } = await run(['report', 'tiny.yaml', '--format', 'xlsx', ...made]);
    expect(code).toBe(2);
    expect(told).toContain('name one with -o');
  });
});
