import { existsSync } from 'node:fs';

/** The browser named in the environment (`CHROMIUM`), one of the machine's, or the one that comes with a package. */
export async function openBrowser() {
  try {
    const { chromium } = await import('playwright-core');
    const { default: bundled } = await import('@sparticuz/chromium');
    const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
    const executablePath =
      process.env.CHROMIUM ?? usual.find((path) => existsSync(path)) ?? (await bundled.executablePath());
    return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  } catch {
    return undefined;
  }
}
