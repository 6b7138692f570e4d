import { beforeAll, describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { importExports, type ImportedExports } from '../../src/importers/exports.ts';
import { channelBelief } from '../../src/importers/exports/channel.ts';
import { crmOf, type Crm } from '../../src/importers/exports/customers.ts';
import { repeatsOf } from '../../src/importers/exports/repeats.ts';
import { namedSources } from '../../src/importers/exports/sources.ts';
import { spendingsOf } from '../../src/importers/exports/spending.ts';
import { spentRows } from '../../src/importers/exports/spent-rows.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { dayNumber } from '../../src/scenario/calendar.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { extractOf, sample, sampleText, textFile } from './exports-files.ts';

const FILES = {
  A: [
    'zoho_leads.csv',
    'zoho_deals.csv',
    'zoho_sales_orders.csv',
    'zoho_campaigns.csv',
    'google_ads_en.csv',
    'meta_ads_en.csv',
    'tiktok_ads_en.xlsx',
    'linkedin_ads_en_utf16.csv',
    'microsoft_ads_en.csv',
    'ga4_en.csv',
  ],
  B: [
    'fxiaoke_销售线索.xlsx',
    'fxiaoke_客户.xlsx',
    'fxiaoke_商机.xlsx',
    'fxiaoke_销售订单.xlsx',
    'oceanengine_zh.csv',
    'tencent_ads_zh.xlsx',
    'baidu_gbk.csv',
  ],
  C: ['jiandaoyun_客户档案.xlsx', 'jiandaoyun_订单_gbk.csv', 'jiandaoyun_渠道费用.xlsx'],
} as const;
type World = keyof typeof FILES;

interface Realized {
  readonly lead_source?: string;
  readonly realized: Readonly<Record<string, number>>;
}
interface Truth {
  readonly worlds: Readonly<Record<string, { readonly crm: Readonly<Record<string, Realized>> }>>;
}
const truth = JSON.parse(sampleText('ground_truth.json')) as Truth;
const realizedIn = (world: string) => Object.entries(truth.worlds[world]!.crm);

/** What the aliases make of sources of company A. */
const CHANNELS: Readonly<Record<string, string>> = {
  Facebook: 'Meta Ads',
  LinkedIn: 'LinkedIn Ads',
  'Bing Ads': 'Microsoft Ads',
  TikTok: 'TikTok Ads',
};

const imported = {} as Record<World, ImportedExports>;
const crms = {} as Record<World, Crm>;

beforeAll(async () => {
  for (const world of ['A', 'B', 'C'] as const) {
    const files = FILES[world].map(sample);
    imported[world] = await importExports(files);
    const extracts = await Promise.all(files.map(extractOf));
    crms[world] = crmOf(extracts, namedSources(extracts, new Map()).names);
  }
});

const codesOf = (world: World) => new Set(imported[world].findings.map(({ code }) => code));

describe('what CRMs tell', () => {
  it('is counted by channel as company A made it: deals, those closed and won, orders and revenue', () => {
    const { deals = [], customers = [] } = crms.A;
    for (const [, { lead_source: source = '', realized }] of realizedIn('A_b2b_usd')) {
      const channel = CHANNELS[source] ?? source;
      const own = deals.filter((deal) => deal.channel === channel);
      const won = own.filter(({ outcome }) => outcome === 'won');
      const orders = customers
        .filter((customer) => customer.channel === channel)
        .flatMap((customer) => customer.orders);
      expect({
        deals: own.length,
        deals_closed: own.filter(({ outcome }) => outcome !== 'open').length,
        won: won.length,
        won_value: Math.round(100 * won.reduce((sum, { amount = 0 }) => sum + amount, 0)) / 100,
        orders: orders.length,
        order_revenue: Math.round(100 * orders.reduce((sum, { amount = 0 }) => sum + amount, 0)) / 100,
      }).toEqual({
        deals: realized['deals'],
        deals_closed: realized['deals_closed'],
        won: realized['won'],
        won_value: realized['won_value'],
        orders: realized['orders'],
        order_revenue: realized['order_revenue'],
      });
    }
  });

  it('is counted by source as company B made it: leads, deals, those closed and won, customers and orders', () => {
    const { leads = [], deals = [], customers = [] } = crms.B;
    for (const [, { lead_source: source, realized }] of realizedIn('B_b2b_cny')) {
      const isOwn = ({ channel }: { readonly channel?: string }) => channel === source;
      const own = deals.filter(isOwn);
      const bought = customers.filter(isOwn);
      expect({
        leads: leads.filter(isOwn).length,
        deals: leads.filter(isOwn).filter(({ converted }) => converted).length,
        deals_closed: own.filter(({ outcome }) => outcome !== 'open').length,
        won: own.filter(({ outcome }) => outcome === 'won').length,
        customers: bought.length,
        orders: bought.flatMap(({ orders }) => orders).length,
      }).toEqual({
        leads: realized['leads'],
        deals: realized['deals'],
        deals_closed: realized['deals_closed'],
        won: realized['won'],
        customers: realized['customers'],
        orders: realized['orders'],
      });
    }
  });

  it('tells who came back within 90 days, by the channel of the first order, as company C made it', () => {
    const { customers = [] } = crms.C;
    const last = dayNumber('2025-12-31');
    for (const [channel, { realized }] of realizedIn('C_retail_cny')) {
      const own = customers.filter((customer) => customer.channel === channel);
      const orders = own.flatMap((customer) => customer.orders);
      const { hits, of } = repeatsOf(own, last, 90);
      expect([own.length, orders.length]).toEqual([realized['customers'], realized['orders']]);
      expect(orders.reduce((sum, { amount = 0 }) => sum + amount, 0)).toBeCloseTo(realized['revenue']!, 2);
      expect(hits / of).toBeCloseTo(realized['repeat_rate_90d_mature']!, 4); // four digits are given
    }
  });
});

describe('the scenario', () => {
  it.each(['A', 'B', 'C'] as const)('of company %s is read without a warning and compiles', (world) => {
    const reading = readScenario(imported[world].scenario);
    expect(reading.warnings).toEqual([]);
    expect(compile(reading.scenario).channels.length).toBe({ A: 6, B: 3, C: 5 }[world]);
    expect(reading.scenario.currency).toBe(world === 'A' ? 'USD' : 'CNY');
  });

  it('says of company A what was counted, and where', () => {
    const { scenario } = readScenario(imported.A.scenario);
    const { 'TikTok Ads': tiktok, 'Microsoft Ads': microsoft, 'Trade Show': show } = scenario.channels;
    // Weekly spend ÷ clicks of microsoft_ads_en.csv by SciPy: exp(mean ± t.ppf(.95, 24) sd √(1 + 1/25)) of 25 logarithms.
    expect(imported.A.scenario).toContain('cpc: 0.405 to 0.6572');
    // 15,452.79 × 7 / 180.
    expect(microsoft!.source).toContain('rows 12 to 191: 15,452.79; 600.94 a week on average');
    // 0 of 16 is not 0: Jeffreys' prior is half a success.
    expect(tiktok!.source).toContain(
      'funnel.qualifiedToCustomer: 0 of 16; zoho_deals.csv, columns Lead Source, Stage, Amount.',
    );
    // 23,450 / 79 leads = 296.84, the middle of the range.
    expect(imported.A.scenario).toContain('cpl: 246.7 to 357.2');
    expect(Math.sqrt(246.7 * 357.2)).toBeCloseTo(23_450 / 79, 0);
    expect(show!.source).toContain('23,450; 911.94 a week');
    expect(scenario.horizon.start).toBe('2026-07-06'); // a Monday
    expect(scenario.notes).toContain(
      '30 customers came from sources without spend (Employee Referral, Partner, Web Research)',
    );
  });

  it('of company C has costs per customer, hours of people and repeat orders', () => {
    const text = imported.C.scenario;
    for (const [channel, { realized }] of realizedIn('C_retail_cny')) {
      const { scenario } = readScenario(text);
      const [low, high] = /cpa: ([\d.]+) to ([\d.]+)/
        .exec(text.slice(text.indexOf(`\n  ${channel}:`)))!
        .slice(1)
        .map(Number);
      // Four digits on each end, two decimals of the truth.
      expect(Math.sqrt(low! * high!) / realized['cash_only_cac']!).toBeCloseTo(1, 3);
      const { hours } = scenario.channels[channel]!;
      expect(hours['people']!.perPeriod).toMatchObject({
        value: Number(((7 * realized['hours']!) / 365).toPrecision(4)),
      });
    }
    expect(text).toContain('people: { hourlyCost: 65 }');
    expect(text).toContain('56 of 175 customers (32%) who have been known for 180 days');
  });

  it('calls an assumption what no export can tell', () => {
    for (const world of ['A', 'B', 'C'] as const) {
      const { scenario } = readScenario(imported[world].scenario);
      for (const { source } of Object.values(scenario.channels)) expect(source).toContain('response: ASSUMPTION.');
      expect(scenario.notes).toContain('Gross margin is set to 100%, an assumption to change');
    }
  });

  it('holds nobody: no name, address or telephone of the files', () => {
    for (const world of ['A', 'B', 'C'] as const) {
      expect(JSON.stringify(imported[world])).not.toMatch(
        /example\.test|先生|女士|1990000|1880000|Gus|Dana Fox|有限公司/,
      );
    }
  });

  it('does not depend on the order of files', async () => {
    const { scenario } = await importExports(FILES.B.toReversed().map(sample));
    const told = (text: string) => text.slice(text.indexOf('currency:'));
    expect(told(scenario)).toBe(told(imported.B.scenario));
  });

  it('of advertisements alone counts what platforms claim, and says so', async () => {
    const { scenario, notes } = await importExports([sample('baidu_gbk.csv')]);
    expect(readScenario(scenario).scenario.goal).toEqual({ maximize: 'customers' });
    expect(scenario).toContain('funnel.clickToCustomer: 350 of 58,741');
    expect(notes.join('\n')).toContain('Conversions as platforms tell them are their own claim');
  });

  it('of a CRM alone has placeholders for what was spent, and says so', async () => {
    const { scenario, findings } = await importExports(['zoho_leads.csv', 'zoho_deals.csv'].map(sample));
    expect(findings.map(({ code }) => code)).toContain('NEED_SPEND');
    const channels = Object.entries(readScenario(scenario).scenario.channels);
    expect(channels.map(([name]) => name)).toContain('Employee Referral');
    for (const [, { source }] of channels) expect(source).toContain('price.cpl: ASSUMPTION');
  });

  it('leaves out what campaigns cost that lead nowhere, and says so', async () => {
    const campaigns =
      'Campaign Owner,Campaign Name,Type,Start Date,End Date,Actual Cost\n' +
      'x,Fair,Trade Show,2026-03-10,2026-03-12,500\nx,Nobody,Radio,2026-03-10,2026-03-12,70\nx,Once,Trade Show,,,80\n';
    const { findings } = await importExports([sample('zoho_leads.csv'), textFile('campaigns.csv', campaigns)]);
    expect(findings.filter(({ code }) => code === 'SPEND_UNMATCHED').map(({ text }) => text)).toEqual([
      'campaigns.csv, row 4: 80 spent on a campaign without a start date; left out.',
      'campaigns.csv, row 3: 70 spent on a campaign that nobody names as a source; left out.',
    ]);
  });

  it('asks for the spend of platforms that people came from', async () => {
    const { findings } = await importExports(['zoho_leads.csv', 'meta_ads_zh.csv'].map(sample));
    expect(findings.filter(({ code }) => code === 'NEED_SPEND').map(({ text }) => text)).toEqual([
      'Google Ads, LinkedIn Ads, Microsoft Ads, TikTok Ads: people came from there, but no file says what was spent. Give the exports of these platforms, too.',
    ]);
    expect([...codesOf('A'), ...codesOf('B'), ...codesOf('C')]).not.toContain('NEED_SPEND');
  });

  it('takes what campaigns of a CRM cost where no platform tells it', async () => {
    const { scenario, findings } = await importExports(
      ['zoho_leads.csv', 'zoho_deals.csv', 'zoho_campaigns.csv'].map(sample),
    );
    expect(findings.map(({ code }) => code)).not.toContain('SPEND_OVERLAP');
    // 19,506.75 + 39,013.55 + 19,506.75, by the source of most leads of each campaign.
    expect(readScenario(scenario).scenario.channels['Google Ads']!.source).toContain(': 78,027.05;');
  });
});

describe('planted defects', () => {
  it('of company A are found', () => {
    for (const code of [
      'GAP_DAYS',
      'DUP_ROWS',
      'PAUSED_OR_GAP',
      'MASKED_VALUE',
      'RESPONSE_NOT_IDENTIFIED',
      'DUP_ID',
      'DUP_PERSON',
      'SOURCE_BLANK',
      'SOURCE_VARIANT',
      'OPEN_DEALS',
      'SPEND_OVERLAP',
      'MATCH_RATE',
      'SMALL_SAMPLE',
    ]) {
      expect([code, codesOf('A').has(code)]).toEqual([code, true]);
    }
    const said = imported.A.findings.map(({ text }) => text).join('\n');
    for (const text of [
      'Google Ads: nothing is said about 2026-02-14, 2026-02-15, 2026-04-03.',
      'TikTok Ads: no rows from 2026-03-02 to 2026-03-05',
      '15 leads without a source (0.83%)',
      '53 leads with another spelling of a source',
      '98 deals of 500 (20%) are still open',
      'qualified → customer is 0 of 16 only',
      'LinkedIn Ads: spend hardly varied (by 3.1% from day to day)',
      'where advertising platforms tell 1,579 conversions',
    ]) {
      expect(said).toContain(text);
    }
    expect(said).not.toContain('Google Ads: spend hardly varied');
  });

  it('of companies B and C are found', () => {
    const said = [...imported.B.findings, ...imported.C.findings].map(({ text }) => text).join('\n');
    expect(said).toContain('2 orders that came to nothing (void or cancelled) left out.');
    expect(said).toContain('214 rows of sub-forms, with blank main columns, left out.');
    expect(said).toContain('does not say its currency; CNY is assumed.');
    expect(said).toContain('巨量引擎: the CRM has 391 leads where the platform tells 455 conversions (86%)');
  });

  it('do not count twice what two files tell', async () => {
    const { findings, scenario } = await importExports(['google_ads_en.csv', 'google_ads_de_utf16.csv'].map(sample));
    expect(findings.map(({ text }) => text).join('\n')).toContain(
      '531 rows of days and campaigns that an earlier file has',
    );
    expect(scenario).toContain(': 76,680.43;');
  });
});

const LEADS = 'Record Id,Lead Owner,Is Converted,Lead Source,Created Time\n';
const lead = (id: number, source: string) => `${id},x,${id % 2 === 0},${source},2026-01-${10 + (id % 18)} 10:00:00\n`;

const leads = (source: string, count: number) =>
  LEADS + Array.from({ length: count }, (_, id) => lead(id, source)).join('');

describe('sources and channels', () => {
  it('are the same channel when the planner says so', async () => {
    const files = [sample('microsoft_ads_en.csv'), textFile('leads.csv', leads('Suchmaschine', 40))];
    expect((await importExports(files)).findings.map(({ code }) => code)).toContain('NO_MATCH');
    const { findings, scenario } = await importExports(files, { map: { suchmaschine: 'Microsoft Ads' } });
    expect(findings.map(({ code }) => code)).not.toContain('NO_MATCH');
    expect(scenario).toContain('funnel.leadToCustomer: 20 of 40');
  });

  it('that tell who somebody is are kept apart, and not repeated', async () => {
    const files = [
      textFile('leads.csv', leads('Newsletter', 40) + lead(40, 'gus@example.test') + lead(41, 'tel 13800000000')),
    ];
    const result = await importExports(files);
    expect(JSON.stringify(result)).not.toMatch(/gus|1380000/);
    expect(result.findings.map(({ text }) => text).join()).toContain('2 leads without a source');
  });

  it('may be called like a part of every object', async () => {
    const { scenario } = await importExports([
      textFile(
        'leads.csv',
        leads('__proto__', 40) +
          leads('constructor', 40)
            .slice(LEADS.length)
            .replaceAll(/^(\d+)/gm, '9$1'),
      ),
    ]);
    expect(Object.keys(readScenario(scenario).scenario.channels)).toEqual(['channel __proto__', 'channel constructor']);
  });
});

describe('what the planner knows better', () => {
  it('is which stages are won or lost', async () => {
    const deal = (id: number, stage: string) => `${id},x,d,2026-01-0${(id % 9) + 1},${stage},100,Web,2026-01-01\n`;
    const head = 'Record Id,Deal Owner,Deal Name,Closing Date,Stage,Amount,Lead Source,Created Time\n';
    const deals =
      head +
      Array.from({ length: 40 }, (_, id) => deal(id, ['签合同', '不要了', 'Open', 'Closed Won'][id % 4]!)).join('');
    const files = [textFile('leads.csv', leads('Web', 40)), textFile('deals.csv', deals)];
    expect((await importExports(files)).scenario).toContain('qualifiedToCustomer: 10 of 10');
    const { scenario, findings } = await importExports(files, { won: ['签合同'], lost: ['不要了', 'closed WON'] });
    expect(scenario).toContain('qualifiedToCustomer: 10 of 30');
    expect(findings.map(({ text }) => text).join()).toContain('won: 签合同; lost: Closed Won, 不要了; open: Open.');
  });
});

describe('money that is not what it seems', () => {
  it('is spend in cents beside a price of clicks in whole units', async () => {
    const rows = sampleText('microsoft_ads_en.csv')
      .split('\n')
      .map((line) => {
        const cells = line.split('","');
        if (cells.length < 12 || line.startsWith('"Gregorian')) return line;
        cells[9] = `${Math.round(100 * Number(cells[9]))}`;
        return cells.join('","');
      });
    const { findings } = await importExports([textFile('a.csv', rows.join('\n'))]);
    const told = findings.filter(({ code }) => code === 'UNIT_SUSPECT').map(({ text }) => text);
    expect(told).toEqual([
      "Microsoft Ads: spend is 50.38 a click, but the file's own price of a click is 0.5. Is one of them in cents (分)?",
    ]);
    expect(codesOf('A').has('UNIT_SUSPECT') || codesOf('B').has('UNIT_SUSPECT')).toBe(false);
  });

  it('is told by the month: how clicks differ in price from week to week is not known then', async () => {
    const text =
      '报告开始日期,报告结束日期,广告系列名称,成效指标,成效,展示次数,链接点击量,已花费金额 (USD)\n' +
      '2026-01-01,2026-01-31,a,x,9,10000,310,620\n2026-02-01,2026-02-28,a,x,7,10000,280,560\n';
    const { scenario, findings } = await importExports([textFile('meta.csv', text)]);
    expect(findings.map(({ code }) => code)).toContain('RANGE_ROW');
    // 2 exp(± 1.6448536 × 0.3)
    expect(scenario).toContain('price: { cpc: 1.221 to 3.276 }');
    expect(scenario).toContain('observedAt: 140'); // 1,180 in 59 days
  });

  it('is sent back: returned orders are a share, and no revenue', async () => {
    const order = (id: number) =>
      `${id},c${id},电商,2026-01-${10 + (id % 18)},${id < 4 ? 999 : 100},${id < 4 ? '已退货' : '已完成'},x\n`;
    const orders = `订单编号,客户编号,购买渠道,下单日期,订单金额,订单状态,提交时间\n${Array.from({ length: 40 }, (_, id) => order(id)).join('')}`;
    const { scenario } = await importExports([textFile('orders.csv', orders)]);
    expect(scenario).toContain('value: { orderValue: 100, returns: 4 of 40, grossMargin: 100% }');
  });
});

describe('a pause and a hole', () => {
  it('are told apart: days without a row are 0 only when they are many', async () => {
    const extracts = [await extractOf(sample('google_ads_en.csv')), await extractOf(sample('tiktok_ads_en.xlsx'))];
    const { spendings } = spendingsOf(spentRows(extracts, new Map(), new Map()).rows);
    const [google, tiktok] = spendings.map((spending) => channelBelief(spending, { findings: [], places: {} }));
    expect(google!.usual).toBeCloseTo((7 * 76_680.43) / 177, 6);
    expect(tiktok!.usual).toBeCloseTo((7 * 28_179.24) / 180, 6);
  });
});

describe('a large account', () => {
  it('has more rows than a call has room for arguments', async () => {
    const small = await extractOf(sample('google_ads_en.csv'));
    const rows = Array.from({ length: 200_000 }, () => small.rows[0]!);
    expect(spentRows([{ ...small, rows }], new Map(), new Map()).rows).toHaveLength(200_000);
  });
});

describe('what is to be planned', () => {
  const files = () => [sample('baidu_gbk.csv')];

  it('is twelve weeks of today’s spend from the Monday after, in the currency that the platform usually has', async () => {
    const { weeks, money, budget, scenario } = await importExports(files());
    // The last row is of 29 June 2026, a Monday; 12 × what four weeks have on average.
    expect([weeks, money]).toEqual([
      { start: '2026-07-06', periods: 12, usualStart: '2026-07-06' },
      { currency: 'CNY', isSaid: false },
    ]);
    const today = Number(/\n    plan: (\d+)/.exec(scenario)![1]);
    expect(budget).toBe(Number((12 * today).toPrecision(4)));
  });

  it('is another time, currency and budget where they are given; the limits let all of it be spent', async () => {
    const { scenario, budget } = await importExports(files());
    const today = Number(/\n    plan: (\d+)/.exec(scenario)![1]);
    const asked = await importExports(files(), {
      start: '2026-08-03',
      periods: 4,
      currency: 'hkd',
      budget: 16 * today,
    });
    expect(asked.scenario).toContain('currency: HKD\nhorizon: { start: 2026-08-03, periods: 4, unit: week }');
    expect(asked.scenario).toContain(`budget: { total: ${16 * today} }`);
    // Four times today's spend a week: limits are twice of that, and half of today's.
    expect(asked.scenario).toContain(`limits: { min: ${today / 2}, max: ${8 * today} }`);
    expect(asked.notes.join('\n')).toContain('as the budget is 4 times today');
    expect(asked.findings.map(({ code }) => code)).not.toContain('NO_CURRENCY');
    expect(asked.budget).not.toBe(budget);
  });

  it('is usual spend where every channel has stopped', async () => {
    const day = (k: number) => new Date(Date.UTC(2025, 0, 6 + k)).toISOString().slice(0, 10);
    // 16 weeks at 700 and 4 at nothing: 560 a week on average.
    const rows = Array.from({ length: 140 }, (_, k) => `${day(k)},A,USD,${k < 112 ? 100 : 0},9,${k < 112 ? 50 : 0},1`);
    const file = textFile(
      'stopped.csv',
      `Day,Campaign,Currency code,Cost,Impr.,Clicks,Conversions\n${rows.join('\n')}\n`,
    );
    const { scenario, budget } = await importExports([file]);
    expect(budget).toBe(12 * 560);
    expect(scenario).toContain('plan: 0\n    limits: { min: 0, max: 1120 }');
    const asked = await importExports([file], { budget: 24 * 560 });
    expect([asked.budget, asked.usualBudget]).toEqual([24 * 560, 12 * 560]);
    // Twice the usual: up to twice of that.
    expect(asked.scenario).toContain('plan: 0\n    limits: { min: 0, max: 2240 }');
    expect(asked.notes.join('\n')).toContain('as the budget is 2 times the usual');
    expect(readScenario(asked.scenario).scenario.budget).toEqual({ total: 24 * 560 });
  });

  it('says how many times today’s spend a small budget is, and not that it is nothing', async () => {
    const { notes } = await importExports(files(), { budget: 1 });
    expect(notes.join('\n')).not.toMatch(/ 0 times| 0 and /);
  });

  it('is refused where no plan can have it', async () => {
    for (const [input, message] of [
      [{ start: '2026-02-30' }, 'start: must be a date'],
      [{ periods: 0 }, 'periods: must be a whole number of weeks from 1 to 104'],
      [{ budget: -5 }, 'budget: must be more than 0'],
      [{ currency: 'yuan' }, 'currency: must be three letters'],
    ] as const) {
      await expect(importExports(files(), input)).rejects.toThrow(message);
    }
    await expect(importExports([sample('google_ads_en.csv')], { currency: 'EUR' })).rejects.toThrow(
      'currency: the files have amounts in USD, and not in EUR',
    );
  });
});

describe('files that cannot be imported', () => {
  const refusal = async (...files: Parameters<typeof importExports>[0]) => {
    const error: unknown = await importExports(files).catch((thrown: unknown) => thrown);
    if (!(error instanceof ScenarioError)) throw new Error('nothing was refused');
    return error.message;
  };

  it('are all told, each by its name', async () => {
    const message = await refusal(
      textFile('a.csv', 'x,y\n1,2\n'),
      textFile('b.csv', 'Campaign,Currency code,Cost,Impr.\nc,USD,1,2\n'),
      textFile('c.csv', `${LEADS}1,x,true,Web,soon\n`),
    );
    expect(message).toContain('a.csv: no row looks like the headings of an export that is known');
    expect(message).toContain('b.csv: looks like an export of Google Ads, but has no column day / tag / jour');
    expect(message).toContain('segment the report by day');
    expect(message).toContain('c.csv:2:5: column "Created Time": is not a day');
  });

  it('disagree about the currency, or say nothing that a plan can begin with', async () => {
    expect(await refusal(sample('google_ads_en.csv'), sample('baidu_gbk.csv'))).toContain(
      'amounts are in several currencies: USD',
    );
    expect(await refusal(sample('jiandaoyun_渠道费用.xlsx'))).toContain('no file says what became of the money');
    expect(await refusal(sample('ga4_en.csv'))).toContain('the files have no rows with a day');
  });
});

describe('files of a CRM that have the same rows', () => {
  const again = (name: string) => ({ ...sample(name), name: `again_${name}` });

  it.each(['A', 'B', 'C'] as const)('count once, as company %s gives all of them twice', async (world) => {
    const names = FILES[world].filter((name) => !/campaigns|费用|ads|ocean|baidu|ga4/.test(name));
    const { scenario, findings } = await importExports([...FILES[world].map(sample), ...names.map(again)]);
    const numbers = (text: string) =>
      Object.entries(readScenario(text).scenario.channels).map(([name, channel]) => [name, { ...channel, source: '' }]);
    expect(numbers(scenario)).toEqual(numbers(imported[world].scenario));
    const repeated = findings.filter(({ text }) => text.includes('that an earlier file has: counted once'));
    expect(repeated.map(({ text }) => text.split(':')[0]!.split(',')[0])).toEqual(names.map((name) => `again_${name}`));
  });

  it('do not where numbers of two forms are alike by chance', async () => {
    const form = (day: string) =>
      ['订单编号,客户编号,购买渠道,下单日期,订单金额', ...[1, 2, 3].map((k) => `${k},${day} ${k},展会,${day},5`)].join(
        '\n',
      );
    const { notes } = await importExports([
      textFile('a.csv', form('2026-01-05')),
      textFile('b.csv', form('2026-01-06')),
    ]);
    expect(notes.join('\n')).toContain('6 orders for 30 read.');
  });
});

describe('many findings of one kind', () => {
  it('are told one by one as far as somebody reads them', async () => {
    const campaigns =
      'Campaign Owner,Campaign Name,Type,Start Date,End Date,Actual Cost\n' +
      Array.from({ length: 25 }, (_, k) => `x,Once ${k},Radio,2026-03-10,2026-03-12,70\n`).join('');
    const { findings } = await importExports([sample('zoho_leads.csv'), textFile('campaigns.csv', campaigns)]);
    const texts = findings.filter(({ code }) => code === 'SPEND_UNMATCHED').map(({ text }) => text);
    expect([texts.length, texts[19], texts[20]]).toEqual([
      21,
      'campaigns.csv, row 21: 70 spent on a campaign that nobody names as a source; left out.',
      '5 more of this kind.',
    ]);
  });

  it('are channels beyond those that a scenario may have: those of least spend are left out', async () => {
    const channels = Array.from({ length: 203 }, (_, c) => `channel ${c}`);
    const orders = channels.map((name, c) => `${c},c${c},${name},2026-01-${10 + (c % 18)},100,已完成,x\n`).join('');
    const costs = channels.map((name, c) => `2026-01,${name},media,${1000 + c},0,0\n`).join('');
    const { scenario, findings } = await importExports([
      textFile('orders.csv', `订单编号,客户编号,购买渠道,下单日期,订单金额,订单状态,提交时间\n${orders}`),
      textFile('costs.csv', `month,channel,cost type,amount,hours,hourly cost\n${costs}`),
    ]);
    expect(findings.map(({ text }) => text)).toContain(
      'A scenario may have 200 channels: 3 channels of less spend left out.',
    );
    const read = Object.keys(readScenario(scenario).scenario.channels);
    expect([read.length, read.includes('channel 2'), read.includes('channel 3')]).toEqual([200, false, true]);
  });

  it('are too few orders to tell what a customer is worth, beside costs by month', async () => {
    const worthOf = async (count: number) => {
      const orders = Array.from({ length: count }, (_, k) => `A${k},K${k},Search,2026-01-${10 + k},300,已完成,x\n`);
      const { scenario } = await importExports([
        textFile('orders.csv', `订单编号,客户编号,购买渠道,下单日期,订单金额,订单状态,提交时间\n${orders.join('')}`),
        textFile('costs.csv', 'Month,Channel,Cost\n2026-01,Search,1200\n'),
      ]);
      return [scenario.includes('orderValue:'), scenario.includes('Fewer than 8 orders with an amount are known')];
    };
    expect(await worthOf(7)).toEqual([false, true]);
    expect(await worthOf(8)).toEqual([true, false]);
  });
});
