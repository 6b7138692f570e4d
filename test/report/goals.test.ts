import { describe, expect, it } from 'vitest';
import type { PlanSummary, Report, Target, WishResult } from '../../src/domain.ts';
import { headline } from '../../src/report/sentences/headline.ts';
import { noPlan } from '../../src/report/sentences/no-plan.ts';
import { proof, shortProof } from '../../src/report/sentences/proof.ts';
import type { Found } from '../../src/report/sentences/goal.ts';
import { safely, wishRows, type Unreachable } from '../../src/report/sentences/wishes.ts';
import { wishRemarks } from '../../src/report/sentences/wish-words.ts';
import { worstWords } from '../../src/report/sentences/words.ts';
import { reportText } from '../../src/report/text.ts';
import { resultWordsEn } from '../../src/report/languages/result-words-en.ts';
import { resultWordsZh } from '../../src/report/languages/result-words-zh.ts';
import { wayOut } from '../../src/report/sentences/way-out.ts';
import { headline as headlineZh } from '../../src/report/chinese/headline.ts';
import { figure, inline } from '../../src/report/numbers/estimate.ts';
import { exact } from '../../src/report/numbers/exact.ts';
import { beyondReachText as beyondReachZh } from '../../src/report/chinese/wishes.ts';
import { proof as proofZh } from '../../src/report/chinese/certainty.ts';
import { gapFigure } from '../../src/documents/parts/gap-figure.ts';
import { beyondReach, estimate, recommended, report, today, unreachable, withGoal } from './sample.ts';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
const said = (changed: Report) => {
  const { first, rest } = headline(changed);
  return { first: spaced(first), rest: rest.map(spaced) };
};
const foundOf = (changed: Report) => changed.optimization as Found;

describe('the headline of a mix', () => {
  const mixed = withGoal({ maximize: 'profit', plus: { customers: 50 } }, {}, [
    { mean: estimate(129_020, 62) },
    { mean: estimate(151_190, 60) },
  ]);

  it('says what all of its figures change by', () => {
    // 1,391.7 + 1,102.4 customers instead of 1,604.2 + 611.9
    expect(said(mixed).first).toBe(
      "The recommended plan is expected to earn 8,267 ± 21 EUR more profit than today's, with 278 more customers.",
    );
  });

  it('says what the goal counts, and how far it gets', () => {
    expect(said(mixed).rest).toContain(
      'The goal counts a customer as 50 EUR: 151,190 ± 60 EUR instead of 129,020 ± 60.',
    );
    expect(spaced(proof(mixed, foundOf(mixed)))).toContain('over 1.7 EUR more of the goal than this one');
  });
});

describe('the headline of the least spend', () => {
  const cheaper = { ...recommended, totalSpend: 31_000 };
  const least = (found: Partial<Found> = {}) => {
    const changed = withGoal({ maximize: 'profit', minimize: 'spend' }, { lowerBound: -31_000, ...found });
    return { ...changed, plans: [today, cheaper] };
  };

  it('is what must be spent', () => {
    expect(said(least()).first).toBe(
      'The least spend that reaches all you ask for is 31,000 EUR of media, 9,000 less than today.',
    );
    expect(said(least()).rest).toContain('Expected profit: 26,480 ± 40 EUR instead of 18,210 ± 40.');
  });

  it('is only the least found where nothing proves it', () => {
    expect(said(least({ status: 'best found', gapKind: 'none' })).first).toMatch(/^The least spend found that/);
  });

  it('is proven against plans that spend less', () => {
    const changed = least({ upperBound: -30_800, gap: 200 / 31_000 });
    expect(spaced(proof(changed, foundOf(changed)))).toContain(
      'no plan that keeps all limits and reaches all you ask for can do with over 200 EUR less (0.65 % of its spend).',
    );
  });
});

describe('the headline of a chance', () => {
  const goal = { maximize: 'profit', chanceOf: 20_000 } as const;
  const found = { lowerBound: 0.853, upperBound: 0.871, gap: 0.018 / 0.853, status: 'best found' } as const;
  const likely = withGoal(goal, found, [{ chance: estimate(0.412, 0.0023) }, { chance: estimate(0.8512, 0.002) }]);

  it('compares the chances of both plans', () => {
    expect(said(likely).first).toBe(
      "The recommended plan earns at least 20,000 EUR of profit with a chance of 85.12 % ± 0.20, today's with 41.20 % ± 0.23.",
    );
  });

  it('that no draw has is said to be none, with what one in ten cases bring', () => {
    const never = withGoal(goal, found, [{ chance: estimate(0, 0) }, { chance: estimate(0, 0) }]);
    const [en, zh] = [said(never).first, spaced(headlineZh(never).first)];
    const shown = never.plans.map(({ metrics }) => {
      const { estimate: of } = metrics['profit']!.quantiles.find(({ probability }) => probability === 0.9)!;
      return spaced(inline(figure(of, 'money')));
    });
    const draws = exact(never.plans.at(-1)!.draws, 'count');
    expect(en).toBe(
      `No plan was found that earns at least 20,000 EUR of profit in any of ${draws} draws. In one of ten cases the recommended one earns at least ${shown.at(-1)} EUR, today's ${shown[0]} EUR.`,
    );
    expect(zh).toBe(
      `没有找到方案能在 ${draws} 次模拟中的任何一次使利润达到 20,000 EUR。在十分之一的情形下，推荐方案的利润不低于 ${shown.at(-1)} EUR，当前方案不低于 ${shown[0]} EUR。`,
    );
  });

  it('names limits without prices, for a chance is searched by way of other figures', () => {
    const text = reportText(likely);
    expect(text).toMatch(/limit +in +would help\n +线下门店, at most +weeks 1-4 +if raised\n/);
    expect(text).not.toContain('more room');
  });

  it('is proven in chances, and not at all where only certainty bounds it', () => {
    expect(spaced(shortProof(likely, foundOf(likely))[0]!)).toBe(
      'Proven: no plan within the limits has a chance over 87.10 % on the draws it was searched on.',
    );
    const open = withGoal(goal, { ...found, upperBound: 1, gap: 0.17 });
    expect(shortProof(open, foundOf(open))).toEqual([]);
    expect(proof(open, foundOf(open))).toMatch(/is not proven: the chance does not bend/);
    const sure = withGoal(goal, { ...found, status: 'optimal', lowerBound: 1, upperBound: 1, gap: 0 });
    expect(spaced(proof(sure, foundOf(sure)))).toMatch(/has a chance over 100.00 %; this one has 100.00 %\.$/);
  });

  it('is told to be a draw apart where no search could come closer', () => {
    const near = withGoal(goal, {
      searchDraws: 1000,
      lowerBound: 0.853,
      upperBound: 0.854,
      gap: 0.001,
      status: 'best found',
    });
    const of = foundOf(near);
    expect(spaced(proof(near, of))).toMatch(/over 85.40 %; this one has 85.30 %, one draw less\.$/);
    expect(proofZh(near, of)).toMatch(/为 85.40%；此方案为 85.30%，只少一次模拟。$/);
    expect(gapFigure(of, near.scenario.goal, resultWordsEn.figures, (text) => text)).toEqual({
      name: 'Proven gap to the best, percentage points',
      text: '≤ 0.1',
    });
    const { goal: profit } = report.scenario;
    expect(spaced(gapFigure(of, profit, resultWordsEn.figures, (text) => text).text)).toBe('≤ 0.1 %');
  });
});

describe('the worst cases', () => {
  it('are told with what they count', () => {
    const goal = { maximize: 'profit', risk: { worst: 0.1, weight: 0.3 } } as const;
    const worst = [{ worst: estimate(-4260, 130) }, { worst: estimate(4010, 110) }] as const;
    expect(said(withGoal(goal, {}, worst)).rest).toContain(
      'In the worst tenth of cases, profit is 4,010 ± 110 EUR on average instead of -4,260 ± 130; that counts 30 % of what is maximized.',
    );
  });

  it('may be those of the change', () => {
    const goal = { maximize: 'profit', risk: { worst: 0.05, atLeast: 0, of: 'gain over today' } } as const;
    const worst = { worst: estimate(-1200, 40), worstVerdict: 'missed' } as const;
    const changed = withGoal(goal, {}, [{ worst: estimate(0) }, worst]);
    expect(said(changed).rest.join(' ')).toContain(
      "In the worst twentieth of cases for the change, it gains -1,200 ± 40 EUR over today's plan on average",
    );
    expect(reportText(changed)).toMatch(/gain over today in the worst twentieth +at least 0 +0 +-1,200 ± 40 +missed/);
  });

  it('have names as planners use them', () => {
    expect([0.1, 0.05, 0.2, 0.5, 0.15].map(worstWords).map(spaced)).toEqual([
      'worst tenth',
      'worst twentieth',
      'worst fifth',
      'worse half',
      'worst 15 %',
    ]);
  });
});

it('says of which cases a plan is made for the worst', () => {
  const goal = { maximize: 'profit', worstOf: ['cpm-up', 'ban'] } as const;
  expect(said(withGoal(goal, { lowerBound: 12_345 })).rest).toContain(
    'The plan is chosen for the worst of 3 cases, without stress, under «cpm-up» and under «ban»: in each of them it brings at least 12,300 EUR of profit on average over the draws it was searched on.',
  );
});

describe('the proof', () => {
  it('says what its percentage is of where the goal is near nothing', () => {
    // A twentieth of 40,000 EUR that move, where the profit itself is 100 EUR.
    const found = { ...foundOf(report), lowerBound: 100, upperBound: 140, gap: 40 / 2000 };
    expect(spaced(proof(report, found))).toContain(
      'over 40 EUR more profit than this one (2 % of 2,000 EUR, a twentieth of the money that moves).',
    );
    expect(spaced(shortProof(report, found)[0]!)).toContain('can be over 40 EUR better');
  });

  it('is honest where the best found is not the best possible', () => {
    const found = { ...foundOf(report), status: 'best found' as const, gap: 0.021, upperBound: 26_390.2 * 1.021 };
    expect(spaced(shortProof(report, found)[0]!)).toBe(
      'Proven: no plan within the limits can be over 2.1 % better on the draws it was searched on.',
    );
  });
});

describe('wishes', () => {
  const customers = { metric: 'customers', atLeast: 2400 } as const;
  const withTarget = (target: Report['plans'][number]['targets'][number], wish: Partial<WishResult>) => ({
    ...withGoal(report.scenario.goal, {
      wishes: [{ wish: { target: target.target }, asked: 2400, reached: 2400, worth: 0, ...wish }],
    }),
    plans: report.plans.map((plan) => ({ ...plan, targets: [target] })),
  });
  const remarks = (changed: Report) => wishRemarks(changed, foundOf(changed)).map(spaced);

  it('have prices in round steps of what is asked', () => {
    const reached = { target: customers, value: estimate(2494, 1.4), verdict: 'reached' } as const;
    // A twentieth of 2,400 is 120: by the hundred; 12.3 EUR of profit each.
    expect(remarks(withTarget(reached, { worth: -12.3 }))).toEqual([
      'Each 100 more customers asked costs 1,230 EUR of profit.',
    ]);
    const chance = { target: { ...customers, probability: 0.8 }, chance: estimate(0.86), verdict: 'reached' } as const;
    expect(remarks(withTarget(chance, { asked: 0.8, worth: -90_000 }))).toEqual([
      'Each percentage point more chance of customers at least 2,400 asked costs 900 EUR of profit.',
    ]);
    const cac = { target: { metric: 'cacCash', atMost: 18 }, value: estimate(16), verdict: 'reached' } as const;
    expect(remarks(withTarget(cac, { asked: 18, worth: 3000 }))).toEqual([
      'Each 0.10 EUR less cost of a customer (CAC, cash) asked costs 300 EUR of profit.',
    ]);
  });

  it('cost spend where spend is what counts', () => {
    const reached = { target: customers, value: estimate(2494, 1.4), verdict: 'reached' } as const;
    const changed = withTarget(reached, { worth: -20 });
    const goal = { maximize: 'profit', minimize: 'spend' } as const;
    expect(remarks({ ...changed, scenario: { ...changed.scenario, goal } })).toEqual([
      'Each 100 more customers asked costs 2,000 EUR more spend.',
    ]);
  });

  it('are said to be reached on the search draws only', () => {
    const missed = { target: customers, value: estimate(2376, 1.4), verdict: 'missed' } as const;
    expect(remarks(withTarget(missed, {}))).toEqual([
      '«customers at least 2,400» is reached on the 2,048 draws that the plan was searched on and missed by 1.0 % of it on fresh ones: search on more draws, or ask for a little more.',
    ]);
  });

  it('are made safe by asking for less of what may be no more', () => {
    const target = { metric: 'hours', atMost: 20 } as const;
    const missed = { target, value: estimate(20.4, 0.01), verdict: 'missed' } as const;
    const [remark] = remarks(withTarget(missed, { asked: 20, reached: 20 }));
    expect(remark).toMatch(/missed by 2.0 % of it on fresh ones: search on more draws, or ask for a little less\.$/);
  });

  it('are said to be judged only where the search did not know them', () => {
    const missed = { target: { metric: 'hours', atMost: 20 }, value: estimate(30), verdict: 'missed' } as const;
    const changed = { ...withTarget(missed, {}), optimization: { ...foundOf(report), wishes: [] } };
    expect(remarks(changed)).toEqual([
      'The search cannot be limited by «hours at most 20»: this is judged, not sought.',
    ]);
  });

  it('show the value where no chance is asked for', () => {
    const payback = { target: { metric: 'payback', atMost: 3 }, value: estimate(2), verdict: 'reached' } as const;
    const [row] = wishRows(withTarget(payback, {}));
    expect(row).toMatchObject({ asked: 3, unit: 'periods', verdict: 'reached' });
    expect(row!.reached).toEqual([{ text: '2' }, { text: '2' }]);
  });
});

describe('a wish beyond reach', () => {
  const nearest = { ...recommended, plan: 'nearest' };
  const text = reportText({ ...beyondReach, plans: [today, nearest] });

  it('is told with the most that any plan can reach', () => {
    // Rounded up: the bound holds all the more.
    expect(spaced(noPlan(beyondReach, unreachable))).toBe(
      'No plan within your limits reaches what you ask for: profit in the worst tenth at least 245,000 EUR. None can reach more than 244,200 EUR on the draws it is searched on (proven); the nearest one reaches 241,337 EUR.',
    );
  });

  it('comes with what can be had instead, rounded to be had for sure', () => {
    expect(text).toContain('Lower the wish to 241,300 EUR, which the nearest plan reaches');
  });

  it('shows the nearest plan under its own name', () => {
    expect(text).toContain('The nearest plan, EUR over 4 weeks');
    expect(text).toMatch(/today +nearest +change/);
    expect(text).not.toContain('recommended');
  });

  it('claims no bound where there is no proof', () => {
    for (const open of [{ boundKind: 'none' }, { bound: 245_100 }] as const) {
      expect(noPlan(beyondReach, { ...unreachable, ...open })).toMatch(/^No plan was found .* is not proven\.$/);
    }
    const roas: Unreachable = {
      ...unreachable,
      wish: { target: { metric: 'roas', atLeast: 5 } },
      asked: 5,
      reached: 4,
      bound: 4,
      boundKind: 'none',
    };
    expect(noPlan(beyondReach, roas)).toMatch(/ROAS at least 5\. The nearest one reaches 4; .* is not proven\.$/);
  });

  it('says why there is no proof of what the next unit brings', () => {
    const next: Unreachable = {
      ...unreachable,
      wish: { target: { metric: 'marginalRoas', atLeast: 5 } },
      asked: 5,
      reached: 4,
      bound: 4,
      boundKind: 'none',
    };
    expect(noPlan(beyondReach, next)).toMatch(
      / is not proven: the next unit is known to bring no more than all .* only where returns diminish/,
    );
    expect(beyondReachZh(next, beyondReach)).toMatch(/未能证明：只有从第一笔投放起收益就递减时/);
  });

  it('names one figure where the nearest plan has about all that is possible', () => {
    expect(spaced(noPlan(beyondReach, { ...unreachable, bound: 241_411 }))).toMatch(
      / The most that any plan can reach on the draws it is searched on is 241,500 EUR \(proven\)\.$/,
    );
    // What a solver is off by is told as the figure that the plan has.
    expect(spaced(noPlan(beyondReach, { ...unreachable, reached: 240_000, bound: 240_000.01 }))).toContain(
      ' is 240,000 EUR',
    );
    // What is rounded to the figure that is asked would contradict itself.
    expect(spaced(noPlan(beyondReach, { ...unreachable, bound: 244_999, reached: 244_990 }))).toMatch(
      / This holds on the draws it is searched on \(proven\)\. The nearest one reaches 244,990 EUR\.$/,
    );
  });

  it('is told with what it takes where no limit ends spend', () => {
    const said = (found: Partial<Unreachable>) => {
      const all: Unreachable = {
        ...unreachable,
        wish: { target: { metric: 'customers', atLeast: 1000 } },
        asked: 1000,
        ...found,
      };
      const [en, zh] = [noPlan(beyondReach, all), beyondReachZh(all, beyondReach)].map(spaced);
      return { en, zh };
    };
    const spend = exact(
      unreachable.nearest.spend.flatMap((all) => [...all]).reduce((sum, one) => sum + one, 0),
      'money',
    );
    const near = said({ reached: 297.2, bound: 300, ofNearest: 0.99 });
    expect(near.en).toContain(
      `is 300 (proven). The plan shown reaches 297 with ${spend} EUR; more money brings hardly more.`,
    );
    expect(near.zh).toContain(`最多为 300（已证明）。所示方案投放 ${spend} EUR，达到 297；再多投放几乎没有更多效果。`);
    const far = said({ reached: 92, bound: 400, spendUpTo: 1e9 });
    expect(far.en).toContain(
      'with up to 1,000,000,000 EUR in a channel and week: customers at least 1,000. None can reach more than 400 ',
    );
    expect(far.en).toContain(`(proven). The plan shown reaches 92 with ${spend} EUR; more money brings more`);
    expect(far.zh).toContain('（每个渠道每周最多投放 1,000,000,000 EUR）：客户');
  });

  it('is said to be never so where no plan is ever paid back, or wins anybody', () => {
    const of = (target: Target): Unreachable => ({ ...unreachable, wish: { target }, asked: 1, reached: Infinity });
    const payback = of({ metric: 'payback', atMost: 1 });
    expect(noPlan(beyondReach, { ...payback, bound: Infinity })).toMatch(/None is ever paid back on the draws/);
    expect(noPlan(beyondReach, { ...of({ metric: 'cacCash', atMost: 1 }), bound: 1 })).toMatch(/ wins no customers\.$/);
    const chance = {
      ...of({ metric: 'profit', atLeast: 1e6, probability: 0.9 }),
      asked: 0.9,
      reached: 0,
      bound: 0.134,
    };
    expect(noPlan(beyondReach, chance)).toMatch(/\(proven\); the nearest one reaches it in no draw\.$/);
    expect(beyondReachZh(chance, beyondReach)).toMatch(/；最接近的方案在任何一次模拟中都没有达到。$/);
  });

  /** What to do, in English and Chinese, where the nearest plan has these targets. */
  const advice = (found: Unreachable, targets: PlanSummary['targets']) => {
    const shown = { ...beyondReach, optimization: found, plans: [today, { ...nearest, targets }] };
    return [resultWordsEn, resultWordsZh].map((words) => spaced(wayOut(shown, words.conflict)!.advice[0]!));
  };

  it('comes with what else the nearest plan misses', () => {
    const [en, zh] = advice(unreachable, [
      { target: { metric: 'customers', atLeast: 900 }, value: estimate(901, 1), verdict: 'reached' },
      { target: { metric: 'roas', atLeast: 3 }, value: estimate(1.5437, 0.001), verdict: 'missed' },
      { target: { metric: 'payback', atMost: 2 }, verdict: 'missed' },
    ]);
    expect(en).toMatch(
      / The nearest plan misses «ROAS at least 3» \(1\.54\d?\) and «payback at most 2 weeks» as well: what is asked there has to give, too\.$/,
    );
    expect(zh).toMatch(/最接近的方案也达不到“ROAS，至少 3”（1\.54\d?）、“回本时间，至多 2”：这些要求同样须放宽。$/);
  });

  it('comes with wishes that are out of reach by themselves, each told once', () => {
    const target = { metric: 'hours', atMost: 40 } as const;
    const found: Unreachable = { ...unreachable, apart: [{ wish: { target }, bound: 63.21, boundKind: 'proven' }] };
    const [en, zh] = advice(found, [{ target, value: estimate(70, 1), verdict: 'missed' }]);
    expect(en).toContain(
      'Whatever becomes of that, «hours at most 40» (no plan reaches less than 63.2, proven) has to give, too.',
    );
    expect(en).not.toContain('as well');
    expect(zh).toMatch(/无论如何，“[^“]*”（任何方案最少为 63\.2，已证明）也须放宽。/);
    expect(zh).not.toContain('也达不到');
  });

  it('is to be left out where no figure would do', () => {
    const target = { metric: 'payback', atMost: 1 } as const;
    const never: Unreachable = {
      ...unreachable,
      wish: { target },
      asked: 1,
      reached: Infinity,
      bound: Infinity,
      boundKind: 'none',
    };
    expect(noPlan(beyondReach, never)).toContain('The nearest one is never paid back;');
    const [en, zh] = advice(never, [{ target, verdict: 'missed' }]);
    expect(en).toMatch(/^Leave the wish out, or give it more room/);
    expect(zh).toMatch(/^请去掉这项要求，或/);
  });

  it('is rounded to the safe side', () => {
    expect([safely(244_112, 'atLeast'), safely(244_112, 'atMost'), safely(16, 'atMost')]).toEqual([
      244_100, 244_200, 16,
    ]);
  });
});
