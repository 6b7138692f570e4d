import { describe, expect, it } from 'vitest';
import { pathText, type Path } from '../../../src/scenario/text/finding.ts';
import { lineText, showPlace } from '../../../src/scenario/text/place.ts';
import { readText } from '../../../src/scenario/text/read.ts';

const TEXT = `# a comment
name: Spring
budget:
  total: 1.2M
channels:
  - { a: 1, b: [2, 3] }
  - a:
      z:
  - plain
1: one
`;

function locate(path: Path, part?: 'name' | 'value'): readonly [number, number] {
  const reading = readText(TEXT);
  if (!reading.ok) throw new Error('refused');
  const { line, column } = reading.locate(path, part);
  return [line, column];
}

describe('the place of a path', () => {
  it('is its value where that stands beside the name', () => {
    expect(locate(['name'])).toEqual([2, 7]);
    expect(locate(['budget', 'total'])).toEqual([4, 10]);
    expect(locate(['channels', 0, 'b'])).toEqual([6, 16]);
    expect(locate(['channels', 0, 'b', 1])).toEqual([6, 20]);
    expect(locate(['channels', 2])).toEqual([9, 5]);
    expect(locate(['1'])).toEqual([10, 4]);
  });

  it('is its name where the value is empty or follows on the next lines', () => {
    expect(locate(['budget'])).toEqual([3, 1]);
    expect(locate(['channels', 1, 'a'])).toEqual([7, 5]);
    expect(locate(['channels', 1, 'a', 'z'])).toEqual([8, 7]);
  });

  it('is its name where that is wrong', () => {
    expect(locate(['budget', 'total'], 'name')).toEqual([4, 3]);
    expect(locate(['channels', 0, 'b'], 'name')).toEqual([6, 13]);
  });

  it('is the nearest part that would hold it when it is missing', () => {
    expect(locate(['budget', 'atMost'])).toEqual([3, 1]);
    expect(locate(['budget', 'total', 'deeper'])).toEqual([4, 3]);
    expect(locate(['channels', 7, 'b'])).toEqual([5, 1]);
    expect(locate(['goal'])).toEqual([2, 1]);
    expect(locate([])).toEqual([2, 1]);
  });
});

describe('a path in words', () => {
  it('is what a planner would say', () => {
    expect(pathText(['channels', 'search', 'price', 'cpc'])).toBe('channels.search.price.cpc');
    expect(pathText(['limits', 0, 'min'])).toBe('limits[0].min');
    expect(pathText([0])).toBe('[0]');
    expect(pathText([])).toBe('');
  });
});

describe('a line with a caret', () => {
  it('points at the place', () => {
    expect(showPlace(TEXT, { line: 4, column: 10 })).toBe('  total: 1.2M\n         ^');
  });

  it('points at it after tabs and Chinese letters, which are wider', () => {
    expect(showPlace('a\r\n\t小红: x\r\n', { line: 2, column: 6 })).toBe('\t小红: x\n\t　　  ^');
  });

  it('shows a part of a long line', () => {
    const [line, caret] = showPlace(`${'x'.repeat(5000)}!${'y'.repeat(5000)}`, { line: 1, column: 5001 }).split('\n');
    expect(line?.length).toBe(100);
    expect(line?.[caret!.length - 1]).toBe('!');
  });

  it('is empty where there is no such line', () => {
    expect(lineText(TEXT, 99)).toBe('');
    expect(lineText(TEXT, 2)).toBe('name: Spring');
  });
});
