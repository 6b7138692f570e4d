/** The worker that writes reports and records: what a format needs is fetched here, and the page goes on meanwhile. */
import { writeReport } from '../../src/documents/write-report.ts';
import { jsonText } from '../../src/report/json.ts';
import { recordOf } from '../../src/runs/record.ts';
import type { ExportAnswer, ExportRequest } from './wire.ts';

async function answer(request: ExportRequest): Promise<ExportAnswer> {
  try {
    if (request.kind === 'record') return { content: jsonText(recordOf(request.decided)) };
    const content = await writeReport(request.reported, request.format, request.language);
    // A copy of its own, of which nothing is shared.
    return { content: typeof content === 'string' ? content : new Uint8Array(content) };
  } catch (thrown) {
    return { failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  void answer(data).then((said) => postMessage(said));
});
