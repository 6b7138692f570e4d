import { carryovers } from '../../carryover/table.ts';
import type { Season } from '../../domain.ts';
import { seasonIndex } from '../compile/season.ts';
import type { Fault } from '../fault.ts';
import type { Path } from '../text/finding.ts';
import { channelsOf, error, shown, warning, type Facts } from './rule.ts';

/** Demand is looked at for this long after a plan whose end of effect is not given. */
const LONGEST_TAIL = 104;

/** A season has a usable index in every period in which it is asked for. */
export function* seasonsHaveAnIndex({ file, periods }: Facts): Generator<Fault> {
  if (periods === undefined) return;
  const tail = file.horizon.tail ?? LONGEST_TAIL;
  const lasts = Object.values(file.channels).some(
    ({ carryover }) => carryover && carryovers[carryover.curve]!.parameters.length > 0,
  );
  const all = lasts ? periods + tail : periods;
  yield* faultsOfSeason(file.season, ['season'], periods, all);
  yield* faultsOfSeason(file.baseline?.season, ['baseline', 'season'], periods, periods);
  for (const { channel, at } of channelsOf(file)) {
    yield* faultsOfSeason(channel.season, [...at, 'season'], periods, all);
    yield* faultsOfSeason(channel.price?.season, [...at, 'price', 'season'], periods, periods, true);
  }
}

function* faultsOfSeason(
  season: Season | undefined,
  path: Path,
  periods: number,
  count: number,
  ofPrice = false,
): Generator<Fault> {
  if (season === undefined) return;
  const index = seasonIndex(season, periods, count);
  const bad = index.findIndex((value) => !(Number.isFinite(value) && (ofPrice ? value > 0 : value >= 0)));
  if (bad >= 0) {
    const where =
      bad < periods ? `in period ${bad + 1}` : `in period ${bad + 1}, after the plan, where its effect still lasts`;
    const advice = season.kind === 'formula' ? 'Put a floor under it: `max(0.1, …)`.' : `Write an index above 0.`;
    const wanted = ofPrice ? 'above 0' : '0 or more';
    yield error(path, `must be ${wanted} in every period, got ${shown(index[bad]!, 4)} ${where}`, { advice });
  } else if (season.kind === 'list' && season.values.length < periods && periods % season.values.length > 0) {
    const advice = `Give ${periods} numbers, or one cycle that fits into them.`;
    const message = `has ${season.values.length} numbers for ${periods} periods: it starts again at the first after each`;
    yield warning(path, message, { advice });
  }
}
