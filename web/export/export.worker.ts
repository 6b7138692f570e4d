/** The worker that writes a report: what a format needs is fetched here, and the page goes on meanwhile. */
import { writeReport } from '../../src/documents/write-report.ts';
import type { ExportAnswer, ExportRequest } from './wire.ts';

async function answer({ reported, format, language }: ExportRequest): Promise<ExportAnswer> {
  try {
    const content = await writeReport(reported, format, language);
    // A copy of its own, of which nothing is shared.
    return { content: typeof content === 'string' ? content : new Uint8Array(content) };
  } catch (thrown) {
    return { failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  void answer(data).then((said) => postMessage(said));
});
