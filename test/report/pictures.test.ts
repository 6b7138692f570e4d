import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBar } from '../../src/report/text/bar.ts';
import { displayWidth, padEnd, padStart, shortened } from '../../src/report/text/display-width.ts';
import { histograms } from '../../src/report/text/histogram.ts';
import { textWordsEn } from '../../src/report/languages/text-words-en.ts';
import { noPaint } from '../../src/report/text/paint.ts';
import { plain } from '../../src/report/plain.ts';
import { sparkline } from '../../src/report/text/sparkline.ts';
import { roomBeside, table, type Column } from '../../src/report/text/table.ts';
import { wrap } from '../../src/report/text/wrap.ts';

const look = (width: number) => ({ width, paint: noPaint, words: textWordsEn });

describe('the width of a text', () => {
  // As unicodedata.east_asian_width of Python has them: W and F are two columns, marks none.
  it.each([
    ['search', 6],
    ['电商平台', 8],
    ['Ｆｕｌｌ', 8],
    ['ｱｲｳ', 3],
    ['한국', 4],
    ['e\u0301', 1],
    ['👍', 2],
    ['👍🏽', 2],
    ['👩‍👧', 2],
    ['🇩🇪', 2],
    ['─█▁●', 4],
  ])('%s is %d columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('is what padding and shortening keep to', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '电', ' ', '👍') }),
        fc.integer({ min: 1, max: 20 }),
        (text, width) => {
          expect(displayWidth(shortened(text, width))).toBeLessThanOrEqual(width);
          expect(displayWidth(padEnd(shortened(text, width), width))).toBe(width);
          expect(displayWidth(padStart(shortened(text, width), width))).toBe(width);
        },
      ),
      { seed: 2, numRuns: 300 },
    );
  });
});

describe('what comes from a file', () => {
  it('cannot move the cursor, change colours, turn the direction or break the line', () => {
    expect(plain('\u001b[31mred\u001b[0m\u202Etxt\r\nnext')).toBe('[31mred [0m txt next');
  });
});

describe('wrapped text', () => {
  it('holds what no-break spaces join', () => {
    expect(wrap('a chance of 97.3\u00a0%', 17)).toEqual(['  a chance of', '  97.3\u00a0%']);
  });

  it('is broken beside Chinese characters, but not before what closes nor behind what opens', () => {
    // Eleven columns are five characters; the sixth would begin a line with a comma, and the last with a bracket.
    expect(wrap('预算怎样分，收益（最高）。', 11, { first: 0, rest: 0 })).toEqual([
      '预算怎样',
      '分，收益',
      '（最高）。',
    ]);
    expect(wrap('至少 100 EUR，利润', 11, { first: 0, rest: 0 })).toEqual(['至少 100', 'EUR，利润']);
  });

  it('loses no word and stays within the width, but for words that are longer', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '电'), minLength: 1, maxLength: 30 }));
    fc.assert(
      fc.property(words, (list) => {
        const lines = wrap(list.join(' '), 24);
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
        for (const line of lines) {
          // Beside a Chinese character it could have been broken.
          if (displayWidth(line) > 24) expect(line.trim()).toMatch(/^[ab]+$/);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('a table', () => {
  const column = (heading: string, texts: readonly string[]): Column => ({
    heading,
    align: 'right',
    cells: texts.map((text) => ({ text })),
  });
  const names: Column = { heading: '', align: 'left', cells: [{ text: '电商' }, { text: 'tv' }] };

  it('puts figures below figures and noises below noises', () => {
    const figures: Column = {
      heading: 'profit',
      align: 'right',
      cells: [
        { text: '1,200', noise: '3' },
        { text: '80', noise: '11' },
      ],
    };
    expect(table([names, figures], look(80))).toEqual(['         profit', '  电商   1,200 ± 3', '  tv        80 ± 11']);
  });

  it('continues under itself, with the names again, where the lines are too short', () => {
    const wide = ['first', 'second', 'third'].map((heading) => column(heading, ['1'.repeat(20), '2']));
    const lines = table([names, ...wide], look(60));
    expect(lines.filter((line) => line.includes('电商'))).toHaveLength(2);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(60);
    for (const heading of ['first', 'second', 'third']) expect(lines.join('\n')).toContain(heading);
  });

  it('tells how much room it leaves', () => {
    const columns = [names, column('x', ['123456', '1'])];
    // Margin 2, names 4, gap 3, figures 6, gap 3.
    expect(roomBeside(columns, look(40))).toBe(40 - 2 - 4 - 3 - 6 - 3);
  });
});

describe('a bar of change', () => {
  const bar = (before: number, after: number) => {
    const { text, rest } = changeBar({ before, after, most: 100, width: 10 });
    return text + rest!.text;
  };

  it('shows what stays, what is added and what is cut', () => {
    expect([bar(50, 80), bar(80, 50), bar(30, 30), bar(0, 40), bar(40, 0)]).toEqual([
      '█████▓▓▓',
      '█████░░░',
      '███',
      '▓▓▓▓',
      '░░░░',
    ]);
  });

  it('shows even little money', () => {
    expect(bar(0.1, 0.1)).toBe('█');
    expect(bar(0, 0)).toBe('');
  });
});

describe('a line of spend', () => {
  it('rises and falls with the values, from zero to the largest', () => {
    expect(sparkline([0, 1, 2, 4, 8], 10)).toBe('·▁▂▄█');
  });

  it('shows runs of periods where there are more than signs', () => {
    expect(
      sparkline(
        Array.from({ length: 520 }, () => 5),
        60,
      ),
    ).toMatch(/^█{58}$/); // runs of 9
  });
});

describe('histograms', () => {
  const lines = histograms({
    histograms: [{ name: 'today', shares: [0, 0.25, 0.5, 0.25], range: [-50, 150], mark: 50 }],
    edges: [-200, -100, 0, 100, 200],
    width: 40,
    label: String,
    paint: (style, text) => (style === 'bad' ? text.replaceAll(/[^ ]/g, 'L') : text),
  });

  it('are as high as the shares, with losses in their own colour', () => {
    expect(lines.slice(0, 4)).toEqual([
      '                 ████',
      '                 ████',
      '             LLLL████████',
      '  today      LLLL████████',
    ]);
  });

  it('have the range and the mean at their places on the axis', () => {
    // Four columns a class: -50 is 6 columns from the left edge, 150 is 14, 50 is 10; the picture starts at column 9.
    expect(lines[4]).toBe(`${' '.repeat(9 + 6)}├───●───┤`);
    expect(lines[5]).toBe(`${' '.repeat(9)}────────┴────────`);
    expect(lines[6]).toBe(`${' '.repeat(9 + 8)}0`);
  });
});
