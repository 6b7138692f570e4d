/** What the page and the worker that writes files say to each other. */
import type { ReportFormat } from '../../src/documents/formats.ts';
import type { DocumentLanguage } from '../../src/documents/languages/languages.ts';
import type { Reported } from '../../src/documents/reported.ts';
import type { RecordInput } from '../../src/runs/record.ts';

export type ExportRequest =
  | {
      readonly kind: 'report';
      readonly reported: Reported;
      readonly format: ReportFormat;
      readonly language: DocumentLanguage;
    }
  /** A decision as it can be checked later. */
  | { readonly kind: 'record'; readonly decided: RecordInput };

export type ExportAnswer = { readonly content: string | Uint8Array<ArrayBuffer> } | { readonly failure: string };
