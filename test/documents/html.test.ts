import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../src/documents/html/html-report.ts';
import { documentLanguages } from '../../src/documents/languages/languages.ts';
import { reportDocument } from '../../src/documents/report-document.ts';
import { beyondReach, without } from '../report/sample.ts';
import { lessons, scorecard } from './sample-parts.ts';
import { namedAll, reported } from './sample-reported.ts';

const PAYLOAD = `"><img src=x onerror=hit()></title><script>hit()</script>' style='x' <!-- ]]> </style>`;
const html = (of = reported, language: 'en' | 'zh' = 'en') =>
  htmlReport(reportDocument(of, documentLanguages[language]));
/** Elements and their attributes as a browser would see them: outside quotes there is no other `<`. */
const tags = (text: string) => text.match(/<[a-z][^\s>/]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/g) ?? [];

describe('the HTML report', () => {
  it('needs nothing but itself', () => {
    const text = html();
    const outside = tags(text).filter((tag) => /\s(?:src|href|srcset|action|style|on\w+)(?:=|\s|>)/.test(tag));
    expect(tags(text).length).toBeGreaterThan(200);
    expect(outside).toEqual([]);
    expect(tags(text).filter((tag) => /^<(?:script|link|iframe|object|img|form)/.test(tag))).toEqual([]);
  });

  it('lets a browser use its own style sheet and nothing else', () => {
    const text = html();
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)![1]!;
    const digest = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)![1];
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`);
  });

  it('never lets a line end before a percent sign, whoever wrote the text', () => {
    const text = html(namedAll('15 % more'));
    expect(text).toContain('15\u00a0% more');
    expect(text).not.toMatch(/\d %/);
  });

  it('shows texts of a file as texts, wherever they come up', () => {
    for (const language of ['en', 'zh'] as const) {
      const [usual, hostile] = [html(reported, language), html(namedAll(PAYLOAD), language)];
      const kinds = (text: string) => new Set(tags(text).map((tag) => tag.split(/[\s>]/)[0]));
      expect(kinds(hostile)).toEqual(kinds(usual));
      expect(hostile.match(/<style/g)).toHaveLength(1);
      expect(hostile).toContain('&lt;script>hit()');
      expect(hostile).not.toMatch(/<(?:script|img|!--)/);
    }
  });

  it('says on top what is recommended, how likely it is better, what can be lost, and how exact that is', () => {
    const { summary } = reportDocument(reported, documentLanguages.en);
    expect(summary.replaceAll('\u00a0', ' ')).toBe(
      "The recommended plan is expected to earn 8,267 ± 21 EUR more profit than today's. " +
        "The chance that it does better than today's plan is 93.17 % ± 0.18. " +
        'If things go badly, in the worst tenth of cases, profit is 4,010 ± 110 EUR on average; the chance of a loss is 2.00 % ± 0.11. ' +
        'Simulating again would move expected profit by about ± 40 EUR (16,384 draws).',
    );
  });

  it('names its charts and tables once each, so that readers of screens find them', () => {
    const ids = [...html().matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
    const tables = [...html({ ...reported, scorecard, lessons }).matchAll(/role="region" aria-label="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(tables.length).toBeGreaterThan(8);
    expect(new Set(tables).size).toBe(tables.length);
  });

  it('has the heading in each cell that stands as a line of a block on a phone', () => {
    const plan = /<table class="stacks">[\s\S]*?<\/table>/.exec(html())![0];
    const headings = [...plan.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].slice(1).map(([, heading]) => heading);
    const [, row] = plan.split('<th scope="row">');
    expect([...row!.matchAll(/data-heading="([^"]*)"/g)].map(([, heading]) => heading)).toEqual(headings);
    expect(headings.length).toBeGreaterThan(3);
  });

  it('speaks Chinese throughout, but for what the file and the engine say', () => {
    const text = html(reported, 'zh').replaceAll(/<style>[\s\S]*?<\/style>/g, '');
    const english = text
      .replaceAll(/<(ul|td|th)[^>]*lang="en"[^>]*>[\s\S]*?<\/\1>/g, '')
      .replaceAll(/<[^>]*>/g, '\n')
      .split('\n')
      .filter((line) => /[A-Za-z]{3,}(?: [a-z]{2,})+/.test(line));
    expect(english).toEqual([]);
    expect(text).toContain('<html lang="zh-CN">');
  });

  it('gives the digest of the file as anyone can make it', () => {
    // printf abc | sha256sum
    expect(html()).toContain('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('says why there is no plan, and what to do', () => {
    const text = html({ report: beyondReach, files: [] }).replaceAll('\u00a0', ' ');
    const start = text.indexOf('What to do');
    expect(text.slice(start, start + 100)).toContain('Lower the wish to 241,300 EUR');
    // Nothing is proven: there is no conflict to be told, and no change of one limit that is known to be too little.
    const open = html({
      report: without({ status: 'infeasible', proven: false, conflict: [], repairs: [] }),
      files: [],
    });
    expect(open).toContain('Ease the minimums if used');
    expect(open).not.toContain('No change of one of these limits alone');
  });
});
