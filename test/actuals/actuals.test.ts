import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAgainstActuals } from '../../src/runs/actuals.ts';
import { readActuals } from '../../src/actuals/read-actuals.ts';
import { ordersDue, ordersExpected } from '../../src/finance/returning.ts';
import { effectivenessOf, varianceOfRevenue } from '../../src/finance/variance.ts';
import { actualsText } from '../../src/report/text/actuals.ts';
import { readScenario } from '../../src/scenario/read.ts';

// A week of search brings 100 / 2 × 10 % = 5 customers of 100, social 50 × 4 % = 2. Repeat orders are not in the books yet.
const text = `apportion: 1
name: Four weeks
currency: EUR
horizon: { start: 2027-01-04, periods: 4, unit: week }
budget: { total: 600 }
value: { orderValue: 100, grossMargin: 50%, repeat: { rate: 50%, every: 2, horizon: 8 } }
channels:
  search: { label: Google, price: { cpc: 2 }, funnel: { clickToCustomer: 10% }, plan: 1000 }
  social: { price: { cpc: 1 }, funnel: { clickToCustomer: 4% }, plan: 500 }
`;
const reading = readScenario(text);
const table = `week,channel,spend,customers,revenue
1,Google,"1,200",55,5500
2,search,1k,50,4500
2027-01-04,social,500,9,1000
week 2,social,500,8,800
`;
const few = { draws: 1024 };

describe('the variance of revenue', () => {
  it('adds up, whatever happened', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    const outturn = fc.record({ planned: amount, expected: amount, actual: amount });
    fc.assert(
      fc.property(outturn, outturn, (customers, revenue) => {
        const { total, volume, effectiveness, price } = varianceOfRevenue(customers, revenue);
        const size = Math.abs(volume) + Math.abs(effectiveness) + Math.abs(price!) + 1;
        expect(Math.abs(volume + effectiveness + price! - total)).toBeLessThan(1e-9 * size);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('is that of the textbook: ten more sold at 2 more', () => {
    // Planned 100 at 10; spend for 105; 110 came and paid 12: volume 50, effectiveness 50, price 220.
    expect(
      varianceOfRevenue({ planned: 100, expected: 105, actual: 110 }, { planned: 1000, expected: 1050, actual: 1320 }),
    ).toEqual({ total: 320, volume: 50, effectiveness: 50, price: 220 });
  });
});

describe('the parts of effectiveness', () => {
  it('add up to it, by hand', () => {
    // 1,000 clicks expected at 10 %; 800 came and brought 120: 20 customers fewer by clicks, 40 more by conversion.
    const customers = { planned: 90, expected: 100, actual: 120 };
    expect(effectivenessOf(customers, { expected: 1000, actual: 800 })).toEqual({ buying: -20, conversion: 40 });
    const revenue = { planned: 900, expected: 1000, actual: 1500 };
    expect(effectivenessOf(customers, { expected: 1000, actual: 800 }, revenue)).toEqual({
      buying: -200,
      conversion: 400,
    });
  });
});

describe('further orders', () => {
  it('come due after each wait, of those who came long enough ago', () => {
    // Every 2 periods up to 5: of 10, 20, 30, 40, 50 those of the first three have had one, those of the first another.
    expect(ordersDue([10, 20, 30, 40, 50], { every: 2, horizon: 5 })).toEqual([60, 10]);
    expect(ordersDue([10, 20], { every: 2, horizon: 8 })).toEqual([]);
    // More than one within a period, up to the horizon.
    expect(ordersDue([10], { every: 0.25, horizon: 0.75 })).toEqual([10, 10, 10]);
    expect(ordersExpected([60, 10], 0.5)).toBe(32.5);
  });

  it('come due at their wait, on whichever side of it a product is rounded', () => {
    // 3 × 0.1 is 0.30000000000000004, and 25 × 1.16 is 28.999999999999996.
    expect(ordersDue([10], { every: 0.1, horizon: 0.3 })).toEqual([10, 10, 10]);
    expect(
      ordersDue(
        Array.from({ length: 30 }, () => 1),
        { every: 1.16, horizon: 29 },
      ).at(-1),
    ).toBe(1);
  });
});

describe('plan against actuals', () => {
  it('takes spend, what it brought and what customers paid apart by hand', async () => {
    const found = await planAgainstActuals(reading, readActuals(table, reading.scenario), few);
    expect([found.periods, found.of]).toEqual([2, 'revenue']);
    const [search, social] = found.channels;
    // Planned 2 × 50; of 2,200 spent 110 were to be expected; 105 came. At 100 each: +1,000, -500; they paid 10,000, not 10,500.
    expect(search!.customers).toEqual({
      planned: expect.closeTo(100, 9),
      expected: expect.closeTo(110, 9),
      actual: 105,
    });
    expect(search!.variance).toEqual({
      total: expect.closeTo(0, 6),
      volume: expect.closeTo(1000, 6),
      effectiveness: expect.closeTo(-500, 6),
      price: expect.closeTo(-500, 6),
    });
    expect(search!.standing).toBe('within');
    // Poisson with mean 40: 90 % between 30 and 51; 17 is far below.
    expect(social!.band).toEqual([30, 51]);
    expect(social!.standing).toBe('below');
    expect(social!.chanceOfNoMore).toBeLessThan(0.001);
    expect(found.total.spend).toEqual({ planned: 3000, actual: 3200 });
    expect(found.notes[0]).toContain('Repeat orders are left out');
    const shown = actualsText(found).replaceAll(/\s+/g, ' ');
    expect(shown).toContain('Early warning: social brought 17 customers where 30 to 51 were to be expected');
  });

  it('counts customers where revenue is not known, and tells how many ranges held', async () => {
    const without = table
      .split('\n')
      .map((line) => line.replace(/,[^,]*$/, ''))
      .join('\n');
    const found = await planAgainstActuals(reading, readActuals(without, reading.scenario), few);
    expect(found.of).toBe('customers');
    expect(found.total.variance.price).toBeUndefined();
    // Search held twice (55 of 60, 50 of 50); social, 20 expected each time, did not.
    expect(found.calibration).toMatchObject({ ranges: 4, held: 2, verdict: 'as promised' });
  });

  it('tells what clicks cost from what became of them, where clicks are counted', async () => {
    const clicks = table
      .split('\n')
      .map((line, k) => (line === '' ? '' : `${line},${['clicks', '500', '400', '', ''][k]}`))
      .join('\n');
    const found = await planAgainstActuals(reading, readActuals(clicks, reading.scenario), few);
    const [search, social] = found.channels;
    // Of 2,200 spent at 2 a click 1,100 were to be expected, 900 came: 200 fewer at 10 % and 100 each. Those 900 brought 105, not 90.
    expect(search!.bought).toEqual({
      stage: 'click',
      expected: expect.closeTo(1100, 9),
      band: expect.any(Array),
      actual: 900,
      standing: 'below',
      effectiveness: { buying: expect.closeTo(-2000, 6), conversion: expect.closeTo(1500, 6) },
    });
    // scipy.stats.poisson.ppf([0.05, 0.95], 1100); four standard errors of a quantile of 1,024 draws are some 9.
    [1046, 1155].forEach((end, k) => expect(Math.abs(search!.bought!.band[k]! - end)).toBeLessThan(9));
    expect(social).not.toHaveProperty('bought');
    const shown = actualsText(found).replaceAll(/\s+/g, ' ');
    expect(shown).toMatch(
      /Google bought 900 clicks at 2.44 EUR each where [\d,]+ to [\d,]+ were to be expected: they are dearer/,
    );
    expect(shown).toMatch(/Google clicks [\d,]+ to [\d,]+ 900 below -2,000 \+1,500/);
  });

  it('warns early where customers come back less than believed', async () => {
    const scenario = text.replace('repeat: { rate: 50%, every: 2,', 'repeat: { rate: 50%, every: 1,');
    const other = readScenario(scenario);
    const rows = '1,search,1000,400,,0\n2,search,1000,100,,150\n1,social,500,20,,\n2,social,500,20,,';
    const content = `week,channel,spend,customers,clicks,repeats\n${rows}\n`;
    const found = await planAgainstActuals(other, readActuals(content, other.scenario), few);
    // Of 400 half were to come back: Poisson with mean 200, scipy.stats.poisson.ppf([0.05, 0.95], 200) is 177 and 224.
    const { repeats } = found.channels[0]!;
    expect(repeats).toMatchObject({ expected: 200, actual: 150, standing: 'below' });
    [177, 224].forEach((end, k) => expect(Math.abs(repeats!.band[k]! - end)).toBeLessThan(4));
    expect(found.channels[1]).not.toHaveProperty('repeats');
    const shown = actualsText(found).replaceAll(/\s+/g, ' ');
    expect(shown).toMatch(
      /Early warning: customers of Google come back less than believed, 150 further orders where 1\d\d to 2\d\d/,
    );
  });

  it('tells nothing of clicks where people may turn customers away, or customers come later', async () => {
    const busy = text
      .replace('channels:', 'resources: { staff: { capacity: 5 } }\nchannels:')
      .replace('plan: 1000 }', 'plan: 1000, hours: { staff: { perCustomer: 1 } } }');
    const other = readScenario(busy);
    const clicks = 'week,channel,spend,customers,clicks\n1,search,1000,5,500\n1,social,500,20,400\n';
    const [search, social] = (await planAgainstActuals(other, readActuals(clicks, other.scenario), few)).channels;
    expect(search).not.toHaveProperty('bought');
    expect(social!.bought).toMatchObject({ stage: 'click', actual: 400, standing: 'below' });
    const lasting = readScenario(
      text.replace('plan: 500 }', 'plan: 500, carryover: { curve: geometric, retention: 20% } }'),
    );
    const later = await planAgainstActuals(lasting, readActuals(clicks, lasting.scenario), few);
    expect(later.channels.map((channel) => 'bought' in channel)).toEqual([true, false]);
  });

  it('says what is wrong with a table, and where', () => {
    const refused = (content: string) => {
      try {
        readActuals(content, reading.scenario, 'actuals.csv');
      } catch (error) {
        return String(error);
      }
      return 'read';
    };
    expect(refused('')).toContain('the file is empty');
    expect(refused('week,channel,spend\n1,search,3')).toContain('no column `customers`');
    expect(refused('week,channel,spend,customers\n1,\uFFFD\uFFFD,3,1')).toMatch(/actuals\.csv:2:3.*not saved as UTF-8/);
    expect(refused('week,channel,spend,customers\n1,serch,3,1')).toContain('Did you mean `search`?');
    expect(refused('week,channel,spend,customers\n9,search,3,1')).toContain('actuals.csv:2:1');
    expect(refused('week,channel,spend,customers\n1,search,3,1')).toContain('nothing is said about social in week 1');
    expect(refused('week,channel,spend,customers\n1,search,3,1\n1,search,3,1')).toContain('given twice');
  });
});
