import { CqlRefusal, type QualifiedName } from '../../../../layers/protocols/cql/cql.ts';
import type { IndexedList } from '../../../catalogue/public/browse-lists.ts';

/** The supported context sets, by the prefix under which explain names them. */
export const contextSets = {
  cql: 'info:srw/cql-context-set/1/cql-v1.2',
  dc: 'info:srw/cql-context-set/1/dc-v1.1',
  bath: 'http://zing.z3950.org/cql/bath/2.0/',
  rec: 'info:srw/cql-context-set/2/rec-1.1',
  /** This product's own set, for indexes that the others lack. */
  local: 'urn:concord:cql-context-set:1',
} as const;
export type SetPrefix = keyof typeof contextSets;

/** Other addresses that requests have used for the same sets. */
const alsoKnownAs: Readonly<Record<string, SetPrefix>> = {
  'info:srw/cql-context-set/1/cql-v1.1': 'cql',
  'http://www.loc.gov/zing/cql/context-sets/cql/v1.1/': 'cql',
  'http://www.loc.gov/zing/cql/dc-indexes/v1.0/': 'dc',
  'info:srw/context-set/1/dc-v1.1': 'dc',
  'info:srw/context-set/1/cql-v1.1': 'cql',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://zing.z3950.org/cql/bath/2.0': 'bath',
  'info:srw/cql-context-set/1/bath-v1.1': 'bath',
  'http://srw.cheshire3.org/contextsets/rec/1.1/': 'rec',
  'info:srw/cql-context-set/2/rec-1.0': 'rec',
};

/** Where scan reads the terms of an index: a list of the index, the list of the term's kind of call number, or all values of a field. */
export type ScanSource = { list: IndexedList } | { shelf: true } | { values: string; numbers?: true };

/** Where and how an index searches the documents of the union index. Fields as in functions/catalogue/data/search-index/mapping.ts. */
export type CqlIndex = { title: string; scan?: ScanSource } & (
  | {
      kind: 'text';
      fields: readonly string[];
      /** Keys of whole values: for `==` and for anchors. */
      keys?: readonly string[];
      /** The words of a name may be in either order. */
      isName?: true;
      sort?: string;
    }
  | { kind: 'number'; field: 'year'; sort: string }
  | { kind: 'code'; field: string; sort?: string }
  | { kind: 'identifier'; of: 'any' | 'isbn' | 'issn' }
  | { kind: 'callNumber' }
  | { kind: 'everything' }
);

const titles: CqlIndex = {
  title: 'Title',
  scan: { list: 'title' },
  ...{
    kind: 'text',
    fields: ['title', 'title_alt'],
    keys: ['title_key', 'title_a_key', 'title_alt_key', 'title_noart_key'],
    sort: 'title_sort',
  },
};
const names: CqlIndex = {
  title: 'Author',
  scan: { list: 'author' },
  ...{
    kind: 'text',
    fields: ['author', 'author_added'],
    keys: ['author_key', 'name_key', 'name_added_key'],
    isName: true,
    sort: 'author_key',
  },
};
const addedNames: CqlIndex = {
  title: 'Added names',
  ...{ kind: 'text', fields: ['author_added'], keys: ['name_added_key'], isName: true },
};
const variants: CqlIndex = {
  title: 'Variant and uniform titles',
  ...{ kind: 'text', fields: ['title_alt'], keys: ['title_alt_key'] },
};
const subjects: CqlIndex = {
  title: 'Subject',
  scan: { list: 'subject' },
  ...{ kind: 'text', fields: ['subject'], keys: ['subject_key'] },
};
const series: CqlIndex = { title: 'Series', kind: 'text', fields: ['series'], keys: ['series_key'] };
const everything: CqlIndex = { title: 'All fields', kind: 'text', fields: ['all'] };
const anyNumber: CqlIndex = {
  title: 'ISBN, ISSN, OCLC number, LCCN, barcode, local number',
  kind: 'identifier',
  of: 'any',
};
const formats: CqlIndex = { title: 'Format', scan: { values: 'format' }, kind: 'code', field: 'format' };
const records: CqlIndex = { title: 'Number of the union record', kind: 'code', field: 'record_id', sort: 'record_id' };

/** The indexes of each context set. */
export const cqlIndexes: Readonly<Record<SetPrefix, Readonly<Record<string, CqlIndex>>>> = {
  cql: {
    serverchoice: everything,
    anywhere: everything,
    anyindexes: everything,
    keywords: everything,
    allrecords: { title: 'All records', kind: 'everything' },
  },
  dc: {
    title: titles,
    creator: names,
    contributor: addedNames,
    subject: subjects,
    publisher: { title: 'Publisher', scan: { list: 'publisher' }, kind: 'text', fields: ['publisher'] },
    description: { title: 'Contents and summary', kind: 'text', fields: ['contents'] },
    date: {
      title: 'Year of publication',
      scan: { values: 'year', numbers: true },
      ...{ kind: 'number', field: 'year', sort: 'year' },
    },
    type: formats,
    format: formats,
    identifier: anyNumber,
    language: { title: 'Language (MARC code)', scan: { values: 'language' }, kind: 'code', field: 'language' },
    relation: series,
  },
  bath: {
    title: titles,
    keytitle: titles,
    uniformtitle: variants,
    seriestitle: series,
    name: names,
    author: names,
    personalname: names,
    corporatename: names,
    conferencename: names,
    topicalsubject: subjects,
    subject: subjects,
    geographicname: subjects,
    genreform: subjects,
    any: everything,
    isbn: { title: 'ISBN', scan: { list: 'isbn' }, kind: 'identifier', of: 'isbn' },
    issn: { title: 'ISSN', scan: { list: 'issn' }, kind: 'identifier', of: 'issn' },
    lccn: { title: 'LCCN', kind: 'identifier', of: 'any' },
    standardidentifier: anyNumber,
    possessinginstitution: {
      title: 'Member that holds it',
      scan: { values: 'held_by' },
      ...{ kind: 'code', field: 'held_by' },
    },
  },
  rec: { identifier: records, id: records },
  local: { callnumber: { title: 'Call number or class mark', scan: { shelf: true }, kind: 'callNumber' } },
};

const uris = new Map<string, SetPrefix>([
  ...Object.entries(alsoKnownAs),
  ...Object.entries(contextSets).map(([prefix, uri]): [string, SetPrefix] => [uri, prefix as SetPrefix]),
]);

const setOf = ({ prefix, set }: QualifiedName): SetPrefix | undefined => {
  if (set !== undefined) {
    const known = uris.get(set);
    if (known === undefined) throw new CqlRefusal(15, set);
    return known;
  }
  if (prefix === undefined) return undefined;
  if (!Object.hasOwn(contextSets, prefix)) throw new CqlRefusal(15, prefix);
  return prefix as SetPrefix;
};

const within = (set: SetPrefix, name: string): CqlIndex | undefined =>
  Object.hasOwn(cqlIndexes[set], name) ? cqlIndexes[set][name] : undefined;

/**
 * Returns the index of a name; without a set, the first of cql, dc, bath, rec and local that has it. Throws `CqlRefusal` for an unsupported
 * one.
 */
export const indexNamed = (name: QualifiedName): CqlIndex => {
  const set = setOf(name);
  if ((set === undefined || set === 'cql') && name.name === 'resultsetid') throw new CqlRefusal(50, 'cql.resultSetId');
  const sets = set === undefined ? (Object.keys(contextSets) as SetPrefix[]) : [set];
  const found = sets.map((one) => within(one, name.name)).find((index) => index !== undefined);
  if (found === undefined) throw new CqlRefusal(16, [...(name.prefix ? [name.prefix] : []), name.name].join('.'));
  return found;
};

/** The index of a clause without one. */
export const serverChoice = everything;
