import type { Frontier } from '../../domain.ts';
import { frontierPicture } from './frontier-picture.ts';
import { frontierRows, isUncertain } from './frontier-rows.ts';
import { frontierFigures, frontierPlans } from './frontier-tables.ts';
import { sheetText, type SheetOptions } from './sheet.ts';

/** A frontier for people, as text that ends with a line end. */
export function frontierText(frontier: Frontier, options: SheetOptions = {}): string {
  const rows = frontierRows(frontier);
  const shown = rows.length > 1 ? [frontierPicture, frontierFigures, frontierPlans] : [];
  return sheetText(
    {
      scenario: frontier.scenario,
      headline: (words) => words.frontier.headline(frontier),
      sections: (look) => shown.map((section) => section(frontier, rows, look)),
      sure: (words) => [...words.frontier.sure(frontier), ...(isUncertain(rows) ? [words.result.say.noises] : [])],
      notes: frontier.notes,
    },
    options,
  );
}
