/** Milliseconds: what is kept for later shall not delay what is needed now. */
const PAUSE = 2000;

/** Lets the page open without a network after its first visit; a page that is being developed is always fetched. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Where it cannot be, as in some private windows, the page works with a network only.
  const begin = () => navigator.serviceWorker.register('./service-worker.js').catch(() => undefined);
  setTimeout(() => void begin(), PAUSE);
}
