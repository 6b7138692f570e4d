import { describe, expect, it } from 'vitest';
import { KERNEL_TEXT } from '../../src/kernel/bytes.generated.ts';
import { bytesOf } from '../../src/kernel/text.ts';

describe('the kernel as text', () => {
  it('has a letter for each byte from 0xf0 over 0x00 to 0x41, two for others', () => {
    // "(" to "*" begin pairs, so that "+" is 0xf0 and ";", 16 letters on, 0x00; "~" is the last of 85, 81 on from "+".
    expect([...bytesOf('+;~')]).toEqual([0xf0, 0x00, 0x41]);
    // Pairs go on with 0x42, 85 for each beginning; backslash and backtick are no letters.
    expect([...bytesOf('((()(~)(*(*+')]).toEqual([0x42, 0x43, 0x42 + 84, 0x42 + 85, 0x42 + 170, 0x42 + 173]);
    expect([...bytesOf('[]_a')]).toEqual([0x20, 0x21, 0x23, 0x24]);
  });

  it('is WebAssembly, in letters that quotes of any kind can hold', () => {
    expect([...bytesOf(KERNEL_TEXT).subarray(0, 8)]).toEqual([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    expect(KERNEL_TEXT).toMatch(/^[(-[\]-_a-~]+$/);
  });
});
