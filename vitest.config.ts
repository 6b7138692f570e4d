import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/unpack-browser.ts'],
    // Node threads of the engine start their own workers, so tests run in processes.
    pool: 'forks',
    // One file a processor: most wait for a browser, a program or the disk for a part of their time.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
