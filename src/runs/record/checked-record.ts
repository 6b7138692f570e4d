import { MOST_DRAWS } from '../draws.ts';
import type { DecisionRecord } from '../record.ts';
import { z } from '../../scenario/schema/zod.ts';
import type { Path } from '../../scenario/text/finding.ts';

/** What keeps a value from being a record. */
export interface RecordFault {
  readonly path: Path;
  readonly message: string;
}

/** More are not told: they mostly follow from the first. */
const MOST_FAULTS = 10;
/** As the command line has them. */
const MOST_SEARCH_DRAWS = 262_144;
const MOST_BATCHES = 100;
const LEAST_GAP = 1e-7;
const MOST_GAP = 0.5;

/**
 * A record, or what is wrong with its form, in the order of its fields. Fields that a record does not have are wrong, too: nothing that
 * is looked at may hide in it. What its options ask for is bounded as on the command line, so that no record can ask for more work
 * than a command.
 */
export function checkedRecord(content: unknown): DecisionRecord | readonly RecordFault[] {
  const { data, error } = schema.safeParse(content);
  if (error === undefined) return data as DecisionRecord;
  const faults = error.issues.flatMap(({ path, message, ...issue }) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...path, key] as Path, message: 'is no field of a record' }))
      : [{ path: path as Path, message }],
  );
  return faults.slice(0, MOST_FAULTS);
}

/** In JSON only what is not there is undefined. */
const says = (message: string) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? 'is missing' : message),
});

const fields = <T extends z.core.$ZodLooseShape>(shape: T) => z.strictObject(shape, says('must be a set of fields'));
const listOf = <T extends z.ZodType>(each: T) => z.array(each, says('must be a list'));
const oneOf = <const T extends string | number>(...allowed: readonly T[]) =>
  z.literal(allowed, says(`must be one of ${allowed.map((name) => `\`${name}\``).join(', ')}`));
const whole = (least: number, most: number) => {
  const bounds = says(`must be a whole number from ${least} to ${most}`);
  return z.int(bounds).min(least, bounds).max(most, bounds);
};

const text = z.string(says('must be a text'));
const number = z.number(says('must be a number'));
const fromNoneToAll = says('must be a number from 0 to 1');
const share = z.number(fromNoneToAll).min(0, fromNoneToAll).max(1, fromNoneToAll);
const ofGap = says(`must be a number from ${LEAST_GAP} to ${MOST_GAP}`);
const gap = z.number(ofGap).min(LEAST_GAP, ofGap).max(MOST_GAP, ofGap);
const sha = says('must be a SHA-256: 64 digits and letters from a to f');
const hash = z.string(sha).regex(/^[0-9a-f]{64}$/, sha);

const schema = fields({
  apportionRecord: oneOf(1),
  engine: text,
  made: text.optional(),
  command: oneOf('simulate', 'optimize'),
  options: fields({
    seed: text,
    method: oneOf('sobol', 'aligned', 'latin', 'plain'),
    draws: whole(1, MOST_DRAWS),
    precision: share,
    searchDraws: whole(1, MOST_SEARCH_DRAWS),
    gap,
    stresses: listOf(text),
    ranges: z.boolean(says('must be true or false')),
    within: share,
    batches: whole(2, MOST_BATCHES),
  }).partial(),
  files: listOf(fields({ name: text, text, sha256: hash })).min(1, says('must not be empty')),
  decision: fields({
    headline: listOf(text),
    plan: text,
    spend: z.record(z.string(), listOf(number), says('must be a set of fields')),
    expectedProfit: number,
    worstTenth: number,
    chanceOfLoss: number,
  }),
  reportSha256: hash,
});
