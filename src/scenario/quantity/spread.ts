import { betaFromMeanSd, lognormalFromMeanSd, normalFromMeanSd } from '../../distributions/elicit.ts';
import { boundsOf, type Field } from './field.ts';
import { built, type Built, type TextNotation } from './notation.ts';
import { readNumber, type Mistake, type NumberHints } from './number.ts';
import { readUnbounded, readValue } from './value.ts';
import { powerOf } from './scales.ts';

/** `12000 ± 10%`: mean and standard deviation. */
export const spread: TextNotation = {
  about: 'Mean and standard deviation, the latter also as a share of the mean.',
  example: (unit) => (unit === 'rate' ? '0.03 ± 0.005' : '12000 ± 10%'),
  read(text, field) {
    const parts = text.split(/\s*(?:±|\+\s?\/\s?-|\+-)\s*/);
    if (parts.length !== 2 || parts.includes('')) return undefined;
    return readSpread(parts as [string, string], field);
  },
};

/** The usual family with this mean and standard deviation: beta for rates, lognormal above 0, else normal. */
export function fromMeanSd(mean: number, sd: number, field: Field): Built {
  if (field.unit === 'rate') return built(betaFromMeanSd(mean, sd));
  return built(boundsOf(field).least >= 0 ? lognormalFromMeanSd(mean, sd) : normalFromMeanSd(mean, sd));
}

function readSpread([first, second]: readonly [string, string], field: Field): Built {
  const mean = readValue(first, field);
  if (!mean.ok) return mean;
  const deviation = readNumber(second);
  if (!deviation.ok) return deviation;
  const unclear = unclearUnits([first, second], mean, deviation, field);
  if (unclear !== undefined) return unclear;
  if (deviation.hints.percent && field.unit !== 'rate')
    return fromMeanSd(mean.value, mean.value * deviation.value, field);
  const sd = readUnbounded(second, field);
  return sd.ok ? fromMeanSd(mean.value, sd.value, field) : sd;
}

/** `3% ± 0.5%` may be half a point or a two-hundredth of it; `1.2M ± 0.1` may be a tenth of a million or of one. */
function unclearUnits(
  [first, second]: readonly [string, string],
  mean: { readonly value: number; readonly hints: NumberHints },
  deviation: { readonly value: number; readonly hints: NumberHints },
  { unit }: Field,
): Mistake | undefined {
  const message = `\`${first} ± ${second}\` could be read in more than one way`;
  if (unit === 'rate' && (mean.hints.percent || deviation.hints.percent)) {
    const points = deviation.hints.percent ? second : `${second}%`;
    const advice = 'Say how many percentage points the standard deviation is.';
    return { ok: false, message, advice, replacement: `{ mean: ${first}, sd: ${points} }` };
  }
  const scale = mean.hints.scale ?? deviation.hints.scale;
  if (scale === undefined || deviation.hints.percent || mean.hints.scale === deviation.hints.scale) return undefined;
  // A deviation as written that is larger than the mean, or one that would be smaller than it with the mean's unit.
  const meanIsBare = mean.hints.scale === undefined && deviation.value > mean.value;
  const deviationIsBare =
    deviation.hints.scale === undefined && deviation.value * Number(`1e${powerOf(scale)}`) < mean.value;
  if (!meanIsBare && !deviationIsBare) return undefined;
  const replacement = meanIsBare ? `${first}${scale} ± ${second}` : `${first} ± ${second}${scale}`;
  return { ok: false, message, advice: 'Write the unit behind each number.', replacement };
}
