import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../../local/places.ts';

type Messages = Readonly<Record<string, string>>;

/** The web app's messages in a language, by file. */
export const messageFilesIn = (language: 'en' | 'es' | 'fr'): Record<string, Messages> =>
  Object.fromEntries(
    globSync(`web/src/i18n/${language}/*.ts`, { cwd: root })
      .sort()
      .map((file) => {
        const lists = Object.values(jest.requireActual<Record<string, Messages>>(join(root, file)));
        return [basename(file, '.ts'), Object.assign({}, ...lists)];
      }),
  );

/** All of them together. */
export const messagesIn = (language: 'en' | 'es' | 'fr'): Messages =>
  Object.assign({}, ...Object.values(messageFilesIn(language)));
