import { pageLanguages } from './page-texts.ts';

/** The parameters of the address of a search that the page without JavaScript executes. The visitor's own library is not known there. */
const executed = [
  'q',
  'scope',
  'format',
  'language',
  'member',
  'author',
  'subject',
  'work',
  'yearFrom',
  'yearTo',
] as const;
const more = ['shelf', 'group', 'sort', 'after'] as const;
const names: readonly string[] = [...executed, ...more];
/** The length of a page of the app: its first request is answered by the page. */
const LIMIT = '20';
const LONGEST = 2000;

/** Returns the parameters of a search from the query of an address: known names with a value, each once. */
export const searchedIn = (query: string): Record<string, string> => {
  const given = [...new URLSearchParams(query)].filter(
    ([name, value]) => names.includes(name) && value !== '' && value.length <= LONGEST,
  );
  return { ...Object.fromEntries(given), limit: LIMIT };
};

/** Returns the language that an address asks for. */
export const languageIn = (query: string) =>
  pageLanguages.find((language) => language === new URLSearchParams(query).get('lang')) ?? 'en';

/** Returns whether search engines should list the page of a search: those with filters repeat others. */
export const isListed = (parameters: Readonly<Record<string, string>>): boolean =>
  Object.keys(parameters).every((name) => name === 'q' || name === 'limit');
