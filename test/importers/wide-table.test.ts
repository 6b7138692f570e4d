import { describe, expect, it } from 'vitest';
import { importExports, type ExportsInput } from '../../src/importers/exports.ts';
import { wideColumn } from '../../src/importers/exports/wide-headings.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { textFile } from './exports-files.ts';

const imported = (text: string, input: ExportsInput = { currency: 'EUR' }) =>
  importExports([textFile('wide.csv', text)], input);

const WEEKS = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'];
const table = (headings: string, ...columns: readonly (readonly (number | string)[])[]) =>
  `${headings}\n${WEEKS.map((week, w) => [week, ...columns.map((column) => column[w])].join(',')).join('\n')}\n`;
const SEARCH = [1000, 1100, 900, 1000];
const TV = [2000, 0, 2500, 1500];

describe('a table with a column for each channel', () => {
  it('has the spend of each, and wide beliefs of what came of all together', async () => {
    const { channels, scenario, findings } = await imported(
      table('date,search,tv,conversions,revenue', SEARCH, TV, [20, 30, 25, 25], [2000, 3000, 2500, 2500]),
    );
    // 10,000 for 100 customers: half of 100 to ten times of it, for either.
    expect(channels.map(({ name, price: { kind } }) => [name, kind])).toEqual([
      ['tv', 'cpa'],
      ['search', 'cpa'],
    ]);
    for (const { price } of channels) {
      expect(price.range[0]).toBeCloseTo(50, 9);
      expect(price.range[1]).toBeCloseTo(1000, 9);
    }
    // 25 a week, of whom 20 % to 80 %; every order brings 100.
    expect(scenario).toContain('baseline: { customers: 5 to 20 }');
    expect(scenario).toContain('value: { orderValue: 100, grossMargin: 100% }');
    expect(scenario).toContain('wide.csv, column "tv", rows 2 to 5: 6,000; 1,500 a week on average, 1,500 today.');
    expect(findings.map(({ code, level }) => [code, level])).toEqual([
      ['WIDE_TABLE', 'information'],
      ['RANGE_ROW', 'warning'],
      ['SHARED_RESULTS', 'warning'],
    ]);
    expect(findings[0]!.text).toBe('wide.csv: a column for each channel. Spend of search ("search"), tv ("tv").');
    const read = readScenario(scenario);
    expect(Object.keys(read.scenario.channels)).toEqual(['tv', 'search']);
    expect(read.warnings).toEqual([]);
  });

  it('is read with the endings that Robyn and Meridian have, and says what is left out', async () => {
    const robyn = await imported(
      table(
        'DATE,revenue,tv_S,facebook_I,search_clicks_P,search_S,competitor_sales_B,facebook_S,events',
        [8000, 8000, 8000, 8000],
        TV,
        [9, 9, 9, 9],
        [5, 5, 5, 5],
        SEARCH,
        [7, 7, 7, 7],
        [500, 500, 500, 500],
        ['na', 'na', 'event1', 'na'],
      ),
      { currency: 'EUR', orderValue: 80 },
    );
    // 12,000 for 32,000 of revenue, which are 400 orders of 80.
    expect(robyn.channels.map(({ name }) => name)).toEqual(['tv', 'search', 'Meta Ads']);
    for (const { price } of robyn.channels) {
      expect(price.range[0]).toBeCloseTo(15, 10);
      expect(price.range[1]).toBeCloseTo(300, 10);
    }
    expect(robyn.findings[0]!.text).toBe(
      'wide.csv: a column for each channel. Spend of tv ("tv_S"), search ("search_S"), facebook ("facebook_S"). Left out: "competitor_sales_B", "events".',
    );
    const ones = [1, 1, 1, 1];
    const meridian = await imported(
      table(
        'time,conversions,revenue_per_conversion,Channel0_impression,Channel0_spend,Promo',
        [10, 20, 30, 40],
        [2, 2, 2, 3],
        ones,
        SEARCH,
        ones,
      ),
    );
    expect(meridian.channels.map(({ name, today }) => [name, today])).toEqual([['Channel0', 1000]]);
    // 20 + 40 + 60 + 120 for 100 conversions.
    expect(meridian.scenario).toContain('100 orders for 240');
  });

  it('is read in Chinese and German, with weeks and months, totals and units', async () => {
    const chinese = await imported(
      '周,搜索花费（元）,抖音花费（元）,总花费,搜索点击量,转化数,客单价\n' +
        '2026年第2周,"1,000",500,"1,500",300,40,380\n2026年第3周,"1,100",450,"1,550",310,35,380\n',
      {},
    );
    expect(chinese.money).toEqual({ currency: 'CNY', isSaid: true });
    expect(chinese.channels.map(({ name }) => name)).toEqual(['搜索', '巨量引擎']);
    expect(chinese.scenario).toContain('start: 2026-01-19');
    // Of two weeks nobody tells how much they differ: 380 exp(± 1.6448536 * 0.3).
    expect(chinese.scenario).toContain('orderValue: 232 to 622.4');
    const german = await imported(
      'Mediaplan 2025;;;;\nMonat;Suche (EUR);TV (EUR);Gesamt;Neukunden\n2025-01;1.000,50;2.000,00;3.000,50;40\n' +
        '2025-02;1.100,00;0,00;1.100,00;30\nSumme;2.100,50;2.000,00;4.100,50;70\n',
      {},
    );
    expect(german.money.currency).toBe('EUR');
    expect(german.findings.filter(({ code }) => code === 'TOTAL_ROWS').map(({ text }) => text)).toContain(
      'wide.csv: 1 row of totals left out; the rows add up to the same, 2,100.5.',
    );
  });

  it('counts what it tells of each channel, where it does, and the regions of a week together', async () => {
    const rows = ['north', 'south'].map((geo) =>
      WEEKS.map((week, w) => `${geo},${week},${SEARCH[w]},20,${TV[w]},10\n`).join(''),
    );
    const { channels, findings } = await imported(
      `geo,time,search spend,search conversions,tv spend,tv conversions\n${rows.join('')}`,
    );
    // 2,000 and 3,000 a week, for 40 and 20 customers: around 50 and 150.
    const middle = ([low, high]: readonly [number, number]) => Math.sqrt(low * high);
    const told = Object.fromEntries(
      channels.map(({ name, price: { range }, today }) => [name, [middle(range), today]]),
    );
    expect(told['search']![0]).toBeCloseTo(50, 6);
    expect(told['search']![1]).toBeCloseTo(2000, 6);
    expect(told['tv']![0]).toBeCloseTo(150, 6);
    expect(told['tv']![1]).toBeCloseTo(3000, 6);
    expect(findings.map(({ code }) => code)).not.toContain('SHARED_RESULTS');
  });

  it('is asked about where a column may be spend or not, and takes those that are named', async () => {
    const text = table(
      'date,Search,Plan B,tv,notes,orders',
      SEARCH,
      [3, 3, 3, 3],
      TV,
      ['a', 'b', '', 'c'],
      [9, 9, 9, 9],
    );
    await expect(imported(text)).rejects.toThrow(
      'wide.csv: it has a column for each channel, but of some columns it cannot be told whether they are spend: "Plan B"\n' +
        '  Name every column that is, and the others are left out: --spend "Search" --spend "tv". Or put "spend" behind the heading of each that is.',
    );
    const { channels, findings } = await imported(text, { currency: 'EUR', spend: ['plan b', 'TV'] });
    expect(channels.map(({ name }) => name)).toEqual(['tv', 'Plan B']);
    expect(findings[0]!.text).toContain('Left out: "Search", "notes".');
    await expect(imported(text, { spend: ['tv', 'radio'] })).rejects.toThrow('has a column "radio"');
    await expect(imported(table('date,tv spend,radio,orders', TV, SEARCH, [9, 9, 9, 9]))).rejects.toThrow('"radio"');
  });

  it('is refused where columns have one name, or nobody says how many customers there were', async () => {
    const four = [9, 9, 9, 9];
    await expect(imported(table('date,search,tv,search,orders', SEARCH, TV, SEARCH, four))).rejects.toThrow(
      'wide.csv: columns 2 and 4 are both called "search"\n  Give each column a heading of its own.',
    );
    await expect(imported(table('date,search,tv,revenue', SEARCH, TV, four))).rejects.toThrow('--order-value 80');
    await expect(imported(table('date,search,tv', SEARCH, TV))).rejects.toThrow('what became of the money');
    await expect(imported(table('date,search,orders', SEARCH, four), { orderValue: 0 })).rejects.toThrow('more than 0');
  });

  it('stands beside a CRM, whose customers count', async () => {
    const leads = Array.from({ length: 40 }, (_, n) => `${n},Search,New,2026-01-${10 + (n % 20)} 10:00,false\n`);
    const crm = textFile('leads.csv', `Lead ID,Lead Source,Lead Status,Created Time,Is Converted\n${leads.join('')}`);
    const wide = textFile('wide.csv', table('date,search,tv,conversions', SEARCH, TV, [9, 9, 9, 9]));
    const { channels, findings } = await importExports([wide, crm], { currency: 'EUR' });
    expect(channels.map(({ name, price }) => [name, price.kind])).toEqual([['Search', 'cpl']]);
    expect(findings.map(({ code }) => code)).not.toContain('SHARED_RESULTS');
  });

  it('in which nothing was spent, or nobody came, says so', async () => {
    const nothing = [0, 0, '', 0];
    await expect(imported(table('date,search,tv,orders', nothing, nothing, nothing))).rejects.toThrow(
      'nothing was spent on any channel: all amounts of spend are 0 or blank',
    );
    const own = WEEKS.map((week) => `${week},search,10,0\n`).join('');
    await expect(imported(`date,channel,spend,conversions\n${own}`)).rejects.toThrow('nobody came for the money');
    await expect(imported(table('date,search,tv,orders', SEARCH, TV, nothing))).rejects.toThrow(
      'nobody came for the money',
    );
  });
});

describe('a heading', () => {
  it.each([
    ['Week Commencing', 'time'],
    ['年周', 'time'],
    ['Total conversions', 'results conversions'],
    ['GMV（元）', 'results told'],
    ['AOV', 'results each'],
    ['Online Video (USD)', 'part Online Video spend'],
    ['spend_google', 'part google spend'],
    ['花费_小红书', 'part 小红书 spend'],
    ['小红书投放金额', 'part 小红书 spend'],
    ['tv_I', 'part tv impressions'],
    ['radio clicks', 'part radio clicks'],
    ['Total spend', 'derived'],
    ['CPC (USD)', 'derived'],
    ['点击率', 'derived'],
    ['平均点击单价(元)', 'derived'],
    ['Paid Social', 'medium Paid Social'],
    ['抖音', 'medium 抖音'],
    ['Class S', 'other Class S'],
    ['temperature', 'other temperature'],
  ])('%s is %s', (heading, said) => {
    const column = wideColumn(heading);
    const parts = ['kind', 'channel', 'field'].flatMap(
      (key) => Object.entries(column).find(([name]) => name === key)?.[1] ?? [],
    );
    expect(parts.join(' ')).toBe(said);
  });
});
