/** What a planner feels while editing, and while a plan is sought: how soon the page answers, and how long its main thread is ever busy. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';
import { servePage } from './server.mjs';

const SCENARIOS = fileURLToPath(new URL('../../scenarios', import.meta.url));

/** Edits of each scenario. The first ones find code that has just been loaded, as in a visit. */
const EDITS = 4;
/** Milliseconds after an edit, in which its looks come in. */
const LOOKS = 3000;
/** Milliseconds after which what has not answered is taken for broken; a search takes its time. */
const PATIENCE = 60_000;

/**
 * Edits every example in the text editor of a wide window: the low end of the first range, or today's spend where there is none.
 *
 * @returns  by name of the example: milliseconds from an edit to its first figures, the least of them, by the clock; of the
 *           main thread's tasks meanwhile the `longest`, in milliseconds of processor time, how many there were, and how many of
 *           them were `long`, over 16 ms; the longest task while the best plan is sought and drawn, too, which loads code for
 *           it. Undefined without page or browser
 */
export async function pageEditing() {
  const [browser, server] = [await openBrowser(), await servePage()];
  try {
    if (browser === undefined || server === undefined) return undefined;
    const found = {};
    for (const file of readdirSync(SCENARIOS).filter((name) => name.endsWith('.yaml'))) {
      found[file.replace('.yaml', '')] = await edited(
        browser,
        server.url,
        readFileSync(`${SCENARIOS}/${file}`, 'utf8'),
      );
    }
    return found;
  } finally {
    await browser?.close();
    server?.close();
  }
}

async function edited(browser, url, text) {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.live .drawing svg').waitFor();
  await page.locator('.view-switch button').last().click();
  await page.locator('.cm-content').waitFor();
  await paste(page, edit(text, 0.5)); // the page begins with one of the examples, which would be no edit
  await page.waitForTimeout(LOOKS);
  const answers = [];
  const tasks = await tasksWhile(browser, page, async () => {
    for (let k = 1; k <= EDITS; k++) {
      answers.push(await paste(page, edit(text, k)));
      await page.waitForTimeout(LOOKS);
    }
  });
  const tasksOfSearch = await tasksWhile(browser, page, () => search(page));
  await context.close();
  return {
    answer: Math.min(...answers),
    longest: Math.max(...tasks),
    tasks: tasks.length,
    long: tasks.filter((milliseconds) => milliseconds > 16).length,
    searching: Math.max(...tasksOfSearch),
  };
}

/** The text with one number a little lower each time. */
function edit(text, k) {
  const number = /^([^#\n]*?)(\d[\d.]*)(?=\w*%? to \d)/m;
  return text.replace(
    number.test(text) ? number : /^( +plan: )(\d+)/m,
    (_, before, found) => before + found * (1 - k / 1000),
  );
}

/** Pastes a text over the whole of the old one; milliseconds until live figures are those of the new one. */
async function paste(page, text) {
  const editor = page.locator('.cm-content');
  await editor.press('ControlOrMeta+A');
  return editor.evaluate(
    (field, [pasted, patience]) =>
      new Promise((resolve, reject) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        const began = performance.now();
        let wasOld = false;
        const watch = new MutationObserver(() => {
          const isOld = document.querySelector('.panel.live.dimmed') !== null;
          if (wasOld && !isOld) {
            watch.disconnect();
            resolve(performance.now() - began);
          }
          wasOld ||= isOld;
        });
        watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
        setTimeout(() => reject(new Error('an edit was not answered')), patience);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }),
    [text, PATIENCE],
  );
}

async function search(page) {
  await page.getByRole('button', { name: 'Find the best plan' }).click();
  await page.locator('progress').waitFor();
  await page.locator('.result .drawing svg').first().waitFor({ timeout: PATIENCE });
  await page.waitForTimeout(LOOKS);
}

/** Milliseconds of processor time of each task of the main thread: by the clock, one that waits for its turn would be long. */
async function tasksWhile(browser, page, act) {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await act();
  const events = JSON.parse((await browser.stopTracing()).toString()).traceEvents;
  const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
  const main = events
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(threadOf);
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && main.includes(threadOf(event)));
  return tasks.map(({ tdur = 0 }) => tdur / 1000);
}
