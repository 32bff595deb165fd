// Opens one page without a network, that of its scope (the desk of staff, the card of a patron): the page and its files as they were loaded
// last. It stores no answer of the API.
const page = new URL(self.registration.scope).pathname;
const place = `concord${page.replaceAll('/', '.')}`;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The files of this version of the app replace those of earlier ones.
const store = async (files) => {
  const cache = await caches.open(place);
  const wanted = new Set(files.map((file) => new URL(file, self.location.origin).href));
  for (const file of files) {
    const isLasting = file.startsWith('/assets/') && (await cache.match(file));
    if (!isLasting) await cache.add(file);
  }
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
};

self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.files)) event.waitUntil(store(event.data.files).catch(() => undefined));
});

const WAIT_MS = 4000;

const fromNetwork = async (request, stored) => {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(WAIT_MS) });
    if (answer.ok) return answer;
    return (await stored()) ?? answer;
  } catch (failed) {
    const known = await stored();
    if (known) return known;
    throw failed;
  }
};

// A part of the page that is loaded later.
const fetchAndStore = async (request) => {
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(place)).put(request, answer.clone());
  return answer;
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/v1/')) return;
  const cached = (path) => async () => (await caches.open(place)).match(path);
  // A navigation cannot be repeated with a time limit; its address can.
  if (request.mode === 'navigate') event.respondWith(fromNetwork(request.url, cached(page)));
  else if (pathname.startsWith('/assets/')) {
    event.respondWith(cached(pathname)().then((known) => known ?? fetchAndStore(request)));
  } else event.respondWith(fromNetwork(request, cached(pathname)));
});
