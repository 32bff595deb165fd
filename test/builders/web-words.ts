import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../../local/places.ts';

type Sentences = Readonly<Record<string, string>>;

/** The web app's sentences in a language, by the file in which they stand. */
export const wordFilesIn = (language: 'en' | 'es'): Record<string, Sentences> =>
  Object.fromEntries(
    globSync(`web/src/i18n/${language}/*.ts`, { cwd: root })
      .sort()
      .map((file) => {
        const lists = Object.values(jest.requireActual<Record<string, Sentences>>(join(root, file)));
        return [basename(file, '.ts'), Object.assign({}, ...lists)];
      }),
  );

/** All of them together. */
export const wordsIn = (language: 'en' | 'es'): Sentences => Object.assign({}, ...Object.values(wordFilesIn(language)));
