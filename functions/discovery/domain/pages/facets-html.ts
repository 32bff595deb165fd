import { escapedHtml } from '../../../../layers/kernel/text/escape-html.ts';
import { languageTag } from '../export/language-tag.ts';
import type { Facets } from '../views.ts';
import { formatNames } from './format-names.ts';
import { type PageLanguage, pageTexts } from './page-texts.ts';
import { type PageSearch, searchAddress } from './search-address.ts';

/** A value of a facet: its name, its number of hits, and the search with the value chosen, or without it where it is chosen. */
type Row = { name: string; count: number; isChosen: boolean; parameters: PageSearch['parameters'] };

/** The number of values of a facet that the page links to; the app finds the others. */
const MOST_ROWS = 7;
const YEARS = 10;

const without = (parameters: PageSearch['parameters'], ...names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => !names.includes(name)));

const languageName = (language: PageLanguage) => {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return (code: string): string => {
    const tag = languageTag(code);
    return tag === undefined ? code : (names.of(tag) ?? code);
  };
};

const codedRows = (
  { parameters }: PageSearch,
  facet: 'format' | 'language' | 'member',
  buckets: Facets['format'],
  nameOf: (value: string) => string,
): Row[] => {
  const chosen = (parameters[facet] ?? '').split(',').filter(Boolean);
  const others = without(parameters, facet, 'after');
  return buckets
    .filter(({ value }, at) => at < MOST_ROWS || chosen.includes(value))
    .map(({ value, count }) => {
      const isChosen = chosen.includes(value);
      const values = isChosen ? chosen.filter((one) => one !== value) : [...chosen, value];
      const toggled = values.length === 0 ? others : { ...others, [facet]: values.join(',') };
      return { name: nameOf(value), count, isChosen, parameters: toggled };
    });
};

const decadeRows = ({ parameters }: PageSearch, decades: Facets['decade']): Row[] => {
  const others = without(parameters, 'yearFrom', 'yearTo', 'after');
  const isIn = (from: number): boolean =>
    parameters.yearFrom === String(from) && parameters.yearTo === String(from + YEARS - 1);
  return decades
    .toSorted((one, other) => other.from - one.from)
    .filter(({ from }, at) => at < MOST_ROWS || isIn(from))
    .map(({ from, count }) => {
      const last = from + YEARS - 1;
      const chosen = { ...others, yearFrom: String(from), yearTo: String(last) };
      return { name: `${from}–${last}`, count, isChosen: isIn(from), parameters: isIn(from) ? others : chosen };
    });
};

const rowHtml = ({ name, count, isChosen, parameters }: Row, language: PageLanguage): string => {
  const href = escapedHtml(searchAddress({ language, parameters }));
  const shown = `<bdi>${escapedHtml(name)}</bdi>`;
  // Search engines follow no link of a facet: the addresses are too many, and repeat the same titles.
  const link = (text: string) => `<a href="${href}" rel="nofollow">${text}</a>`;
  const text = isChosen
    ? `<strong>${shown}</strong> ${link(`${pageTexts[language].remove}<span class="unseen"> ${shown}</span>`)}`
    : link(shown);
  return `<li>${text} (${count.toLocaleString(language)})</li>`;
};

/**
 * Returns the facets of a search as links that add a value to it or remove it. Takes the names of the libraries. Empty for the later pages
 * of a search, which have no facets.
 */
export const facetsHtml = (
  facets: Facets | undefined,
  search: PageSearch,
  memberName: (memberId: string) => string,
): string => {
  if (facets === undefined) return '';
  const { language } = search;
  const texts = pageTexts[language];
  const rows = {
    format: codedRows(search, 'format', facets.format, (value) => {
      const names: Readonly<Record<string, string>> = formatNames[language];
      return names[value] ?? value;
    }),
    language: codedRows(search, 'language', facets.language, languageName(language)),
    member: codedRows(search, 'member', facets.member, memberName),
    decade: decadeRows(search, facets.decade),
  };
  const lists = (['format', 'language', 'member', 'decade'] as const)
    .filter((facet) => rows[facet].length > 0)
    .map((facet) => `<h3>${texts[facet]}</h3><ul>${rows[facet].map((row) => rowHtml(row, language)).join('')}</ul>`);
  return lists.length === 0
    ? ''
    : `<nav aria-labelledby="narrow"><h2 id="narrow">${texts.narrow}</h2>${lists.join('')}</nav>`;
};
