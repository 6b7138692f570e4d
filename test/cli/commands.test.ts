import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { enterFolder, quick, run, tiny } from './in-process.ts';

/** Every command of the help. */
const [listed] = /(?<=^Commands:\n)[\s\S]*?(?=^Practice:)/m.exec((await run(['--help'])).out)!;
const commands = [...listed.matchAll(/^ {2}([a-z]+) /gm)]
  .map((match) => match[1]!)
  .filter((command) => command !== 'help');
const exported = new URL('../fixtures/exports/', import.meta.url).pathname;
const meridian = new URL('../fixtures/meridian/optimization_output_fixed_budget.html', import.meta.url).pathname;

beforeAll(() => {
  enterFolder();
  writeFileSync('tiny.yaml', tiny);
  writeFileSync('wrong.yaml', tiny.replace('plan: 50, limits', 'plan: -50, limit'));
  writeFileSync('over.yaml', tiny.replace('plan: 50 }', 'plan: 50, limits: { max: 30 } }'));
  writeFileSync('hill.yaml', tiny.replace('exponential, scale: 100', 'hill, halfSaturation: 100, slope: 2'));
});

describe('help', () => {
  it('names every command and ends well', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(commands).toEqual(expect.arrayContaining(['init', 'screen', 'optimize', 'pilots', 'actuals', 'serve']));
    expect(commands.length).toBeGreaterThanOrEqual(19);
    expect(out).toContain('Practice: ');
    expect(await run(['--version'])).toEqual({ code: 0, out: `${VERSION}\n`, told: '' });
  });

  it.each(commands)('of %s says which practice it serves and shows examples', async (command) => {
    const { code, out } = await run([command, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Practice: \w/m);
    expect(out).toMatch(new RegExp(`^Examples:\n(?:  apportion .*\n)*?  apportion ${command} ?`, 'm'));
  });
});

describe('a slip in the command', () => {
  it.each([
    [['simulat', 'tiny.yaml'], 'Did you mean simulate?'],
    [['simulate', 'tiny.yaml', '--drows', '5'], 'Did you mean --draws?'],
    [['simulate', 'tiny.yaml', '--draws', 'many'], '--draws'],
    [['simulate', 'tiny.yaml', '--draws', '3'], 'from 256 to'],
    [['simulate', 'tiny.yaml', '--draws', '1000.5'], 'whole number'],
    [['simulate', 'tiny.yaml', '--precision', '90%'], 'to 50%'],
    [['simulate', 'tiny.yaml', '--method', 'magic'], 'sobol'],
    [['simulate', 'tiny.yaml', '--draws', '1k', '--precision', '1%'], 'cannot be used with'],
    [['simulate', 'tiny.yaml', '--stress', 'deerer'], 'Did you mean `dearer`?'],
    [['simulate', 'nothing.yaml'], 'nothing.yaml: error: cannot be read: there is no such file or folder'],
    [['simulate', '.'], 'cannot be read: is a folder, not a file'],
    [['init', 'a.yaml', '--example', 'five-chanels'], 'Did you mean `five-channels`?'],
    [['import', 'meridan', 'x'], 'Did you mean meridian?'],
    [['simulate'], "missing required argument 'file'"],
    [[], 'Usage: apportion'],
  ])('%j is answered with help and exit code 2', async (args, words) => {
    const { code, out, told } = await run(args);
    expect(told).toContain(words);
    expect([code, out]).toEqual([2, '']);
  });
});

describe('check', () => {
  it('says in words how each uncertain number was understood', async () => {
    const { code, out } = await run(['check', 'tiny.yaml']);
    expect(code).toBe(0);
    expect(out).toContain('tiny.yaml: no errors, 2 uncertain numbers');
    expect(out).toMatch(/efficiency +0.02 to 0.04 +90 % between 0.020 and 0.040/);
  });

  it('shows every error with its line and a mark, in all files', async () => {
    const { code, out } = await run(['check', 'wrong.yaml', 'tiny.yaml', 'nothing.yaml']);
    expect(code).toBe(2);
    expect(out).toMatch(/^wrong\.yaml:9:19: error: channels\.social\.plan: .*\n {5}9 │ {3}social: .*\n {7}│ {19}\^$/m);
    expect(out).toMatch(/^wrong\.yaml:9:24: error: channels\.social\.limit: /m);
    expect(out).toContain('wrong.yaml: 2 errors\n');
    expect(out).toContain('tiny.yaml: no errors');
    expect(out).toContain('nothing.yaml: error: cannot be read');
  });

  it('tells other programs the same as JSON', async () => {
    const { code, out } = await run(['check', '--json', 'wrong.yaml', 'tiny.yaml']);
    const [wrong, right] = JSON.parse(out);
    expect([code, wrong.ok, right.ok]).toEqual([2, false, true]);
    expect(wrong.issues).toHaveLength(2);
    expect(right.assumptions).toMatchObject([
      { path: 'channels.search.efficiency' },
      { path: 'channels.social.efficiency' },
    ]);
  });

  it('finds the files that a file extends beside it, and their lines', async () => {
    writeFileSync('base.yaml', tiny.replace('0.02 to 0.03', '3 to 1'));
    writeFileSync('over-base.yaml', 'apportion: 1\nextends: base.yaml\nname: Over\n');
    const { code, out } = await run(['check', 'over-base.yaml']);
    expect(code).toBe(2);
    expect(out).toMatch(/^base\.yaml:9:\d+: error: channels\.social\.efficiency/m);
    expect(out).toContain(' 9 │ ');
  });
});

describe('simulate', () => {
  it("shows what today's plan leads to, and nothing else when nobody watches", async () => {
    const { code, out, told } = await run(['simulate', 'tiny.yaml', ...quick]);
    expect([code, told]).toEqual([0, '']);
    expect(out).toMatch(/Today's plan is expected to earn [\d,.]+ ± [\d.]+ EUR of profit\./);
    expect(out).toContain('搜索');
    expect(out).toContain('apportion simulate tiny.yaml --stress dearer');
  });

  it('gives the same bytes again, and others with another seed, method or stress', async () => {
    const json = async (...more: string[]) => (await run(['simulate', 'tiny.yaml', '--json', ...quick, ...more])).out;
    const usual = await json();
    expect(JSON.parse(usual).draws).toEqual({ seed: 'apportion', method: 'sobol', judging: 256 });
    expect(await json()).toBe(usual);
    for (const other of [
      ['--seed', 'b'],
      ['--method', 'plain'],
    ])
      expect(await json(...other)).not.toBe(usual);
    const profit = (text: string) => JSON.parse(text).plans[0].metrics.profit.mean.value;
    expect(profit(await json('--stress', 'dearer'))).toBeLessThan(profit(usual));
  });

  it('draws on until the precision is reached', async () => {
    const { out } = await run(['simulate', 'tiny.yaml', '--json', '--workers', '0', '--precision', '0.5%']);
    const { mean } = JSON.parse(out).plans[0].metrics.profit;
    expect(mean.standardError).toBeLessThanOrEqual(0.005 * mean.value);
  });
});

describe('optimize', () => {
  const search = ['--search-draws', '64', ...quick];

  it("recommends a plan within the limits, judged beside today's", async () => {
    const { code, out } = await run(['optimize', 'tiny.yaml', '--json', ...search]);
    const report = JSON.parse(out);
    expect([code, report.optimization.status]).toEqual([0, 'optimal']);
    const names = report.plans.map(({ plan }: { plan: string }) => plan);
    expect(names).toEqual(['today', 'equal marginal return', 'recommended']);
    expect(report.plans[2].totalSpend).toBeCloseTo(200, 6);
    expect(out).not.toContain('null');
  });

  it('writes the same text to a file, and prints nothing then', async () => {
    const printed = await run(['optimize', 'tiny.yaml', ...search]);
    const written = await run(['optimize', 'tiny.yaml', ...search, '-o', 'report.txt']);
    expect([written.code, written.out]).toEqual([0, '']);
    expect(readFileSync('report.txt', 'utf8')).toBe(printed.out);
    expect(printed.out).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('writes JSON to a file whose name ends so', async () => {
    const printed = await run(['optimize', 'tiny.yaml', '--json', ...search]);
    const written = await run(['optimize', 'tiny.yaml', ...search, '-o', 'Report.JSON']);
    expect([written.code, written.out]).toEqual([0, '']);
    expect(readFileSync('Report.JSON', 'utf8')).toBe(printed.out);
  });

  it('names the limits that cannot hold together, with exit code 1', async () => {
    const { code, out } = await run(['optimize', 'over.yaml', ...search]);
    expect(code).toBe(1);
    expect(out).toContain('No plan can satisfy all limits.');
    // Two weeks of at most 30 and at most 60 are 180 of 200.
    expect(out).toContain('lower «total budget» by 20 EUR, to 180');
  });

  it('proves plans for S-curves', async () => {
    const { code, out } = await run(['optimize', 'hill.yaml', ...search]);
    expect(code).toBe(0);
    expect(out).toContain('Proven: no plan within the limits');
  });

  it('prints nothing half-done when it is stopped', async () => {
    const stop = new AbortController();
    const running = run(['optimize', 'tiny.yaml', '--draws', '1M', '--workers', '0', '-o', 'stopped.txt'], stop);
    setTimeout(() => stop.abort(), 100);
    expect(await running).toEqual({ code: 130, out: '', told: 'Cancelled: there is no result.\n' });
    expect(existsSync('stopped.txt')).toBe(false);
  });
});

describe('init', () => {
  it('writes a scenario that is understood without a warning and has a best plan', async () => {
    expect((await run(['init', 'mine.yaml'])).code).toBe(0);
    expect((await run(['check', 'mine.yaml'])).out).toContain('mine.yaml: no errors, 14 uncertain numbers');
    expect((await run(['optimize', 'mine.yaml', '--search-draws', '64', ...quick])).code).toBe(0);
  });

  it('writes the same scenario in Chinese', async () => {
    expect((await run(['init', 'first.yaml'])).code).toBe(0);
    expect((await run(['init', 'first.zh.yaml', '--language', 'zh'])).code).toBe(0);
    const numbers = async (file: string) => {
      const [{ issues, assumptions }] = JSON.parse((await run(['check', file, '--json'])).out);
      return { issues, words: assumptions.map(({ words }: { words: string }) => words.replaceAll('CNY', 'EUR')) };
    };
    expect((await numbers('first.zh.yaml')).issues).toEqual([]);
    expect(await numbers('first.zh.yaml')).toEqual(await numbers('first.yaml'));
    const stressed = await run(['simulate', 'first.zh.yaml', '--stress', '点击涨价', '--json', ...quick]);
    expect(JSON.parse(stressed.out).scenario.channels).toHaveLength(3);
  });

  it('overwrites no file unless it is told to', async () => {
    writeFileSync('there.yaml', 'mine');
    const refused = await run(['init', 'there.yaml', '--example', 'five-channels']);
    expect([refused.code, readFileSync('there.yaml', 'utf8')]).toEqual([2, 'mine']);
    expect(refused.told).toContain('--force');
    expect((await run(['init', 'there.yaml', '--example', 'five-channels', '--force'])).code).toBe(0);
    expect(readFileSync('there.yaml', 'utf8')).toContain('channels:');
    expect(readdirSync('.').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('import and schema', () => {
  it("makes a scenario from Meridian's report that is understood", async () => {
    const imported = await run(['import', 'meridian', meridian, '-o', 'imported.yaml']);
    expect([imported.code, imported.out]).toEqual([0, '']);
    expect((await run(['check', 'imported.yaml'])).code).toBe(0);
  });

  it('makes a scenario from exports of a CRM and a platform, and says what was found', async () => {
    const files = ['zoho_leads.csv', 'zoho_deals.csv', 'tiktok_ads_en.xlsx'].map((name) => `${exported}${name}`);
    const { code, out, told } = await run(['import', ...files, '--map', 'FB=Meta Ads', '-o', 'crm.yaml']);
    expect([code, out]).toEqual([0, '']);
    expect(told).toContain('Look into: zoho_leads.csv: 12 rows with a number that another has: counted once.');
    expect(told).toMatch(/Wrote crm.yaml. Next: apportion check crm.yaml\n$/);
    expect((await run(['check', 'crm.yaml'])).code).toBe(0);
    expect((await run(['optimize', 'crm.yaml', ...quick, '--search-draws', '64'])).code).toBe(0);
  });

  it('speaks Chinese of exports where that is asked for, of what is wrong as well', async () => {
    const { told } = await run(['import', `${exported}baidu_gbk.csv`, '--language', 'zh', '-o', 'baidu.yaml']);
    expect(told).toContain('请核对：baidu_gbk.csv：没有说明货币，假定为 CNY。');
    expect(readFileSync('baidu.yaml', 'utf8')).toContain('name: 截至 2026-06-29 的历史（导入）');
    writeFileSync('leads.csv', 'Record Id,Lead Owner,Is Converted,Lead Source,Created Time\n1,x,true,Web,soon\n');
    expect((await run(['import', 'leads.csv', '--language', 'zh'])).told).toContain('列 "Created Time"：不是日期');
  });

  it('says what is wrong with exports, and where', async () => {
    writeFileSync('leads.csv', 'Record Id,Lead Owner,Is Converted,Lead Source,Created Time\n1,x,true,Web,soon\n');
    const { code, told } = await run(['import', 'leads.csv']);
    expect([code, told]).toEqual([
      2,
      expect.stringContaining('leads.csv:2:5: error: column "Created Time": is not a day'),
    ]);
    expect((await run(['import', 'leads.csv', '--map', 'Web'])).told).toContain('a source and a channel');
    expect((await run(['import', 'none.csv'])).told).toContain('none.csv: error: cannot be read');
    expect((await run(['import'])).code).toBe(2);
  });

  it('prints a JSON Schema', async () => {
    const { code, out } = await run(['schema']);
    expect([code, JSON.parse(out).title]).toEqual([0, 'Apportion scenario']);
  });
});

describe('a mistake of ours', () => {
  const terminal = {
    print: () => Promise.reject(new Error('boom')),
  };

  it('has exit code 70 and asks to be reported, with the place only when that is asked for', async () => {
    const { code, told } = await run(['schema'], { terminal });
    expect(code).toBe(70);
    expect(told).toMatch(/failed: boom\nThis is a mistake of ours, .*Please report it/);
    expect(told).not.toMatch(/^ +at /m);
    expect((await run(['schema', '--debug'], { terminal, debug: true })).told).toMatch(/^ +at /m);
  });
});
