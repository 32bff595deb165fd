import { createHash } from 'node:crypto';
import { works } from '../works/works.ts';

/** A title that the stand-in vendor lends. `copies` is its number of licences; undefined when any number may borrow it. */
export type VendorTitle = {
  key: string;
  identifier: string;
  title: string;
  author: string;
  publisher: string;
  year: number;
  language: string;
  subjects: readonly string[];
  audiobook: boolean;
  copies: number | undefined;
};

const MOST = 60;
/** Shorter ids are keys that the demo's cases name. */
const CASE_KEY = 20;
// BCP 47 of the languages that the demo's novels have most.
const TAGS: Readonly<Record<string, string>> = {
  eng: 'en',
  spa: 'es',
  fre: 'fr',
  ger: 'de',
  ita: 'it',
  por: 'pt',
  rus: 'ru',
};

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const uuidOf = (text: string): string =>
  digestOf(text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

/** The titles: novels of the demo that the libraries have in print, two licences of most, one of every fourth, unlimited every tenth. */
export const vendorTitles: readonly VendorTitle[] = works
  // Works with a name of their own belong to the demo's cases, whose editions are counted.
  .filter(({ form, id, author }) => form === 'book' && id.length > CASE_KEY && author && !author.corporate)
  .filter(({ language }) => Object.hasOwn(TAGS, language))
  .slice(0, MOST)
  .map((work, i) => ({
    ...{ key: work.id, identifier: `urn:uuid:${uuidOf(work.id)}`, title: work.title.romanised },
    ...{ author: work.author?.name.romanised ?? '', publisher: work.publisher.romanised, year: work.year },
    ...{ language: TAGS[work.language] ?? 'en', subjects: work.subjects, audiobook: i % 7 === 6 },
    copies: i % 10 === 9 ? undefined : i % 4 === 0 ? 1 : 2,
  }));
