import { MOST_DRAWS } from '../draws.ts';
import { isMap } from '../../scenario/path.ts';
import type { Path } from '../../scenario/text/finding.ts';

/** What keeps a value from being a record. */
export interface RecordFault {
  readonly path: Path;
  readonly message: string;
}

type Check = (value: unknown, path: Path) => readonly RecordFault[];

/** More are not told: they mostly follow from the first. */
const MOST_FAULTS = 10;
/** As the command line has them. */
const MOST_SEARCH_DRAWS = 262_144;
const MOST_BATCHES = 100;

/**
 * What is wrong with the form of a record, in the order of its fields; none when it is one. Fields that a record does not have are
 * wrong, too: nothing that is looked at may hide in it. What its options ask for is bounded as on the command line, so that no
 * record can ask for more work than a command.
 */
export function faultsOfRecord(content: unknown): readonly RecordFault[] {
  return record(content, []).slice(0, MOST_FAULTS);
}

const text: Check = (value, path) => (typeof value === 'string' ? [] : [{ path, message: 'must be a text' }]);
const number: Check = (value, path) => (Number.isFinite(value) ? [] : [{ path, message: 'must be a number' }]);
const truth: Check = (value, path) => (typeof value === 'boolean' ? [] : [{ path, message: 'must be true or false' }]);

const hash: Check = (value, path) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
    ? []
    : [{ path, message: 'must be a SHA-256: 64 digits and letters from a to f' }];

function oneOf(...allowed: readonly (string | number)[]): Check {
  const names = allowed.map((name) => `\`${name}\``).join(', ');
  return (value, path) =>
    allowed.some((each) => each === value) ? [] : [{ path, message: `must be one of ${names}` }];
}

function whole(least: number, most: number): Check {
  const message = `must be a whole number from ${least} to ${most}`;
  return (value, path) => (Number.isInteger(value) && isWithin(value, least, most) ? [] : [{ path, message }]);
}

const share: Check = (value, path) =>
  isWithin(value, 0, 1) ? [] : [{ path, message: 'must be a number from 0 to 1' }];

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

function listOf(each: Check, least = 0): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return [{ path, message: 'must be a list' }];
    if (value.length < least) return [{ path, message: 'must not be empty' }];
    return value.flatMap((item, place) => each(item, [...path, place]));
  };
}

/** Entries with names of the planner's own. */
function entriesOf(each: Check): Check {
  return (value, path) =>
    isMap(value)
      ? Object.entries(value).flatMap(([name, entry]) => each(entry, [...path, name]))
      : [{ path, message: 'must be a set of fields' }];
}

function fieldsOf(needed: Readonly<Record<string, Check>>, others: Readonly<Record<string, Check>> = {}): Check {
  const known = new Map([...Object.entries(needed), ...Object.entries(others)]);
  return (value, path) => {
    if (!isMap(value)) return [{ path, message: 'must be a set of fields' }];
    const missing = Object.keys(needed).filter((name) => !Object.hasOwn(value, name));
    return [
      ...missing.map((name) => ({ path: [...path, name], message: 'is missing' })),
      ...Object.entries(value).flatMap(
        ([name, field]) =>
          known.get(name)?.(field, [...path, name]) ?? [{ path: [...path, name], message: 'is no field of a record' }],
      ),
    ];
  };
}

const record = fieldsOf(
  {
    apportionRecord: oneOf(1),
    engine: text,
    command: oneOf('simulate', 'optimize'),
    options: fieldsOf(
      {},
      {
        seed: text,
        method: oneOf('sobol', 'aligned', 'latin', 'plain'),
        draws: whole(1, MOST_DRAWS),
        precision: share,
        searchDraws: whole(1, MOST_SEARCH_DRAWS),
        gap: share,
        stresses: listOf(text),
        ranges: truth,
        within: share,
        batches: whole(2, MOST_BATCHES),
      },
    ),
    files: listOf(fieldsOf({ name: text, text, sha256: hash }), 1),
    decision: fieldsOf({
      headline: listOf(text),
      plan: text,
      spend: entriesOf(listOf(number)),
      expectedProfit: number,
      worstTenth: number,
      chanceOfLoss: number,
    }),
    reportSha256: hash,
  },
  { made: text },
);
