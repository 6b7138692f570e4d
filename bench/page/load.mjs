/** What a visitor waits for: the page in Chromium, on a fast line and on a slow one. */
import { openBrowser } from './browser.mjs';
import { servePage } from './server.mjs';

/** The slow profile, that of Lighthouse for phones: 1.6 Mbit/s, 150 ms for each answer, a processor four times as slow. */
export const SLOW = { line: { bytesPerSecond: 200_000, delay: 150 }, slowdown: 4 };

/** Milliseconds without a long task after which a page counts as at rest. */
const REST = 5000;

/**
 * Loads the page into an empty browser, several times.
 *
 * @returns  seconds, the least of the tries: first contentful `paint`; `usable`, when the scenario is checked and can be
 *           edited and run; first live `answer`; `interactive`, when the last task over 50 ms is over, `usable` at the
 *           earliest; milliseconds that tasks `blocked` the page between paint and then, beyond 50 each. kB: compressed,
 *           until `usable` and until the `answer`; whether the solver was fetched by then. Undefined without page or browser
 */
export async function pageLoad({ line, slowdown } = {}, tries = 3) {
  const browser = await openBrowser();
  if (browser === undefined) return undefined;
  const loads = [];
  try {
    for (let k = 0; k < tries; k++) {
      const server = await servePage(line);
      if (server === undefined) return undefined;
      loads.push(await load(browser, server, slowdown));
      server.close();
    }
  } finally {
    await browser.close();
  }
  const least = (of) => Math.min(...loads.map(of));
  return {
    paint: least(({ paint }) => paint),
    usable: least(({ usable }) => usable),
    answer: least(({ answer }) => answer),
    interactive: least(({ interactive }) => interactive),
    blocked: least(({ blocked }) => blocked),
    bytes: loads[0].bytes,
    answerBytes: loads[0].answerBytes,
    withSolver: loads.some(({ withSolver }) => withSolver),
  };
}

async function load(browser, { url, answers }, slowdown) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  if (slowdown !== undefined) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  }
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries())).observe({ type: 'longtask' });
  });
  await page.goto(url, { waitUntil: 'commit' });
  const now = () => page.evaluate(() => performance.now());
  await page.locator('.state.fine').waitFor();
  const usable = await now();
  const bytes = sum(answers);
  await page.locator('.live .drawing svg').waitFor();
  const answer = await now();
  const answerBytes = sum(answers);
  await page.waitForTimeout(REST);
  const { paint, tasks } = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    tasks: globalThis.longTasks.map(({ startTime, duration }) => ({ end: startTime + duration, duration })),
  }));
  const late = tasks.filter(({ end }) => end > paint);
  const withSolver = answers.some(({ name }) => name.includes('highs'));
  await context.close();
  return {
    paint: paint / 1000,
    usable: usable / 1000,
    answer: answer / 1000,
    interactive: Math.max(usable, ...late.map(({ end }) => end)) / 1000,
    blocked: late.reduce((total, { duration }) => total + duration - 50, 0),
    bytes,
    answerBytes,
    withSolver,
  };
}

function sum(answers) {
  return answers.reduce((total, { bytes }) => total + bytes, 0);
}
