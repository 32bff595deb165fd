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
 * Returns a program that starts the app on a page that the server made: such a page knows this name, and not those of the parts of the build.
 * The module follows the styles, so that the app is never shown without them. The page of the server has its own styles: those of the app apply
 * from the moment at which the app takes the place of its content (`media`), so that the content does not move.
 */
export const startProgram = (html: string): string => {
  const loaded = loadingIn(html);
  const isModule = ({ attributes: { type } }: Loaded): boolean => type === 'module';
  const sorted = [...loaded.filter((one) => !isModule(one)), ...loaded.filter(isModule)];
  return `const make = ([tag, attributes]) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (attributes.rel === 'stylesheet') made.media = 'print';
  const styled = attributes.rel === 'stylesheet' && new Promise((done) => { made.onload = made.onerror = done; });
  document.head.append(made);
  return styled;
};
const all = ${JSON.stringify(sorted.map(({ tag, attributes }) => [tag, attributes]))};
const isModule = ([, { type }]) => type === 'module';
Promise.all(all.filter((one) => !isModule(one)).map(make)).then(() => all.filter(isModule).forEach(make));
`;
};

/** Writes the program that starts the app (`start.js`), after the index page is known. */
export const startFilePlugin = (): Plugin => ({
  name: 'start-file',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const index = (bundle as unknown as Record<string, Asset>)['index.html'];
      if (index === undefined) throw new Error('The build has no index.html.');
      this.emitFile({ type: 'asset', fileName: 'start.js', source: startProgram(String(index.source)) });
    },
  },
});
