/** `npm run bench` times the simulator, `npm run bench -- optimizer` the search of plans. Read ratios, not seconds. */
const [which = 'simulator'] = process.argv.slice(2);
await import(`./${which}.mjs`);
