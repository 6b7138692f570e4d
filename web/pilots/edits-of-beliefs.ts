import type { AfterPilot } from '../../src/information/information-value.ts';
import { assumptionValues } from '../../src/report/sentences/assumptions.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** A belief that moved less than this share of its range is left as it stands in the file. */
const SMALL_MOVE = 0.05;

/** Edits that put the ranges after a pilot in the place of those before it, for what it has told something about. */
export function editsOfBeliefs({ channel, moved }: AfterPilot): readonly TextEdit[] {
  return moved.flatMap(({ id, before, after }): TextEdit[] => {
    const width = before.range[1] - before.range[0];
    const hasMoved = Math.abs(after.mean - before.mean) > SMALL_MOVE * width;
    // Events and partners happen or not: no range says that. What is common to channels is not this channel's alone.
    if (!hasMoved || !id.startsWith(`channels.${channel}.`) || id.includes('.delivery.')) return [];
    const text = assumptionValues(id, after.range)
      .map((value) => value.replaceAll(/\s/g, ''))
      .join(' to ');
    return [{ kind: 'set', path: id.split('.'), text }];
  });
}
