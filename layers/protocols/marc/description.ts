import { control, fields, originalScript, subfields } from './fields.ts';
import { type Format, formatOf, isOnline } from './format.ts';
import { type Identifiers, identifiersOf } from './identifiers.ts';
import { distinct } from './isbd.ts';
import { linkAddress } from './link-address.ts';
import { type Name, namesOf } from './names.ts';
import { languagesOf, type Publication, publicationOf } from './publication.ts';
import type { MarcRecord } from './record.ts';
import { joined, subjectOf } from './subjects.ts';
import { type Titles, titlesOf } from './titles.ts';

/** A link to the work or to something about it (856); `url` is an address that a browser may open. */
export type Link = { url: string; label: string; isFullText: boolean };

/** The fields of a record that the union catalogue shows and indexes. */
export type Description = {
  /** The contributing library's number of the record (001). */
  localId?: string;
  titles: Titles;
  /** Main entry (100, 110, 111). */
  mainName?: Name;
  /** Added entries (700, 710, 711). */
  addedNames: Name[];
  /** Subject headings (600 to 655), parts joined by " -- ". */
  subjects: string[];
  /** Series with numbering (490, else 8xx). */
  series: string[];
  /** Contents notes (505). */
  contents: string[];
  /** Summaries (520). */
  summaries: string[];
  /** 250 $a $b. */
  edition?: string;
  /** 300 $a $b $c. */
  extent?: string;
  publication: Publication;
  languages: string[];
  format: Format;
  isOnline: boolean;
  identifiers: Identifiers;
  /** 856 $u, as far as a browser may open it. */
  links: Link[];
  /** All text in another script that no other field here includes (880), for the index. */
  otherOriginalScript: string[];
};

const subjectTags = ['600', '610', '611', '630', '647', '648', '650', '651', '653', '655'];

const seriesOf = (record: MarcRecord): string[] => {
  const stated = fields(record, '490', '440').map((field) => joined(field, 'anpv'));
  const traced = fields(record, '800', '810', '811', '830').map((field) =>
    joined(field, field.tag === '830' ? 'anpv' : 'tnpv'),
  );
  return distinct(stated.length > 0 ? stated : traced);
};

const linksOf = (record: MarcRecord): Link[] =>
  fields(record, '856').flatMap((field) =>
    subfields(field, 'u').flatMap((text) => {
      const url = linkAddress(text);
      const label = subfields(field, 'y3z').map((part) => part.trim());
      const isFullText = field.ind2 === '0' || field.ind2 === '1';
      return url === undefined ? [] : [{ url, label: label.join(' '), isFullText }];
    }),
  );

const texts = (record: MarcRecord, tag: string, codes: string): string[] =>
  distinct(fields(record, tag).map((field) => joined(field, codes)));

/** Returns the 880 fields that titles and names do not include already: series, subjects, notes, imprints. */
const otherScript = (record: MarcRecord): string[] =>
  distinct(
    originalScript(
      record,
      '250',
      '260',
      '264',
      '440',
      '490',
      '505',
      '520',
      '246',
      '130',
      '240',
      '730',
      '740',
      '830',
      ...subjectTags,
    ).map((field) => joined(field, 'abcnptvxyz')),
  );

/** Returns the description of a record. Never throws; an empty record gives empty texts and lists. */
export const describeRecord = (record: MarcRecord): Description => {
  const { main, added } = namesOf(record);
  const localId = control(record, '001')?.trim();
  const edition = texts(record, '250', 'ab')[0];
  const extent = texts(record, '300', 'abc')[0];
  return {
    ...(localId === undefined ? {} : { localId }),
    titles: titlesOf(record),
    ...(main === undefined ? {} : { mainName: main }),
    addedNames: added,
    subjects: distinct(fields(record, ...subjectTags).map(subjectOf)),
    series: seriesOf(record),
    contents: texts(record, '505', 'agrtu'),
    summaries: texts(record, '520', 'ab'),
    ...(edition === undefined ? {} : { edition }),
    ...(extent === undefined ? {} : { extent }),
    publication: publicationOf(record),
    languages: languagesOf(record),
    format: formatOf(record),
    isOnline: isOnline(record),
    identifiers: identifiersOf(record),
    links: linksOf(record),
    otherOriginalScript: otherScript(record),
  };
};
