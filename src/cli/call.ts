/** How somebody types the program. */
export type Call = 'apportion' | 'npx apportion';

/**
 * How this process was called, so that what it tells one to type can be typed: npm tells what it runs, and who reads that
 * has `npx`, but seldom the program itself.
 */
export function callOf({ npm_lifecycle_event: event, npm_lifecycle_script: script = '' }: NodeJS.ProcessEnv): Call {
  return event === 'start' || /^['"]?apportion\b/.test(script) ? 'npx apportion' : 'apportion';
}
