import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/text/display-width.ts';
import { textWordsEn as words } from '../../src/report/languages/text-words-en.ts';
import { countTexts, issueLines } from '../../src/report/text/issues.ts';
import { noPaint } from '../../src/report/text/paint.ts';

const issue = {
  severity: 'error' as const,
  file: 'plan.yaml',
  line: 2,
  column: 13,
  path: 'channels.店.plan',
  message: 'must be 0 or more, got -5.',
  advice: 'Write the spend of one period.',
  replacement: '5',
};

const lines = (source?: string) => issueLines({ issues: [issue], source: () => source, paint: noPaint, words });

describe('an issue', () => {
  it('has its place, what is wrong, the line with a mark under it, and what to do', () => {
    expect(lines('channels:\n  shop: {pl: -5}\n')).toEqual([
      'plan.yaml:2:13: error: channels.店.plan: must be 0 or more, got -5.',
      '     2 │   shop: {pl: -5}',
      '       │             ^',
      '  Write the spend of one period.',
      '  Write instead: 5',
    ]);
  });

  it('is marked in the right column behind wide letters', () => {
    const [, line, mark] = lines('channels:\n  电商平台: {p: -5}\n');
    const place = displayWidth(mark!.slice(0, mark!.indexOf('^')));
    expect(displayWidth(line!.slice(0, line!.indexOf('-5')))).toBe(place);
  });

  it('does without the line where the text is not known', () => {
    expect(lines(undefined)).toHaveLength(3);
  });

  it('cannot make a terminal do anything', () => {
    expect(lines('a\n\u001b[2J: 12345678901234').join('')).not.toContain('\u001b');
  });
});

describe('several issues', () => {
  it('show errors first and are counted', () => {
    const warning = { severity: 'warning' as const, path: 'a', message: 'is odd' };
    const shown = issueLines({ issues: [warning, issue, warning], source: () => undefined, paint: noPaint, words });
    expect(shown[0]).toContain('error');
    expect(countTexts([warning, issue, warning])).toEqual(['1 error', '2 warnings']);
    expect(countTexts([warning])).toEqual(['no errors', '1 warning']);
  });
});
