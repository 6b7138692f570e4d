import { describe, expect, it } from 'vitest';
import { openSite } from './site.ts';
import { small } from './texts.ts';
import { edit, runToEnd, use, WORDS } from './walk.ts';

/** Runs as a program, in one way or another, where text is taken for markup. */
const PAYLOAD = [
  '<img src=x onerror=hit()>',
  '"><svg onload=hit()>',
  "' onmouseover='hit()",
  '</title><script>hit()</script>',
  'javascript:hit()',
  '{{constructor.constructor("hit()")()}}',
].join(' ');

const words = WORDS.en;

describe('the page', () => {
  const site = openSite();

  it('shows texts of a file as texts, wherever they come up', async () => {
    const page = await site.browser.newPage();
    const hits: string[] = [];
    page.on('dialog', (dialog) => hits.push(dialog.message()));
    page.on('console', (message) => hits.push(message.text()));
    await page.exposeFunction('hit', () => hits.push('ran'));
    await page.goto(site.server.url);
    const quoted = JSON.stringify(PAYLOAD);
    const named = small
      .replace('name: Two channels', `name: ${quoted}\nnotes: ${quoted}\nsource: ${quoted}`)
      .replace('  social:', `  social:\n    label: ${quoted}\n    source: ${quoted}`);
    await page.locator('input[type=file]').setInputFiles({
      name: `${PAYLOAD.replaceAll('/', ' ')}.yaml`,
      mimeType: 'text/yaml',
      buffer: Buffer.from(named),
    });
    await use(page, `${named}# edited`);
    await runToEnd(page, words);
    // In the plan, and among the ranges.
    const headers = await page.getByRole('rowheader', { name: PAYLOAD }).allInnerTexts();
    expect(headers).toEqual([PAYLOAD, PAYLOAD]);
    await edit(page, named.replace('currency: EUR', `currency: ${quoted}`).replace('plan: 50k', `plan: ${quoted}`));
    await page.locator('.state.error').waitFor();
    expect(await page.locator('.findings').innerText()).toContain('onload=hit()');
    expect(await page.locator('img, script:not([src]), [onload], [onerror], [onmouseover]').count()).toBe(0);
    expect(hits).toEqual([]);
    await page.close();
  });

  it('lets no text run as a program, and sends nothing anywhere', async () => {
    const page = await site.browser.newPage();
    await page.goto(site.server.url);
    const outcomes = await page.evaluate(async () => {
      const attempt = async (act: () => unknown) => {
        try {
          await act();
          return 'worked';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
      const image = new Image();
      const failed = new Promise((resolve) => image.addEventListener('error', resolve));
      image.src = 'https://example.com/seen.png';
      await failed;
      // oxlint-disable-next-line no-implied-eval
      const program = await attempt(() => new Function('return 1')());
      const request = await attempt(() => fetch('https://example.com/'));
      // They are told some time later.
      for (let k = 0; k < 3000 && refused.length < 3; k++) await new Promise((resolve) => setTimeout(resolve, 10));
      return { program, request, refused: refused.sort() };
    });
    expect(outcomes).toEqual({
      program: 'EvalError',
      request: 'TypeError',
      refused: ['connect-src', 'img-src', 'script-src'],
    });
    await page.close();
  });
});
