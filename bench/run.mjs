/**
 * `npm run bench` times the simulator, `-- optimizer` the search of plans, `-- variance` draws, `-- answers` compares plans.
 * Read ratios, not seconds.
 */
const which = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 'simulator';
await import(`./${which}.mjs`);
