import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';
import { changed, errorsOf, lineOf, smallest, spring } from './fixtures.ts';

const GOAL = 'goal: { maximize: profit, risk: { worst: 10%, atLeast: -50k } }';

const goalOf = (text: string) => readScenario(changed(spring, GOAL, `goal: ${text}`)).scenario.goal;

/** The smallest file, of which at most 10,000 may be spent, with more at its end. */
const errorsIn = (more: string) => errorsOf(`${smallest}${more}\n`);

describe('a goal', () => {
  it('is one figure', () => {
    for (const maximize of ['profit', 'revenue', 'margin', 'customers'] as const) {
      expect(goalOf(`{ maximize: ${maximize} }`)).toEqual({ maximize });
    }
  });

  it('may be a mix, in units of the figure that counts 1', () => {
    expect(goalOf('{ maximize: { profit: 1, customers: 50 } }')).toEqual({
      maximize: 'profit',
      plus: { customers: 50 },
    });
    expect(goalOf('{ maximize: { revenue: 20%, customers: 1 } }')).toEqual({
      maximize: 'customers',
      plus: { revenue: 0.2 },
    });
    // None counts 1: 50 a customer and 2 a unit of profit are 25 profits a customer.
    expect(goalOf('{ maximize: { customers: 50, profit: 2 } }')).toEqual({
      maximize: 'profit',
      plus: { customers: 25 },
    });
    expect(goalOf('{ maximize: { customers: 3 } }')).toEqual({ maximize: 'customers' });
  });

  it('may be a chance', () => {
    expect(goalOf('{ chanceOf: 1.2M }')).toEqual({ maximize: 'profit', chanceOf: 1_200_000 });
  });

  it('may look at the worst cases, of itself or of the gain', () => {
    expect(goalOf('{ risk: { worst: 10%, weight: 30% } }').risk).toEqual({ worst: 0.1, weight: 0.3 });
    expect(goalOf('{ risk: { worst: 10%, atLeast: 0, of: gain } }').risk).toEqual({
      worst: 0.1,
      atLeast: 0,
      of: 'gain over today',
    });
    expect(goalOf('{ risk: { worst: 5%, atLeast: 0, of: goal } }').risk).toEqual({ worst: 0.05, atLeast: 0 });
  });

  it('may hold under some or all stresses of the file', () => {
    expect(goalOf('{ worstOf: [cpm-up] }').worstOf).toEqual(['cpm-up']);
    expect(goalOf('{ worstOf: all }').worstOf).toEqual(['cpm-up', 'social-banned', 'weak-demand']);
  });

  it('cannot be to spend the least for a ratio alone, which spending nothing never spoils', () => {
    const targets = 'targets: [{ metric: roas, atLeast: 3 }, { metric: spend, atMost: 5k }]';
    expect(errorsIn(`${targets}\ngoal: { minimize: spend }`)).toMatchObject([{ path: 'goal.minimize' }]);
    // What the target should have been is unknown: one message is enough.
    const unread = 'targets: [{ metric: customers, atLeast: lots }]';
    expect(errorsIn(`${unread}\ngoal: { minimize: spend }`)).toMatchObject([{ path: 'targets[0].atLeast' }]);
  });

  it('may be to spend the least, for a target, for a limit or for the worst cases', () => {
    const goal = '\ngoal: { minimize: spend';
    expect(errorsIn(`targets: [{ metric: customers, atLeast: 100 }]${goal} }`)).toEqual([]);
    expect(errorsIn(`groups: { all: { channels: [search], total: { min: 500 } } }${goal} }`)).toEqual([]);
    expect(errorsIn(`${goal}, risk: { worst: 10%, atLeast: 100 } }`)).toEqual([]);
    const { scenario } = readScenario(`${smallest}targets: [{ metric: profit, atLeast: 3 }]${goal} }`);
    expect(scenario.goal).toEqual({ maximize: 'profit', minimize: 'spend' });
  });
});

// prettier-ignore
describe.each<[goal: string, path: string, says: string, replacement?: string]>([
  ['{ maximize: { profit: 1, customer: 50 } }', 'goal.maximize.customer', 'customers', 'customers'],
  ['{ maximize: { profit: 1, customers: 0 } }', 'goal.maximize.customers', 'more than 0'],
  ['{ maximize: {} }', 'goal.maximize', 'names no figure'],
  ['{ maximize: [profit] }', 'goal.maximize', 'must be `profit`, `revenue`, `margin` or `customers`, got a list'],
  ['{ maximize: marign }', 'goal.maximize', 'margin', 'margin'],
  ['{ minimize: cost }', 'goal.minimize', 'spend'],
  ['{ minimize: spend }', 'goal.minimize', 'atLeast: 5000'],
  ['{ minimize: spend, maximize: profit, risk: { worst: 10%, atLeast: 0 } }', 'goal.maximize', 'together with `minimize`'],
  ['{ minimize: spend, risk: { worst: 10%, atLeast: 0, weight: 20% } }', 'goal.risk.weight', 'no worst cases'],
  ['{ minimize: spend, chanceOf: 1M, risk: { worst: 10%, atLeast: 0 } }', 'goal.chanceOf', 'probability'],
  ['{ chanceOf: 5k, maximize: { profit: 1, customers: 50 } }', 'goal.chanceOf', 'one figure'],
  ['{ chanceOf: 5k, risk: { worst: 10%, weight: 30% } }', 'goal.risk.weight', 'atLeast'],
  ['{ chanceOf: a lot }', 'goal.chanceOf', 'a lot'],
  ['{ risk: { worst: 10% } }', 'goal.risk', 'weight'],
  ['{ risk: { worst: 10%, weight: 130% } }', 'goal.risk.weight', '1'],
  ['{ risk: { worst: 10%, atLeast: 0, of: regret } }', 'goal.risk.of', 'gain'],
  ['{ worstOf: all }', 'goal.worstOf', 'has none'],
  ['{ worstOf: [cpm-up] }', 'goal.worstOf[0]', 'there is no stress'],
  ['{ worstOf: everything }', 'goal.worstOf', 'all'],
])('the goal %s', (goal, path, says, replacement) => {
  it('is refused where it stands', () => {
    const [issue, ...others] = errorsIn(`goal: ${goal}`);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ path, line: smallest.split('\n').length });
    expect(`${issue!.message} ${issue!.advice ?? ''}`).toContain(says);
    expect(issue!.replacement).toBe(replacement);
  });
});

describe('the stresses of a goal', () => {
  it('are looked for in the file, each once', () => {
    const errors = errorsOf(changed(spring, GOAL, 'goal: { worstOf: [cpm-up, cpm-op, cpm-up], chanceOf: 1M }'));
    expect(errors.map(({ path, replacement }) => [path, replacement])).toEqual([
      ['goal.worstOf', undefined],
      ['goal.worstOf[1]', 'cpm-up'],
      ['goal.worstOf[2]', undefined],
    ]);
  });
});

it('refuses to save where the whole budget must be spent', () => {
  const errors = errorsOf(changed(spring, GOAL, 'goal: { minimize: spend }'));
  expect(errors).toMatchObject([{ path: 'goal.minimize', advice: expect.stringContaining('atMost') }]);
});

describe('a target', () => {
  const target = (text: string) => `targets:\n  - ${text}`;

  it('may be about a figure of the plan as a whole', () => {
    for (const text of [
      'roas, atLeast: 3',
      'marginalRoas, atLeast: 1',
      'marginalRoas, atLeast: 1, probability: 80%',
      'cacCash, atMost: 40',
      'cacFull, atMost: 4k',
      'payback, atMost: 8',
    ]) {
      expect(errorsIn(target(`{ metric: ${text} }`))).toEqual([]);
    }
  });

  // prettier-ignore
  it.each<[target: string, path: string, says: string, replacement?: string]>([
    ['{ metric: roas, atMost: 3 }', 'targets[0].atMost', 'better where it is larger', 'atLeast'],
    ['{ metric: payback, atLeast: 3 }', 'targets[0].atLeast', 'better where it is smaller', 'atMost'],
    ['{ metric: roass, atLeast: 3 }', 'targets[0].metric', 'roas', 'roas'],
  ])('is refused as %s', (text, path, says, replacement) => {
    const [issue, ...others] = errorsIn(target(text));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ path, line: lineOf(`${smallest}${target(text)}`, text) });
    expect(`${issue!.message} ${issue!.advice ?? ''}`).toContain(says);
    expect(issue!.replacement).toBe(replacement);
  });

  it('has a figure that no metric of the planner hides', () => {
    expect(errorsIn('metrics: { roas: revenue / cost }')).toMatchObject([{ path: 'metrics.roas' }]);
  });
});
