import { refusal } from '../../errors.ts';
import type { Extract } from './extract.ts';

/** What amounts are in, and whether a file says so. */
export interface Money {
  readonly currency: string;
  readonly isSaid: boolean;
}

const USUAL_CURRENCY = 'USD';

/**
 * The currency that files say; else the one that was given; else what the programs they are from usually have.
 *
 * @param given  three letters
 * @throws ScenarioError  where files disagree with each other or with what was given
 */
export function moneyOf(extracts: readonly Extract[], given: string | undefined): Money {
  if (given !== undefined && !/^[A-Za-z]{3}$/.test(given)) {
    throw refusal('currency', 'must be three letters such as EUR');
  }
  const wanted = given?.toUpperCase();
  const said = expectOne(extracts.filter(({ isAssumed }) => !isAssumed));
  if (said !== undefined && wanted !== undefined && said !== wanted) {
    throw refusal('currency', `the files have amounts in ${said}, and not in ${wanted}`);
  }
  const currency = said ?? wanted;
  if (currency === undefined) return { currency: expectOne(extracts) ?? USUAL_CURRENCY, isSaid: false };
  // A platform that is paid in yuan only is not paid in what another file says.
  if (wanted === undefined) expectOne(extracts);
  return { currency, isSaid: said !== undefined };
}

function expectOne(extracts: readonly Extract[]): string | undefined {
  const files = new Map(
    extracts.flatMap(({ currency, place: { file } }) => (currency === undefined ? [] : [[currency, file] as const])),
  );
  if (files.size > 1) {
    const each = [...files].map(([currency, file]) => `${currency} (${file})`).join(', ');
    throw refusal('', `amounts are in several currencies: ${each}`, 'Import one currency at a time.');
  }
  return [...files.keys()][0];
}
