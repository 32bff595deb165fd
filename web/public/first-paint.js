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
// The settings and texts of every page load beside the app, which asks for them when it starts.
const [folder, ...files] = (document.querySelector('meta[name=messages]')?.content ?? '').split(' ');
if (folder) {
  const languages = [language, ...navigator.languages].map((tag) => tag?.slice(0, 2));
  const spoken = languages.find((one) => ['en', 'es', 'fr'].includes(one)) ?? 'en';
  for (const href of ['/config.json', ...files.map((file) => `${folder}/${spoken}/${file}.json`)])
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href }),
    );
}
