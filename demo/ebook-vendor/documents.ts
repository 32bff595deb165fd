import type { Held, Lending } from './lending.ts';
import type { VendorTitle } from './titles.ts';

const opds = (name: string): string => `http://opds-spec.org/${name}`;
const simplified = (name: string): string => `http://librarysimplified.org/terms/${name}`;
const atomEntry = 'application/atom+xml;type=entry;profile=opds-catalog';
const PAGE = 20;

/** Writes the documents of the stand-in vendor, as a Palace server does. Takes its address. */
export const documentsAt = (base: string, lending: Lending, titles: readonly VendorTitle[]) => {
  const work = ({ key }: VendorTitle): string => `${base}/works/${encodeURIComponent(key)}`;

  const metadata = (title: VendorTitle) => ({
    '@type': title.audiobook ? 'http://bib.schema.org/Audiobook' : 'http://schema.org/EBook',
    ...{ title: title.title, identifier: title.identifier, language: title.language },
    author: { name: title.author.split(', ').slice(0, 2).reverse().join(' '), sortAs: title.author },
    ...{ publisher: { name: title.publisher }, published: `${title.year}-01-01`, modified: '2026-11-01T00:00:00Z' },
    subject: title.subjects.map((name) => ({ name })),
  });

  const availability = (title: VendorTitle, held: Held | undefined) => {
    const { free, waiting } = lending.counts(title);
    const until = held && 'until' in held ? { until: new Date(held.until).toISOString() } : {};
    // A copy that is ready is `reserved` like any hold, and a loan is `ready`, as a Palace server writes them.
    const states = { waiting: 'reserved', ready: 'reserved', loan: 'ready' } as const;
    const state = held ? states[held.is] : free > 0 ? 'available' : 'unavailable';
    if (title.copies === undefined) return { availability: { state, ...until } };
    return {
      availability: { state, ...until },
      copies: { total: title.copies, available: Math.min(free, title.copies) },
      holds: {
        total: waiting + (held?.is === 'ready' ? 1 : 0),
        ...(held?.is === 'waiting' && { position: held.position }),
      },
    };
  };

  const entry = (title: VendorTitle, card?: string) => {
    const held = card === undefined ? undefined : lending.heldBy(title, card);
    const properties = availability(title, held);
    const indirectAcquisition = [
      { type: 'application/vnd.readium.lcp.license.v1.0+json', child: [{ type: 'application/epub+zip' }] },
    ];
    const borrow = {
      ...{ rel: opds('acquisition/borrow'), href: `${work(title)}/borrow`, type: atomEntry },
      properties: { ...properties, indirectAcquisition },
    };
    const read = {
      ...{ rel: opds('acquisition'), href: `${work(title)}/read`, type: 'text/html' },
      properties: { availability: properties.availability },
    };
    const revoke = { rel: simplified('rel/revoke'), href: `${work(title)}/revoke`, type: atomEntry };
    const lent = held?.is === 'loan' ? [read, revoke] : [borrow, ...(held ? [revoke] : [])];
    return {
      metadata: metadata(title),
      links: [{ rel: card === undefined ? 'alternate' : 'self', href: work(title), type: atomEntry }, ...lent],
    };
  };

  const feedLinks = [
    { rel: opds('shelf'), href: `${base}/loans`, type: 'application/opds+json' },
    {
      rel: opds('auth/document'),
      href: `${base}/authentication`,
      type: 'application/vnd.opds.authentication.v1.0+json',
    },
  ];

  return {
    entry,
    feed: (page: number) => {
      const from = page * PAGE;
      const next =
        from + PAGE < titles.length
          ? [{ rel: 'next', href: `/feed?page=${page + 1}`, type: 'application/opds+json' }]
          : [];
      return {
        metadata: { title: 'Stand-in vendor of e-books', numberOfItems: titles.length, itemsPerPage: PAGE },
        links: [
          { rel: 'self', href: `${base}/feed?page=${page}`, type: 'application/opds+json' },
          ...next,
          ...feedLinks,
        ],
        publications: titles.slice(from, from + PAGE).map((title) => entry(title)),
      };
    },
    loans: (card: string) => ({
      metadata: { title: 'Loans and holds' },
      links: [{ rel: 'self', href: `${base}/loans`, type: 'application/opds+json' }],
      publications: lending.accountOf(card).map(({ title }) => entry(title, card)),
    }),
    authentication: () => ({
      ...{ id: `${base}/authentication`, title: 'Stand-in vendor of e-books' },
      authentication: [
        { type: opds('auth/basic'), labels: { login: 'Card number', password: 'PIN' } },
        {
          type: 'http://thepalaceproject.org/authtype/basic-token',
          links: [{ rel: 'authenticate', href: `${base}/token`, type: 'application/json' }],
        },
      ],
      links: [{ rel: opds('shelf'), href: `${base}/loans`, type: 'application/opds+json' }],
    }),
    problem: (name: string, status: number) => ({
      type: simplified(`problem/${name}`),
      title: name.replaceAll('-', ' '),
      status,
    }),
  };
};
