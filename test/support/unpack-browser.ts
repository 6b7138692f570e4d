import { unpackBrowser } from '../e2e/chromium.ts';

/** Before any test: test files run side by side, and two that unpack one browser at once spoil it. */
export async function setup(): Promise<void> {
  await unpackBrowser();
}
