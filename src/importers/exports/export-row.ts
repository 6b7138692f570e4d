import type { Span } from './days.ts';
import type { TEXT_FIELDS, NumberField, DAY_FIELDS } from './fingerprint.ts';

/** One row as it was understood; what the table does not have, or leaves blank, is absent. Whose row it is is not kept. */
export type ExportRow = { readonly row: number } & Readonly<
  Partial<Record<Exclude<(typeof TEXT_FIELDS)[number], 'person'>, string>> &
    Partial<Record<NumberField, number>> &
    Partial<Record<(typeof DAY_FIELDS)[number], Span>> & {
      /** Of the day on which a lead came, where the table tells it. */
      readonly minute?: number;
    }
>;
