import type { PageLanguage } from './page-texts.ts';

/** A search as its page has it: the parameters of the API by name. */
export type PageSearch = { language: PageLanguage; parameters: Readonly<Record<string, string>> };

/** Returns the address of a search in the language of a page. */
export const searchAddress = ({ language, parameters }: PageSearch): string => {
  const { limit: _, ...chosen } = parameters;
  const query = new URLSearchParams({ ...chosen, ...(language !== 'en' && { lang: language }) });
  return `/search${query.size === 0 ? '' : `?${query}`}`;
};
