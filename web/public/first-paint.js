// A file of its own because our policy lets no inline script run: sets the colours before the first paint.
// The browser lists 250 loaded files only; the desk stores the list for its work without a network.
performance.setResourceTimingBufferSize(10_000);
let language;
try {
  const kept = localStorage.getItem('mantine-color-scheme-value');
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  language = localStorage.getItem('concord.language');
  if (language) document.documentElement.lang = language;
} catch {
  document.documentElement.setAttribute('data-mantine-color-scheme', 'light');
}
// The settings and texts of every page, and the parts of some pages (`web/build/page-files.ts`), load
// when the app begins to load (`start.js`), which asks for them later.
const contentOf = (name) => document.querySelector(`meta[name=${name}]`)?.content ?? '';
const load = (attributes) => document.head.append(Object.assign(document.createElement('link'), attributes));
const [folder, ...files] = contentOf('messages').split(' ');
if (folder) {
  const [, ...own] =
    contentOf('page-files')
      .split(';')
      .map((page) => page.split(' '))
      .find(([path]) => path === location.pathname) ?? [];
  const languages = [language, ...navigator.languages].map((tag) => tag?.slice(0, 2));
  const spoken = languages.find((one) => ['en', 'es', 'fr'].includes(one)) ?? 'en';
  const texts = [...files, ...own.filter((name) => !name.includes('.'))];
  for (const name of own.filter((one) => one.endsWith('.css')))
    load({ rel: 'stylesheet', blocking: 'render', href: `/${name}` });
  document.documentElement.lang = spoken;
  document.addEventListener('concord-start', () => {
    for (const name of own.filter((one) => one.endsWith('.js'))) load({ rel: 'modulepreload', href: `/${name}` });
    for (const href of ['/config.json', ...texts.map((file) => `${folder}/${spoken}/${file}.json`)])
      load({ rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href });
  });
}
