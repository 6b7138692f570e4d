import { fileSave } from 'browser-fs-access';
import type { OpenScenario } from '../state/scenario-set.ts';
import { titleOf } from '../state/scenario-set.ts';

/** Saves a scenario to a file of the planner's choice; undefined when they changed their mind, else its name. */
export async function saveScenario(scenario: OpenScenario): Promise<string | undefined> {
  const fileName = /\.(?:ya?ml|json)$/i.test(scenario.name) ? scenario.name : `${fileStem(titleOf(scenario))}.yaml`;
  const extension = fileName.endsWith('.json') ? '.json' : '.yaml';
  try {
    const handle = await fileSave(new Blob([scenario.text], { type: 'text/yaml' }), {
      fileName,
      extensions: [extension],
    });
    return handle?.name ?? fileName;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return undefined;
    throw thrown;
  }
}

/** Letters and digits of any script, and dashes for all else. */
function fileStem(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'scenario';
}
