import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterFolder, run } from '../cli/in-process.ts';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));

/** Every line of the blocks of commands, by guide, without what is said about it. */
const commands = readdirSync(docs).flatMap((guide) =>
  [...readFileSync(join(docs, guide), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .flatMap((match) => match[1]!.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line.startsWith('apportion '))
    .map((line) => [guide, line] as const),
);

const plan = (social: string) => `apportion: 1
name: ${social}
currency: EUR
horizon: { start: 2027-03-01, periods: 4, unit: week }
budget: { total: 200k }
value: { orderValue: 70 to 95, grossMargin: 45% }
channels:
  search:
    price: { cpc: 0.60 to 0.95 }
    funnel: { clickToCustomer: 2.5% to 4% }
    response: { curve: exponential, scale: 25k to 60k }
    plan: 25k
  social:
    price: { cpc: ${social} }
    funnel: { clickToCustomer: 2% to 4% }
    response: { curve: exponential, scale: 20k to 50k }
    plan: 25k
stresses:
  my-own: { multiply: { search.price: 1.2 } }
`;
const spend = (search: number) => `week,search,social\n${[1, 2, 3, 4].map((w) => `${w},${search},20000`).join('\n')}\n`;

/** The scenario that a guide shows. */
const exampleOf = (guide: string) =>
  /(?<=^```yaml\n)[\s\S]*?(?=^```$)/m.exec(readFileSync(join(docs, `${guide}.md`), 'utf8'))![0];

/** What the files of the guide on imports are. */
const EXPORTS = {
  'leads.csv': 'zoho_leads.csv',
  'deals.csv': 'zoho_deals.csv',
  'google.csv': 'google_ads_en.csv',
  'linkedin.csv': 'linkedin_ads_en_utf16.csv',
  'leads.xlsx': 'fxiaoke_销售线索.xlsx',
  'deals.xlsx': 'fxiaoke_商机.xlsx',
  'orders.xlsx': 'fxiaoke_销售订单.xlsx',
  'ocean.csv': 'oceanengine_zh.csv',
  'baidu.csv': 'baidu_gbk.csv',
  'costs.xlsx': 'jiandaoyun_渠道费用.xlsx',
  'customers.xlsx': 'jiandaoyun_客户档案.xlsx',
  'orders.csv': 'jiandaoyun_订单_gbk.csv',
};

/** The searches of a guide's command need not be good. */
const SEARCHING = /^apportion (optimize|compare|stress|finance|pilots)/;

describe('commands of the guides', () => {
  enterFolder();

  beforeAll(() => {
    for (const name of ['plan', 'base', 'a']) writeFileSync(`${name}.yaml`, plan('0.50 to 0.90'));
    for (const name of ['launch', 'b']) writeFileSync(`${name}.yaml`, plan('0.40 to 0.80'));
    writeFileSync('c.yaml', plan('0.60 to 0.80'));
    writeFileSync('bold.csv', spend(30_000));
    writeFileSync('cautious.csv', spend(10_000));
    const [actuals] = /(?<=^```csv\n)[\s\S]*?(?=^```$)/m.exec(readFileSync(join(docs, 'actuals.md'), 'utf8'))!;
    writeFileSync('actuals.csv', actuals);
    for (const [name, file] of Object.entries(EXPORTS))
      copyFileSync(join(docs, '../test/fixtures/exports', file), name);
    for (const guide of ['pilots', 'screen']) writeFileSync(`${guide}.yaml`, exampleOf(guide));
  });

  it('are found', () => {
    expect(new Set(commands.map(([guide]) => guide)).size).toBeGreaterThanOrEqual(6);
  });

  it.each(commands)('%s: %s', async (_, command) => {
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]!).slice(1);
    const draws = words[0] === 'verify' ? [] : ['--draws', '1024'];
    const search = SEARCHING.test(command) ? ['--search-draws', '64'] : [];
    // What was found out about the data goes to the terminal, the scenario to a file.
    const isImport = words[0] === 'import';
    const { code, out, told } = await run(isImport ? words : [...words, '--workers', '0', ...draws, ...search]);
    expect([code, isImport ? '' : told]).toEqual([0, '']);
    expect((isImport ? told : out).length).toBeGreaterThan(100);
  });
});
