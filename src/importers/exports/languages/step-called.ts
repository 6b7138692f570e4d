/** `click → lead` for the field `clickToLead`: as pages and reports call it, with stages in the words of a language. */
export function stepCalled(key: string, stages: Readonly<Record<string, string>> = {}): string {
  return key
    .split(/To(?=\p{Lu})/u)
    .map((part) => part.toLowerCase())
    .map((stage) => stages[stage] ?? stage)
    .join(' → ');
}
