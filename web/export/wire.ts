/** What the page and the worker that writes reports say to each other. */
import type { ReportFormat } from '../../src/documents/formats.ts';
import type { DocumentLanguage } from '../../src/documents/languages/languages.ts';
import type { Reported } from '../../src/documents/reported.ts';

export interface ExportRequest {
  readonly reported: Reported;
  readonly format: ReportFormat;
  readonly language: DocumentLanguage;
}

export type ExportAnswer = { readonly content: string | Uint8Array<ArrayBuffer> } | { readonly failure: string };
