/** What a scenario has in any case: its version, its channels, or the file that has them. */
const OF_SCENARIOS = ['apportion', 'channels', 'extends'];

/** Whether a text is JSON, but no scenario: the answer of a program's API. What is broken may be a scenario that is being written. */
export function isData(text: string): boolean {
  try {
    const content: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return typeof content === 'object' && content !== null && !OF_SCENARIOS.some((field) => field in content);
  } catch {
    return false;
  }
}
