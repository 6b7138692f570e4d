import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { findingIn, type Found } from '../../src/importers/exports/finding.ts';
import { importLanguages } from '../../src/importers/exports/languages/languages.ts';
import { recognize } from '../../src/importers/exports/recognize.ts';
import { dayCalled } from '../../src/scenario/calendar.ts';
import { readSheets } from '../../src/tables/read-sheets.ts';
import { extractOf, sample, sampleText, textFile } from './exports-files.ts';

interface Truth {
  readonly files: Readonly<Record<string, { readonly realized?: Readonly<Record<string, number>> }>>;
}
const truth = JSON.parse(sampleText('ground_truth.json')) as Truth;

/** Files of advertisements, with the export each is. */
const ADS = {
  'google_ads_en.csv': 'Google Ads',
  'google_ads_de_utf16.csv': 'Google Ads',
  'meta_ads_en.csv': 'Meta Ads',
  'meta_ads_zh.csv': 'Meta Ads',
  'tiktok_ads_en.xlsx': 'TikTok Ads',
  'linkedin_ads_en_utf16.csv': 'LinkedIn Ads',
  'microsoft_ads_en.csv': 'Microsoft Ads',
  'oceanengine_zh.csv': '巨量引擎 Ocean Engine',
  'tencent_ads_zh.xlsx': '腾讯广告 Tencent Ads',
  'baidu_gbk.csv': '百度推广 Baidu',
} as const;

/** Rows and the sum of amounts of the others, from ground_truth.json: unique_leads, rows, won_amount and so on. */
const OTHERS = {
  'zoho_leads.csv': ['Zoho CRM leads', 1797, 0],
  'zoho_deals.csv': ['Zoho CRM deals', 500, 0],
  'zoho_deals_us_locale.csv': ['Zoho CRM deals', 500, 0],
  'zoho_campaigns.csv': ['Zoho CRM campaigns', 10, 234_686.67],
  'zoho_sales_orders.csv': ['Zoho CRM sales orders', 146, 605_664.16],
  'fxiaoke_销售线索.xlsx': ['纷享销客 leads', 1394, 0],
  'fxiaoke_客户.xlsx': ['纷享销客 customers', 438, 0],
  'fxiaoke_商机.xlsx': ['纷享销客 opportunities', 438, 0],
  'fxiaoke_销售订单.xlsx': ['纷享销客 orders', 130, 0],
  'jiandaoyun_客户档案.xlsx': ['简道云 customers', 690, 0],
  'jiandaoyun_订单_gbk.csv': ['简道云 orders', 1053, 1_433_641.83],
  'jiandaoyun_渠道费用.xlsx': ['channel costs', 156, 123_558.7],
  'ga4_en.csv': ['Google Analytics 4', 1080, 0],
} as const;

const textsOf = (findings: readonly Found[]) => findings.map((found) => findingIn(found, importLanguages.en).text);

const codesOf = async (name: string) => (await extractOf(sample(name))).findings.map(({ code }) => code);

describe('tables of costs of your own', () => {
  it.each(['Month,Channel,Cost', 'month,channel,spend', '月份,渠道,费用', '月份,渠道,花费'])(
    'are known by %s',
    async (headings) => {
      const { fingerprint, rows } = await extractOf(
        textFile('costs.csv', `${headings}\n2026-01,Search,1200\n2026-01,Fair,800.50\n2026-02,Search,1300\n`),
      );
      expect(fingerprint.name).toBe('channel costs');
      expect(rows.map(({ source, spend }) => [source, spend])).toEqual([
        ['Search', 1200],
        ['Fair', 800.5],
        ['Search', 1300],
      ]);
    },
  );

  it.each(['month,channel,amount', '月份,渠道,金额'])('are not what may be income: %s', async (headings) => {
    const file = textFile('amounts.csv', `${headings}\n2026-01,Search,1200\n`);
    await expect(extractOf(file)).rejects.toThrow('amounts.csv is unknown');
  });
});

describe('exports of advertising platforms', () => {
  it.each(Object.entries(ADS))('%s is recognized as %s, and adds up to the cent', async (file, name) => {
    const { fingerprint, rows, currency } = await extractOf(sample(file));
    const sum = (field: 'spend' | 'impressions' | 'clicks' | 'conversions') =>
      Math.round(100 * rows.reduce((all, row) => all + (row[field] ?? 0), 0)) / 100;
    const { realized } = truth.files[file]!;
    expect(fingerprint.name).toBe(name);
    expect(currency).toBe(/zh\.|gbk/.test(file) && file !== 'meta_ads_zh.csv' ? 'CNY' : 'USD');
    expect({
      rows: rows.length,
      spend: sum('spend'),
      impressions: sum('impressions'),
      clicks: sum('clicks'),
      conversions: sum('conversions'),
    }).toEqual({
      rows: realized!['rows'],
      spend: realized!['spend'],
      impressions: realized!['impressions'],
      clicks: realized!['clicks'],
      conversions: realized!['conversions'],
    });
  });

  it('are the long table that was expected of company A, row by row', async () => {
    const files = [
      'google_ads_en.csv',
      'meta_ads_en.csv',
      'linkedin_ads_en_utf16.csv',
      'microsoft_ads_en.csv',
      'tiktok_ads_en.xlsx',
    ];
    const read = await Promise.all(
      files.map(async (file) =>
        (await extractOf(sample(file))).rows.map((row) =>
          [
            dayCalled(row.day!.first),
            row.campaign,
            row.spend,
            row.impressions,
            row.clicks,
            row.conversions ?? 0,
            file,
          ].join('|'),
        ),
      ),
    );
    const expected = sampleText('canonical_expected_A.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [date, , campaign, , , spend, impressions, clicks, conversions, file] = line.trim().split(',');
        return [date, campaign, Number(spend), impressions, clicks, conversions, file].join('|');
      });
    expect(read.flat().toSorted()).toEqual(expected.toSorted());
  });
});

describe('exports of CRMs', () => {
  it.each(Object.entries(OTHERS).map(([file, of]) => [file, ...of] as const))(
    '%s is recognized as %s',
    async (file, name, rows, sum) => {
      const found = await extractOf(sample(file));
      expect([found.fingerprint.name, found.rows.length]).toEqual([name, rows]);
      const money = found.rows.reduce((all, { spend = 0, amount = 0 }) => all + spend + amount, 0);
      if (sum > 0) expect(money).toBeCloseTo(sum, 2);
    },
  );

  it('say the same in either layout of Zoho', async () => {
    const [usual, other] = await Promise.all(
      ['zoho_deals.csv', 'zoho_deals_us_locale.csv'].map((name) => extractOf(sample(name))),
    );
    expect(other!.rows).toEqual(usual!.rows);
  });

  it('have hours of people beside the money', async () => {
    const { rows } = await extractOf(sample('jiandaoyun_渠道费用.xlsx'));
    expect(rows.reduce((all, { hours = 0 }) => all + hours, 0)).toBeCloseTo(3443.7, 6);
    expect(new Set(rows.flatMap(({ hourly = [] }) => hourly))).toEqual(new Set([65]));
  });

  it('keep nothing of who a lead is', async () => {
    const rows = JSON.stringify(await extractOf(sample('zoho_leads.csv')));
    expect(rows).not.toMatch(/@example|Gus|Ember/);
    expect(JSON.stringify(await extractOf(sample('fxiaoke_销售线索.xlsx')))).not.toMatch(/先生|1990000/);
  });
});

describe('planted defects', () => {
  it('are found', async () => {
    expect(await codesOf('google_ads_en.csv')).toEqual(['DUP_ROWS', 'TOTAL_ROWS']);
    expect(await codesOf('tiktok_ads_en.xlsx')).toEqual(['MASKED_VALUE', 'TOTAL_ROWS']);
    expect(await codesOf('zoho_leads.csv')).toEqual(['DUP_ID', 'DUP_PERSON', 'PII_DROPPED']);
    expect(await codesOf('jiandaoyun_订单_gbk.csv')).toEqual(['CONTINUATION_ROWS']);
    expect(await codesOf('microsoft_ads_en.csv')).toEqual([]);
  });

  it('are not found in a second row of headings, below the merged one of a sub-form', async () => {
    const merged = [
      '订单编号,客户编号,购买渠道,下单日期,订单金额,订单明细,,订单状态,提交人,提交时间',
      ',,,,,商品名称,数量,,,',
      'DD1,KH1,电商平台,2025-01-01,113.19,C款,1,已完成,张示例,2025-01-01 11:00:00',
      ',,,,,B款,2,,,',
      'DD2,KH2,电商平台,2025-01-02,89.68,B款,1,已完成,张示例,2025-01-02 11:00:00',
    ];
    const { findings, rows } = await extractOf(textFile('a.csv', merged.join('\n')));
    expect(rows).toHaveLength(2);
    expect(textsOf(findings)).toEqual(['a.csv: 1 row of sub-forms, with blank main columns, left out.']);
  });

  it('are told with their number', async () => {
    const { findings } = await extractOf(sample('zoho_leads.csv'));
    expect(textsOf(findings)).toEqual([
      'zoho_leads.csv: 12 rows with a number that another has: counted once.',
      'zoho_leads.csv: 8 rows with the e-mail or telephone of another: counted once.',
      'zoho_leads.csv: e-mail and telephone were used to find repeats only, and are not kept.',
    ]);
  });
});

const HEAD =
  'Campaign report\n"January 1, 2026 - June 29, 2026"\nDay,Campaign,Currency code,Cost,Impr.,Clicks,Conversions\n';

async function refusal(text: string): Promise<string> {
  const error: unknown = await extractOf(textFile('a.csv', text)).catch((thrown: unknown) => thrown);
  if (!(error instanceof ScenarioError)) throw new Error('nothing was refused');
  return error.message;
}

describe('an export', () => {
  it('says the same with its columns in another order, others between them, and other line ends', async () => {
    const lines = sampleText('google_ads_en.csv').trimEnd().split('\n');
    const turned = lines.map((line, at) => {
      if (at < 2) return line;
      const cells = [...line.matchAll(/"[^"]*"|[^,]+/g)].map(([cell]) => cell);
      return at === 2 ? [...cells.toReversed(), 'Device'].join(',') : [...cells.toReversed(), 'x'].join(',');
    });
    const [usual, other] = await Promise.all([
      extractOf(sample('google_ads_en.csv')),
      extractOf(textFile('google_ads_en.csv', turned.join('\r\n'))),
    ]);
    expect(other.rows).toEqual(usual.rows);
  });

  it('names row and column of what it cannot read, and does not repeat it', async () => {
    const message = await refusal(`${HEAD}2026-01-01,a,USD,gus@example.test,5,1,0\n`);
    expect(message).toBe(
      'a.csv:4:4: column "Cost": is not a number\n  Write a number such as 1234.50, or leave the cell blank.',
    );
    const advice = '  Write days as 2026-04-03, weeks as 2026-W14, months as 2026-04.';
    expect(await refusal(`${HEAD}soon,a,USD,1,5,1,0\n`)).toBe(`a.csv:4:1: column "Day": is not a day\n${advice}`);
    expect(await refusal(`${HEAD},a,USD,1,5,1,0\n`)).toBe(
      'a.csv:4:1: column "Day": is empty\n  Fill it in, or delete the row.',
    );
    // What to do is said once.
    expect(await refusal(`${HEAD}2026-02-30,a,USD,1,5,1,0\n2026-02-31,a,USD,1,5,1,0\n`)).toBe(
      `a.csv:4:1: column "Day": is not a day\n${advice}\na.csv:5:1: column "Day": is not a day`,
    );
  });

  it('leaves out a row in two hundred that it cannot read, and says so', async () => {
    const rows = Array.from({ length: 200 }, (_, r) => `2026-01-${(r % 28) + 1},c${r},USD,1,5,1,0`);
    rows[7] = '2026-01-08,x,USD,?,5,1,0';
    const { rows: read, findings } = await extractOf(textFile('a.csv', HEAD + rows.join('\n')));
    expect([read.length, findings.map(({ code }) => code)]).toEqual([199, ['BAD_NUMBER']]);
    expect(textsOf(findings)[0]).toContain('the first in row 11');
  });

  it('says where totals and rows disagree, and where rows are missing', async () => {
    const cut = sampleText('google_ads_en.csv').split('\n');
    const { findings } = await extractOf(textFile('a.csv', [...cut.slice(0, 100), ...cut.slice(-4)].join('\n')));
    expect(findings.map(({ code, level }) => [code, level])).toEqual([['TOTAL_ROWS', 'warning']]);
    const half = sampleText('microsoft_ads_en.csv').split('\n').slice(0, 60).join('\n');
    expect(textsOf((await extractOf(textFile('b.csv', half))).findings)[0]).toContain(
      'says that it has 180 rows, but has 49',
    );
  });

  it('says where a file was cut off, and leaves out the row in which it was', async () => {
    const text = sampleText('zoho_deals.csv');
    const whole = text.slice(0, 20_000).split('\n').length - 2; // without the headings and the row that is cut
    const { rows, findings } = await extractOf(textFile('a.csv', text.slice(0, 20_000)));
    expect([rows.length, findings.map(({ code }) => code)]).toEqual([whole, ['CUT_OFF']]);
  });

  it('refuses several currencies, and days that nothing decides', async () => {
    expect(await refusal(`${HEAD}2026-01-01,a,USD,1,5,1,0\n2026-01-02,a,CNY,1,5,1,0\n`)).toContain(
      'amounts are in CNY and USD',
    );
    expect(await refusal(`${HEAD}3/4/2026,a,USD,1,5,1,0\n`)).toContain('3/4 may be in March or in April');
    const decided = await extractOf(textFile('a.csv', `${HEAD}3/4/2026,a,USD,1,5,1,0\n13/4/2026,a,USD,1,5,1,0\n`));
    expect(decided.rows.map(({ day }) => dayCalled(day!.first))).toEqual(['2026-04-03', '2026-04-13']);
  });

  it('is not recognized by chance', async () => {
    const status = async (text: string) => recognize((await readSheets(textFile('a.csv', text)))[0]!).status;
    expect(await status('date,spend,clicks\n2026-01-01,1,2\n')).toBe('incomplete');
    expect(await status('date,amount,clicks\n2026-01-01,1,2\n')).toBe('unknown');
    expect(await status('wk,tv_S,radio_S,revenue\n1,2,3,4\n')).toBe('unknown');
    expect(await status('Campaign,Currency code,Cost,Impr.,Clicks\na,USD,1,2,3\n')).toBe('incomplete');
  });
});
