/** Errors as plain data: a structured clone keeps neither the class nor the fields of an error. */
import { ScenarioError } from '../errors.ts';
import type { Failure } from './wire.ts';

/** What was thrown, as plain data; anything that is no `Error` becomes the message of one. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof ScenarioError) return { kind: 'scenario', issues: thrown.issues };
  const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { kind: 'error', name, message, stack: stack ?? '' };
}

/** The error to throw on this side: a `ScenarioError` with its issues, or an `Error` with name, message and stack. */
export function errorOf(failure: Failure): Error {
  if (failure.kind === 'scenario') return new ScenarioError(failure.issues);
  const { name, message, stack } = failure;
  return Object.assign(new Error(message), { name, stack });
}
