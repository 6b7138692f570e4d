import { warned, type Found } from '../finding.ts';
import type { Place } from '../languages/places.ts';
import type { RecordPage } from './program.ts';

/**
 * What pages tell of others that are not there.
 *
 * @param has  how many records they have, each counted once
 */
export function missingPages(pages: readonly RecordPage[], has: number, place: Place): readonly Found[] {
  const total = pages.reduce((most, { total: own = 0 }) => Math.max(most, own), 0);
  if (total > has) return [warned('PAGES_MISSING', ({ findings }) => findings.pagesOf(place, has, total))];
  const numbers = new Set(pages.flatMap(({ number }) => number ?? []));
  const isThere = (number: number) => number < 1 || numbers.has(number);
  const hasGap = pages.some(
    ({ number, follows }) =>
      number !== undefined && (!isThere(number - 1) || (follows === 'yes' && !isThere(number + 1))),
  );
  const hasEnd = pages.some(({ follows }) => follows === 'no');
  if (hasGap || (numbers.size === 0 && !hasEnd && pages.some(({ follows }) => follows === 'yes'))) {
    return [warned('PAGES_MISSING', ({ findings }) => findings.pagesFollow(place, has))];
  }
  if (!hasEnd && pages.some(({ follows }) => follows === 'maybe')) {
    return [warned('PAGES_MISSING', ({ findings }) => findings.pagesMayFollow(place, has))];
  }
  return [];
}
