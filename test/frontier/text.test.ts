import { describe, expect, it } from 'vitest';
import type { Estimate, Frontier, FrontierPoint } from '../../src/domain.ts';
import { jsonText } from '../../src/report/json.ts';
import { noPaint } from '../../src/report/text/paint.ts';
import { frontierText } from '../../src/report/text/frontier.ts';
import { scatter } from '../../src/report/text/scatter.ts';
import { estimate, report } from '../report/sample.ts';

type Found = Extract<FrontierPoint, { readonly status: 'found' }>;

function point(own: Partial<Found> & { readonly mean: Estimate; readonly worstMean: Estimate }): Found {
  return {
    names: [],
    status: 'found',
    spend: [[600_000], [600_000]],
    totalSpend: 1_200_000,
    chanceOfLoss: estimate(0.02, 0.001),
    search: { status: 'optimal', mean: 0, worstMean: 0, upperBound: 0, gap: 4e-4, gapKind: 'proven' },
    ...own,
  };
}

function step(from: number, to: number, mean: Estimate, worstMean: Estimate, spend = 0) {
  return { from, to, spend, mean, worstMean };
}

const { scenario } = report;
const shared = {
  engine: '0',
  scenario: { ...scenario, channels: scenario.channels.slice(0, 2) },
  figure: { maximize: 'profit' },
  worst: 0.1,
  draws: { seed: 's', method: 'sobol', judging: 16_384, search: 1024 },
  assumptions: [],
  notes: [],
} as const;

const byRisk: Frontier = {
  ...shared,
  by: 'risk',
  points: [
    point({ names: ['bold'], mean: estimate(3_000_000, 1000), worstMean: estimate(100_000, 4000) }),
    point({ level: 260_000, mean: estimate(2_980_000, 1000), worstMean: estimate(250_000, 4000) }),
    { names: [], status: 'none', level: 330_000, reason: 'unreachable' },
    point({ names: ['cautious'], mean: estimate(2_880_000, 1000), worstMean: estimate(410_000, 4000) }),
  ],
  beside: [
    {
      name: 'today',
      spend: [[700_000], [500_000]],
      totalSpend: 1_200_000,
      mean: estimate(2_700_000, 1000),
      worstMean: estimate(90_000, 4000),
      chanceOfLoss: estimate(0.04, 0.001),
      beatenBy: 0,
    },
  ],
  steps: [
    step(0, 1, estimate(-20_000, 300), estimate(150_000, 900)),
    step(1, 3, estimate(-100_000, 300), estimate(160_000, 900)),
  ],
  whole: step(0, 3, estimate(-120_000, 400), estimate(310_000, 1000)),
  knee: {
    at: 1,
    before: step(0, 1, estimate(-20_000, 300), estimate(150_000, 900)),
    after: step(1, 3, estimate(-100_000, 300), estimate(160_000, 900)),
  },
};

const flat = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('the text of a frontier by risk', () => {
  const text = frontierText(byRisk);

  it('says what is given up and what it buys, and where the price rises', () => {
    expect(flat(text)).toContain(
      'Giving up 120,000 ± 400 EUR of expected profit (4.0 %) lifts the worst tenth by 310,000 ± 1,000 EUR: from the boldest plan to the most cautious.',
    );
    // 150,000 / 20,000 and 160,000 / 100,000
    expect(flat(text)).toContain(
      'The knee is at point 2: up to it, each 1 EUR of expected profit given up lifts the worst tenth by 7.50; after it, by 1.60.',
    );
    expect(flat(text)).toContain("Today's plan is beaten: point 1 has more expected profit and a better worst tenth.");
  });

  it('says how little is given up in a digit that counts', () => {
    // 1,260 of 3,000,000
    const whole = step(0, 3, estimate(-1260, 80), estimate(1_200, 100));
    expect(flat(frontierText({ ...byRisk, whole }))).toContain('of expected profit (0.04 %) lifts');
  });

  it('says which points have no plan, and which miss on fresh draws what the search kept', () => {
    expect(flat(text)).toContain('No plan was found for point 3: what is asked there cannot be reached.');
    // 260,000 asked, 250,000 ± 4,000 reached: 2.5 standard errors below.
    expect(flat(text)).toContain('On fresh draws point 2 misses its own, by up to 10,000 EUR.');
    expect(text).toMatch(/^ {2}2 +260,000 +2,980,000 ± 1,000 +250,000 ± 4,000 /m);
  });

  it('does not take noise for a gain', () => {
    const whole = step(0, 3, estimate(-120_000, 400), estimate(900, 500));
    expect(flat(frontierText({ ...byRisk, whole }))).toContain('There is hardly anything to trade');
  });

  it('shows every plan in the picture, fits its width, and obeys no terminal', () => {
    for (const width of [80, 100]) {
      const lines = frontierText({ ...byRisk, notes: ['a\u001b[31mb'] }, { width }).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      expect(lines.join('')).not.toContain('\u001b');
      const picture = lines.filter((line) => /[│┤]/.test(line)).join('');
      for (const sign of ['1', '2', '4', 'T']) expect(picture.replace(/^.*?[│┤]/, '')).toContain(sign);
    }
  });

  it('leaves a plan out of the picture that would squeeze it, and says so', () => {
    const far = { ...byRisk.beside[0]!, mean: estimate(-9_000_000, 1000) };
    const text = frontierText({ ...byRisk, beside: [far] });
    expect(text).toContain('(1, 2, … best plans; T today: outside)');
    expect(text).toMatch(/^ {2}T today +-9,000,000/m);
    expect(text.split('\n').filter((line) => /[│┤].*T/.test(line))).toEqual([]);
  });

  it('says where nothing is proven', () => {
    const open = byRisk.points.map((each): FrontierPoint =>
      each.status === 'found' ? { ...each, search: { ...each.search, gapKind: 'none' } } : each,
    );
    expect(flat(frontierText({ ...byRisk, points: open }))).toContain(
      'These are the best plans found; that no others are better is not proven.',
    );
    expect(flat(frontierText({ ...byRisk, points: [open[0]!, ...byRisk.points.slice(1)] }))).toContain(
      'What is shown for point 1 is the best found; that no other is better is not proven.',
    );
  });

  it('goes to programs whole', () => {
    expect(JSON.parse(jsonText(byRisk))).toEqual(byRisk);
  });
});

describe('the text of a frontier by budget', () => {
  const at = (totalSpend: number, mean: number, names: Found['names'] = []) =>
    point({ names, level: totalSpend, totalSpend, mean: estimate(mean, 1000), worstMean: estimate(mean / 2, 4000) });
  const byBudget: Frontier = {
    ...shared,
    by: 'budget',
    points: [
      at(0, 0),
      at(700_000, 2_500_000, ['your budget']),
      at(1_400_000, 3_000_000, ['most profit']),
      at(1_500_000, 2_988_000),
    ],
    beside: [],
    steps: [
      step(0, 1, estimate(2_500_000, 900), estimate(0), 700_000),
      step(1, 2, estimate(500_000, 700), estimate(0), 700_000),
      step(2, 3, estimate(-12_000, 300), estimate(0), 100_000),
    ],
    toMostProfit: step(1, 2, estimate(500_000, 700), estimate(0), 700_000),
    knee: {
      at: 1,
      before: step(0, 1, estimate(2_500_000, 900), estimate(0), 700_000),
      after: step(1, 2, estimate(500_000, 700), estimate(0), 700_000),
    },
  };

  it('says where the most is earned, what is left unearned, and where money stops paying', () => {
    const text = flat(frontierText(byBudget));
    expect(text).toContain('Expected profit is highest with a budget of 1,400,000 EUR: 3,000,000 ± 1,000 EUR.');
    expect(text).toContain(
      'Your budget is 700,000 EUR: the 700,000 up to there would earn 500,000 ± 700 EUR more, 0.714 for each unit.',
    );
    expect(text).toContain(
      'Beyond 1,400,000 EUR the next 100,000 earn less than they cost: expected profit falls by 12,000 ± 300 EUR.',
    );
    expect(text).toContain(
      'The knee is at point 2: up to 700,000 EUR each unit of money adds 3.57 of profit, from there to the highest 0.714.',
    );
  });

  it('says what is lost where the budget of the file is too large', () => {
    const toMostProfit = step(3, 2, estimate(12_000, 300), estimate(0), -100_000);
    const points = byBudget.points.map((each, k): FrontierPoint => ({
      ...each,
      names: k === 3 ? ['your budget'] : k === 2 ? ['most profit'] : [],
    }));
    expect(flat(frontierText({ ...byBudget, points, toMostProfit }))).toContain(
      'Your budget is 1,500,000 EUR: its last 100,000 earn 12,000 ± 300 EUR less than they cost.',
    );
  });

  it('says it where no budget is the best', () => {
    const points: Frontier['points'] = [
      at(0, 0),
      { names: ['most profit'], status: 'none', reason: 'unbounded', channel: scenario.channels[0]!.name },
    ];
    const { knee: _, toMostProfit: __, ...rest } = byBudget;
    expect(flat(frontierText({ ...rest, points, steps: [] }))).toContain(
      'No budget earns the most: ever more spend in «',
    );
  });
});

describe('a picture of places', () => {
  it('puts more to the right and up, with numbers at round values', () => {
    const lines = scatter({
      marks: [
        { x: 0, y: 0, sign: 'a', style: 'plain' },
        { x: 100, y: 10, sign: 'b', style: 'plain' },
      ],
      line: [
        { x: 0, y: 0 },
        { x: 100, y: 10 },
      ],
      width: 60,
      labels: (values) => values.map(String),
      paint: noPaint,
    });
    const row = (sign: string) => lines.findIndex((line) => line.includes(sign));
    expect(row('b')).toBe(0);
    expect(row('a')).toBe(12);
    // Two columns of margin, two of numbers, one between, one of axis, one at the end: 53 are left of 59.
    expect(lines[0]!.indexOf('b')).toBe(6 + 52);
    expect(lines[12]!.indexOf('a')).toBe(6);
    expect(lines[0]).toMatch(/^ {2}10 ┤/);
    expect(lines.join('').match(/·/g)).toHaveLength(51);
    expect(lines.at(-1)!.trim().split(/\s+/)).toEqual(['0', '50', '100']);
  });

  it('stands where all places are the same', () => {
    const lines = scatter({
      marks: [{ x: 5, y: 5, sign: 'a', style: 'plain' }],
      line: [],
      width: 60,
      labels: (values) => values.map(String),
      paint: noPaint,
    });
    expect(lines.join('')).toContain('a');
  });
});
