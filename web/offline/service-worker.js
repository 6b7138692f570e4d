/* Answers for the page when there is no network: all its files, kept by version. Written into the build by
   `web/offline/plugin.ts`, which gives it the list of files and their version. */
const CACHE = `apportion ${VERSION}`;

const placeOf = (path) => new URL(path, self.registration.scope).href;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map(placeOf))));
});

// Caches of other versions are of no use once this one has taken over, which is when no tab shows the old one.
self.addEventListener('activate', (event) => {
  const clear = async () => {
    const names = await caches.keys();
    await Promise.all(
      names.filter((name) => name.startsWith('apportion ') && name !== CACHE).map((name) => caches.delete(name)),
    );
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  const wanted = request.mode === 'navigate' ? placeOf('index.html') : request.url;
  event.respondWith(caches.open(CACHE).then(async (cache) => (await cache.match(wanted)) ?? fetch(request)));
});
