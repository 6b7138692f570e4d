import { useEffect, useState } from 'preact/hooks';
import { bareFormats, type ReportFormat } from '../../src/documents/formats.ts';
import type { Reported } from '../../src/documents/reported.ts';
import { issueText } from '../../src/errors.ts';
import { useWords } from '../languages/language.ts';
import { download } from '../pictures/download.ts';
import { fileName, SaveLink } from '../result/save-link.tsx';
import type { Page } from '../state/page.ts';
import type { Result } from '../state/runs.ts';
import { useCell } from '../state/use-cell.ts';
import type { Studies } from '../studies/studies.ts';
import { StudyState } from '../studies/study-panel.tsx';
import { RecordButton } from './record-button.tsx';
import { writtenFile } from './written-file.ts';

const FORMATS = { html: 'HTML', xlsx: 'Excel', csv: 'CSV', md: 'Markdown' } as const satisfies Partial<
  Record<ReportFormat, string>
>;
type Format = keyof typeof FORMATS;

/** What anyone can open and read: it is offered first. */
const READABLE: Format = 'html';

export interface ExportButtonsProps {
  readonly page: Page;
  readonly result: Result;
  readonly studies: Studies;
}

/**
 * Saves the report as a file to read, to calculate with or to send on, in the language of the page and on the terms of payment of its
 * view of finance: the same that the command line writes. What it is made from beyond the run is gathered when it is first asked for.
 * Beside these, the report as the command line prints it, and the record of the decision.
 */
export function ExportButtons({ page, result, studies }: ExportButtonsProps) {
  const { report, text } = result;
  const { code, result: words } = useWords();
  const study = useCell(studies.of('gathered'));
  const terms = useCell(page.terms);
  const [wanted, setWanted] = useState<Format>();
  const [failure, setFailure] = useState<string>();
  const name = fileName(report.scenario.name);
  const file = `${name}.yaml`;
  const isGathered = study.asked?.report === report && study.asked.terms === terms;
  const gathered = isGathered ? study.answer : undefined;
  const { status, message, issues = [] } = study;

  const write = async (format: Format, reported: Reported) => {
    try {
      const language = code === 'en' ? 'en' : 'zh';
      download(`${name}.${format}`, await writtenFile({ kind: 'report', reported, format, language }));
    } catch (thrown) {
      setFailure(thrown instanceof Error ? thrown.message : String(thrown));
    } finally {
      setWanted(undefined);
    }
  };
  const save = (format: Format) => {
    setWanted(format);
    setFailure(undefined);
    if (bareFormats.has(format)) return void write(format, { report, files: [{ name: file, text }] });
    if (gathered !== undefined) return void write(format, gathered);
    const { seed, judging } = report.draws;
    studies.ask('gathered', { text, report, file, terms }, { seed, draws: judging });
  };
  useEffect(() => setWanted(undefined), [report]);
  useEffect(() => {
    if (wanted === undefined) return;
    if (gathered !== undefined) return void write(wanted, gathered);
    if (status !== 'refused' && status !== 'failed') return;
    setFailure(message ?? issues.map(issueText).join(' '));
    setWanted(undefined);
  }, [gathered, status]);

  return (
    <>
      {(Object.keys(FORMATS) as Format[]).map((format) => (
        <button
          key={format}
          type="button"
          class={format === READABLE ? undefined : 'quiet'}
          aria-label={words.saveAs(FORMATS[format])}
          disabled={wanted !== undefined}
          onClick={() => save(format)}
        >
          {format === READABLE ? words.saveAs(FORMATS[format]) : FORMATS[format]}
        </button>
      ))}
      <SaveLink name={name} json={result.json} />
      <RecordButton result={result} name={name} file={file} onFailure={setFailure} />
      {wanted !== undefined && !bareFormats.has(wanted) && <StudyState study={study} />}
      {failure !== undefined && (
        <p class="error" role="alert">
          {words.notSaved(failure)}
        </p>
      )}
    </>
  );
}
