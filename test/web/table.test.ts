import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { en } from '../../web/languages/en.ts';
import { LanguageProvider } from '../../web/languages/language.ts';
import { Table } from '../../web/parts/table.tsx';

const columns = [
  { heading: 'Channel' },
  { heading: 'Cost', align: 'right' },
  { heading: 'Customers', align: 'right' },
] as const;

it('leaves room for the longest noise of a column beside all of its figures, and none where there is no noise', () => {
  const rows = [
    ['search', { text: '72.95' }, { text: '1,200' }],
    ['social', { text: '90.65', noise: '0.02' }, { text: '80' }],
    ['video', { text: '3,388', noise: '1' }, ''],
  ];
  const table = h(Table, { caption: '', columns, rows });
  const html = renderToString(h(LanguageProvider, { value: en }, table));
  // `± 0.02`: four letters after the sign.
  expect(html.match(/--room:\s?\w+/g)).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/5ch$/)));
  expect(html).toContain('1,200</span>');
});
