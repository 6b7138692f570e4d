import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { importExports, type ExportsInput } from '../../src/importers/exports.ts';
import type { Extract } from '../../src/importers/exports/extract.ts';
import { findingIn } from '../../src/importers/exports/finding.ts';
import { importLanguages } from '../../src/importers/exports/languages/languages.ts';
import { readFiles } from '../../src/importers/exports/read-files.ts';
import { isConverted } from '../../src/importers/exports/stages.ts';
import { dayCalled } from '../../src/scenario/calendar.ts';
import { readScenario } from '../../src/scenario/read.ts';
import type { RawFile } from '../../src/tables/read-sheets.ts';
import { extractOf, sample, sampleText, textFile } from './exports-files.ts';
import { fxiaokePages, jiandaoyunPages, jsonFile, recordsOf, zohoPages } from './saved-pages.ts';

const ZOHO = 'zoho_api_leads_page1.json';
const FXIAOKE = 'fxiaoke_api_LeadsObj_page1.json';
const JIANDAOYUN = ['jiandaoyun_api_data_list_page1.json', 'jiandaoyun_api_widget_list.json'];

interface Truth {
  readonly files: Readonly<Record<string, { readonly rows: number; readonly converted?: number }>>;
}
const truth = JSON.parse(sampleText('ground_truth.json')) as Truth;

async function pageOf(...files: readonly RawFile[]): Promise<Extract> {
  const extracts = await readFiles(files);
  expect(extracts).toHaveLength(1);
  return extracts[0]!;
}

async function refusal(...files: readonly RawFile[]): Promise<string> {
  const error: unknown = await readFiles(files).catch((thrown: unknown) => thrown);
  if (!(error instanceof ScenarioError)) throw new Error('nothing was refused');
  return error.message;
}

const saidOf = ({ findings }: Extract, code: string) =>
  findings.filter((one) => one.code === code).map((one) => findingIn(one, importLanguages.en).text);
const countsOf = (texts: readonly (string | undefined)[]) =>
  Object.fromEntries([...new Set(texts)].map((text) => [text, texts.filter((each) => each === text).length]));

describe('saved pages of samples', () => {
  it('of Zoho CRM are the leads that its export has, by the same numbers', async () => {
    const page = await pageOf(sample(ZOHO));
    expect(page.fingerprint.name).toBe('Zoho CRM leads');
    const { rows, converted } = truth.files[ZOHO]!;
    expect([page.rows.length, page.rows.filter(isConverted).length]).toEqual([rows, converted]);
    const exported = new Map((await extractOf(sample('zoho_leads.csv'))).rows.map((row) => [row.key, row]));
    for (const row of page.rows) {
      const same = exported.get(row.key)!;
      expect([row.source, row.day, row.deal, isConverted(row)]).toEqual([
        same.source,
        same.day,
        same.deal,
        isConverted(same),
      ]);
    }
  });

  it('of 纷享销客 are the first leads of its export, on the same days in China', async () => {
    const page = await pageOf(sample(FXIAOKE));
    expect(page.fingerprint.name).toBe('纷享销客 leads');
    expect(page.rows.length).toBe(truth.files[FXIAOKE]!.rows);
    const exported = (await extractOf(sample('fxiaoke_销售线索.xlsx'))).rows.slice(0, 100);
    const told = ({ source, day, campaign }: Extract['rows'][number]) => [source, day, campaign];
    expect(page.rows.map(told)).toEqual(exported.map(told));
    // Counted in the file by Python: source__r, and biz_status == 'transformed'.
    expect(countsOf(page.rows.map(({ source }) => source))).toEqual({
      腾讯广告: 28,
      百度推广: 26,
      官网: 16,
      巨量引擎: 15,
      代理商: 6,
      展会: 6,
      转介绍: 3,
    });
    expect(page.rows.filter(isConverted).length).toBe(27);
    expect(saidOf(page, 'PAGES_MISSING')[0]).toContain('100 of 1,394 records');
    expect(saidOf(page, 'OPTION_VALUES')).toEqual([]);
  });

  it('of 简道云 are the customers of its export, once the list of fields says what they are', async () => {
    for (const names of [JIANDAOYUN, JIANDAOYUN.toReversed()]) {
      const page = await pageOf(...names.map(sample));
      expect(page.fingerprint.name).toBe('简道云 customers');
      expect(page.rows.length).toBe(truth.files[JIANDAOYUN[0]!]!.rows);
      const exported = new Map(
        (await extractOf(sample('jiandaoyun_客户档案.xlsx'))).rows.map((row) => [row.customer, row]),
      );
      for (const { customer, source, day } of page.rows) {
        expect([customer, source, day]).toEqual([
          customer,
          exported.get(customer)!.source,
          exported.get(customer)!.day,
        ]);
      }
      expect(saidOf(page, 'PAGES_MISSING')[0]).toContain('there may be more records than these 100');
    }
    expect(await refusal(sample(JIANDAOYUN[0]!))).toBe(
      'jiandaoyun_api_data_list_page1.json: has records whose fields have numbers, and no file says what they are called\n' +
        '  Save the answer of /api/v5/app/entry/widget/list for the same form, and give it as well.',
    );
  });

  it('keep nothing of who somebody is', async () => {
    const extracts = await readFiles([ZOHO, FXIAOKE, ...JIANDAOYUN].map(sample));
    expect(JSON.stringify(extracts)).not.toMatch(/example\.test|先生|女士|示例|Dana Fox|Ember|有限公司/);
    const { scenario, notes } = await importExports([ZOHO, 'google_ads_en.csv'].map(sample));
    expect(scenario + notes.join('')).not.toMatch(/example\.test|Dana Fox|Ember/);
  });
});

/** What a scenario says but for words. */
async function numbersOf(files: readonly RawFile[], input: ExportsInput = {}) {
  const { notes: _, name: __, channels, ...rest } = readScenario((await importExports(files, input)).scenario).scenario;
  return [rest, Object.entries(channels).map(([name, { source: ___, ...channel }]) => [name, channel])];
}

const bare = (id: unknown) => String(id).replace('zcrm_', '');
const lookup = (id: unknown, name: unknown) => (id === '' ? null : { id: bare(id), name });
const inChina = (text: unknown) =>
  Date.parse(`${String(text).replace(' ', 'T')}${String(text).includes(':') ? '' : 'T00:00'}+08:00`);

describe('pages of whole companies', () => {
  it('give the scenario that exports of Zoho CRM give', async () => {
    const [leads, deals, orders, campaigns] = await Promise.all(
      ['zoho_leads.csv', 'zoho_deals.csv', 'zoho_sales_orders.csv', 'zoho_campaigns.csv'].map(recordsOf),
    );
    const time = (text: unknown) => `${String(text).replace(' ', 'T')}-05:00`;
    const pages = [
      ...zohoPages(
        'leads',
        leads!.map((row) => ({
          id: bare(row['Record Id']),
          Lead_Source: row['Lead Source'] === '' ? null : row['Lead Source'],
          Lead_Status: row['Lead Status'],
          Created_Time: time(row['Created Time']),
          Converted__s: row['Is Converted'] === 'true',
          Converted_Deal: lookup(row['Converted Deal.id'], row['Converted Deal']),
          Ad_Campaign_Name: row['Ad Campaign Name'],
          Email: row['Email'],
          Owner: { name: row['Lead Owner'], id: '1', email: 'owner@example.test' },
        })),
      ),
      ...zohoPages(
        'deals',
        deals!.map((row) => ({
          id: bare(row['Record Id']),
          Deal_Name: row['Deal Name'],
          Stage: row['Stage'],
          Amount: Number(row['Amount']),
          Lead_Source: row['Lead Source'],
          Created_Time: time(row['Created Time']),
          Closing_Date: row['Closing Date'],
          Account_Name: lookup(row['Account Name.id'], row['Account Name']),
          Currency: row['Currency'],
        })),
      ),
      ...zohoPages(
        'orders',
        orders!.map((row) => ({
          id: bare(row['Record Id']),
          SO_Number: row['SO Number'],
          Deal_Name: lookup(row['Deal Name.id'], row['Deal Name']),
          Account_Name: lookup(row['Account Name.id'], row['Account Name']),
          Status: row['Status'],
          Grand_Total: Number(row['Grand Total']),
          Created_Time: time(row['Created Time']),
          Currency: row['Currency'],
        })),
      ),
      ...zohoPages(
        'campaigns',
        campaigns!.map((row) => ({
          id: bare(row['Record Id']),
          Campaign_Name: row['Campaign Name'],
          Type: row['Type'],
          Actual_Cost: Number(row['Actual Cost']),
          Start_Date: row['Start Date'],
          End_Date: row['End Date'],
        })),
      ),
    ];
    expect(pages).toHaveLength(10 + 3 + 1 + 1);
    const ads = ['google_ads_en.csv', 'meta_ads_en.csv'].map(sample);
    const names = ['zoho_leads.csv', 'zoho_deals.csv', 'zoho_sales_orders.csv', 'zoho_campaigns.csv'];
    const exported = await numbersOf([...names.map(sample), ...ads]);
    expect(await numbersOf([...pages, ...ads])).toEqual(exported);
    // Leads as pages, and the rest as exports: numbers join them.
    expect(await numbersOf([...pages.slice(0, 10), ...names.slice(1).map(sample), ...ads])).toEqual(exported);
    const { findings } = await importExports([...pages, ...ads]);
    expect(findings.filter(({ code }) => code === 'PAGES_MISSING')).toEqual([]);
    const said = findings.map(({ text }) => text);
    // 12 of the export's rows repeat a record.
    expect(said).toContain(
      'leads_1.json and 9 more pages: 12 records that pages have twice: counted once, as changed last.',
    );
  });

  it('give the scenario that exports of 纷享销客 give', async () => {
    const names = ['fxiaoke_销售线索.xlsx', 'fxiaoke_客户.xlsx', 'fxiaoke_商机.xlsx', 'fxiaoke_销售订单.xlsx'];
    const [leads, customers, deals, orders] = await Promise.all(names.map(recordsOf));
    const STATUS: Readonly<Record<string, string>> = { 已转换: 'transformed', 已关闭: 'closed' };
    const date = (cell: unknown) =>
      typeof cell === 'number' ? (cell - 25_569) * 86_400_000 - 28_800_000 : inChina(cell);
    const pages = [
      ...fxiaokePages(
        'LeadsObj',
        leads!.map((row, k) => ({
          _id: `l${k}`,
          name: row['姓名'],
          mobile: row['手机'],
          source: '1',
          source__r: row['线索来源'],
          marketing_event_id: 'm',
          marketing_event_id__r: row['市场活动名称'],
          biz_status: STATUS[String(row['线索状态'])] ?? 'processed',
          create_time: inChina(row['创建时间']),
        })),
      ),
      ...fxiaokePages(
        'AccountObj',
        customers!.map((row, k) => ({
          _id: `a${k}`,
          name: row['客户名称'],
          account_source: '1',
          account_source__r: row['客户来源'],
          life_status: 'normal',
          create_time: inChina(row['创建时间']),
        })),
      ),
      ...fxiaokePages(
        'NewOpportunityObj',
        deals!.map((row, k) => ({
          _id: `d${k}`,
          account_id: 'a',
          account_id__r: row['客户名称'],
          amount: Number(row['商机金额']).toFixed(2),
          sales_status: '2',
          sales_status__r: row['商机状态'],
          source__r: row['线索来源'],
          create_time: inChina(row['创建时间']),
          close_date: date(row['预计成交日期']),
        })),
      ),
      ...fxiaokePages(
        'SalesOrderObj',
        orders!.map((row, k) => ({
          _id: `o${k}`,
          name: row['销售订单编号'],
          account_id__r: row['客户名称'],
          order_amount: Number(row['销售订单金额(元)']).toFixed(2),
          order_time: String(date(row['下单日期'])),
          life_status: row['生命状态'] === '作废' ? 'invalid' : 'normal',
        })),
      ),
    ];
    const ads = ['oceanengine_zh.csv', 'tencent_ads_zh.xlsx', 'baidu_gbk.csv'].map(sample);
    expect(await numbersOf([...pages, ...ads])).toEqual(await numbersOf([...names.map(sample), ...ads]));
  });

  it('of leads that 纷享销客 has exported without numbers as well count once', async () => {
    const leads = await recordsOf('fxiaoke_销售线索.xlsx');
    const pages = fxiaokePages(
      'LeadsObj',
      leads.map((row, k) => ({
        _id: `l${k}`,
        mobile: row['手机'],
        source: '1',
        source__r: row['线索来源'],
        biz_status: row['线索状态'] === '已转换' ? 'transformed' : 'processed',
        create_time: inChina(row['创建时间']),
      })),
    );
    const exported = sample('fxiaoke_销售线索.xlsx');
    const others = ['fxiaoke_商机.xlsx', 'baidu_gbk.csv'].map(sample);
    const alone = await numbersOf([exported, ...others]);
    const rows = (await extractOf(exported)).rows.length;
    expect(await numbersOf([...pages, exported, ...others])).toEqual(alone);
    const { findings } = await importExports([...pages, exported, ...others]);
    const told = findings.map(({ text }) => text).filter((text) => text.includes('the same source and minute'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`: ${rows.toLocaleString('en')} rows from the same source`);
    expect(findings.map(({ code }) => code)).not.toContain('MAYBE_TWICE');
  });

  it('of leads are told from others of the same minute by their number, and may count twice without the time', async () => {
    // 12:27 in China: `date -u -d '2026-01-01 04:27' +%s`.
    const lead = (id: string) => ({
      _id: id,
      source: '1',
      source__r: '官网',
      biz_status: 'closed',
      create_time: 1767241620000,
    });
    const pages = fxiaokePages('LeadsObj', [lead('a'), lead('b')]);
    const table = (...times: readonly string[]) =>
      textFile(
        'leads.csv',
        [
          '线索来源,线索状态,线索池,负责人主属部门,创建时间,省',
          ...times.map((time, k) => `官网,待处理,池,部,${time},省${k}`),
        ].join('\n'),
      );
    const costs = textFile(
      'costs.csv',
      'month,channel,cost type,amount,hours,hourly cost\n2026-01,官网,media,1000,0,0\n',
    );
    const outcome = async (...times: readonly string[]) => {
      const { findings, scenario } = await importExports([...pages, table(...times), costs]);
      return [
        Number(/([\d,]+) leads? who came/.exec(scenario)?.[1]),
        findings.flatMap(({ code, text }) =>
          /^(?:DUP_ID|MAYBE_TWICE)$/.test(code) ? [`${code} ${/: (\d+) row/.exec(text)![1]}`] : [],
        ),
      ];
    };
    // Tables are read before pages: both leads of these are two of its three, and else two on a day that it has as well.
    expect(await outcome('2026-01-01 12:27', '2026/1/1 12:27:30', '2026-01-01 12:27')).toEqual([3, ['DUP_ID 2']]);
    expect(await outcome('2026-01-01 12:28')).toEqual([3, ['MAYBE_TWICE 2']]);
    expect(await outcome('2026-01-01')).toEqual([3, ['MAYBE_TWICE 2']]);
    expect(await outcome('2026-01-02 12:27')).toEqual([3, []]);
    // Of two numbered leads one is of that minute; of three without numbers it is one.
    const numbered = textFile(
      'numbered.csv',
      '线索编号,线索来源,线索状态,线索池,创建时间\n1,官网,待处理,池,2026-01-01 12:27\n2,官网,待处理,池,2026-01-02 9:05\n',
    );
    const { findings } = await importExports([
      numbered,
      table('2026-01-01 12:27', '2026-01-01 12:27', '2026-01-03'),
      costs,
    ]);
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['DUP_ID', 'MAYBE_TWICE']));
    const [same, maybe] = ['DUP_ID', 'MAYBE_TWICE'].map((wanted) => findings.find(({ code }) => code === wanted)!.text);
    expect([same, maybe]).toEqual([
      expect.stringMatching(/^leads.csv: 1 row from/),
      expect.stringMatching(/^leads.csv: 1 row on days/),
    ]);
  });

  it('give the scenario that exports of 简道云 give', async () => {
    const orders = (await recordsOf('jiandaoyun_订单_gbk.csv')).filter((row) => row['订单编号'] !== '');
    const fields = ['订单编号', '客户编号', '购买渠道', '下单日期', '订单金额', '订单状态'];
    const list = jsonFile('fields.json', {
      widgets: [
        ...fields.map((label, k) => ({ name: `_widget_${k}`, label, type: 'text' })),
        { name: '_widget_9', label: '订单明细', type: 'subform', items: [{ name: '_widget_10', label: '数量' }] },
      ],
      sysWidgets: [],
    });
    const pages = jiandaoyunPages(
      'orders',
      orders.map((row, k) => ({
        _id: `o${k}`,
        creator: { name: row['提交人'] },
        createTime: new Date(inChina(row['提交时间'])).toISOString(),
        ...Object.fromEntries(fields.map((label, f) => [`_widget_${f}`, row[label]])),
        // Days of forms are midnights in China.
        _widget_3: new Date(inChina(row['下单日期'])).toISOString(),
        _widget_4: Number(row['订单金额']),
        _widget_9: [
          { _id: 'x', _widget_10: 1 },
          { _id: 'y', _widget_10: 2 },
        ],
      })),
    );
    const others = ['jiandaoyun_客户档案.xlsx', 'jiandaoyun_渠道费用.xlsx'].map(sample);
    expect(await numbersOf([...pages, list, ...others])).toEqual(
      await numbersOf([sample('jiandaoyun_订单_gbk.csv'), ...others]),
    );
    // 1,053 is no whole number of pages: the last is not full.
    const { findings } = await importExports([...pages, list, ...others]);
    expect(findings.filter(({ code }) => code === 'PAGES_MISSING')).toEqual([]);
  });
});

const lead = (id: number, more: Readonly<Record<string, unknown>> = {}) => ({
  id: `${id}`,
  Lead_Source: 'Web',
  Lead_Status: 'Contacted',
  Created_Time: '2026-01-05T23:30:00-05:00',
  ...more,
});

describe('pages that belong together', () => {
  it('count a record once that several have, as it was changed last', async () => {
    const old = lead(3, { Lead_Source: 'Old', Modified_Time: '2026-01-06T09:00:00-05:00' });
    const changed = lead(3, { Lead_Source: 'New', Modified_Time: '2026-01-07T09:00:00-05:00' });
    const pages = zohoPages('p', [lead(1), lead(2), old, changed, lead(4), lead(1)], 3);
    for (const files of [pages, pages.toReversed()]) {
      const page = await pageOf(...files);
      expect(page.rows.map(({ key, source }) => `${key} ${source}`).toSorted()).toEqual([
        'zcrm_1 Web',
        'zcrm_2 Web',
        'zcrm_3 New',
        'zcrm_4 Web',
      ]);
      expect(saidOf(page, 'DUP_RECORD')[0]).toContain('1 more page: 2 records that pages have twice');
    }
  });

  it('say so where one is missing at the end, between or before', async () => {
    const pages = zohoPages(
      'p',
      [1, 2, 3, 4, 5, 6].map((id) => lead(id)),
      2,
    );
    const missing = async (...files: readonly RawFile[]) => saidOf(await pageOf(...files), 'PAGES_MISSING').length;
    expect(await missing(...pages)).toBe(0);
    expect(await missing(...pages.slice(0, 2))).toBe(1);
    expect(await missing(pages[0]!, pages[2]!)).toBe(1);
    expect(await missing(...pages.slice(1))).toBe(1);
    // Of answers to a search, no page has a number.
    const unnumbered = (more: boolean) =>
      jsonFile(`${more}.json`, { data: [lead(more ? 1 : 2)], info: { more_records: more } });
    expect(await missing(unnumbered(true))).toBe(1);
    expect(await missing(unnumbered(true), unnumbered(false))).toBe(0);
    const counted = fxiaokePages(
      'LeadsObj',
      [1, 2, 3].map((k) => ({ _id: `${k}`, source: '1', create_time: 1767241620000 })),
      2,
    );
    expect(await missing(...counted)).toBe(0);
    // The same page again is none of those that are missing.
    expect(await missing(counted[0]!, counted[0]!)).toBe(1);
  });

  it('are told apart by what their records are, and an empty one only ends them', async () => {
    const fields = (label: string) => ({ widgets: [{ name: `_widget_${label}`, label, type: 'text' }] });
    const form = (name: string, label: string) =>
      jiandaoyunPages(name, [
        {
          _id: '1',
          createTime: '2026-01-05T02:00:00.000Z',
          updateTime: '2026-01-05T02:00:00.000Z',
          [`_widget_${label}`]: 'x',
          alias: '展会',
        },
      ]);
    const alias = { name: 'alias', label: '购买渠道', type: 'combo' };
    const list = (label: string) => jsonFile(`${label}.json`, { widgets: [...fields(label).widgets, alias] });
    const extracts = await readFiles([
      ...form('a', '客户编号'),
      ...form('b', '客户名称'),
      list('客户名称'),
      list('客户编号'),
      jsonFile('end.json', { data: [] }),
    ]);
    expect(extracts.map(({ headings, rows }) => [headings.customer, rows[0]!.source])).toEqual([
      ['客户编号', '展会'],
      ['客户名称', '展会'],
    ]);
  });
});

describe('what 纷享销客 answers', () => {
  const record = { _id: '1', source: '12', biz_status: 'transformed', create_time: 1767283200000 };

  it('has names of options where the description of the object is given, and says so where it is not', async () => {
    const pages = fxiaokePages('LeadsObj', [record]);
    const described = (object: string) =>
      jsonFile('describe.json', {
        errorCode: 0,
        data: {
          describe: {
            api_name: object,
            fields: { source: { label: '来源', type: 'select_one', options: [{ label: '腾讯广告', value: '12' }] } },
          },
        },
      });
    const named = await pageOf(...pages, described('LeadsObj'));
    expect(named.rows[0]).toMatchObject({ source: '腾讯广告', status: '已转换' });
    expect(saidOf(named, 'OPTION_VALUES')).toEqual([]);
    for (const files of [pages, [...pages, described('AccountObj')]]) {
      const bare = await pageOf(...files);
      expect(bare.rows[0]).toMatchObject({ source: '12' });
      expect(saidOf(bare, 'OPTION_VALUES')).toEqual([
        'LeadsObj_1.json: 线索来源 has values of options and not their names. Give the answer of /cgi/crm/v2/object/describe as well, which tells them.',
      ]);
    }
  });

  it('is told on days in China, which begin 8 hours before those of Greenwich', async () => {
    // date -u -d '2026-01-01 16:00' +%s gives 1767283200: midnight in China.
    const days = await Promise.all(
      [1767283200000, 1767283199999, '1767283200000'].map(async (time) => {
        const { rows } = await pageOf(...fxiaokePages('LeadsObj', [{ ...record, create_time: time }]));
        return dayCalled(rows[0]!.day!.first);
      }),
    );
    expect(days).toEqual(['2026-01-02', '2026-01-01', '2026-01-02']);
    for (const time of [1e300, -1e300, 9e14]) {
      expect(await refusal(...fxiaokePages('LeadsObj', [{ ...record, create_time: time }]))).toBe(
        'LeadsObj_1.json: record 1, column "创建时间": is not a day',
      );
    }
  });

  it('has amounts in texts with a point before decimals, and leaves out what was deleted', async () => {
    const order = { account_id__r: 'a', order_time: 1767283200000, life_status: 'normal' };
    const page = await pageOf(
      ...fxiaokePages('SalesOrderObj', [
        { ...order, _id: '1', name: 'SO1', order_amount: '1.500' },
        { ...order, _id: '2', name: 'SO2', order_amount: '-20' },
        { ...order, _id: '3', name: 'SO3', order_amount: '7', is_deleted: true },
        { ...order, _id: '4', name: 'SO4', order_amount: '9', life_status: 'invalid' },
      ]),
    );
    expect(page.rows.map(({ amount, status }) => [amount, status])).toEqual([
      [1.5, '正常'],
      [-20, '正常'],
      [9, '作废'],
    ]);
    expect(saidOf(page, 'DELETED_RECORDS')[0]).toContain('1 deleted record left out');
  });

  it('is refused where it is an error, in its words', async () => {
    const message = await refusal(
      jsonFile('a.json', { errorCode: 20_016, errorMessage: 'token\u001b[2J expired', traceId: 'x' }),
    );
    expect(message).toContain('is an answer of 纷享销客 without records, which says "20016: token\\u001b[2J expired"');
    expect(
      await refusal(jsonFile('a.json', { code: 'INVALID_TOKEN', message: 'invalid oauth token', status: 'error' })),
    ).toContain('is an answer of Zoho CRM without records, which says "INVALID_TOKEN: invalid oauth token"');
    expect(await refusal(jsonFile('a.json', { code: 8301, msg: 'no key' }))).toContain(
      '简道云 without records, which says "8301: no key"',
    );
    expect(await refusal(jsonFile('a.json', { errorCode: 1, errorMessage: 'x'.repeat(9999) }))).toHaveLength(313);
  });
});

describe('files of JSON that are no pages', () => {
  it('are refused with what was expected and what was found, and nobody in it', async () => {
    const kinds: readonly (readonly [unknown, string])[] = [
      [{ type: 'FeatureCollection', features: [] }, 'is JSON with type, features, but'],
      [{ apportion: 1, channels: {}, horizon: {} }, 'is JSON with apportion, channels, horizon, but'],
      [{ 'gus@example.test': 1, 13_912_345_678: 1 }, 'is JSON, but'],
      [[{ id: '1' }], 'is JSON, but'],
      [{ data: [1, 2] }, 'is JSON with data, but'],
      [{ data: [{ name: 'Gus' }], info: {} }, 'is JSON with data, info, but'],
      [{ errorCode: 0, corpAccessToken: 'secret' }, 'is JSON with errorCode, corpAccessToken, but'],
    ];
    for (const [content, message] of kinds) {
      const said = await refusal(jsonFile('a.json', content));
      expect(said).toContain(`a.json: ${message}`);
      expect(said).toContain('Known are answers of Zoho CRM (data, info), 纷享销客 (errorCode, data.dataList), 简道云');
      expect(said).not.toMatch(/gus|139123|secret/i);
    }
  });

  it('are refused where they have records of something else', async () => {
    expect(await refusal(...fxiaokePages('PaymentObj', [{ _id: '1' }]))).toContain(
      'has records of 纷享销客 of the kind "PaymentObj"\n  Read are LeadsObj, AccountObj, NewOpportunityObj, SalesOrderObj.',
    );
    expect(await refusal(...zohoPages('c', [{ id: '1', Lead_Source: 'Web', Last_Name: 'Fox' }]))).toContain(
      'has records of Zoho CRM whose fields do not tell what they are\n  Read are Leads, Deals, Campaigns, Sales_Orders.',
    );
    expect(await refusal(...zohoPages('c', [{ id: '1', Stage: 'Won' }]))).toContain(
      'has records like an export of Zoho CRM deals, but no field amount\n  Ask for this field as well.',
    );
    const form = jiandaoyunPages('f', [{ _id: '1', _widget_1: 'x' }]);
    const list = jsonFile('w.json', { widgets: [{ name: '_widget_1', label: '名字', type: 'text' }] });
    expect(await refusal(...form, list)).toContain(
      'f_1.json: has records of a form whose fields are none that are known',
    );
  });

  it('are refused where they are damaged, nested or large, before anything is made of them', async () => {
    const text = sampleText(ZOHO);
    expect(await refusal(textFile('a.json', text.slice(0, 2000)))).toBe(
      'a.json: begins like JSON, but is none\n  Save the whole answer again, as it came.',
    );
    expect(await refusal(textFile('a.json', '{"data":'.repeat(200_000)))).toContain('is nested more than 64 deep');
    expect(await refusal(textFile('a.json', `[${'[],'.repeat(3_000_000)}[]]`))).toContain(
      'has more than 3,000,000 values',
    );
    const wide = Object.fromEntries(Array.from({ length: 1001 }, (_, k) => [`_widget_${k}`, 'x']));
    const list = { widgets: Object.keys(wide).map((name) => ({ name, label: name, type: 'text' })) };
    expect(await refusal(...jiandaoyunPages('f', [{ _id: '1', ...wide }]), jsonFile('w.json', list))).toContain(
      'a table may have 1,000 columns, this one has 1,001',
    );
  });

  it('do no harm by the names they have', async () => {
    const text =
      '{"data":[{"id":"1","__proto__":{"Lead_Source":"x","polluted":true},"constructor":"y","Lead_Status":"A","Lead_Source":"__proto__","Created_Time":"2026-01-05"}],"info":{"more_records":false,"__proto__":{"page":7}}}';
    const page = await pageOf(textFile('a.json', text));
    expect(page.rows.map(({ source }) => source)).toEqual(['__proto__']);
    expect(({} as { readonly polluted?: true }).polluted).toBeUndefined();
    for (const object of ['__proto__', 'constructor', 'toString']) {
      expect(await refusal(...fxiaokePages(object, [{ _id: '1' }]))).toContain('has records of 纷享销客 of the kind');
    }
  });

  it('are read in every encoding, and a table that begins with a bracket is still a table', async () => {
    const text = sampleText(FXIAOKE);
    const utf16 = { name: 'a', bytes: new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')) };
    expect((await pageOf(utf16)).rows).toHaveLength(100);
    expect((await pageOf(textFile('a', `\ufeff \n${text}`))).rows).toHaveLength(100);
    const table = '[Day],Day,Campaign,Currency code,Cost,Impr.\nx,2026-01-05,a,USD,1,2\n';
    expect((await pageOf(textFile('a.csv', table))).fingerprint.name).toBe('Google Ads');
  });
});

const SECRET = 'gus@example.test';

const NAMES = [
  'data info errorCode dataList describe fields widgets name label items options value total',
  'id _id entryId object_describe_api_name Lead_Status Lead_Source Created_Time',
  'source source__r create_time order_amount createTime _widget_1 __proto__ constructor',
].flatMap((line) => line.split(' '));

/** Any JSON, with names that answers have and some that they should not. */
const wild = fc.letrec<{ readonly value: unknown; readonly object: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -1, 1e300, 1767283200000, 'x', '', '2026-01-05', SECRET, '__proto__', 'normal'),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...NAMES), tie('value')),
}));

/** An answer whose outside is right, and records that have what they need, with anything in its place or beside it. */
const nearly = fc
  .tuple(
    fc.array(fc.tuple(wild.object, fc.boolean()), { minLength: 1, maxLength: 5 }),
    fc.constantFrom('LeadsObj', 'SalesOrderObj', 'AccountObj', 'Zoho', '简道云'),
  )
  .map(([records, kind]) => {
    const usual = {
      Lead_Source: 'Web',
      Created_Time: '2026-01-05',
      source: '1',
      create_time: 1767283200000,
      _widget_1: 'k',
    };
    const own = records.map(([record, isSpoilt], k) => ({
      ...usual,
      ...(isSpoilt
        ? {}
        : { name: 'n', order_amount: '1', order_time: 1767283200000, account_id: 'a', account_source: '1' }),
      ...(record as object),
      ...(isSpoilt ? {} : usual),
      Lead_Status: 'x',
      _id: `${k}`,
      entryId: 'f',
      object_describe_api_name: kind,
    }));
    if (kind === 'Zoho') return { data: own, info: { more_records: false } };
    return kind === '简道云' ? { data: own } : { errorCode: 0, data: { dataList: own } };
  });

describe('any JSON', () => {
  it('is read or refused, and nobody in it is repeated', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(wild.value, nearly), wild.object, async (content, other) => {
        const widgets = [{ name: '_widget_1', label: '客户编号' }, { name: 'source', label: '购买渠道' }, other];
        const files = [jsonFile('a.json', content), jsonFile('w.json', { widgets })];
        try {
          const extracts = await readFiles(files);
          read += extracts.length;
          JSON.stringify(extracts);
        } catch (error) {
          if (!(error instanceof ScenarioError)) throw error;
          expect(error.message).not.toContain(SECRET);
        }
      }),
      { numRuns: 400, seed: 7 },
    );
    // Enough of them get as far as a table.
    expect(read).toBeGreaterThan(50);
  }, 60_000);
});
