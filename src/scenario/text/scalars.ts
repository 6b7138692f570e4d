import { Scalar } from 'yaml';
import type { Finding } from './finding.ts';

type ScalarFinding = Pick<Finding, 'severity' | 'message' | 'advice'>;

/** Looks like a number, or several, as people write them. */
const NUMBERS = /^[-+\d\s.,%¥$€£()]*\d[-+\d\s.,%¥$€£()]*$/;

/** What is doubtful about a text, number or truth value as it stands in the file. */
export function doubtOfScalar(node: Scalar, written: string): ScalarFinding | undefined {
  const plain = node.type === Scalar.PLAIN;
  if (plain && written.includes('\n') && NUMBERS.test(written)) {
    const message = 'numbers on lines of their own are joined to one text here';
    return {
      severity: 'error',
      message,
      advice: 'Write a list, with `- ` before each number, or `|` after the colon.',
    };
  }
  return plain && typeof node.value === 'number' ? doubtOfNumber(node.value, written) : undefined;
}

const IN_REACH = 'Is its exponent right? Count in larger or smaller units if it is.';

function doubtOfNumber(value: number, written: string): ScalarFinding | undefined {
  if (/^[-+]?\.(inf|nan)$/i.test(written)) {
    const advice = 'Write a number such as `5k`; where nothing limits, leave the field out.';
    return { severity: 'error', message: `must be a number, got \`${written}\``, advice };
  }
  if (!Number.isFinite(value)) {
    return { severity: 'error', message: `\`${written}\` is too large a number`, advice: IN_REACH };
  }
  if (value === 0 && /[1-9]/.test(written.replace(/e.*/i, ''))) {
    return { severity: 'error', message: `\`${written}\` is too small a number`, advice: IN_REACH };
  }
  if (/^[-+]?0[xo]/i.test(written)) {
    return { severity: 'error', message: `\`${written}\` is not a decimal number`, advice: `Write \`${value}\`.` };
  }
  if (/^[-+]?0\d/.test(written)) {
    const advice = `Write \`${value}\`, or put it in quotes if it is no number.`;
    return { severity: 'warning', message: `\`${written}\` is read as ${value}`, advice };
  }
  if (/^[-+]?[1-9]\d{0,2}\.\d\d0$/.test(written)) {
    const advice = `If thousands are meant, write \`${written.replace('.', '')}\`.`;
    return { severity: 'warning', message: `\`${written}\` is read as ${value}`, advice };
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && /^[-+]?\d+$/.test(written)) {
    return { severity: 'warning', message: `\`${written}\` has more digits than can be kept, read as ${value}` };
  }
  return undefined;
}
