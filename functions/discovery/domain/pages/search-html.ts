import { escapedHtml } from '../../../../layers/kernel/text/escape-html.ts';
import { recordAddress } from '../record-address.ts';
import type { Hit, SearchView } from '../views.ts';
import { facetsHtml } from './facets-html.ts';
import { htmlPage } from './html-page.ts';
import { type PageTexts, pageTexts } from './page-texts.ts';
import { type PageSearch, searchAddress } from './search-address.ts';

const hitHtml = (hit: Hit, texts: PageTexts): string => {
  const sum = (of: 'copies' | 'available'): number => hit.members.reduce((all, member) => all + member[of], 0);
  const copies = sum('copies');
  const shelved = hit.isOnline ? texts.online : copies === 0 ? '' : texts.shelved(sum('available'), copies);
  const facts = [hit.responsibility ?? hit.author ?? '', String(hit.year ?? ''), shelved].filter(Boolean).join(' · ');
  const link = `<a href="/record/${encodeURIComponent(hit.recordId)}" dir="auto">${escapedHtml(hit.title)}</a>`;
  return `<li>${link}<br />${escapedHtml(facts)}</li>`;
};

const structured = (site: string, { hits, total }: SearchView) => ({
  '@context': 'https://schema.org',
  '@type': 'SearchResultsPage',
  mainEntity: {
    '@type': 'ItemList',
    numberOfItems: total.count,
    itemListElement: hits.map(({ recordId, title }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: title,
      url: recordAddress(site, recordId),
    })),
  },
});

/** Returns the path by which the app asks for a search, with sorted parameters. */
const asAsked = (parameters: PageSearch['parameters']): string => {
  const query = new URLSearchParams(parameters);
  query.sort();
  return `/v1/discovery/search?${query}`;
};

/** The address of the site, and the names of the libraries. */
export type SearchSurroundings = { site: string; memberName: (memberId: string) => string };

/** Returns the page of a search as HTML. */
export const searchHtml = (view: SearchView, search: PageSearch, { site, memberName }: SearchSurroundings): string => {
  const { language, parameters } = search;
  const { q = '' } = parameters;
  const texts = pageTexts[language];
  const figure = view.total.count.toLocaleString(language);
  const count = view.total.atLeast ? texts.atLeast(figure) : figure;
  const counted = q === '' ? texts.results(count) : texts.resultsFor(count, q);
  const next = view.next && searchAddress({ language, parameters: { ...parameters, after: view.next } });
  return htmlPage({
    language,
    title: q === '' ? texts.catalogue : texts.titleFor(q),
    description: q === '' ? texts.described : counted,
    words: q,
    translated: (other) => searchAddress({ language: other, parameters }),
    body: [
      `<h1>${escapedHtml(counted)}</h1>`,
      `<ol>${view.hits.map((hit) => hitHtml(hit, texts)).join('')}</ol>`,
      next ? `<p><a href="${escapedHtml(next)}">${texts.next}</a></p>` : '',
      facetsHtml(view.facets, search, memberName),
    ].join('\n'),
    jsonLd: structured(site, view),
    first: { path: asAsked(parameters), answer: view },
  });
};
