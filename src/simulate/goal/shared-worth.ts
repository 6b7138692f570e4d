import type { RowsByPeriod } from '../../carryover/spread.ts';
import type { Model } from '../../domain.ts';
import type { Row } from '../../domain/row.ts';
import { constantRow, isConstant, rowOf, type Block } from '../block/block.ts';
import type { Conditions } from '../conditions/conditions.ts';
import { effectWorth } from './effect-worth.ts';
import type { FigureOfChannel } from './figure.ts';
import { product, sum } from '../block/rows.ts';

/** What a figure counts for a unit of each channel's effect, parted into what segments that fill up take from and what they do not. */
export interface SharedWorth {
  /** By channel, per unit that is served, whatever segments do. */
  readonly plain: readonly RowsByPeriod[];
  /** By channel, per person won in a segment of limited size who is kept; undefined where it wins none there. */
  readonly perPerson: readonly (RowsByPeriod | undefined)[];
  /** Segments of limited size, with the people in each that a unit of the effect of a channel wins. */
  readonly segments: readonly {
    readonly size: Row;
    readonly members: readonly { readonly channel: number; readonly people: Row }[];
  }[];
}

/** See {@link SharedWorth}; where nobody can tell how many people stand behind an effect, the most that it can count for is plain. */
export function sharedWorth(
  model: Model,
  block: Block,
  conditions: Conditions,
  figures: readonly FigureOfChannel[],
  until: number,
): SharedWorth {
  const none = constantRow(block, 0);
  const worthOf = (c: number, figure: FigureOfChannel, share: Row): RowsByPeriod =>
    effectWorth(model, block, model.channels[c]!, figure, conditions.channels[c]!.shocks, share, until);
  const isLimited = (segment: number) => model.segments[segment]!.size !== undefined;
  const inLimited = model.channels.map(({ audience }) =>
    audience.filter(({ segment, share }) => isLimited(segment) && !isConstant(share, 0)),
  );
  const shareOf = (parts: Model['channels'][number]['audience']): Row =>
    parts.reduce((total, { share }) => sum(block, total, rowOf(block, share)), none);
  return {
    plain: model.channels.map(({ audience, precision }, c) => {
      if (audience.length === 0) return worthOf(c, figures[c]!, rowOf(block, precision));
      const plain = worthOf(c, figures[c]!, shareOf(audience.filter(({ segment }) => !isLimited(segment))));
      const { won } = conditions.channels[c]!.worth;
      if (inLimited[c]!.length === 0 || won.every((people) => people > 0)) return plain;
      const { rows } = worthOf(c, figures[c]!, shareOf(audience));
      const atMost = (row: Row, t: number): Row =>
        row.map((worth, i) => (won[i]! > 0 ? worth : Math.max(0, worth, rows[t]![i]!)));
      return { ...plain, rows: plain.rows.map(atMost) };
    }),
    perPerson: model.channels.map((_, c) => {
      if (inLimited[c]!.length === 0) return undefined;
      const { won } = conditions.channels[c]!.worth;
      const perWon = won.map((people) => (people > 0 ? 1 / people : 0));
      return worthOf(c, { ...figures[c]!, served: undefined, plainServed: undefined }, perWon);
    }),
    segments: model.segments.flatMap(({ size }, s) => {
      if (size === undefined) return [];
      const members = model.channels.flatMap((_, channel) => {
        const part = inLimited[channel]!.find(({ segment }) => segment === s);
        if (part === undefined) return [];
        const people = product(block, rowOf(block, part.share), conditions.channels[channel]!.worth.won);
        return [{ channel, people }];
      });
      return members.length === 0 ? [] : [{ size: rowOf(block, size), members }];
    }),
  };
}
