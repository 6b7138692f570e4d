/** The pages of the table view: which parts of a file are shown together. */
import type { CellFault, Section } from './outline.ts';

export const PAGES = ['channels', 'budget', 'customers', 'risks', 'about'] as const;

export type TablePage = (typeof PAGES)[number];

const PARTS: Readonly<Record<string, TablePage>> = {
  channels: 'channels',
  screening: 'budget',
  horizon: 'budget',
  budget: 'budget',
  goal: 'budget',
  targets: 'budget',
  groups: 'budget',
  limits: 'budget',
  ratios: 'budget',
  concentration: 'budget',
  value: 'customers',
  baseline: 'customers',
  segments: 'customers',
  resources: 'customers',
  assumptions: 'risks',
  currencies: 'risks',
  correlations: 'risks',
  events: 'risks',
  stresses: 'risks',
};

/** @param section  its field in the file */
export function pageOf(section: string): TablePage {
  return PARTS[section] ?? 'about';
}

/** Whether something in a section is an error. */
export function isWrong({ faults, rows }: Section): boolean {
  const isError = ({ severity }: CellFault) => severity === 'error';
  return faults.some(isError) || rows.some((row) => row.faults.some(isError) || hasError(row.cells));
}

function hasError(cells: Section['rows'][number]['cells']): boolean {
  return Object.values(cells).some(({ fault }) => fault?.severity === 'error');
}
