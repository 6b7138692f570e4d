import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isNode, parseDocument, visit } from 'yaml';
import type { Issue } from '../../src/errors.ts';
import { lookInto, readScenario } from '../../src/scenario/read.ts';
import { changed, errorsOf, lineOf, smallest, spring } from './fixtures.ts';

/** Text of the fixture, what is put in its place, path of the issue, and a word that its message or advice contains. */
type Mistake = readonly [from: string, to: string, path: string, says: string, more?: More];

interface More {
  /** Text on the line that must be shown; what was put in when left out. */
  readonly at?: string;
  readonly replacement?: string;
  /** Paths of further issues: of what refers to a name that is gone with the mistake. */
  readonly also?: readonly string[];
}

const CPC = 'cpc: 1.8 to 2.6';
const PRICE = `price: { ${CPC}, season: [1, 1, 1, 1, 1.3, 1.3, 1, 1, 1, 1, 1, 1] }`;
const FUNNEL = 'funnel: { clickToLead: 100%, leadToCustomer: 2.4% to 3.6% }';
const RESPONSE = 'response: { curve: exponential, scale: 60k to 140k }';
const GEOMETRIC = 'curve: geometric, retention: 5% to 20%';
const POINT = '[40000, 70000]';
const CPM = 'price: { cpm: "= marketCpm * uplift", inflation: 0.5% }';
const GOAL = 'goal: { maximize: profit, risk: { worst: 10%, atLeast: -50k } }';
const FIRST = 'of: [marketplace.price.cpc, marketCpm]';
const MEMBERS = '[marketplace, social, 直播]';
const market = 'channels.marketplace';
const cpcIsGone = ['correlations[0].of[0]'];

// prettier-ignore
const mistakes: Readonly<Record<string, readonly Mistake[]>> = {
  'the head of the file': [
    ['apportion: 1\n', '', 'apportion', 'apportion: 1', { at: 'name: Spring' }],
    ['apportion: 1\n', 'apportion: 2\n', 'apportion', 'newer'],
    ['apportion: 1\n', 'apportion: one\n', 'apportion', 'version', { replacement: '1' }],
    ['name: Spring launch\n', '', 'name', 'missing', { at: 'apportion: 1' }],
    ['name: Spring launch\n', 'name:\n', 'name', 'empty'],
    ['name: Spring launch\n', 'name: [a]\n', 'name', 'a list'],
    ['name: Spring launch\n', 'nmae: Spring launch\n', 'nmae', 'name', { replacement: 'name' }],
    ['currency: CNY', 'currency: cny', 'currency', 'EUR', { replacement: 'CNY' }],
    ['currency: CNY', 'currency: RMB', 'currency', 'RMB', { replacement: 'CNY' }],
    ['currency: CNY', 'currency: money', 'currency', 'three capital letters'],
    ['budget: { total', 'budgt: { total', 'budgt', 'budget', { replacement: 'budget' }],
  ],
  'the horizon': [
    ['start: 2027-01-04', 'start: 2027-02-29', 'horizon.start', '28 days'],
    ['start: 2027-01-04', 'start: 2027-1-4', 'horizon.start', 'date', { replacement: '2027-01-04' }],
    ['start: 2027-01-04', 'start: 04.01.2027', 'horizon.start', 'year'],
    ['periods: 12', 'periods: 0', 'horizon.periods', 'between 1 and 520'],
    ['periods: 12', 'periods: 521', 'horizon.periods', '520'],
    ['periods: 12', 'periods: 12.5', 'horizon.periods', 'whole'],
    ['unit: week', 'unit: weeks', 'horizon.unit', 'week', { replacement: 'week' }],
    ['tail: 8', 'tail: -1', 'horizon.tail', '-1'],
  ],
  'the budget': [
    ['total: 1.2M', 'total: 1.2M, atMost: 2M', 'budget.atMost', 'total'],
    ['total: 1.2M', 'flexible: false', 'budget', 'how much'],
    ['total: 1.2M', 'total: lots', 'budget.total', 'lots'],
    ['total: 1.2M', 'total: -5', 'budget.total', '0 or more'],
    ['total: 1.2M', 'total: 30%', 'budget.total', 'percentage'],
    ['total: 1.2M', 'total: $1.2M', 'budget.total', 'CNY'],
    ['total: 1.2M', 'total: 1e15', 'budget.total', 'larger unit'],
    ['total: 1.2M', 'perPeriod: [1, 2]', 'budget.perPeriod', '12'],
    ['total: 1.2M', 'perPeriod: [1, x]', 'budget.perPeriod[1]', 'x'],
    ['{ total: 1.2M }', '1.2M', 'budget', 'must be a set of fields, got `1.2M` Fields here are `total`'],
  ],
  'what customers are worth': [
    ['grossMargin: 42%', 'grossMargin: 42', 'value.grossMargin', '42%', { replacement: '42%' }],
    ['serviceCost: 6', 'serviceCost: -6', 'value.serviceCost', '0'],
    ['every: 8, ', '', 'value.repeat.every', 'missing', { at: 'repeat:' }],
    ['every: 8', 'every: 0', 'value.repeat.every', 'more than 0'],
    ['discountRate: 8%', 'discount: 8%', 'value.discount', 'discountRate'],
    ['orderValue: 300 to 380', 'orderValue: 300 to 380, discountRate: 1%', 'channels.social.value.discountRate', 'not a field'],
    ['baseline: { customers: 40 to 60, ', 'baseline: { ', 'baseline.customers', 'missing'],
    ['T) }\nseason: [1, 1,', 'T) }\nseason: [1, -1,', 'season[1]', '-1'],
    ['sin(2 * pi * t / T)', 'sin(2 * pi * x / T)', 'baseline.season', 'x'],
    ['1 + 0.1 * sin(2 * pi * t / T)', '1 - t / 6', 'baseline.season', 'period 7'],
  ],
  'prices and funnels': [
    [CPC, 'cpc: 2.6 to 1.8', `${market}.price.cpc`, 'smaller', { replacement: '1.8 to 2.6' }],
    [CPC, 'cpc: cheap', `${market}.price.cpc`, 'cheap'],
    [CPC, 'cpcs: 1.8 to 2.6', `${market}.price.cpcs`, 'cpc', { replacement: 'cpc' }],
    [CPC, `${CPC}, cpm: 20`, `${market}.price.cpc`, 'cpm'],
    [CPC, `${CPC}, buys: 3`, `${market}.price.buys`, 'flat'],
    [`${CPC}, `, '', `${market}.price`, 'cpc', { at: 'price: { season', also: cpcIsGone }],
    [', buys: 300 to 500', '', 'channels.store partner.price', 'buys', { at: 'flat: 15k' }],
    ['1.3, 1.3, 1, 1, 1, 1, 1, 1] }\n    funnel', '1.3, 1.3, 0, 1, 1, 1, 1, 1] }\n    funnel', `${market}.price.season`, 'period 7', { at: '1.3, 0' }],
    [PRICE, 'price: { cpm: 30 }', `${market}.funnel`, 'impressionToClick', { at: FUNNEL, replacement: '{ impressionToClick: 100%, clickToLead: 100%, leadToCustomer: 2.4% to 3.6% }', also: cpcIsGone }],
    [PRICE, 'price: { cpl: 30 }', `${market}.funnel.clickToLead`, 'cpl', { at: FUNNEL, also: cpcIsGone }],
    [PRICE, 'price: { cpa: 30 }', `${market}.funnel.clickToLead`, 'cpa', { at: FUNNEL, also: cpcIsGone }],
    [`    ${FUNNEL}\n`, '', `${market}.funnel`, 'clickToCustomer', { at: 'marketplace:' }],
    ['clickToLead: 100%, ', '', `${market}.funnel`, 'clickToLead', { at: 'funnel: { leadToCustomer', replacement: '{ clickToLead: 100%, leadToCustomer: 2.4% to 3.6% }' }],
    [', leadToCustomer: 2.4% to 3.6%', '', `${market}.funnel`, 'leadToCustomer', { at: 'clickToLead: 100%' }],
    ['leadToCustomer: 2.4%', 'leadToCostumer: 2.4%', `${market}.funnel.leadToCostumer`, 'leadToCustomer', { replacement: 'leadToCustomer' }],
    ['leadToCustomer: 2.4%', 'leedToCustomer: 2.4%', `${market}.funnel.leedToCustomer`, 'leadToCustomer', { replacement: 'leadToCustomer' }],
    ['clickToLead: 100%', 'clicktoLead: 100%', `${market}.funnel.clicktoLead`, 'clickToLead', { replacement: 'clickToLead' }],
    ['clickToLead: 100%', 'clickToLead: 100%, clickToCustomer: 1%', `${market}.funnel.clickToCustomer`, 'clickToLead'],
    ['leadToVisitor: 60%', 'entryToVisitor: 60%', 'channels.store partner.costPerLead', 'lead', { at: 'costPerLead: 2', also: ['channels.store partner.hours.staff.perLead'] }],
    [`    ${CPM}\n`, '', 'channels.social.price', 'efficiency', { at: 'social:\n' }],
    ['halo: { marketplace: 5% to 15% }', 'costPerLead: 3', 'channels.social.costPerLead', 'lead'],
    ['0.004 to 0.009', '0.004 to 0.009\n    funnel: { clickToCustomer: 3% }', 'channels.直播.funnel.clickToCustomer', 'efficiency'],
  ],
  'responses and carry-over': [
    [RESPONSE, 'response: { curve: exponental, scale: 60k }', `${market}.response.curve`, 'exponential', { replacement: 'exponential' }],
    [RESPONSE, 'response: { scale: 60k }', `${market}.response.curve`, 'hill'],
    [RESPONSE, 'response: exponential', `${market}.response`, 'set of fields'],
    [RESPONSE, 'response: { curve: exponential }', `${market}.response.scale`, 'missing'],
    [RESPONSE, 'response: { curve: exponential, scale: 60k, slope: 2 }', `${market}.response.slope`, 'scale'],
    [RESPONSE, 'response: { curve: exponential, scale: 0 }', `${market}.response.scale`, '0'],
    ['    response: { curve: log, scale: 40k }', '    response: { curve: log, scale: 40k, of: revenue }', 'channels.直播.response.of', 'customers'],
    ['    efficiency: 0.004 to 0.009\n    response: { curve: log, scale: 40k }', '    response: { curve: log, scale: 40k, ceiling: 900 }', 'channels.直播.response.ceiling', 'without end'],
    ['curve: log, scale: 40k', 'curve: exponential, scale: 40k, ceiling: 900', 'channels.直播.efficiency', 'not used', { at: 'efficiency:' }],
    ['    efficiency: 0.004 to 0.009\n    response: { curve: log, scale: 40k }', '    response: { curve: tanh, scale: 40k, ceiling: 900, observedAt: 5 }', 'channels.直播.response.observedAt', 'ceiling'],
    ['observedAt: 30k', 'observedAt: 0', 'channels.social.response.observedAt', '0'],
    [POINT, '[40000, 70000, 58000, 84000]', 'channels.brand.response.points[1]', '2 numbers'],
    [POINT, '[40000]', 'channels.brand.response.points[1]', 'at least 2'],
    [POINT, '[4000, 70000]', 'channels.brand.response.points[1][0]', '10,000'],
    [POINT, '[40000, -1]', 'channels.brand.response.points[1][1]', '0 or more'],
    ['      of: revenue\n', '      of: money\n', 'channels.brand.response.of', 'revenue'],
    [GEOMETRIC, 'curve: geometric, retention: 120%', `${market}.carryover.retention`, '100%'],
    [GEOMETRIC, 'curve: geometric, retention: 5%, normalize: no', `${market}.carryover.normalize`, 'false', { replacement: 'false' }],
    [GEOMETRIC, 'curve: binomial, persistence: 40%', `${market}.carryover.lags`, 'missing', { at: 'curve: binomial' }],
    ['peak: 1, lags: 8', 'peak: 1, lags: 8.5', 'channels.social.carryover.lags', 'whole'],
  ],
  'plans and limits': [
    ['plan: [20k, 20k, ', 'plan: [20k, ', 'channels.social.plan', '12'],
    ['plan: 45000', 'plan: -1', `${market}.plan`, '0 or more'],
    ['min: 20k, max: 120k', 'min: 200k, max: 120k', `${market}.limits.min`, '120,000'],
    ['min: 20k, max: 120k', 'min: 20k, max: [1, 2]', `${market}.limits.max`, '12'],
    ['min: 20k, max: 120k', 'min: 20k, max: 120k, fixed: 3', `${market}.limits.fixed`, 'min'],
    ['share: { max: 60% }', 'share: { max: 60 }', `${market}.limits.share.max`, '60%', { replacement: '60%' }],
    ['minIfUsed: 15k', 'minIfUsed: 70k', 'channels.store partner.limits.minIfUsed', '60,000'],
    ['total: { min: 50k, max: 600k }', 'total: { min: 700k, max: 600k }', 'channels.social.limits.total.min', '600,000'],
    ['maxChange: 150%', 'maxchange: 150%', `${market}.limits.maxchange`, 'maxChange', { replacement: 'maxChange' }],
    ['total: { min: 300k }', 'total: { min: 300k, max: 1 }', 'groups.online.total.min', '1'],
  ],
  names: [
    ['  直播:\n', '  live.stream:\n', 'channels.live.stream', '`.`', { replacement: 'live-stream', also: ['groups.online.channels[2]'] }],
    ['  直播:\n', '  "*":\n', 'channels.*', '`*`', { replacement: '-', also: ['groups.online.channels[2]'] }],
    ['  直播:\n', '  "直播 ":\n', 'channels.直播 ', 'spaces', { replacement: '直播' }],
    ['  直播:\n', '  __proto__:\n', 'channels', '__proto__', { also: ['groups.online.channels[2]'] }],
    [MEMBERS, '[market place, social]', 'groups.online.channels[0]', 'marketplace', { replacement: 'marketplace' }],
    [MEMBERS, '[social, social]', 'groups.online.channels[1]', 'twice'],
    [MEMBERS, '[]', 'groups.online.channels', 'at least 1'],
    ['halo: { marketplace: 5%', 'halo: { marketplase: 5%', 'channels.social.halo.marketplase', 'marketplace', { replacement: 'marketplace' }],
    ['halo: { marketplace: 5%', 'halo: { social: 5%', 'channels.social.halo.social', 'itself'],
    ['audience: { young: 70% }', 'audience: { yuong: 70% }', 'channels.social.audience.yuong', 'young', { replacement: 'young' }],
    ['families: 20% }', 'families: 60% }', `${market}.audience`, '110'],
    ['audience: { young: 70% }', 'audience: { young: 70% }\n    precision: 80%', 'channels.social.precision', 'audience'],
    ['hours: { staff: { perLead', 'hours: { stuff: { perLead', 'channels.store partner.hours.stuff', 'staff', { replacement: 'staff' }],
    ['staff: { capacity', 'people: { capacity', `${market}.hours.staff`, 'people', { at: 'hours: { staff: { perPeriod', also: ['channels.store partner.hours.staff'] }],
  ],
  'formulas and dependence': [
    ['= marketCpm * uplift', '= marketCpn * uplift', 'channels.social.price.cpm', 'marketCpm', { replacement: '= marketCpm * uplift' }],
    ['= marketCpm * uplift', '= marketCpm *', 'channels.social.price.cpm', 'ends'],
    ['= marketCpm * uplift', '= marketCpm - 50', 'channels.social.price.cpm', 'more than 0'],
    ['= marketCpm * uplift', '= ln(uplift - 2)', 'channels.social.price.cpm', 'median'],
    ['uplift: 1.1', 'uplift: "= uplift * 2"', 'assumptions.uplift', 'itself'],
    ['uplift: 1.1', 'uplift: "= other"\n  other: "= uplift"', 'assumptions.uplift', 'uplift from other from uplift', { at: 'uplift: "= other"' }],
    [FIRST, 'of: [marketplace.price.cpm, marketCpm]', 'correlations[0].of[0]', 'marketplace.price.cpc', { replacement: 'marketplace.price.cpc' }],
    [FIRST, 'of: [uplift, marketCpm]', 'correlations[0].of[0]', 'certain'],
    [FIRST, 'of: [social.price.cpm, marketCpm]', 'correlations[0].of[0]', 'computed'],
    [FIRST, 'of: [marketCpm]', 'correlations[0].of', 'two'],
    [FIRST, 'of: [marketCpm, marketCpm]', 'correlations[0].of[1]', 'twice'],
    ['rank: strong', 'rank: very', 'correlations[0].rank', 'strong'],
    ['rank: strong', 'rank: 1.2', 'correlations[0].rank', '1'],
    ['rank: strong }', 'rank: strong }\n  - { of: [marketCpm, marketplace.price.cpc], rank: weak }', 'correlations[1].rank', '0.8'],
  ],
  'events, targets and the goal': [
    ['from: 3, to: 4', 'from: 4, to: 3', 'events.outage.to', '4'],
    ['from: 3, to: 4', 'from: 3, to: 13', 'events.outage.to', '12'],
    ['probability: 10%', 'probability: 10', 'events.outage.probability', '10%', { replacement: '10%' }],
    ['probability: 10%, ', '', 'events.outage.probability', 'missing', { at: 'outage:' }],
    ['switchOff: [marketplace]', 'switchOff: [market]', 'events.outage.switchOff[0]', 'market'],
    ['"*.price": 1.3', '"*.prize": 1.3', 'stresses.cpm-up.multiply.*.prize', 'price', { replacement: '*.price' }],
    ['marketplace.demand: 70%', 'marketplaces.demand: 70%', 'stresses.weak-demand.multiply.marketplaces.demand', 'marketplace', { replacement: 'marketplace.demand' }],
    ['profit / max(hours, 1)', 'profit / max(hour, 1)', 'metrics.profitPerHour', 'hours'],
    ['  profitPerHour: profit', '  profit: profit', 'metrics.profit', 'already', { also: ['targets[1].metric'] }],
    ['metric: customers', 'metric: custmers', 'targets[0].metric', 'customers', { replacement: 'customers' }],
    ['atLeast: 5000, ', '', 'targets[0]', 'atLeast', { at: '{ metric: customers' }],
    ['atLeast: 5000, ', 'atLeast: 5000, atMost: 6000, ', 'targets[0].atMost', 'two targets'],
    [GOAL, 'goal: { maximize: sales }', 'goal.maximize', 'revenue', { replacement: 'revenue' }],
    [GOAL, 'goal: profit', 'goal', 'set of fields'],
    ['worst: 10%', 'worst: 0', 'goal.risk.worst', '0'],
  ],
};

/** The text with the replacement in the place that the issue points at. */
function mended(text: string, { line, column, replacement }: Issue): string {
  const lines = text.split('\n').slice(0, line! - 1);
  const start = lines.join('\n').length + (lines.length > 0 ? 1 : 0) + column! - 1;
  let end = start;
  visit(parseDocument(text), (_, node) => {
    if (isNode(node) && node.range![0] === start) end = node.range![1];
  });
  return text.slice(0, start) + replacement! + text.slice(end);
}

describe.each(Object.entries(mistakes))('a file with one mistake in %s', (_, list) => {
  for (const [from, to, path, says, { at = to, replacement, also = [] } = {}] of list) {
    it(`${from} → ${to}`, () => {
      const text = changed(spring, from, to);
      const [issue, ...others] = errorsOf(text, { file: 'spring.yaml' });
      expect({ ...issue, also: others.map((other) => other.path) }).toMatchObject({
        path,
        file: 'spring.yaml',
        line: lineOf(text, at.trim().split('\n').at(-1)!),
        also,
      });
      expect(`${issue!.message} ${issue!.advice ?? ''}`).toContain(says);
      expect(issue!.replacement).toBe(replacement);
      if (replacement !== undefined)
        expect(errorsOf(mended(text, issue!)).map((left) => left.path)).not.toContain(path);
    });
  }
});

it('finds nothing wrong with the file that the mistakes are made in', () => {
  expect(errorsOf(spring)).toEqual([]);
  expect(Object.values(mistakes).flat().length).toBeGreaterThan(60);
});

describe('the ranges of a table', () => {
  const points = '- [10000, 22000]\n        - [40000, 70000]\n        - [90000, 110000]';
  const ranged = '- [10000, 22000, 18000, 27000]\n        - [40000, 70000, 58000, 84000]';
  const withRanges = (put: string) => changed(changed(spring, points, put), '      multiplier: 80% to 125%\n', '');

  it('tell how sure the curve is', () => {
    const { scenario } = readScenario(withRanges(ranged));
    expect(scenario.channels['brand']!.response.points[1]).toEqual([40_000, 70_000, 58_000, 84_000]);
  });

  it.each([
    ['[40000, 70000, 71000, 84000]', '71,000 and 84,000, got 70,000'],
    ['[40000, 70000, 58000]', 'must have 4 numbers'],
    ['[40000, 70000, 0, 84000]', 'the low end must be more than 0'],
  ])('are refused as %s', (point, says) => {
    const text = withRanges(changed(ranged, '[40000, 70000, 58000, 84000]', point));
    const issues = errorsOf(text);
    expect(issues).toMatchObject([{ path: 'channels.brand.response.points[1]', line: lineOf(text, point) }]);
    expect(issues[0]!.message).toContain(says);
  });

  it('do not stand beside a multiplier', () => {
    const issues = errorsOf(changed(spring, points, ranged));
    expect(issues).toMatchObject([{ path: 'channels.brand.response.multiplier' }]);
  });
});

it('tells all mistakes of a file at once, and none that only follow from others', () => {
  const text = [
    ['total: 1.2M', 'totl: 1.2M'],
    ['periods: 12', 'periods: twelve'],
    ['cpc: 1.8 to 2.6', 'cpc: cheap'],
    ['halo: { marketplace', 'halo: { marketplase'],
    ['segments:\n', 'segmnts:\n'],
    ['metric: customers', 'metric: custmers'],
    ['[marketplace.price.cpc, marketCpm], rank: strong', '[marketplace.price.cpc, marketCpn], rank: strng'],
  ].reduce((changing, [found, put]) => changed(changing, found!, put!), spring);
  expect(
    errorsOf(text)
      .map(({ path }) => path)
      .sort(),
  ).toEqual([
    'budget.totl',
    'channels.marketplace.price.cpc',
    'channels.social.halo.marketplase',
    'correlations[0].rank',
    'horizon.periods',
    'segmnts',
    'targets[0].metric',
  ]);
});

/** Where each value of the fixture that is neither a list nor fields stands in its text. */
const leaves: readonly (readonly [from: number, to: number])[] = (() => {
  const found: (readonly [number, number])[] = [];
  visit(parseDocument(spring), {
    Scalar: (key, node) => void (key === 'key' || found.push([node.range![0], node.range![1]])),
  });
  return found;
})();

describe('a value that no file can hold', () => {
  it.each(['.inf', '-.Inf', '.nan', '1e999', '*name', '!tag 1'])('is all that is told of %s in any place', (put) => {
    expect(leaves.length).toBeGreaterThan(150);
    for (const [from, to] of leaves) {
      const text = spring.slice(0, from) + put + spring.slice(to);
      const before = spring.slice(0, from).split('\n');
      const place = { line: before.length, column: before.at(-1)!.length + 2 + put.lastIndexOf(' ') };
      const told = errorsOf(text).map(({ line, column }) => ({ line, column }));
      expect([text.split('\n')[place.line - 1], told]).toEqual([text.split('\n')[place.line - 1], [place]]);
    }
  });

  it('hides nothing else that is wrong', () => {
    const [, , ...lists] = Object.values(mistakes);
    const one = changed(
      spring,
      'notes: Numbers of last autumn, prices of this winter.',
      '__proto__: { of: 1 }\nnotes: .inf',
    );
    const all = lists.flat();
    expect(all.length).toBeGreaterThan(100);
    for (const [from, to] of all) {
      const alone = errorsOf(changed(spring, from, to)).map(({ path, message }) => [path, message]);
      const beside = errorsOf(changed(one, from, to)).map(({ path, message }) => [path, message]);
      expect(beside).toEqual([
        ['', '`__proto__` cannot be used as a name'],
        ['notes', 'must be a number, got `.inf`'],
        ...alone,
      ]);
    }
  });

  it('in a base is none where the file says another', () => {
    const load = () => changed(spring, 'total: 1.2M', 'total: .inf');
    const over = (budget: string) => `apportion: 1\nextends: base.yaml\n${budget}`;
    expect(errorsOf(over(''), { file: 'own.yaml', load })).toMatchObject([
      { file: 'base.yaml', path: 'budget.total', line: lineOf(spring, 'total: 1.2M') },
    ]);
    expect(errorsOf(over('budget: { total: -1 }\n'), { file: 'own.yaml', load })).toMatchObject([
      { file: 'own.yaml', path: 'budget.total', line: 3 },
      { file: 'base.yaml', path: 'budget.total' },
    ]);
  });
});

it.each([
  ['b2b-leads', 'orderValue: 15k to 23k', 'orderValue: much', 'value.orderValue'],
  ['five-channels', 'leadToQualified: 42% to 58%', 'leadToQualified: many', 'channels.direct.funnel.leadToQualified'],
  [
    'reseller-network',
    'leadToQualified: 28% to 48%',
    'leadToQualified: many',
    'channels.fitters.funnel.leadToQualified',
  ],
  ['reseller-network', 'ability: 2', 'ability: lots', 'screening.weights.ability'],
])('does not say of %s what only follows from %s → %s', (name, found, put, path) => {
  const text = readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), 'utf8');
  expect(lookInto(changed(text, found, put)).issues).toMatchObject([{ path }]);
});

it('keeps the places of the entries that it could read', () => {
  const text = changed(
    changed(spring, 'rank: strong', 'rank: strng'),
    'of: [value.orderValue,',
    'of: [value.ordrValue,',
  );
  expect(errorsOf(text).map(({ path }) => path)).toEqual(['correlations[0].rank', 'correlations[1].of[0]']);
});

describe('a file in which almost nothing is right', () => {
  const lines = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('');

  it.each([
    ['fields', (at: number) => `field${at}: 1\n`],
    ['numbers', (at: number) => `${at === 0 ? 'assumptions:\n' : ''}  a${at}: x\n`],
  ])('is refused with the first hundred wrong %s', (_, line) => {
    const issues = errorsOf(smallest + lines(1500, line));
    expect(issues).toHaveLength(101);
    expect(issues[0]).toMatchObject({ path: '', line: 1, message: expect.stringContaining('here are 100') });
  });

  it('is refused with the first hundred wrong references', () => {
    expect(
      errorsOf(smallest + lines(1500, (at) => `${at === 0 ? 'assumptions:\n' : ''}  a${at}: "= b"\n`)),
    ).toHaveLength(100);
  });

  it('is not looked at pair by pair', () => {
    const [, channels] = smallest.split('channels:\n');
    const assumptions = lines(200, (at) => `  a${at}: 1 to 2\n`);
    const all = `[${Array.from({ length: 200 }, (_, at) => `a${at}`).join(', ')}]`;
    const text = changed(smallest, `channels:\n${channels!}`, `assumptions:\n${assumptions}channels:\n${channels!}`);
    const correlations = `correlations:\n${lines(4, () => `  - { of: ${all}, rank: weak }\n`)}`;
    expect(errorsOf(text + correlations)).toMatchObject([{ path: 'correlations[2].of' }]);
  });
});

it('warns of what can be used but is likely not meant', () => {
  const doubts: readonly (readonly [string, string, string])[] = [
    ['    plan: 45000\n', '', 'channels.marketplace.limits.maxChange'],
    ['every: 8, horizon: 52', 'every: 8, horizon: 6', 'value.repeat.horizon'],
    ['season: [1, 1, 1, 1.1, 1.2,', 'season: [1.1, 1.2,', 'season'],
    ['{ switchOff: [social], from: 5 }', '{ from: 5 }', 'stresses.social-banned'],
    ['young: 40% to 60%', 'young: 40% to 90%', 'channels.marketplace.audience'],
    ['efficiency: 0.004', 'price: { cpc: 2 }\n    efficiency: 0.004', 'channels.直播.price'],
  ];
  for (const [found, put, path] of doubts) {
    const { warnings } = readScenario(changed(spring, found, put));
    expect(warnings.map((warning) => [warning.severity, warning.path])).toEqual([['warning', path]]);
  }
});
