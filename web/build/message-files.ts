import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { languageCodes } from '../src/i18n/loaded-messages.ts';
import { initialFiles } from '../src/i18n/message-files.generated.ts';

/** Imports a module of messages: the build imports the file; the server of `npm run dev` has its own way. */
type ImportFile = (file: string) => Promise<Record<string, unknown>>;

const fromDisk: ImportFile = (file) => import(pathToFileURL(file).href);

/** Returns the messages of a file in a language, as JSON. A message that the language lacks is in English. */
const textOf = async (sources: readonly string[], importFile: ImportFile): Promise<string> => {
  const exported = await Promise.all(sources.map(importFile));
  return JSON.stringify(Object.assign({}, ...exported.flatMap((one) => Object.values(one))));
};

/**
 * Writes the messages of each language as JSON files into one folder, and defines its address as `__MESSAGES__`. Its name holds a hash
 * of all messages, so that the app can compute the address of a file: a list of every file with a hash of its own made up 4 kB of
 * the first load.
 */
export const messageFilesPlugin = (source: string): Plugin => {
  const files = globSync(join(source, `{${languageCodes}}`, '*.ts')).sort();
  const names = globSync('*.ts', { cwd: join(source, 'en') }).map((file) => basename(file, '.ts'));
  /** The sources of a file in a language: the English one, then its own, which may be missing or have some of the messages only. */
  const sourcesOf = (language: string, name: string): string[] =>
    [...new Set(['en', language])].map((one) => join(source, one, `${name}.ts`)).filter((file) => files.includes(file));
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(source.length)).update('\0').update(readFileSync(file)).update('\0');
  const folder = `assets/i18n-${hash.digest('base64url').slice(0, 10)}`;
  return {
    name: 'message-files',
    // `first-paint.js` begins to load these files before the app asks for them.
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { name: 'messages', content: [`/${folder}`, ...initialFiles].join(' ') },
        injectTo: 'head-prepend',
      },
    ],
    config: () => ({ define: { __MESSAGES__: JSON.stringify(`/${folder}`) } }),
    // The server of `npm run dev` answers from the sources as they are now.
    configureServer({ middlewares, ssrLoadModule }) {
      middlewares.use(`/${folder}`, (request, response, next) => {
        const [, language = '', name = ''] = /^\/(\w+)\/([a-z-]+)\.json/.exec(request.url ?? '') ?? [];
        const sources = sourcesOf(language, name);
        if (sources.length === 0) return next();
        textOf(sources, ssrLoadModule).then((text) => {
          response.setHeader('content-type', 'application/json');
          response.end(text);
        }, next);
      });
    },
    async generateBundle() {
      for (const language of languageCodes)
        for (const name of names) {
          const text = await textOf(sourcesOf(language, name), fromDisk);
          this.emitFile({ type: 'asset', fileName: `${folder}/${language}/${name}.json`, source: text });
        }
    },
  };
};
