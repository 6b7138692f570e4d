import type { LimitSide, LinearLimit, NonlinearLimit } from '../domain.ts';

/** A limit of its kind, or one side of a linear one. */
export type Member = NonlinearLimit | LimitSide;

/** A sum of money may have to give 4^0, …, 4^7 times itself. */
const STEPS = 8;
const HALVINGS = 14;
/** A Herfindahl index is told in so many parts of one. */
const PARTS_OF_INDEX = 10_000;

/**
 * By how much a limit has to give, in its own unit, before a plan is found: to the next whole number of channels, and
 * else to a ten-thousandth of what is enough. Undefined where no change of it is known to do.
 */
export async function leastEase(
  member: Member,
  possible: (eased: Member) => Promise<boolean>,
): Promise<number | undefined> {
  const enough = (by: number) => possible(easedBy(member, by));
  if ('kind' in member && member.kind === 'most channels') {
    for (let by = 1; member.most + by <= member.channels.length; by++) if (await enough(by)) return by;
    return undefined;
  }
  const most = await largestEase(member, enough);
  if (most === undefined) return undefined;
  let [short, by] = [0, most];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (short + by) / 2;
    if (await enough(middle)) by = middle;
    else short = middle;
  }
  if ('kind' in member && member.kind === 'concentration') {
    return Math.ceil((member.most + by) * PARTS_OF_INDEX) / PARTS_OF_INDEX - member.most;
  }
  return by;
}

/** So much that no more would help, or that is enough; undefined where nothing is. */
async function largestEase(member: Member, enough: (by: number) => Promise<boolean>): Promise<number | undefined> {
  if ('kind' in member) {
    const all = member.kind === 'minimum if used' ? member.amount : 1 - member.most;
    return (await enough(all)) ? all : undefined;
  }
  const { limit, side } = member;
  const first = Math.max(1, Math.abs(limit[side]!));
  const [all, ...fewer] = powersOf4(first);
  if (!(await enough(all!))) return undefined;
  let least = all!;
  for (const by of fewer) {
    if (!(await enough(by))) break;
    least = by;
  }
  return least;
}

function easedBy(member: Member, by: number): Member {
  if (!('kind' in member)) return { limit: eased(member, by), side: member.side };
  if (member.kind === 'minimum if used') return { ...member, amount: member.amount - by };
  return { ...member, most: member.most + by };
}

function eased({ limit, side }: LimitSide, by: number): LinearLimit {
  return { ...limit, [side]: limit[side]! + (side === 'most' ? by : -by) };
}

function powersOf4(first: number): readonly number[] {
  const powers = [first];
  for (let k = 1; k < STEPS; k++) powers.unshift(4 * powers[0]!);
  return powers;
}
