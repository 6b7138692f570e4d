/** Messages about one of a kind. */
import { expect, it } from 'vitest';
import { chartWordsEn } from '../../src/pictures/words-en.ts';
import { importWordsEn } from '../../src/importers/exports/languages/en.ts';
import { lookInto } from '../../src/scenario/read.ts';
import { sayInChinese } from '../../src/report/chinese/messages.ts';

const file = (changes: { readonly limits?: string; readonly repeat?: string; readonly more?: string }) => `apportion: 1
name: One
currency: EUR
horizon: { periods: 1 }
budget: { total: 100 }
value: { orderValue: 10${changes.repeat === undefined ? '' : `, repeat: ${changes.repeat}`} }
channels:
  only: { plan: 100, efficiency: 0.5, limits: ${changes.limits ?? '{}'} }
${changes.more ?? ''}
`;

it.each([
  [{ more: 'concentration: { herfindahl: 0.5 }' }, 'must be 1 or more, got 0.5: one channel alone has all spend'],
  [{ more: 'mostChannels: 1' }, 'limits nothing: there is only one channel'],
  [{ limits: '{ max: [50, 50] }' }, 'must have one number for the only period, got 2'],
  [
    { repeat: '{ rate: 0.2, every: 1, horizon: 0.5 }' },
    'ends before the first further order, which comes after 1 period',
  ],
  [{ repeat: '{ rate: 0.2, every: 0.0001, horizon: 1 }' }, 'leaves time for too many orders within 1 period'],
])('are of one, and not of several: %o', (changes, message) => {
  const said = lookInto(file(changes)).issues.map((issue) => issue.message);
  expect(said).toContain(message);
  expect(sayInChinese(message)).not.toMatch(/[a-z]/);
});

it('holds for what pictures and imports say', () => {
  expect(chartWordsEn.stack.summary('Search', '100 %', 1)).toBe('Search gets all of the money.');
  expect(importWordsEn.findings.noOrphans(1)).toBe('The only order has a channel.');
});
