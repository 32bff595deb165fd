import type { RecordPage, SearchView } from '../views.ts';
import { isListed, languageIn, searchedIn } from './page-query.ts';
import { recordHtml } from './record-html.ts';
import { searchHtml } from './search-html.ts';
import { sitemapIndex, sitemapPart } from './sitemap.ts';

/** The pages that work without JavaScript, and the sitemap. */
const site = 'https://library.test';
const nasty = '</script><script>alert("x")</script>';
const copy = { itemId: 'i', barcode: 'b', location: '', category: 'book', copyNumber: '1', volume: '' };
const page: RecordPage = {
  recordId: 'rec_2',
  movedFrom: 'rec_1',
  description: {
    ...{ title: `Emma ${nasty}`, originalScriptTitles: [], responsibility: 'Jane Austen', contributors: [] },
    ...{ subjects: ['Young women'], series: [], contents: [], summaries: [], publishers: ['Penguin'], places: [] },
    ...{ year: 2003, languages: ['eng'], format: 'book', isOnline: false, isbn13: [], issn: [], links: [] },
  },
  ownNotes: [],
  holdings: [
    {
      memberId: 'oak',
      branches: [
        {
          branchId: 'oak.main',
          copies: [
            { ...copy, callNumber: 'FIC AUS', state: 'available' },
            { ...copy, callNumber: 'FIC', state: 'on-loan' },
          ],
        },
      ],
    },
  ],
  schemaOrg: { '@context': 'https://schema.org', '@type': 'Book', identifier: 'rec_2', name: `Emma ${nasty}` },
};
const surroundings = { site, memberName: (id: string) => `Library of ${id}` };
const around = { site, branchName: () => 'Oak & Elm', language: 'en' } as const;
/** Returns the data of the element with an attribute. */
const dataOf = (html: string, attribute: string): unknown => {
  const begin = html.indexOf('>', html.indexOf(attribute)) + 1;
  return JSON.parse(html.slice(begin, html.indexOf('</script>', begin)));
};

test('the page of a record names title, copies and branches, and has data for search engines and the first answer of the app', () => {
  const html = recordHtml(page, 'rec_1', around);
  for (const part of [
    'FIC AUS · On the shelf',
    'FIC · Not on the shelf',
    '<dd dir="auto">Young women</dd>',
    'Oak &amp; Elm',
  ])
    expect(html).toContain(part);
  expect(dataOf(html, 'ld+json"')).toMatchObject({ '@type': 'Book', url: `${site}/record/rec_2` });
  expect(dataOf(html, 'first-answer"')).toEqual({ path: '/v1/discovery/records/rec_1', answer: page });
  expect(recordHtml(page, 'rec_1', { ...around, language: 'es' })).toContain('<html lang="es">');
});

test('no text of a record or a search is markup, and none ends the element of data', () => {
  const view: SearchView = { total: { count: 0, atLeast: false }, relaxed: false, hits: [] };
  const search = { language: 'en', parameters: { q: nasty, limit: '20' } } as const;
  for (const html of [recordHtml(page, 'rec_1', around), searchHtml(view, search, surroundings)]) {
    expect(html).not.toContain('<script>alert');
    expect(html.match(/<script/g)).toHaveLength(4);
    expect(html.match(/<\/script>/g)).toHaveLength(4);
  }
});

test('the page of a search lists titles with their copies, links to the next ones, and answers the first request of the app', () => {
  const hit = { recordId: 'rec_1', title: 'Emma', author: 'Austen', publishers: [], format: 'book', languages: [] };
  const members = [
    { memberId: 'ash', copies: 2, available: 1 },
    { memberId: 'oak', copies: 1, available: 0 },
  ];
  const view: SearchView = {
    ...{ total: { count: 12_000, atLeast: true }, relaxed: false, next: 'bW9yZQ' },
    hits: [{ ...hit, isOnline: false, isbn13: [], members }],
  };
  const parameters = searchedIn('utm_source=x&q=emma&format=book&within=home&q=&sort=newest');
  expect(parameters).toEqual({ q: 'emma', format: 'book', sort: 'newest', limit: '20' });
  const html = searchHtml(view, { language: 'en', parameters }, surroundings);
  expect(html).toContain('<h1>more than 12,000 results for “emma”</h1>');
  expect(html).toContain('<a href="/record/rec_1" dir="auto">Emma</a><br />Austen · 1 of 3 copies on the shelf');
  expect(html).toContain('href="/search?q=emma&amp;format=book&amp;sort=newest&amp;after=bW9yZQ"');
  expect(dataOf(html, 'first-answer"')).toMatchObject({
    path: '/v1/discovery/search?format=book&limit=20&q=emma&sort=newest',
  });
  expect([isListed({ q: 'emma', limit: '20' }), isListed(parameters)]).toEqual([true, false]);
  expect(['lang=es', 'lang=fr', 'lang=xx', ''].map(languageIn)).toEqual(['es', 'fr', 'en', 'en']);
  const french = searchHtml(view, { language: 'fr', parameters }, surroundings);
  expect(french).toContain('<h1>plus de 12\u202f000 résultats pour «\u00a0emma\u00a0»</h1>');
  expect(french).toContain('sort=newest&amp;lang=es" lang="es">Español</a>');
  expect(french).toContain('sort=newest" lang="en">English</a>');
});

test('the page of a search links to each value of a facet, adds it to the search, and removes a chosen one', () => {
  const view: SearchView = {
    ...{ total: { count: 1, atLeast: false }, relaxed: false, hits: [] },
    facets: {
      format: [
        { value: 'book', count: 5 },
        { value: 'video', count: 1 },
      ],
      language: [{ value: 'ger', count: 1200 }],
      member: [{ value: 'ash', count: 2 }],
      decade: [
        { from: 1990, count: 3 },
        { from: 2000, count: 4 },
      ],
    },
  };
  const parameters = { q: 'emma', format: 'book', yearFrom: '1990', yearTo: '1999', after: 'bW9yZQ', limit: '20' };
  const html = searchHtml(view, { language: 'es', parameters }, surroundings);
  const years = 'yearFrom=1990&amp;yearTo=1999';
  for (const part of [
    `<a href="/search?q=emma&amp;${years}&amp;format=book%2Cvideo&amp;lang=es" rel="nofollow"><bdi>Película</bdi></a> (1)`,
    `<strong><bdi>Libro</bdi></strong> <a href="/search?q=emma&amp;${years}&amp;lang=es" rel="nofollow">Quitar`,
    `language=ger&amp;lang=es" rel="nofollow"><bdi>alemán</bdi></a> (1200)`,
    `member=ash&amp;lang=es" rel="nofollow"><bdi>Library of ash</bdi></a> (2)`,
    `<a href="/search?q=emma&amp;format=book&amp;lang=es" rel="nofollow">Quitar<span class="unseen"> <bdi>1990–1999`,
    'yearFrom=2000&amp;yearTo=2009',
    '<h1>1 resultado para «emma»</h1>',
  ])
    expect(html).toContain(part);
  const { facets: _, ...later } = view;
  expect(searchHtml(later, { language: 'es', parameters }, surroundings)).not.toContain('<nav');
});

test('the sitemap names its parts by the record before each, and the other pages are in the first part', () => {
  expect(sitemapIndex(site, ['rec_9']).match(/<loc>[^<]*/g)).toEqual([
    `<loc>${site}/sitemap/first.xml`,
    `<loc>${site}/sitemap/rec_9.xml`,
  ]);
  const pages = [`<loc>${site}/`, `<loc>${site}/search`, `<loc>${site}/browse`, `<loc>${site}/libraries`];
  expect(sitemapPart(site, ['rec_1'], true).match(/<loc>[^<]*/g)).toEqual([...pages, `<loc>${site}/record/rec_1`]);
  expect(sitemapPart(site, [], false)).not.toContain('<loc>');
});
