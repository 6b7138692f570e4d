import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/unpack-browser.ts'],
    setupFiles: ['test/support/at-home.ts'],
    // Node threads of the engine start their own workers, so tests run in processes.
    pool: 'forks',
    // Reading the modules anew for each of two hundred files would take a minute and a half.
    isolate: false,
    // A file that waits for a browser or for another process leaves a core to the next one.
    maxWorkers: 2,
    // Ten times the cases, and a counterexample that is made smaller before it is told, take as long as they take.
    testTimeout: process.env['FUZZ'] === '1' ? 3_600_000 : 300_000,
    hookTimeout: 300_000,
    // What is waited for comes late on a machine with other work; a second, as usual, is too short for a page there.
    expect: { poll: { timeout: 60_000 } },
  },
});
