import { describe, expect, it } from 'vitest';
import { countText, progressOn, searchText } from '../../src/cli/progress.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { textWordsEn } from '../../src/report/languages/text-words-en.ts';
import { textWordsZh } from '../../src/report/languages/text-words-zh.ts';
import { onward } from '../../src/runs/headway.ts';
import { noPaint } from '../../src/report/text/paint.ts';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

const { say } = textWordsEn;

function watched(progress: Terminal['progress'], words = textWordsEn) {
  const told: string[] = [];
  const terminal: Terminal = {
    width: 100,
    room: 100,
    paint: noPaint,
    paintTold: noPaint,
    progress,
    print: () => Promise.resolve(),
    tell: (text) => told.push(text),
  };
  return { told, session: { terminal, words } };
}

describe('the line of progress', () => {
  it('tells how much is judged and how long the rest will take', () => {
    // 2 of 8 in 3 seconds: 9 more for the other 6.
    expect(spaced(countText({ phase: 'judge', done: 2, total: 8 }, 3000, say))).toBe(
      'Judging    ██████░░░░░░░░░░░░░░░░░░ 25 %, about 9 s left',
    );
    expect(countText({ phase: 'judge', done: 1, total: 8 }, 100, say)).not.toContain('left');
  });

  it('tells how far a search is from the best, with a bar that grows as the gap closes', () => {
    const at = (gap: number) => {
      const search = { phase: 'search', iteration: 7, value: 1, bound: 1, gap } as const;
      return spaced(searchText(search, onward(undefined, search, 1e-4), say));
    };
    // The first search is half of a run. From 1 to 0.0001 are four powers of ten; 0.01 is half of them.
    expect(at(0.01)).toBe(`Searching  ${'█'.repeat(6)}${'░'.repeat(18)} round 7, at most 1.0 % from the best`);
    expect(at(1e-4)).toContain(`${'█'.repeat(12)}░`);
    expect(at(Infinity)).toBe(`Searching  ${'░'.repeat(24)} round 7`);
  });

  it('says that there is no plan yet, and begins at the first gap there is', () => {
    const { told, session } = watched('line');
    let time = 1000;
    const line = progressOn(session, 1e-4, () => (time += 100));
    line.show({ phase: 'search', iteration: 2, value: -Infinity, bound: 5, gap: Infinity });
    line.show({ phase: 'search', iteration: 9, value: 1, bound: 2, gap: 1 });
    line.show({ phase: 'search', iteration: 12, value: 1, bound: 1.01, gap: 0.01 });
    expect(told.map((text) => spaced(text).replace('\r\u001b[2K', ''))).toEqual([
      `Searching  ${'░'.repeat(24)} round 2, no plan yet`,
      `Searching  ${'░'.repeat(24)} round 9, at most 100 % from the best`,
      `Searching  ${'█'.repeat(6)}${'░'.repeat(18)} round 12, at most 1.0 % from the best`,
    ]);
  });

  it('says no more that there is no plan once a search has found one', () => {
    const { told, session } = watched('line');
    let time = 1000;
    const line = progressOn(session, 1e-4, () => (time += 100));
    line.show({ phase: 'search', iteration: 3, value: 1, bound: 2, gap: 1 });
    line.show({ phase: 'search', iteration: 1, value: -Infinity, bound: 5, gap: Infinity });
    expect(spaced(told.at(-1)!).replace('\r\u001b[2K', '')).toBe(`Searching  ${'░'.repeat(24)} round 4`);
  });

  it('counts rounds on where one search follows another, and so does the bar', () => {
    const { told, session } = watched('line');
    let time = 1000;
    const line = progressOn(session, 1e-4, () => (time += 100));
    line.show({ phase: 'search', iteration: 118, value: 1, bound: 1, gap: 1e-4 });
    line.show({ phase: 'search', iteration: 1, value: 1, bound: 2, gap: 1 });
    line.show({ phase: 'judge', done: 1, total: 2 });
    line.show({ phase: 'search', iteration: 12, value: 1, bound: 1.01, gap: 0.01 });
    expect(
      told.filter((text) => text.includes('round')).map((text) => spaced(text).replace('\r\u001b[2K', '')),
    ).toEqual([
      // The first search is half of the run; judging half of nine tenths of the rest; the last is halfway a quarter of what is left.
      `Searching  ${'█'.repeat(12)}${'░'.repeat(12)} round 118, at most 0.010 % from the best`,
      `Searching  ${'█'.repeat(12)}${'░'.repeat(12)} round 119, at most 100 % from the best`,
      `Searching  ${'█'.repeat(18)}${'░'.repeat(6)} round 131, at most 1.0 % from the best`,
    ]);
  });

  it('is written at most every 80 ms, over itself, and taken away at the end', () => {
    const { told, session } = watched('line');
    let time = 1000;
    const line = progressOn(session, undefined, () => time);
    for (let done = 1; done <= 100; done++) {
      time += 10;
      line.show({ phase: 'judge', done, total: 100 });
    }
    line.clear();
    expect(told.length).toBe(1 + Math.floor(990 / 80) + 1);
    expect(told.every((text) => text.startsWith('\r\u001b[2K') && !text.includes('\n'))).toBe(true);
    expect(told.at(-1)).toBe('\r\u001b[2K');
  });

  it('speaks Chinese, all phases equally wide', () => {
    const { told, session } = watched('line', textWordsZh);
    let time = 0;
    const line = progressOn(session, 1e-4, () => (time += 1000));
    line.show({ phase: 'search', iteration: 9, value: 1, bound: 2, gap: 1, point: { number: 3, of: 9 } });
    line.show({ phase: 'judge', done: 2, total: 8 });
    line.show({ phase: 'judge', done: 4, total: 8 });
    expect(told.map((text) => text.replace('\r\u001b[2K', ''))).toEqual([
      `搜索      ${'░'.repeat(24)} 第 3 点，共 9 点，第 9 轮，与最优相差至多 100%`,
      // The longest, 查看范围, takes eight columns.
      `评估      ${'█'.repeat(6)}${'░'.repeat(18)} 25%`,
      // A second for the first two of the eight: one more for the two after the middle.
      `评估      ${'█'.repeat(12)}${'░'.repeat(12)} 50%，约剩 1 秒`,
    ]);
  });

  it('is not written where nobody wants it', () => {
    const { told, session } = watched('none');
    let time = 0;
    const line = progressOn(session, undefined, () => (time += 20_000));
    line.show({ phase: 'judge', done: 1, total: 2 });
    line.clear();
    expect(told).toEqual([]);
  });
});

describe('progress on a pipe', () => {
  const search = { phase: 'search', iteration: 7, value: 1, bound: 1.01, gap: 0.008 } as const;

  it('is a plain line every ten seconds, from the tenth on, and every minute after the first', () => {
    const { told, session } = watched('lines');
    let time = 500_000;
    const lines = progressOn(session, undefined, () => time);
    for (let second = 1; second <= 200; second++) {
      time += 1000;
      lines.show(second < 15 ? search : { phase: 'judge', done: second - 15, total: 400 });
    }
    lines.clear();
    expect(told.map(spaced)).toEqual([
      'Searching: round 7, at most 0.8 % from the best, 10 s so far\n',
      // 5 of 400 since the 15th second: 395 more at a second each.
      'Judging: 1 %, about 7 min left, 20 s so far\n',
      'Judging: 4 %, about 6 min left, 30 s so far\n',
      'Judging: 6 %, about 6 min left, 40 s so far\n',
      'Judging: 9 %, about 6 min left, 50 s so far\n',
      'Judging: 11 %, about 6 min left, 60 s so far\n',
      'Judging: 26 %, about 5 min left, 2 min so far\n',
      'Judging: 41 %, about 4 min left, 3 min so far\n',
    ]);
  });

  it('counts rounds on where one search follows another', () => {
    const { told, session } = watched('lines');
    let time = 0;
    const lines = progressOn(session, undefined, () => time);
    for (const iteration of [7, 118, 12]) {
      time += 10_000;
      lines.show({ ...search, iteration });
    }
    expect(told.map((text) => /round (\d+)/.exec(text)?.[1])).toEqual(['7', '118', '130']);
  });

  it('says nothing of a run that is done within ten seconds', () => {
    const { told, session } = watched('lines');
    let time = 0;
    const lines = progressOn(session, undefined, () => time);
    for (; time < 9_900; time += 100) lines.show(search);
    lines.clear();
    expect(told).toEqual([]);
  });
});
