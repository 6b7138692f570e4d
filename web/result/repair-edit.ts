import type { Repair } from '../../src/domain.ts';
import { editOf } from '../../src/report/sentences/conflict.ts';
import type { GroupOf } from '../../src/report/sentences/limits.ts';
import { pathText, type Path } from '../../src/scenario/text/finding.ts';
import type { TextEdit } from '../text/edit.ts';

/** The change of the file that a repair stands for; undefined where names in its path have signs that mean something else. */
export function editOfRepair({ members }: GroupOf<Repair>): (TextEdit & { kind: 'set' }) | undefined {
  const [repair] = members;
  const path = repair && pathOf(repair.limit.path);
  if (repair === undefined || path === undefined) return undefined;
  const edit = editOf(repair);
  return { kind: 'set', path, text: edit.kind === 'leave out' ? '' : edit.written };
}

/** `channels.search.limits.max[2]` as steps; undefined where names in it have signs that mean something else. */
function pathOf(text: string): Path | undefined {
  const path = [...text.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, place, name]) => name ?? Number(place));
  return pathText(path) === text ? path : undefined;
}
