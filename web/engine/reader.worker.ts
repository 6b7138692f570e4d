/** The worker that checks texts as they are typed. */
import { ScenarioError } from '../../src/errors.ts';
import { compile } from '../../src/scenario/compile/compile.ts';
import { readScenario } from '../../src/scenario/read.ts';
import type { Reading } from './wire.ts';

function check(text: string): Reading {
  try {
    const { scenario, warnings } = readScenario(text);
    compile(scenario);
    return { issues: warnings };
  } catch (thrown) {
    if (thrown instanceof ScenarioError) return { issues: thrown.issues };
    throw thrown;
  }
}

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(check(data)));
