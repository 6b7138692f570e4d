import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read.ts';
import { en } from '../../web/languages/en.ts';
import { zh } from '../../web/languages/zh.ts';
import { firstScorecard } from '../../web/screen/first-scorecard.ts';
import { editText } from '../../web/text/edit.ts';

const text = `apportion: 1
name: Two
currency: EUR
horizon: { periods: 1, unit: week }
budget: { total: 100 }
value: { orderValue: 80 }
channels:
  search: { efficiency: 0.02 to 0.04, plan: 50, limits: { max: 60 } } # the one that we know
  展会: { efficiency: 0.02 to 0.03, plan: 50, limits: { max: 60 } }
`;

describe('a first scorecard', () => {
  it.each([
    [en, ['coverage', 'competition']],
    [zh, ['覆盖', '竞争']],
  ] as const)('makes a file that is in order, in the words of the reader', ({ views }, own) => {
    const edited = editText(text, firstScorecard([{ name: 'search' }, { name: '展会' }], views.screen.own))!;
    expect(edited).toContain('# the one that we know');
    const { scenario, warnings } = readScenario(edited);
    expect(warnings).toEqual([]);
    const middle = { [own[0]]: 3, [own[1]]: 3 };
    expect(scenario.screening).toEqual({
      weights: { cost: 3, value: 2, [own[0]]: 1, [own[1]]: 1 },
      channels: { search: middle, 展会: middle },
    });
  });
});
