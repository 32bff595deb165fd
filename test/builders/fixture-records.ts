type Book = {
  title: string;
  by: string;
  year: number;
  format: string;
  language: string;
  other?: string;
  out?: boolean;
};

const books: readonly Book[] = [
  { title: 'Nature', by: '', year: 1869, format: 'journal', language: 'eng' },
  {
    title: 'Emma',
    by: 'Jane Austen ; edited with an introduction by Fiona Stafford',
    year: 2003,
    format: 'book',
    language: 'eng',
  },
  {
    title: 'The tale of Genji',
    by: 'Murasaki Shikibu',
    year: 2001,
    format: 'book',
    language: 'jpn',
    other: 'Genji monogatari',
  },
  {
    title: 'Cien años de soledad',
    by: 'Gabriel García Márquez',
    year: 1967,
    format: 'book',
    language: 'spa',
    out: true,
  },
  { title: 'Matilda', by: 'Roald Dahl ; illustrated by Quentin Blake', year: 1988, format: 'book', language: 'eng' },
  {
    title: 'The mariner’s mirror',
    by: 'Society for Nautical Research',
    year: 1911,
    format: 'journal',
    language: 'eng',
  },
  {
    title: 'Die Zauberflöte : Oper in zwei Aufzügen',
    by: 'Wolfgang Amadeus Mozart',
    year: 1970,
    format: 'score',
    language: 'ger',
  },
  {
    title: 'Seven samurai',
    by: 'directed by Akira Kurosawa',
    year: 2006,
    format: 'video',
    language: 'jpn',
    other: '七人の侍',
  },
  { title: 'Kind of blue', by: 'Miles Davis', year: 1997, format: 'music-recording', language: 'eng', out: true },
  { title: 'Atlas of the Great Lakes', by: 'Great Lakes Commission', year: 1992, format: 'map', language: 'eng' },
];

const idOf = (at: number): string => `rec_${at}`;

const hitOf = ({ title, by, year, format, language, other, out }: Book, at: number) => ({
  recordId: idOf(at),
  title,
  ...(by ? { responsibility: by } : {}),
  ...(other ? { otherTitle: other } : {}),
  publishers: ['Penguin'],
  year,
  format,
  languages: [language],
  isOnline: false,
  isbn13: [],
  members: ['riverton', 'lakeshore', 'harcourt', 'calder'].map((memberId, index) => ({
    memberId,
    copies: 1,
    available: out || index === at % 3 ? 0 : 1,
  })),
});

const facet = (...rows: [string, number][]) => rows.map(([value, count]) => ({ value, count }));

const languages = facet(['eng', 6], ['jpn', 2], ['spa', 1], ['ger', 1]);

/** The values of a facet of codes: more languages than a search shows. */
export const fixtureFacetCodes = (name: string) => ({
  values: name === 'language' ? [...languages, ...facet(['wel', 1], ['cat', 1], ['heb', 1])] : [],
  atLeast: false,
});

const editionsOf = (i: number): number => 1 + (i % 3);

/**
 * A page of hits for a search; `many` finds more than is counted, `nothing` finds nothing, `emna` has approximate hits only,
 * `emmma` is corrected, for `ema` another term is offered, and for `online` all are e-books.
 */
export const fixtureHits = (query: URLSearchParams) => {
  const q = query.get('q') ?? '';
  const wanted = query.get('format')?.split(',');
  const hits =
    q === 'nothing'
      ? []
      : books
          .map(hitOf)
          .map((hit) => (q === 'online' ? { ...hit, isOnline: true, members: [] } : hit))
          .filter(({ format }) => !wanted || wanted.includes(format));
  const shelved = hits.map((hit, i) =>
    i > 1 ? hit : { ...hit, shelvedAs: { memberId: 'riverton', callNumber: `PR${i}` } },
  );
  const works = query.get('group') === 'works';
  const count = works ? hits.reduce((sum, _, i) => sum + editionsOf(i), 0) : hits.length;
  return {
    ...(q === 'many'
      ? { total: { count: 10_000, atLeast: true }, next: 'bW9yZQ' }
      : { total: { count, atLeast: false } }),
    relaxed: q === 'emna' || q === 'emmma',
    ...(q === 'emmma' ? { corrected: 'emma' } : {}),
    ...(q === 'ema' ? { suggestion: 'emma' } : {}),
    hits: works
      ? hits.map((hit, i) => ({ ...hit, editions: editionsOf(i), work: `d29yay0${i}` }))
      : query.get('sort') === 'callNumber'
        ? shelved
        : hits,
    facets: {
      format: facet(['book', 4], ['journal', 2], ['score', 1], ['video', 1], ['music-recording', 1], ['map', 1]),
      language: languages,
      member: facet(
        ['riverton', 9],
        ['lakeshore', 8],
        ['harcourt', 8],
        ['calder', 7],
        ['ashgrove', 2],
        ['northfield', 1],
      ),
      decade: [1860, 1910, 1960, 1970, 1980, 1990, 2000].map((from) => ({ from, count: 1 })),
      more: ['language'],
    },
  };
};

const copy = (id: string, state: string, more: object = {}) => ({
  itemId: `itm_${id}`,
  barcode: `3110100000${id}`,
  location: 'Adult fiction',
  callNumber: 'FIC AUS',
  category: 'book',
  copyNumber: '1',
  volume: '',
  state,
  ...more,
});

const due = new Date(Date.now() + 14 * 86_400_000).toISOString();
const holdings = [
  {
    memberId: 'riverton',
    branches: [
      { branchId: 'riverton.main', copies: [copy('0011', 'available'), copy('0029', 'on-loan', { due })] },
      { branchId: 'riverton.eastside', copies: [copy('0037', 'in-transit', { elsewhere: 'lakeshore.main' })] },
    ],
  },
  { memberId: 'lakeshore', branches: [{ branchId: 'lakeshore.main', copies: [copy('0045', 'on-hold-shelf')] }] },
  {
    memberId: 'harcourt',
    branches: [
      {
        branchId: 'harcourt.main',
        copies: [copy('0052', 'available', { callNumber: 'PR4034 .E5 2003', location: 'Stacks' })],
      },
    ],
  },
];

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Two recommended titles and two events of Riverton, the second with a link, and one of another library unless one is asked for. */
export const fixtureHome = (member: string | null) => ({
  picks: [
    { memberId: 'riverton', sentence: 'Read it for the conversations.' },
    { memberId: 'lakeshore', sentence: 'The best thing that we watched this year.' },
  ]
    .filter(({ memberId }) => member === null || memberId === member)
    .map((pick, at) => ({
      ...pick,
      recordId: idOf(at),
      title: books[at]?.title ?? '',
      format: books[at]?.format ?? '',
    })),
  events: [
    { branchId: 'riverton.main', title: 'Story time', day: dayIn(2), from: '10:00', until: '10:45', place: 'Room 1' },
    {
      branchId: 'riverton.eastside',
      title: 'Chess evening',
      day: dayIn(4),
      from: '17:00',
      url: 'https://example.org/chess',
    },
    { branchId: 'lakeshore.main', title: 'Conversation in Spanish', day: dayIn(5), from: '18:00', until: '19:30' },
  ].filter(({ branchId }) => member === null || branchId.startsWith(`${member}.`)),
  ...(member !== 'lakeshore' && { childrensPage: true }),
  ...(member !== null && { v: 3 }),
});

/** The most requested titles. */
export const fixtureRequested = {
  titles: books
    .slice(0, 3)
    .map(({ title, format }, at) => ({ recordId: idOf(at), title, format, waiting: 9 - 3 * at })),
};

/** Titles related to a record: one edition, three similar ones, and all books in shelf order. */
export const fixtureRelated = (recordId: string) => {
  const titles = books.map(({ title, year, format, language }, at) => ({
    ...{ recordId: idOf(at), title, year, format, languages: [language] },
    author: 'Austen, Jane, 1775-1817',
  }));
  return {
    editions: [{ ...titles[1], recordId: 'rec_e1', year: 2015, format: 'ebook' }],
    similar: titles.filter((one) => one.recordId !== recordId).slice(0, 3),
    shelf: titles.map((one, at) => ({ ...one, callNumber: `FIC ${'ABCDEFGHIJ'.charAt(at)}US` })),
  };
};

/** A record's page; `rec_e…` is an e-book. */
export const fixtureRecord = (recordId: string) => {
  const book = books[Number(recordId.slice(-1))] ?? books[0];
  if (!book) throw new Error('the fixture has no books');
  const { title, by, year, format, language, other } = book;
  return {
    recordId,
    description: {
      title,
      originalScriptTitles: other ? [other] : [],
      responsibility: by,
      author: { kind: 'person', name: 'Austen, Jane, 1775-1817', roles: ['author'] },
      contributors: [{ kind: 'person', name: 'Stafford, Fiona', roles: ['editor'] }],
      subjects: ['Young women -- England -- Fiction', 'England -- Social life and customs -- 19th century -- Fiction'],
      series: ['Penguin classics'],
      contents: [],
      summaries: ['Emma Woodhouse, handsome, clever and rich, arranges the lives of others and misreads her own.'],
      extent: 'xxxviii, 474 pages ; 20 cm',
      publishers: ['Penguin'],
      places: ['London'],
      year,
      languages: [language],
      format,
      isOnline: recordId.startsWith('rec_e'),
      isbn13: ['9780141439587'],
      issn: [],
      links: [],
    },
    ownNotes: [],
    holdings: holdings.map((one) => one),
    schemaOrg: {
      '@context': 'https://schema.org',
      '@type': 'Book',
      identifier: recordId,
      name: title,
      offers: [
        {
          '@type': 'Offer',
          availability: 'https://schema.org/InStock',
          offeredBy: { '@type': 'Library', name: 'riverton.main' },
          sku: 'FIC AUS',
        },
      ],
    },
  };
};

const headings = [
  'Asimov, Isaac',
  'Austen, Jane, 1775-1817',
  'Austen-Leigh, James',
  'Austen-Leigh, Jane',
  'Auster, Paul',
];

/** A page of a list at any position: the entry before the term and those after it. */
export const fixtureHeadings = () => ({
  headings: headings.map((heading, i) => ({
    at: Buffer.from(`key ${i}`).toString('base64url'),
    heading,
    count: i === 3 ? 0 : [2, 1, 3, 0, 1][i],
    ...(i === 3 ? { see: { heading: 'Austen, Jane, 1775-1817', at: Buffer.from('key 1').toString('base64url') } } : {}),
    ...(i === 1 ? { record: { recordId: 'rec_1', title: 'Emma', year: 2003 } } : {}),
  })),
  position: 1,
  first: false,
  last: false,
});
