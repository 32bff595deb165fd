import { mediaTypes, relations } from '../../../layers/protocols/opds/relations.ts';
import type { DescriptionView } from '../../catalogue/public/views.ts';
import { languageTag } from '../../discovery/public/language-tag.ts';
import type { Title } from './title.ts';

type Named = DescriptionView['contributors'][number];

/** Returns "Jane Austen" for "Austen, Jane, 1775-1817". */
const directName = (heading: string): string => {
  const [last = '', first, ...rest] = heading.replace(/,? ?\d{3,4}\??-(?:\d{3,4}\??)?\.?$/, '').split(', ');
  return first === undefined ? last : [`${first} ${last}`, ...rest].join(', ');
};

const contributor = ({ kind, name }: Named) => ({
  name: kind === 'person' ? directName(name) : name,
  ...(kind === 'person' && { sortAs: name }),
});

/** Returns a non-empty list under its name; nothing for an empty one. */
const some = (name: string, list: readonly unknown[]) => (list.length === 0 ? {} : { [name]: list });

const metadataOf = ({ identifier, title, medium }: Title, of: DescriptionView, page: string) => {
  const isNarrator = ({ roles }: Named): boolean => roles.some((role) => /narrator/i.test(role));
  const year = of.year === undefined ? undefined : String(of.year).padStart(4, '0');
  return {
    '@type': medium === 'audiobook' ? 'http://schema.org/Audiobook' : 'http://schema.org/EBook',
    // OPDS asks for a URI; a vendor may have other identifiers.
    ...{ title, identifier: URL.canParse(identifier) ? identifier : page },
    ...some(
      'altIdentifier',
      of.isbn13.map((isbn) => `urn:isbn:${isbn}`),
    ),
    ...some('author', of.author ? [contributor(of.author)] : []),
    ...some('narrator', of.contributors.filter(isNarrator).map(contributor)),
    ...some('contributor', of.contributors.filter((one) => !isNarrator(one)).map(contributor)),
    ...some(
      'language',
      of.languages.flatMap((code) => languageTag(code) ?? []),
    ),
    ...some(
      'publisher',
      of.publishers.map((name) => ({ name })),
    ),
    ...(year !== undefined && { published: `${year}-01-01` }),
    ...(of.summaries.length > 0 && { description: of.summaries.join('\n') }),
    ...some(
      'subject',
      of.subjects.map((name) => ({ name })),
    ),
  };
};

const lendingProperties = ({ state, copies, free, waiting }: Title['availability']) => ({
  availability: { state: state === 'waiting' ? 'unavailable' : 'available' },
  ...(copies !== undefined && { copies: { total: copies, available: free ?? 0 } }),
  ...(waiting !== undefined && { holds: { total: waiting } }),
});

/** The addresses of a publication: its own document, its record's page, and whether its vendor's feed is open to everybody. */
export type PublicationAt = { self: string; page: string; isOpen: boolean };

/**
 * Returns a title as a publication of OPDS 2.0. It is borrowed at its vendor where the vendor's feed is public, else on its record's page.
 */
export const opdsPublication = (title: Title, of: DescriptionView, { self, page, isOpen }: PublicationAt) => {
  const properties = lendingProperties(title.availability);
  const lent = isOpen
    ? { rel: relations.borrow, href: title.borrow, type: mediaTypes.publication, properties }
    : { rel: relations.acquisition, href: page, type: 'text/html', properties };
  return {
    metadata: metadataOf(title, of, page),
    links: [
      { rel: 'self', href: self, type: mediaTypes.publication },
      { rel: 'alternate', href: page, type: 'text/html' },
      lent,
    ],
  };
};
