/** What running a record again has shown, in a sentence. */
export interface VerdictFacts {
  readonly verdict: 'same' | 'other figures' | 'altered';
  readonly engine: { readonly recorded?: string; readonly found?: string };
}

export function verdictText({ verdict, engine: { recorded = '', found = '' } }: VerdictFacts): string {
  if (verdict === 'same') return 'the same comes out again, to the last bit.';
  if (verdict === 'altered') return 'something else comes out: the record is not as it was made.';
  return `other figures come out of engine ${found} than of ${recorded}; the changelog says why under Results.`;
}
