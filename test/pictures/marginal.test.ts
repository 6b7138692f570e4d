import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain.ts';
import { marginalChart } from '../../src/pictures/charts/marginal.tsx';
import { MarginalPicture, type MarginalPictureProps } from '../../src/pictures/marginal-picture.tsx';
import { LINE_HEIGHT, textWidth } from '../../src/pictures/text.ts';
import { paperTheme } from '../../src/pictures/theme.ts';
import { chartWordsEn } from '../../src/pictures/words-en.ts';
import { report } from '../report/sample.ts';

const WIDTH = 600;

function svgOf(rows: MarginalPictureProps['rows'], pays: string): string {
  return render(
    MarginalPicture({
      id: 'next',
      title: '',
      description: '',
      width: WIDTH,
      theme: paperTheme,
      rows,
      pays: { at: 1, label: pays },
      todayLabel: 'today',
      tick: (tick) => `${tick}`,
    }),
  );
}

function drawn(value: number, today: number, pays = 'pays from here on') {
  const svg = svgOf([{ name: 'search', value, text: '1.53', today }], pays);
  const number = (found: RegExp) => Number(found.exec(svg)![1]);
  return {
    start: number(/<rect x="([\d.]+)"/),
    end: number(/<rect x="([\d.]+)"/) + number(/<rect [^>]*width="([\d.]+)"/),
    text: number(/<text x="([\d.]+)" y="[\d.]+">1\.53</),
    mark: number(/<circle cx="([\d.]+)"/),
    label: { at: number(/<text x="([\d.]+)" y="-6"/), anchor: /y="-6" text-anchor="(\w+)"/.exec(svg)![1] },
  };
}

describe('the picture of what the next unit brings', () => {
  it('writes the figure of a bar at its end, however far away the mark of today is', () => {
    for (const today of [3, 0.6]) {
      const { text, end } = drawn(1.53, today);
      expect([today, text - end]).toEqual([today, expect.closeTo(6, 9)]);
    }
  });

  it('writes it behind the mark where that would lie on it', () => {
    const { text, end, mark } = drawn(1.53, 1.6);
    expect(mark).toBeGreaterThan(end);
    expect(text).toBeGreaterThan(mark + 4);
  });

  it('writes it behind the line of what pays where that would cross it', () => {
    const { start, end, text } = drawn(0.97, 0.2);
    const line = start + (end - start) / 0.97;
    expect(text).toBeGreaterThan(line);
  });

  it('keeps names of two lines apart', () => {
    const rows = ['Programmatic display', 'Connected television'].map((kind) => ({
      name: `${kind} managed by the agency, with a contract until December`,
      value: 1,
      text: '1',
    }));
    const svg = svgOf(rows, '');
    const [, second, third] = [...svg.matchAll(/<text x="0" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(third! - second!).toBeGreaterThanOrEqual(LINE_HEIGHT + 8);
  });

  it('says what its bars are, with and without a recommended plan', () => {
    const caption = (plans: Report['plans']) => marginalChart({ ...report, plans }, chartWordsEn)!.caption;
    expect(caption(report.plans)).toMatch(/Bar: recommended; ring: today$/);
    expect(caption([report.plans[0]!])).toMatch(/Bar: today$/);
  });

  it('names no channel where all of them bring back the same', () => {
    const [today] = report.plans;
    const summary = (returns: readonly number[]) => {
      const channels = returns.map((value, c) => ({
        ...today!.channels[c]!,
        marginalProfit: { value: value - 1, standardError: 0 },
      }));
      return marginalChart({ ...report, plans: [{ ...today!, channels }] }, chartWordsEn)!.summary;
    };
    expect(summary([1.03, 1.03])).toBe('One more unit of money brings back 1.03 in every channel.');
    expect(summary([1.03, 1.04])).toMatch(/the most in .* 1\.04, and the least in .* 1\.03\.$/);
  });

  it('keeps the words at its line inside', () => {
    expect(drawn(1.53, 3).label.anchor).toBe('start');
    const { at, anchor } = drawn(0.4, 0.5, 'from here on the next unit of money pays').label;
    expect(anchor).toBe('end');
    expect(at).toBeGreaterThan(textWidth('from here on the next unit of money pays'));
  });
});
