import type { Format } from '../../../../layers/protocols/marc/format.ts';
import { distinct } from '../../../../layers/protocols/marc/isbd.ts';
import type { DescriptionView } from '../../../catalogue/public/views.ts';
import type { LiveCopy, MemberHoldings } from '../views.ts';
import { languageTag } from './language-tag.ts';
import { lifeOf, undated } from './life-dates.ts';
import type { SchemaOrg, SchemaOrgName, SchemaOrgOffer } from './schema-org-schema.ts';

const types: Partial<Record<Format, string>> = {
  book: 'Book',
  'large-print': 'Book',
  braille: 'Book',
  ebook: 'Book',
  journal: 'Periodical',
  ejournal: 'Periodical',
  newspaper: 'Newspaper',
  'website-or-database': 'WebSite',
  score: 'SheetMusic',
  map: 'Map',
  video: 'Movie',
  'music-recording': 'MusicAlbum',
  'spoken-recording': 'Audiobook',
  image: 'VisualArtwork',
  software: 'SoftwareApplication',
  manuscript: 'Manuscript',
  archive: 'ArchiveComponent',
};

const typeOf = (format: string): string => Object.entries(types).find(([of]) => of === format)?.[1] ?? 'CreativeWork';

/** Returns a copy as an offer: on the shelf or not. Whether it may be lent depends on rules, not on the page. */
const offerOf = (branchId: string, { state, callNumber, barcode }: LiveCopy): SchemaOrgOffer => ({
  '@type': 'Offer',
  availability: state === 'available' ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
  offeredBy: { '@type': 'Library', name: branchId },
  ...(callNumber === '' ? {} : { sku: callNumber }),
  ...(barcode === '' ? {} : { serialNumber: barcode }),
});

/** Returns a non-empty list under its name; nothing for an empty one. */
const some = <N extends string, T>(name: N, list: readonly T[]): { [K in N]?: T[] } =>
  (list.length === 0 ? {} : { [name]: [...list] }) as { [K in N]?: T[] };

/** In schema.org authors are persons or organizations; a meeting is closest to the latter. */
const namedOf = ({ kind, name, dates }: DescriptionView['contributors'][number]): SchemaOrgName => ({
  '@type': kind === 'person' ? 'Person' : 'Organization',
  name: dates === undefined ? name : undated(name, dates),
  ...(dates === undefined ? {} : lifeOf(dates)),
});

/**
 * Returns a record as schema.org. Takes its id, its description as shown to the viewer, the address of its page where known, and the copies
 * the viewer may see; without them it states no availability.
 */
export const schemaOrgOf = (
  recordId: string,
  of: DescriptionView,
  url?: string,
  holdings: readonly MemberHoldings[] = [],
): SchemaOrg => ({
  '@context': 'https://schema.org',
  '@type': typeOf(of.format),
  ...(url === undefined ? {} : { '@id': url, url }),
  identifier: recordId,
  name: of.title,
  ...some('alternateName', of.originalScriptTitles),
  ...some('author', of.author ? [namedOf(of.author)] : []),
  ...some('contributor', of.contributors.map(namedOf)),
  ...some('about', of.subjects),
  ...some('description', of.summaries),
  ...(of.edition === undefined ? {} : { bookEdition: of.edition }),
  ...(of.format === 'ebook' ? { bookFormat: 'https://schema.org/EBook' } : {}),
  ...some(
    'publisher',
    of.publishers.map((name) => ({ '@type': 'Organization' as const, name })),
  ),
  ...(of.year === undefined ? {} : { datePublished: String(of.year) }),
  ...some('inLanguage', distinct(of.languages.flatMap((code) => languageTag(code) ?? []))),
  ...some('isbn', of.isbn13),
  ...some('issn', of.issn),
  ...some(
    'isPartOf',
    of.series.map((name) => ({ '@type': 'CreativeWorkSeries' as const, name })),
  ),
  ...some(
    'offers',
    holdings.flatMap(({ branches }) =>
      branches.flatMap(({ branchId, copies }) => copies.map((copy) => offerOf(branchId, copy))),
    ),
  ),
});
