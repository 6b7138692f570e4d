import { describe, expect, it } from 'vitest';
import { importExports, type ExportsInput } from '../../src/importers/exports.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { textFile } from './exports-files.ts';

const imported = (text: string, input: ExportsInput = { currency: 'EUR' }) =>
  importExports([textFile('own.csv', text)], input);

const WEEKS = Array.from({ length: 8 }, (_, w) => new Date(Date.UTC(2026, 0, 5 + 7 * w)).toISOString().slice(0, 10));
/** Per 1,000 spent. */
const CUSTOMERS = [20, 30, 25, 25, 10, 40, 25, 25];
const weekly = `date,channel,spend,conversions\n${WEEKS.map((day, w) => `${day},Search,1000,${CUSTOMERS[w]}\n`).join('')}`;

describe('a table of your own with spend and what came of it', () => {
  it('says what a customer costs, as sure as its weeks are', async () => {
    const { scenario, channels } = await imported(weekly);
    // 8,000 for 200 customers. Weeks are 25 on average, with squares of 25 + 25 + 225 + 225 = 500 around it: 8 / 7 of that, of 200 squared,
    // is a relative variance of 1/70, where chance alone would make 1/200.
    const relative = Math.sqrt(1 / 70);
    const [low, high] = channels[0]!.price.range;
    expect(channels[0]!.price.kind).toBe('cpa');
    // The Poisson limit of a binomial variance is reached to a ten-thousandth: a unit of money is a try, 1,000 of them a million.
    // scipy.stats.t.ppf(0.95, 7), for eight weeks.
    expect(low).toBeCloseTo(40 * Math.exp(-1.8945786 * relative), 2);
    expect(high).toBeCloseTo(40 * Math.exp(1.8945786 * relative), 2);
    expect(scenario).toContain('8,000; 1,000 a week on average');
    expect(scenario).toContain('horizon: { start: 2026-03-02, periods: 12, unit: week }');
    expect(Object.keys(readScenario(scenario).scenario.channels)).toEqual(['Search']);
  });

  it('tells the same by months, whether they are written as months or as their first days', async () => {
    const rows = (day: (month: string) => string) =>
      ['01', '02', '03'].map((month, m) => `${day(`2026-${month}`)},Search,${[3100, 2800, 3100][m]},90\n`).join('');
    const [months, days] = await Promise.all([
      imported(`month,channel,cost,customers\n${rows((month) => month)}`),
      imported(`month,channel,cost,customers\n${rows((month) => `${month}-01`)}`),
    ]);
    expect(days.scenario).toBe(months.scenario);
    expect(days.scenario).toContain('observedAt: 700'); // 9,000 in 90 days
    // 9,000 for 270 customers: 100/3 exp(± 1.6448536 / sqrt(270)); of three rows nobody tells how much months differ.
    expect(days.channels[0]!.price.range[0]).toBeCloseTo(30.158, 2);
    expect(days.channels[0]!.price.range[1]).toBeCloseTo(36.842, 2);
  });

  it('is read as spreadsheets in Germany and China have it: titles, totals, signs of decimals, bytes', async () => {
    const german =
      'Werbung 2026;;;\nWoche;Kanal;Kosten;Neukunden\n05.01.2026;Käse-Suche;1.000,50 €;25\n' +
      '12.01.2026;Käse-Suche;999,50 €;25\nSumme;;2.000,00 €;50\n';
    const bytes = Uint8Array.from(german, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)));
    const { scenario, channels, findings } = await importExports([{ name: 'own.csv', bytes }]);
    expect(scenario).toContain('currency: EUR');
    expect(channels.map(({ name }) => name)).toEqual(['Käse-Suche']);
    expect(scenario).toContain('plan: 1000');
    expect(findings.find(({ code }) => code === 'TOTAL_ROWS')!.text).toBe(
      'own.csv: 1 row of totals left out; the rows add up to the same, 2,000.',
    );
    const chinese = await imported(
      '日期,渠道,花费（元）,成交人数\n2026/1/5,抖音,"1,000",25\n2026年1月12日,抖音,1000,25\n',
      {},
    );
    expect(chinese.scenario).toContain('currency: CNY');
    expect(chinese.scenario).toContain('plan: 1000');
    expect(chinese.channels.map(({ name }) => name)).toEqual(['巨量引擎']);
  });

  it('has a price of clicks, and what became of them, where it counts clicks', async () => {
    const rows = WEEKS.map((day) => `${day},Search,1000,500,25\n`).join('');
    const { scenario, channels } = await imported(`day,channel,cost,clicks,orders\n${rows}`);
    expect(channels[0]!.price.kind).toBe('cpc');
    expect(scenario).toContain('clickToCustomer: 200 of 4000');
    expect(scenario).toContain('own.csv, columns orders, of clicks');
    await expect(imported(`day,channel,cost,clicks\n2026-01-05,Search,1000,500\n`)).rejects.toThrow(
      'or a column of conversions in them',
    );
  });

  it('counts nobody where a CRM does, and says which column it lacks', async () => {
    const leads = Array.from({ length: 40 }, (_, n) => `${n},Search,New,2026-01-${10 + (n % 20)} 10:00,false\n`).join(
      '',
    );
    const crm = textFile('leads.csv', `Lead ID,Lead Source,Lead Status,Created Time,Is Converted\n${leads}`);
    const { channels } = await importExports([textFile('own.csv', weekly), crm], { currency: 'EUR' });
    expect(channels.map(({ price }) => price.kind)).toEqual(['cpl']);
    await expect(imported('Week,Spend,Conversions\n2026-01-05,100,2\n')).rejects.toThrow(
      'has no column 渠道 / channel',
    );
  });

  it('spends nothing today on what has stopped, and less on what stopped of late', async () => {
    const rows = WEEKS.flatMap((day, w) => [
      `${day},Search,1000,25\n`,
      ...(w < 4 ? [`${day},Radio,800,10\n`] : []),
      ...(w < 7 ? [`${day},Video,600,10\n`] : []),
    ]);
    const { channels } = await imported(`date,channel,spend,customers\n${rows.join('')}`);
    const today = Object.fromEntries(channels.map(({ name, today: amount }) => [name, amount]));
    expect(today['Search']).toBeCloseTo(1000, 6);
    expect(today['Radio']).toBe(0);
    // Three of the last four weeks.
    expect(today['Video']).toBeCloseTo(450, 6);
  });

  it('is in the currency of the sign beside its amounts, where that stands for one only', async () => {
    const spent = (first: string, second: string) =>
      imported(`month,channel,cost,customers\n2026-01,Search,${first},90\n2026-02,Search,${second},90\n`, {});
    expect((await spent('£3100', '2800')).scenario).toContain('currency: GBP');
    expect((await spent('$3100', '$2800')).findings.map(({ code }) => code)).toContain('NO_CURRENCY');
    await expect(spent('£3100', '€2800')).rejects.toThrow('amounts are in EUR and GBP');
  });

  it('has the worth of an order where it tells revenue, as sure as its weeks are', async () => {
    const paid = [2000, 3000, 2500, 2500, 1200, 3800, 2500, 2500];
    const rows = WEEKS.map((day, w) => `${day},Search,1000,${CUSTOMERS[w]},${paid[w]}\n`).join('');
    const { scenario, notes } = await imported(`date,channel,spend,orders,revenue\n${rows}`);
    // 20,000 for 200 orders. Two weeks are 200 off 100 an order: sqrt(8 / 7 * 80,000) of 20,000 is a relative error of 1.5118 %,
    // and exp(1.8945786 * 0.015118) is 1.02906.
    expect(scenario).toContain('orderValue: 97.18 to 102.9');
    expect(scenario).toContain('grossMargin: 100%');
    expect(scenario).toContain('goal: { maximize: profit }');
    expect(scenario).toContain(
      'value.orderValue: 200 orders for 20,000, the range is that of their mean; own.csv, columns orders, revenue.',
    );
    expect(notes).toContain(
      'Customers are counted only, so that nobody knows how many come back: later orders are not counted.',
    );
    expect(readScenario(scenario).warnings).toEqual([]);
  });

  it('guesses how sure that is from fewer than four rows', async () => {
    const { scenario } = await imported('month,channel,cost,customers,revenue\n2026-01,Search,3100,90,9000\n');
    // 100 exp(± 1.6448536 × 0.3)
    expect(scenario).toContain('orderValue: 61.05 to 163.8');
  });
});
