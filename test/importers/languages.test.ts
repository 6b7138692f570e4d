import { describe, expect, it } from 'vitest';
import { importExports } from '../../src/importers/exports.ts';
import { importLanguages } from '../../src/importers/exports/languages/languages.ts';
import { fieldWords as chineseFields } from '../../src/report/chinese/field-words.ts';
import { fieldLabel } from '../../src/report/languages/field-label.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { fieldWords as englishFields } from '../../web/languages/en/fields.ts';
import { sample } from './exports-files.ts';

const { en, zh } = importLanguages;
const GROUPS = ['findings', 'options', 'notes', 'sources', 'scenario'] as const;

describe('imports in Chinese', () => {
  it('have a Chinese text for every English one, of as many parts', () => {
    const textsOf = (words: typeof en) =>
      GROUPS.flatMap((group) => Object.entries(words[group]).map(([id, say]) => [`${group}.${id}`, say] as const));
    const chinese = new Map(textsOf(zh));
    expect(textsOf(en).length).toBeGreaterThan(60);
    for (const [id, say] of textsOf(en)) expect([id, chinese.get(id)?.length]).toEqual([id, say.length]);
    // These put together what others say.
    const wordless = textsOf(zh).filter(([, say]) => !/\p{Script=Han}|\\u[4-9]/u.test(say.toString()));
    expect(wordless.map(([id]) => id)).toEqual(['findings.totals', 'sources.field']);
  });

  it('call the steps of a funnel as the page does, in both languages', () => {
    for (const key of [
      'clickToLead',
      'clickToQualified',
      'clickToCustomer',
      'leadToQualified',
      'qualifiedToCustomer',
    ]) {
      for (const { words, fields } of [
        { words: en, fields: englishFields },
        { words: zh, fields: chineseFields },
      ]) {
        const label = fieldLabel(key, { words: fields, arrow: ' → ' });
        expect(words.findings.pooled('A', key)).toContain(label);
        expect(words.findings.fewCounted('A', key, 1, 2)).toContain(label);
        const half = { hits: 1, of: 2 };
        expect(words.findings.driftOf('A', key, 'today', { from: 1, before: half, after: half })).toContain(label);
      }
    }
  });

  it('compare what a CRM says a campaign cost only with a cost that platforms know', () => {
    for (const { findings } of [en, zh]) {
      expect(findings.overlap({ file: 'a.csv' }, ['A'], 1000, 800)).toContain('25%');
      expect(findings.overlap({ file: 'a.csv' }, ['A'], 1000, 0)).not.toMatch(/%|Infinity/);
    }
  });

  it.each([
    [['zoho_leads.csv', 'zoho_deals.csv', 'zoho_sales_orders.csv', 'zoho_campaigns.csv', 'google_ads_en.csv']],
    [['fxiaoke_销售线索.xlsx', 'fxiaoke_商机.xlsx', 'baidu_gbk.csv', 'ga4_en.csv']],
    [['jiandaoyun_客户档案.xlsx', 'jiandaoyun_订单_gbk.csv', 'jiandaoyun_渠道费用.xlsx']],
  ])('say the same, with the same numbers, of %s', async (names) => {
    const files = names.map(sample);
    const [english, chinese] = await Promise.all([importExports(files), importExports(files, { language: 'zh' })]);
    const numbersIn = (text: string) => (text.match(/\d[\d,.]*\d|\d/g) ?? []).toSorted();
    expect(chinese.findings.map(({ code }) => code)).toEqual(english.findings.map(({ code }) => code));
    expect(chinese.notes.map(numbersIn)).toEqual(english.notes.map(numbersIn));
    for (const note of chinese.notes) expect(note).toMatch(/\p{Script=Han}.*。$/u);
    // The scenarios are the same but for what they say in words.
    const numbersOf = (text: string) => {
      const { scenario } = readScenario(text);
      const { notes: _, name: __, channels, ...rest } = scenario;
      return [rest, Object.entries(channels).map(([name, { source: ___, ...channel }]) => [name, channel])];
    };
    expect(numbersOf(chinese.scenario)).toEqual(numbersOf(english.scenario));
  });
});
