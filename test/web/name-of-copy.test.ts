import { describe, expect, it } from 'vitest';
import { nameOfCopy } from '../../web/scenario/name-of-copy.ts';

describe('the name of a copy', () => {
  const inEnglish = (stem: string, number: number) => `${stem} (${number})`;
  const inChinese = (stem: string, number: number) => `${stem}（${number}）`;

  it('is the first that is free, however often copies are copied', () => {
    expect(nameOfCopy('Spring', ['Spring'], inEnglish)).toBe('Spring (2)');
    expect(nameOfCopy('Spring (2)', ['Spring', 'Spring (2)'], inEnglish)).toBe('Spring (3)');
    expect(nameOfCopy('Spring (3)', ['Spring', 'Spring (3)'], inEnglish)).toBe('Spring (2)');
    expect(nameOfCopy('春季（2）', ['春季', '春季（2）'], inChinese)).toBe('春季（3）');
  });
});
