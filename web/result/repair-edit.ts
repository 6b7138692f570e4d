import type { Repair, Report } from '../../src/domain.ts';
import { changeOf } from '../../src/report/sentences/conflict.ts';
import type { GroupOf } from '../../src/report/sentences/limits.ts';
import { pathText, type Path } from '../../src/scenario/text/finding.ts';
import type { TextEdit } from '../text/edit.ts';

/** The change of the file that a repair stands for; undefined where it is not one field of the file. */
export function editOfRepair(report: Report, { members }: GroupOf<Repair>): (TextEdit & { kind: 'set' }) | undefined {
  const [repair] = members;
  if (repair === undefined) return undefined;
  const { limit, side, by } = repair;
  const path = pathOf(limit.path);
  const bound = limit[side];
  const change = changeOf(report, repair);
  if (path === undefined || bound === undefined || change.kind === 'relative') return undefined;
  if (change.kind === 'number') return { kind: 'set', path, text: change.to };
  if (change.kind === 'share') return { kind: 'set', path, text: change.to.replace('\u00a0', '') };
  const value = side === 'most' ? bound + by : Math.max(0, bound - by);
  // Away from the conflict: rounding must not bring it back.
  const whole = side === 'most' ? Math.ceil(value - ROUNDING * value) : Math.floor(value + ROUNDING * value);
  return { kind: 'set', path, text: `${whole}` };
}

/** An amount is whole when it is so near to a whole number. */
const ROUNDING = 1e-9;

/** `channels.search.limits.max[2]` as steps; undefined where names in it have signs that mean something else. */
function pathOf(text: string): Path | undefined {
  const path = [...text.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, place, name]) => name ?? Number(place));
  return pathText(path) === text ? path : undefined;
}
