/** The worker that checks texts as they are typed, and makes tables of them. */
import { rememberedTables } from '../../src/runs/live/tables.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readingMemory } from '../../src/scenario/memory.ts';
import { lookInto, scenarioOf } from '../../src/scenario/read.ts';
import { outlineOf } from './outline.ts';
import type { Reading } from './wire.ts';

const tableOf = rememberedTables();
const memory = readingMemory();

function read(text: string): Reading {
  const look = lookInto(text, { memory });
  const outline = outlineOf(text, look);
  const canCompile = !look.issues.some(({ severity }) => severity === 'error');
  const repairs = canCompile ? compile(scenarioOf(look), [], tableOf).repairs : [];
  return { issues: look.issues, ...(outline && { outline: { ...outline, repairs } }) };
}

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(read(data)));
