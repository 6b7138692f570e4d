import { expect, it } from 'vitest';
import { madeAt } from '../../web/languages/made-at.ts';

it('says when a record was made to the minute, and leaves what is no time as it stands', () => {
  expect(madeAt('2026-11-23T08:00:34.963Z')).toBe('2026-11-23 08:00 UTC');
  expect(madeAt('2026-11-23T08:00Z')).toBe('2026-11-23 08:00 UTC');
  expect(madeAt('last spring')).toBe('last spring');
});
