import { Cancelled } from '../errors.ts';

/** Asked by a search now and then: once it says so, the search ends with the best plan so far. */
export interface StopSign {
  readonly aborted: boolean;
}

/** What a search finds; undefined when it was stopped before it had anything. */
export async function unlessCancelled<T>(search: Promise<T>): Promise<T | undefined> {
  try {
    return await search;
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    throw error;
  }
}
