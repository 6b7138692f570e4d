import { InvalidArgumentError } from 'commander';
import { readNumber } from '../scenario/quantity/number.ts';
import { showExactly } from '../scenario/quantity/shown.ts';

interface Ends {
  readonly least: number;
  readonly most: number;
}

/** A whole number as people write it: `50k`, `20,000`. */
export function wholeNumber({ least, most }: Ends): (text: string) => number {
  return (text) => {
    const reading = readNumber(text);
    if (!reading.ok) throw new InvalidArgumentError(`${reading.message}.`);
    const { value } = reading;
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(
        `It must be a whole number from ${showExactly(least, 'count')} to ${showExactly(most, 'count')}.`,
      );
    }
    return value;
  };
}

/** A share as people write it: `0.5%` or `0.005`. */
export function share({ least, most }: Ends): (text: string) => number {
  return (text) => {
    const reading = readNumber(text);
    if (!reading.ok) throw new InvalidArgumentError(`${reading.message}.`);
    const isWithin = (value: number) => value >= least && value <= most;
    if (isWithin(reading.value)) return reading.value;
    const range = `It must be from ${percentage(least)} to ${percentage(most)}.`;
    throw new InvalidArgumentError(
      isWithin(reading.value / 100) ? `${range} For ${reading.value} percent write ${reading.value}%.` : range,
    );
  };
}

/** As it can be typed: `0.5%`. */
function percentage(value: number): string {
  return showExactly(value, 'rate').replace('\u00a0', '');
}

/** An amount as people write it: `50k`, `-20,000`. */
export function money(text: string): number {
  const reading = readNumber(text);
  if (!reading.ok) throw new InvalidArgumentError(`${reading.message}.`);
  return reading.value;
}
