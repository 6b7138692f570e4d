import { describe, expect, it } from 'vitest';
import { asSentence } from '../../web/parts/fault-text.tsx';

describe('a message of the engine that stands alone', () => {
  it('begins and ends as a sentence', () => {
    expect(asSentence('must be 5 or less')).toBe('Must be 5 or less.');
    expect(asSentence('is missing: what does money buy here?')).toBe('Is missing: what does money buy here?');
    expect(asSentence('不得超过 5')).toBe('不得超过 5。');
    expect(asSentence('`x` is not a number')).toBe('`x` is not a number.');
    expect(asSentence('美团 is given twice, first in line 26')).toBe('美团 is given twice, first in line 26.');
    expect(asSentence('`clickToCustomer` 不得为 0')).toBe('`clickToCustomer` 不得为 0。');
  });
});
