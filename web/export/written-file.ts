import { mediaTypes } from '../../src/documents/formats.ts';
import type { ExportAnswer, ExportRequest } from './wire.ts';

/** A report or a record as a file, written by a worker of its own. */
export async function writtenFile(request: ExportRequest): Promise<Blob> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await new Promise<ExportAnswer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ExportAnswer>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(request);
    });
    if ('failure' in answer) throw new Error(answer.failure);
    return new Blob([answer.content], { type: mediaTypes[request.kind === 'record' ? 'json' : request.format] });
  } finally {
    worker.terminate();
  }
}
