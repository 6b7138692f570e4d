import type { Repair, TimeWindow } from '../../src/domain.ts';
import { editOf } from '../../src/report/sentences/conflict.ts';
import type { GroupOf } from '../../src/report/sentences/limits.ts';
import { pathText, type Path } from '../../src/scenario/text/finding.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** The changes of the file that a repair stands for; undefined where names in its path have signs that mean something else. */
export function editsOfRepair({ members }: GroupOf<Repair>): readonly TextEdit[] | undefined {
  const [repair] = members;
  const path = repair && pathOf(repair.limit.path);
  if (repair === undefined || path === undefined) return undefined;
  const edit = editOf(repair);
  switch (edit.kind) {
    case 'leave out':
      return [set(path, '')];
    case 'wider':
      return ends(path, edit.window);
    case 'less dark':
      return [
        // Each part of what is left is a span of its own, behind the first.
        ...edit.spans.slice(1).map((): TextEdit => ({ kind: 'copy', path, name: '' })),
        ...edit.spans.flatMap((span, k) => ends([...path.slice(0, -1), Number(path.at(-1)) + k], span)),
      ];
    default:
      return [set(path, edit.written)];
  }
}

function ends(path: Path, { from, to }: TimeWindow): readonly TextEdit[] {
  return [set([...path, 'from'], String(from)), set([...path, 'to'], String(to))];
}

function set(path: Path, text: string): TextEdit {
  return { kind: 'set', path, text };
}

/** `channels.search.limits.max[2]` as steps; undefined where names in it have signs that mean something else. */
function pathOf(text: string): Path | undefined {
  const path = [...text.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, place, name]) => name ?? Number(place));
  return pathText(path) === text ? path : undefined;
}
