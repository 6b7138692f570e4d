import type { Report } from '../../domain.ts';

/** The notes of a report with assumptions called as people call them, not by their paths in the file. */
export function namedNotes(
  { notes, assumptions, scenario }: Pick<Report, 'notes' | 'assumptions' | 'scenario'>,
  label: (report: Pick<Report, 'scenario'>, id: string) => string,
): readonly string[] {
  // The longer first: a path may be the beginning of another.
  const paths = assumptions.map(({ path }) => path).sort((a, b) => b.length - a.length);
  return notes.map((note) => paths.reduce((text, path) => text.replaceAll(path, label({ scenario }, path)), note));
}
