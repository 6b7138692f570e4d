import { ScenarioError } from '../../errors.ts';

/** An error about all files together. */
export function refusal(message: string, advice?: string): ScenarioError {
  return new ScenarioError([{ severity: 'error', path: '', message, ...(advice === undefined ? {} : { advice }) }]);
}
