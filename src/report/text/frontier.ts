import type { Frontier } from '../../domain.ts';
import { frontierCaveats } from '../sentences/frontier-caveats.ts';
import { frontierHeadline } from '../sentences/frontier.ts';
import { noises } from '../sentences/proof.ts';
import { frontierPicture } from './frontier-picture.ts';
import { frontierRows, isUncertain, type FrontierLook } from './frontier-rows.ts';
import { frontierFigures, frontierPlans } from './frontier-tables.ts';
import { laidOut, type Section } from './page.ts';
import { noPaint } from './paint.ts';
import { plain } from './plain.ts';
import { topLines } from './top.ts';
import { wrapItems } from './wrap.ts';

export interface FrontierTextOptions extends Partial<FrontierLook> {
  /** Sections of the caller's after all others. */
  readonly further?: readonly Section[];
}

const USUAL_WIDTH = 100;
const SMALLEST_WIDTH = 80;

/** A frontier for people, as text that ends with a line end. */
export function frontierText(
  frontier: Frontier,
  { width, paint = noPaint, further = [] }: FrontierTextOptions = {},
): string {
  const look: FrontierLook = { paint, width: Math.max(SMALLEST_WIDTH, width ?? USUAL_WIDTH) };
  const rows = frontierRows(frontier);
  const notes = frontier.notes.map(plain);
  const sections: readonly Section[] = [
    ...(rows.length > 1
      ? [frontierPicture, frontierFigures, frontierPlans].map((section) => section(frontier, rows, look))
      : []),
    {
      title: 'How sure this is',
      lines: wrapItems([...frontierCaveats(frontier), ...(isUncertain(rows) ? [noises] : [])], look.width),
    },
    ...(notes.length === 0 ? [] : [{ title: 'Notes', lines: wrapItems(notes, look.width) }]),
    ...further,
  ];
  const lines = [...topLines(frontier.scenario, frontierHeadline(frontier), look), ...laidOut(sections, paint)];
  return `${lines.join('\n').replaceAll('\u00a0', ' ')}\n`;
}
