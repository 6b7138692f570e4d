import type { LinearLimit } from '../../src/domain.ts';

const names = ['a', 'b', 'c', 'd'];

/** A limit as a planner would write it down, channels called a, b, c, d: `x[a,1] + x[a,2] >= 10`. */
export function inWords({ terms, least, most }: LinearLimit): string {
  const sum = terms
    .filter(({ coefficient }) => coefficient !== 0)
    .map(({ channel: c, period, coefficient }) => {
      const size = Math.round(Math.abs(coefficient) * 1e12) / 1e12;
      return `${coefficient < 0 ? '-' : '+'} ${size === 1 ? '' : `${size} `}x[${names[c]},${period + 1}]`;
    })
    .join(' ')
    .replace(/^\+ /, '');
  const sides = [least === undefined ? '' : `>= ${least}`, most === undefined ? '' : `<= ${most}`];
  return `${sum} ${sides.filter((side) => side !== '').join(' and ')}`;
}
