import { inMessage } from '../fault.ts';
import { leaf, list, section, text, type Reading } from './leaf.ts';
import { RANK_OF_WORD } from '../../random/dependence.ts';
import { readCertain } from './number.ts';

const MOST_TOGETHER = 200;
const MOST_SETS = 200;

const rank = leaf(
  'How strongly they move together: none, weak (0.2), moderate (0.5), strong (0.8), or a rank correlation from -1 to 1.',
  { anyOf: [{ enum: Object.keys(RANK_OF_WORD) }, { type: 'number', minimum: -1, maximum: 1 }] },
  readRank,
);

function readRank(raw: unknown): Reading<number> {
  const word = Object.entries(RANK_OF_WORD).find(([name]) => name === raw);
  if (word !== undefined) return { ok: true, value: word[1] };
  const reading = readCertain(raw, { unit: 'number', least: -1, most: 1 });
  if (reading.ok) return { ok: true, value: reading.value.value };
  return { ok: false, message: `must be none, weak, moderate, strong or a number from -1 to 1, got ${inMessage(raw)}` };
}

export const correlations = list(
  'Uncertain quantities that move together.',
  section('One set of quantities.', {
    of: list(
      'Where the quantities stand in the file.',
      text('Path of an uncertain quantity: `search.price.cpc`.', 400),
      {
        least: 1,
        most: MOST_TOGETHER,
      },
    ),
    rank,
    factor: text(
      'Name of a common cause: each quantity moves with it, and through it with the others.',
      80,
    ).exactOptional(),
  }),
  { most: MOST_SETS },
);
