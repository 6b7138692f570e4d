import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ScenarioError } from '../../src/errors.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { editText } from '../../web/text/edit.ts';

/** Everything that can be spoken of by its name, spoken of in every way there is. */
const text = `apportion: 1
name: Names
currency: EUR
currencies: { USD: 0.8 to 1.1 }
horizon: { periods: 6, unit: week }
budget: { total: 60k }
value: { orderValue: 20 to 30, grossMargin: 50% }
segments: { young: { size: 1M to 2M } }
resources: { staff: { capacity: 100, hourlyCost: 20 to 30 } }
assumptions: { market: 0.9 to 1.1, doubled: '= min(1.2 * market, 2)' }
channels:
  search:
    currency: USD
    price: { cpc: 0.8 to 1.2 }
    funnel: { clickToCustomer: 3% to 5% }
    response: { curve: exponential, scale: 4k to 9k }
    audience: { young: 40% }
    hours: { staff: { perCustomer: 0.1 } }
    plan: 5k
  social:
    price: { cpc: 0.5 to 0.9 }
    funnel: { clickToCustomer: 1% to 3% }
    response: { curve: exponential, scale: = 5000 * doubled + 200 * market }
    halo: { search: 10% }
    plan: 5k
groups: { paid: { channels: [search, social], share: { max: 100% } } }
ratios: { halves: { of: search, to: paid, max: 90% } }
correlations:
  - { of: [search.price.cpc, channels.social.price.cpc, USD], rank: weak }
  - { of: [market, resources.staff.hourlyCost, segments.young.size, events.outage.probability], rank: weak }
metrics: { perHour: profit / hours }
targets: [{ metric: perHour, atLeast: 1 }]
goal: { worstOf: [dear] }
events: { outage: { probability: 10%, switchOff: [search], multiply: { social.demand: 0.9 } } }
stresses: { dear: { multiply: { search.price: 1.3, USD.rate: 1.1 } }, shut: { switchOff: [search] } }
screening: { weights: { cost: 1, fit: 1 }, channels: { search: { fit: 4 } } }
`;

function errorsOf(file: string): readonly string[] {
  try {
    readScenario(file);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof ScenarioError)) throw thrown;
    return thrown.issues
      .filter(({ severity }) => severity === 'error')
      .map(({ path, message }) => `${path} ${message}`);
  }
}

/** Also such that a formula takes for something else. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  currencies: ['HKD'],
  channels: ['newName', '新 & a, b'],
  assumptions: ['newName', 'google-ads', 'not', '市场'],
};

const SECTIONS = 'channels groups segments resources currencies assumptions events stresses metrics ratios'.split(' ');

describe('a thing with a new name', () => {
  it('is spoken of by it in all of the file, which stays without errors', () => {
    expect(errorsOf(text)).toEqual([]);
    const sections = parse(text) as Readonly<Record<string, object>>;
    let tried = 0;
    for (const section of SECTIONS) {
      for (const name of Object.keys(sections[section]!)) {
        tried += 1;
        for (const other of OTHER_NAMES[section] ?? ['newName']) {
          const after = editText(text, [{ kind: 'rename', path: [section, name], name: other }])!;
          expect([section, name, errorsOf(after)]).toEqual([section, name, []]);
          // All that said the old name says the new one: as many times as before.
          const said = (file: string, word: string) => file.split(word).length - 1;
          expect([section, name, said(after, other)]).toEqual([section, name, said(text, name)]);
          expect(editText(after, [{ kind: 'rename', path: [section, other], name }])).toBe(text);
        }
      }
    }
    expect(tried).toBe(13);
  });

  it('leaves examples without errors, whichever channel it is', () => {
    const folder = new URL('../../scenarios/', import.meta.url);
    for (const file of ['five-channels.yaml', 'b2b-leads.yaml', 'reseller-network.yaml']) {
      const example = readFileSync(new URL(file, folder), 'utf8');
      for (const name of Object.keys((parse(example) as { channels: object }).channels)) {
        const after = editText(example, [{ kind: 'rename', path: ['channels', name], name: 'another' }])!;
        expect([file, name, errorsOf(after)]).toEqual([file, name, []]);
      }
    }
  });
});
