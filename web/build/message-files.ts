import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { initialFiles } from '../src/i18n/message-files.generated.ts';

type File = { language: string; name: string; source: string };

const textOf = (exported: Record<string, unknown>): string =>
  JSON.stringify(Object.assign({}, ...Object.values(exported)));

const messagesIn = async (file: string): Promise<File> => ({
  language: basename(dirname(file)),
  name: basename(file, '.ts'),
  source: textOf(await import(pathToFileURL(file).href)),
});

/**
 * Writes the messages of each language as JSON files into one folder, and defines its address as `__MESSAGES__`. Its name holds a hash
 * of all messages, so that the app can compute the address of a file: a list of every file with a hash of its own made up 4 kB of
 * the first load.
 */
export const messageFilesPlugin = (source: string): Plugin => {
  const files = globSync(join(source, '{en,es}', '*.ts')).sort();
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
        const file = files.find((one) => one.endsWith(join(language, `${name}.ts`)));
        if (!file) return next();
        ssrLoadModule(file).then((exported) => {
          response.setHeader('content-type', 'application/json');
          response.end(textOf(exported));
        }, next);
      });
    },
    async generateBundle() {
      for (const { language, name, source: text } of await Promise.all(files.map(messagesIn)))
        this.emitFile({ type: 'asset', fileName: `${folder}/${language}/${name}.json`, source: text });
    },
  };
};
