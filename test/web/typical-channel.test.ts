import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookInto } from '../../src/scenario/read.ts';
import { outlineOf } from '../../web/engine/outline.ts';
import { newRow } from '../../web/table/templates.ts';
import { editText } from '../../web/text/edit.ts';
import { small } from '../e2e/texts.ts';

const FOLDER = resolve(import.meta.dirname, '../../scenarios');

/** The file with one more channel. */
function withNew(text: string): string {
  const outline = { ...outlineOf(text, lookInto(text))!, repairs: [] };
  const section = outline.sections.find(({ name }) => name === 'channels')!;
  return editText(text, newRow(section, outline, 'new', 'Assumption.').edits)!;
}

/** What stands in the channel that was added. */
function newIn(text: string) {
  const outline = outlineOf(text, lookInto(text))!;
  const { rows } = outline.sections.find(({ name }) => name === 'channels')!;
  const { cells } = rows.find(({ key }) => key === 'new')!;
  return Object.fromEntries(Object.entries(cells).flatMap(([key, { text: own }]) => (own === '' ? [] : [[key, own]])));
}

const channel = (name: string, price: string, rate: string, scale: string) => `  ${name}:
    price: { ${price} }
    funnel: { clickToCustomer: ${rate} }
    response: { curve: exponential, scale: ${scale} }
    plan: 10k
`;
const before = small.slice(0, small.indexOf('  search:'));

describe('the numbers of a new channel', () => {
  it('are those in the middle of the others, each as it is written there', () => {
    const text =
      before +
      channel('a', 'cpc: 10 to 20, season: [1.1, 0.9]', '3% to 5%', '1k to 2k') +
      channel('b', 'cpc: 30 to 90', '0.1% to 0.2%', '9k to 20k') +
      channel('c', 'cpc: 20 to 30', '0.5% to 1%', '3k to 4k');
    expect(newIn(withNew(text))).toEqual({
      source: 'Assumption.',
      'price.cpc': '20 to 30',
      'funnel.clickToCustomer': '0.5% to 1%',
      'response.curve': 'exponential',
      'response.scale': '3k to 4k',
      plan: '0',
    });
  });

  it('are of the kind that most have, and not of those that are paid in another currency', () => {
    const leads = (name: string, own = '') =>
      channel(name, 'cpl: 300 to 500', '5%', '9k')
        .replace('clickToCustomer', 'leadToCustomer')
        .replace(':\n', `:\n${own}`);
    const text =
      before.replace('horizon', 'currencies: { USD: 0.9 }\nhorizon') +
      channel('a', 'cpc: 10 to 20', '3% to 5%', '1k to 2k') +
      leads('b') +
      leads('c') +
      leads('d').replace('exponential, scale: 9k', 'hill, halfSaturation: 4k, slope: 1 to 2') +
      leads('e', '    currency: USD\n').replace('300 to 500', '1 to 2');
    const { source: _, plan: __, ...cells } = newIn(withNew(text));
    expect(cells).toEqual({
      'price.cpl': '300 to 500',
      'funnel.leadToCustomer': '5%',
      'response.curve': 'exponential',
      'response.scale': '9k',
    });
  });

  it('are in order in every example, as the only change', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
    for (const file of files) {
      const text = readFileSync(resolve(FOLDER, file), 'utf8');
      const after = withNew(text);
      expect([file, lookInto(after).issues]).toEqual([file, lookInto(text).issues]);
      expect(Object.keys(newIn(after)).length).toBeGreaterThan(3);
    }
    // Where there is none to go by, numbers are plain examples.
    const alone = withNew(`${before.replace('channels:\n', '')}channels: {}\n`);
    expect(newIn(alone)).toMatchObject({ 'price.cpc': '1 to 2', plan: '0' });
    expect(newIn(alone)).not.toHaveProperty('source');
  });
});
