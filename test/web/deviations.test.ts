/** In what two files differ, field by field. */
import { describe, expect, it } from 'vitest';
import { deviationsOf } from '../../web/compare/deviations.ts';
import { editText } from '../../web/text/edit.ts';
import { small } from '../e2e/texts.ts';

describe('deviations', () => {
  it('are none between a file and itself, whatever is said about it', () => {
    expect(deviationsOf(small, small)).toEqual([]);
    expect(deviationsOf(small, `# a remark\n${small}`)).toEqual([]);
  });

  it('name each field that says something else, is new or is gone', () => {
    const own = small
      .replace('0.8 to 1.2', '0.9 to 1.4')
      .replace('total: 100k', 'total: 120k')
      .replace('    plan: 50k\n  social', '    plan: 50k\n    limits: { max: 70k }\n  social')
      .replace(', grossMargin: 50%', '');
    expect(deviationsOf(small, own)).toEqual([
      { path: ['budget', 'total'], base: '100k', own: '120k' },
      { path: ['value', 'grossMargin'], base: '50%', own: undefined },
      { path: ['channels', 'search', 'price', 'cpc'], base: '0.8 to 1.2', own: '0.9 to 1.4' },
      { path: ['channels', 'search', 'limits'], base: undefined, own: '{ max: 70k }' },
    ]);
  });

  it('can be taken back one by one, until the files agree', () => {
    const own = small.replace('0.8 to 1.2', '0.9 to 1.4').replace('total: 100k', 'total: 120k').replace('50%', '40%');
    const reset = deviationsOf(small, own)!.reduce(
      (text, { path, base }) => editText(text, [{ kind: 'set', path, text: base ?? '' }])!,
      own,
    );
    expect(deviationsOf(small, reset)).toEqual([]);
  });

  it('are not known of what cannot be read', () => {
    expect(deviationsOf(small, 'a: [')).toBeUndefined();
  });
});
