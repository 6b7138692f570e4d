/**
 * `npm run bench` times the simulator, `npm run bench -- optimizer` the search of plans, `npm run bench -- variance` draws.
 * Read ratios, not seconds.
 */
const which = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? 'simulator';
await import(`./${which}.mjs`);
