import { type Citation, type CitedKind, isPart } from '../../kernel/citation/citation.ts';
import { isbn13Of, issnOf, lccnOf, oclcOf } from '../../kernel/citation/standard-numbers.ts';
import { withoutUndefinedAs } from '../../kernel/collections/without-undefined.ts';
import { lineOf } from './plain-values.ts';
import type { MessageOf } from './schemas.ts';

type Requested = Pick<MessageOf<'request'>, 'bibliographicInfo' | 'publicationInfo' | 'serviceInfo'>;
type Bibliographic = MessageOf<'request'>['bibliographicInfo'];
type Publication = NonNullable<MessageOf<'request'>['publicationInfo']>;
type Ids = Pick<Citation, 'isbn' | 'issn' | 'oclc' | 'lccn' | 'doi' | 'pmid'>;

const kinds: Readonly<Record<string, CitedKind>> = {
  article: 'article',
  book: 'book',
  chapter: 'chapter',
  conferenceproc: 'book',
  governmentpubl: 'book',
  journal: 'journal',
  newspaper: 'journal',
  report: 'book',
  thesis: 'dissertation',
};
const types: Readonly<Partial<Record<CitedKind, string>>> = {
  article: 'Article',
  book: 'Book',
  chapter: 'Chapter',
  dissertation: 'Thesis',
  journal: 'Journal',
};

// A part named within a whole is the requested item, whatever type the whole has.
const kindOf = ({ publicationInfo, bibliographicInfo, serviceInfo }: Requested, ids: Ids): CitedKind => {
  const statedKind = kinds[publicationInfo?.publicationType?.value.trim().toLowerCase() ?? ''];
  const { titleOfComponent, pagesRequested, issue } = bibliographicInfo;
  const names = titleOfComponent !== undefined || (serviceInfo.serviceType === 'Copy' && pagesRequested !== undefined);
  if (statedKind === 'article' || statedKind === 'chapter') return statedKind;
  if (names) return ids.isbn !== undefined || statedKind === 'book' ? 'chapter' : 'article';
  if (statedKind !== undefined) return statedKind;
  if (publicationInfo?.publicationType !== undefined) return 'other';
  return ids.issn !== undefined || issue !== undefined ? 'journal' : 'book';
};

const doiOf = (text: string): string | undefined => /10\.\d{4,9}\/\S{1,200}/.exec(text)?.[0].toLowerCase();
const pmidOf = (text: string): string | undefined => /^(?:pmid:?\s*)?(\d{1,9})$/i.exec(text.trim())?.[1];
const list = (name: 'isbn' | 'issn', value: string | undefined): Ids =>
  value === undefined ? {} : { [name]: [value] };

const readers: Readonly<Record<string, (value: string) => Ids>> = {
  isbn: (value) => list('isbn', isbn13Of(value)),
  issn: (value) => list('issn', issnOf(value)),
  doi: (value) => withoutUndefinedAs<Ids>({ doi: doiOf(value) }),
  oclc: (value) =>
    withoutUndefinedAs<Ids>({ oclc: oclcOf(/^\s*\d+\s*$/.test(value) ? `(OCoLC)${value.trim()}` : value) }),
  lccn: (value) => withoutUndefinedAs<Ids>({ lccn: lccnOf(value) }),
  la: (value) => withoutUndefinedAs<Ids>({ lccn: lccnOf(value) }),
  pmid: (value) => withoutUndefinedAs<Ids>({ pmid: pmidOf(value) }),
  pm: (value) => withoutUndefinedAs<Ids>({ pmid: pmidOf(value) }),
};

const idsOf = ({ bibliographicItemId: items = [], bibliographicRecordId: records = [] }: Bibliographic): Ids => {
  const named = [
    ...items.map((id) => [id.bibliographicItemIdentifierCode.value, id.bibliographicItemIdentifier] as const),
    ...records.map((id) => [id.bibliographicRecordIdentifierCode.value, id.bibliographicRecordIdentifier] as const),
  ];
  let ids: Ids = {};
  for (const [code, value] of named) {
    const { isbn = [], issn = [], ...one } = readers[code.trim().toLowerCase()]?.(value) ?? {};
    const both = {
      isbn: [...new Set([...(ids.isbn ?? []), ...isbn])],
      issn: [...new Set([...(ids.issn ?? []), ...issn])],
    };
    ids = {
      ...one,
      ...ids,
      ...(both.isbn.length > 0 && { isbn: both.isbn }),
      ...(both.issn.length > 0 && { issn: both.issn }),
    };
  }
  return ids;
};

/** Pages as a citation has them: "pp. 12 – 20" is `12-20`. */
const pagesOf = (text: string | undefined): string | undefined =>
  lineOf(text)
    ?.replace(/^p(?:p|ages?)?\b\.?\s*/i, '')
    .split(/[\u2010-\u2015\u2212-]/)
    .map((page) => page.trim())
    .join('-') || undefined;

const dateOf = (text: string | undefined): string | undefined =>
  /^\s*\d{4}(?:-?\d{2}(?:-?\d{2})?)?\s*$/.test(text ?? '')
    ? text?.trim()
    : text?.match(/(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/)?.[0];

const joined = (parts: (string | undefined)[], by: string): string | undefined =>
  lineOf(parts.filter((part) => part !== undefined && part.trim() !== '').join(by));

/** Reads the citation of a partner's request; identifiers with a wrong check digit are omitted. */
export const citationOf = (request: Requested): Citation => {
  const { bibliographicInfo: info, publicationInfo: publication } = request;
  const ids = idsOf(info);
  return withoutUndefinedAs<Citation>({
    kind: kindOf(request, ids),
    title: joined([info.title, info.subtitle], ': '),
    partTitle: lineOf(info.titleOfComponent),
    author: lineOf(info.author),
    partAuthor: lineOf(info.authorOfComponent),
    edition: lineOf(info.edition),
    volume: joined(info.volume ?? [], '; '),
    issue: lineOf(info.issue),
    pages: pagesOf(info.pagesRequested),
    date: dateOf(publication?.publicationDate),
    publisher: lineOf(publication?.publisher),
    place: lineOf(publication?.placeOfPublication),
    series: lineOf(info.seriesTitle),
    ...{ isbn: ids.isbn, issn: ids.issn, oclc: ids.oclc, lccn: ids.lccn, doi: ids.doi, pmid: ids.pmid },
    source: lineOf(info.informationSource),
  });
};

const itemIds = ({ isbn = [], issn = [], doi }: Citation): Bibliographic['bibliographicItemId'] => {
  const named = [...isbn.map((id) => ['ISBN', id]), ...issn.map((id) => ['ISSN', id]), ...(doi ? [['DOI', doi]] : [])];
  const ids = named.map(([value = '', id = '']) => ({
    bibliographicItemIdentifierCode: { value },
    bibliographicItemIdentifier: id,
  }));
  return ids.length > 0 ? ids : undefined;
};

const recordIds = ({ oclc, lccn, pmid }: Citation): Bibliographic['bibliographicRecordId'] => {
  const ids = Object.entries({ OCLC: oclc, LCCN: lccn, PMID: pmid }).flatMap(([value, id]) =>
    id === undefined ? [] : [{ bibliographicRecordIdentifierCode: { value }, bibliographicRecordIdentifier: id }],
  );
  return ids.length > 0 ? ids : undefined;
};

/** Writes the requested item from its citation; `supplierRecordId` is the supplier's own number for it. */
export const bibliographicOf = (citation: Citation, supplierRecordId?: string): Bibliographic =>
  withoutUndefinedAs<Bibliographic>({
    supplierUniqueRecordId: supplierRecordId,
    title: citation.title,
    author: citation.author,
    seriesTitle: citation.series,
    edition: citation.edition,
    titleOfComponent: citation.partTitle,
    authorOfComponent: citation.partAuthor,
    volume: citation.volume === undefined ? undefined : [citation.volume],
    issue: citation.issue,
    pagesRequested: citation.pages,
    bibliographicItemId: itemIds(citation),
    informationSource: citation.source,
    bibliographicRecordId: recordIds(citation),
  });

/** Writes the publisher, place, date and type of the requested publication. */
export const publicationOf = (citation: Citation): Publication | undefined => {
  const type = types[isPart(citation) && citation.kind === 'journal' ? 'article' : citation.kind];
  const info = withoutUndefinedAs<Publication>({
    publisher: citation.publisher,
    publicationType: type === undefined ? undefined : { value: type },
    publicationDate: citation.date,
    placeOfPublication: citation.place,
  });
  return Object.keys(info).length > 0 ? info : undefined;
};
