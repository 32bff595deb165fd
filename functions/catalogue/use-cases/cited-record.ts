import { type Citation, type CitedKind, isPart } from '../../../layers/kernel/citation/citation.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Engine } from '../../../layers/platform/search/client.ts';
import type { Description } from '../../../layers/protocols/marc/description.ts';
import type { Format } from '../../../layers/protocols/marc/format.ts';
import { findRecords } from '../../discovery/data/search-index/find-records.ts';
import { plainWish, type SearchWish } from '../../discovery/domain/search-wish.ts';
import { hiddenOf } from '../data/hidden-with.ts';
import { key } from '../data/keys.ts';
import type { LeadsOf } from '../data/leading-members.ts';
import { inflated, readSource } from '../data/source-record.ts';
import { findRecord } from '../data/union-record.ts';
import { readStored } from '../domain/load-record.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { unionDescription } from '../domain/union-description.ts';
import { maySee, type Viewer } from '../domain/visibility.ts';

/**
 * A union record and what its sources say of it to who looks; `told` is what they say to everybody, where they say anything:
 * no other words go into a citation, as partners and other members read it.
 */
export type DescribedRecord = { recordId: string; description: Description; told?: Description };

/** Where union records are described: the table, and whose records lead in what at a time (epoch ms). */
export type Describing = { table: Table; leads: (now: number) => Promise<LeadsOf> };

/** Who looks, and when (epoch ms). */
export type Looking = { viewer: Viewer; now: number };

/** To whom it is described what leaves the consortium, or a library. */
export const everybody: Viewer = { kind: 'anonymous' };

/**
 * What a union record is now, by those of its sources in the table that the viewer may see, as pages show it; those too large
 * for the table are passed over. Undefined without any.
 */
export const describeUnion = async (
  { table, leads }: Describing,
  recordId: string,
  { viewer, now }: Looking,
): Promise<DescribedRecord | undefined> => {
  const found = await findRecord(table, recordId);
  if (!found) return undefined;
  const [leadsOf, rows] = await Promise.all([
    leads(now),
    table.getMany(found.now.sources.map((sourceId) => key('source', { sourceId }))),
  ]);
  const sources = rows.flatMap((row) => {
    const source = row && readSource(row);
    if (!source?.marc) return [];
    const { sourceId, form, marc, hiddenFrom } = source;
    const memberId = memberOfSource(sourceId);
    return [{ sourceId, memberId, hiddenFrom, leads: leadsOf(memberId), record: readStored(form, inflated(marc)) }];
  });
  const seenBy = (who: Viewer) => sources.filter(({ memberId, hiddenFrom }) => maySee(who, memberId, hiddenFrom));
  const [seen, open] = [seenBy(viewer), seenBy(everybody)];
  const description = unionDescription(seen);
  // What nothing is hidden of is described once: it is told to everybody as who looks sees it.
  const told = seen.every((source) => open.includes(source)) ? description : unionDescription(open);
  return description && { recordId: found.now.recordId, description, ...(told && { told }) };
};

/** Whether a viewer may see any of these source records; where there is none, nobody hides it. */
export const isSeenBy = async (table: Table, sources: readonly string[], viewer: Viewer): Promise<boolean> => {
  const rows = await table.getMany(sources.map((sourceId) => key('source', { sourceId })));
  return sources.length === 0 || sources.some((id, at) => maySee(viewer, memberOfSource(id), hiddenOf(rows[at])));
};

type Number = { q: string; isOf: (description: Description) => boolean };

/**
 * The numbers of a citation that name a record, the strongest first. An ISSN names a journal; that of a book is of its
 * series, which is not what is wanted.
 */
const numbersOf = (citation: Citation): Number[] => {
  const { isbn = [], issn = [], oclc, lccn, kind } = citation;
  const inBooks = kind === 'book' || kind === 'chapter' || kind === 'dissertation';
  return [
    ...isbn.map((q) => ({ q, isOf: ({ identifiers }: Description) => identifiers.isbn13.includes(q) })),
    ...(oclc === undefined
      ? []
      : [{ q: `(OCoLC)${oclc}`, isOf: ({ identifiers }: Description) => identifiers.oclc.includes(oclc) }]),
    ...(lccn === undefined
      ? []
      : [{ q: lccn, isOf: ({ identifiers }: Description) => identifiers.lccn.includes(lccn) }]),
    ...(inBooks
      ? []
      : issn.map((q) => ({
          q,
          isOf: ({ identifiers: { issn: own, issnL } }: Description) => [...own, ...issnL].includes(q),
        }))),
  ];
};

const byNumber = (q: string): SearchWish => plainWish(q, { scope: 'identifier', limit: 5 });

/** Where citations are looked up: what describes records, the search engine and the name of the index in it. */
export type CitedIn = Describing & { engine: Engine; family: string };

/**
 * The union record that a citation names by ISBN, OCLC number, LCCN or (for a journal and what is in it) ISSN, as far as
 * the viewer may see it. Match blocks know one number of each record; the index knows all, and also local numbers and
 * barcodes that look alike: so each hit is looked at itself. Undefined when none is named. Throws `EngineUnavailable`.
 */
export const findCited = async (
  cited: CitedIn,
  citation: Citation,
  looking: Looking,
): Promise<DescribedRecord | undefined> => {
  for (const { q, isOf } of numbersOf(citation)) {
    const { hits } = await findRecords(cited.engine, cited.family, byNumber(q), looking.viewer);
    for (const { recordId } of hits) {
      const record = await describeUnion(cited, recordId, looking);
      if (record && isOf(record.description)) return record;
    }
  }
  return undefined;
};

const some = (texts: readonly string[]): string[] | undefined => (texts.length > 0 ? [...texts] : undefined);
const worded = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const kindOf = (format: Format): CitedKind => {
  if (['journal', 'ejournal', 'newspaper'].includes(format)) return 'journal';
  return ['book', 'large-print', 'braille', 'ebook'].includes(format) ? 'book' : 'other';
};

/**
 * A union record as a citation, for who does not know our record ids; with the part of it that is wanted, when one is. The
 * words of the record go before those that were typed, as far as everybody may read them: of a record that is hidden from the
 * public there are only the typed ones, if any.
 */
export const citationOfRecord = ({ told }: DescribedRecord, wanted?: Citation): Citation | undefined => {
  if (told === undefined) return wanted;
  const { titles, mainName, publication, edition, series, identifiers, format } = told;
  const { isbn13, issn, issnL, oclc, lccn } = identifiers;
  const { year } = publication;
  const part = wanted !== undefined && isPart(wanted);
  const words = {
    title: worded(titles.title),
    author: mainName?.name,
    edition,
    publisher: publication.publishers[0],
    place: publication.places[0],
    series: series[0],
    isbn: some(isbn13),
    // With its linking ISSN, and the one that was asked by: print and online are one periodical.
    issn: some([...new Set([...issn, ...issnL, ...(part ? (wanted.issn ?? []) : [])])]),
    oclc: oclc[0],
    lccn: lccn[0],
    // Of a journal the year is that of the part.
    date: kindOf(format) === 'journal' || part || year === undefined ? undefined : String(year),
  };
  const known = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  return { kind: kindOf(format), ...wanted, ...known };
};
