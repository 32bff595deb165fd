import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { languageCodes } from '../src/i18n/loaded-messages.ts';
import { initialFiles } from '../src/i18n/message-files.generated.ts';

/** Imports a module of messages: the build imports the file; the server of `npm run dev` has its own way. */
type ImportFile = (file: string) => Promise<Record<string, unknown>>;

const fromDisk: ImportFile = (file) => import(pathToFileURL(file).href);

/** Returns the messages of a file in a language. A message that the language lacks is in English. */
const messagesIn = async (sources: readonly string[], importFile: ImportFile): Promise<Record<string, string>> => {
  const exported = await Promise.all(sources.map(importFile));
  return Object.assign({}, ...exported.flatMap((one) => Object.values(one)));
};

/** Returns the sources of a file in a language: the English one, then its own, which may be missing or have some of the messages only. */
const sourcesIn = (source: string, language: string, name: string): string[] =>
  [...new Set(['en', language])].map((one) => join(source, one, `${name}.ts`)).filter(existsSync);

/** Returns the messages of a file of the folder `source` in a language. */
export const messagesOf = (source: string, language: string, name: string): Promise<Record<string, string>> =>
  messagesIn(sourcesIn(source, language, name), fromDisk);

/**
 * Writes the messages of each language as JSON files into one folder, and defines its address as `__MESSAGES__`. Its name holds a hash
 * of all messages, so that the app can compute the address of a file: a list of every file with a hash of its own made up 4 kB of
 * the first load.
 */
export const messageFilesPlugin = (source: string): Plugin => {
  const files = globSync(join(source, `{${languageCodes}}`, '*.ts')).sort();
  const names = globSync('*.ts', { cwd: join(source, 'en') }).map((file) => basename(file, '.ts'));
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
        const sources = sourcesIn(source, language, name);
        if (sources.length === 0) return next();
        messagesIn(sources, ssrLoadModule).then((texts) => {
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify(texts));
        }, next);
      });
    },
    async generateBundle() {
      for (const language of languageCodes)
        for (const name of names) {
          const text = JSON.stringify(await messagesOf(source, language, name));
          this.emitFile({ type: 'asset', fileName: `${folder}/${language}/${name}.json`, source: text });
        }
    },
  };
};
