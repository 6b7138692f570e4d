import { useState } from 'preact/hooks';
import type { Details } from '../../src/runs/details.ts';
import type { ReportFormat } from '../../src/documents/formats.ts';
import { useWords } from '../languages/language.ts';
import { download } from '../pictures/download.ts';
import { fileName } from '../result/save-link.tsx';
import type { Result } from '../state/runs.ts';
import { writtenReport } from './write-report.ts';

/** JSON is a link beside these. */
const FORMATS = { html: 'HTML', xlsx: 'Excel', csv: 'CSV', md: 'Markdown' } as const satisfies Partial<
  Record<ReportFormat, string>
>;

export interface ExportButtonsProps {
  readonly result: Result;
  /** What pictures show beyond the report, once it is known. */
  readonly details: Details | undefined;
}

/** Saves the report as a file to read, to calculate with or to send on, in the language of the page. */
export function ExportButtons({ result: { report, text }, details }: ExportButtonsProps) {
  const { code, result: words } = useWords();
  const [busy, setBusy] = useState<ReportFormat>();
  const save = async (format: ReportFormat) => {
    setBusy(format);
    const name = fileName(report.scenario.name);
    const reported = { report, files: [{ name: `${name}.yaml`, text }], ...(details === undefined ? {} : { details }) };
    try {
      const language = code === 'en' ? 'en' : 'zh';
      download(`${name}.${format}`, await writtenReport({ reported, format, language }));
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      {(Object.keys(FORMATS) as (keyof typeof FORMATS)[]).map((format) => (
        <button
          key={format}
          type="button"
          class="quiet"
          aria-label={words.saveAs(FORMATS[format])}
          disabled={busy !== undefined}
          onClick={() => void save(format)}
        >
          {FORMATS[format]}
        </button>
      ))}
    </>
  );
}
