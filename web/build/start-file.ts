import type { Plugin } from 'vite';

type Asset = { type: 'chunk' | 'asset'; fileName: string; source?: unknown };

/** The elements of a page that load the app: attributes by element, in the order of the page. */
type Loaded = { tag: string; attributes: Record<string, string> };

const element = /<(script|link)\s([^>]*)>/g;
const attribute = /([a-z]+)(?:="([^"]*)")?/g;

/** Returns the elements of the app's index page that load its parts: its module, its styles and what is loaded before it asks. */
export const loadingIn = (html: string): Loaded[] =>
  [...html.matchAll(element)]
    .map(([, tag = '', text = '']) => ({
      tag,
      attributes: Object.fromEntries([...text.matchAll(attribute)].map(([, name = '', value = '']) => [name, value])),
    }))
    .filter(
      ({ attributes: { type, rel } }) =>
        type === 'module' || ['modulepreload', 'preload', 'stylesheet'].includes(rel ?? ''),
    );

/**
 * Returns a program that starts the app: the pages of the server know its name, and not those of the parts of the build. The module follows
 * the styles, so that the app is never shown without them. A page of the server has its own styles: those of the app apply from the moment
 * at which the app takes the place of its content (`media`), so that the content does not move.
 *
 * Where a page has content before the app (`first-view`), nothing is loaded before that content is painted, as it would share the network
 * with it. A tab in the background paints nothing, and waits half a second. The views of the index page (`first-views.ts`) are shown in
 * the typeface of the app if it arrives within 300 ms.
 */
export const startProgram = (html: string): string => {
  const loaded = loadingIn(html);
  const isModule = ({ attributes: { type } }: Loaded): boolean => type === 'module';
  const sorted = [...loaded.filter((one) => !isModule(one)), ...loaded.filter(isModule)];
  return `const make = ([tag, attributes]) => {
  if (attributes.href && document.querySelector(tag + '[rel="' + attributes.rel + '"][href="' + attributes.href + '"]')) return;
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (attributes.rel === 'stylesheet') made.media = 'print';
  const styled = attributes.rel === 'stylesheet' && new Promise((done) => { made.onload = made.onerror = done; });
  document.head.append(made);
  return styled;
};
const all = ${JSON.stringify(sorted.map(({ tag, attributes }) => [tag, attributes]))};
const isModule = ([, { type }]) => type === 'module';
let isStarted = false;
const start = () => {
  if (isStarted) return;
  isStarted = true;
  document.dispatchEvent(new Event('concord-start'));
  Promise.all(all.filter((one) => !isModule(one)).map(make)).then(() => all.filter(isModule).forEach(make));
};
const startAfterPaint = () => {
  new PerformanceObserver(start).observe({ type: 'paint', buffered: true });
  setTimeout(start, 500);
};
const views = [...document.querySelectorAll('template[lang="' + document.documentElement.lang + '"]')];
const view = views.find(({ dataset }) => dataset.path === location.pathname);
if (view) {
  document.getElementById('root').append(view.content.cloneNode(true));
  const shown = document.getElementById('first-view');
  shown.style.visibility = 'hidden';
  shown.getBoundingClientRect();
  Promise.race([document.fonts.ready, new Promise((done) => setTimeout(done, 300))]).then(() => {
    shown.style.visibility = '';
    startAfterPaint();
  });
} else if (document.getElementById('first-view')) startAfterPaint();
else start();
`;
};

/** Returns the index page of the app with its program for the start in place of the modules that the program loads. */
export const indexPage = (html: string): string => {
  const modules = /\s*<(?:script type="module"[^>]*><\/script>|link rel="modulepreload"[^>]*>)/g;
  return html.replaceAll(modules, '').replace('</head>', '  <script src="/start.js" defer></script>\n  </head>');
};

/** Writes the program that starts the app (`start.js`), and the index page with it, after the build knows the parts of that page. */
export const startFilePlugin = (): Plugin => ({
  name: 'start-file',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const index = (bundle as unknown as Record<string, Asset>)['index.html'];
      if (index === undefined) throw new Error('The build has no index.html.');
      const html = String(index.source);
      this.emitFile({ type: 'asset', fileName: 'start.js', source: startProgram(html) });
      index.source = indexPage(html);
    },
  },
});
