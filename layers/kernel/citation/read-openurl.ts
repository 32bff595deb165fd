import { withoutUndefinedAs } from '../collections/without-undefined.ts';
import { type Citation, type CitedKind, isPart } from './citation.ts';
import { type OpenUrlService, serviceIn, type Values } from './openurl-service.ts';
import { pairsOf } from './query-pairs.ts';
import { isbn13Of, issnOf, lccnOf, oclcOf } from './standard-numbers.ts';

/** The maximum length of an OpenURL, in characters, and of one stored value. */
export const LONGEST_OPENURL = 8000;
const LONGEST_VALUE = 1000;
/** The maximum number of identifiers of one kind: a work has a handful. */
const MOST_NUMBERS = 20;

/** The content of an OpenURL: the citation, the service, and its version. `ignored` lists unknown keys and those with unusable values. */
export type ReadOpenUrl = {
  version: '0.1' | '1.0';
  citation: Citation;
  service: OpenUrlService;
  ignored: string[];
};

// The formats of 1.0 (info:ofi/fmt:kev:mtx:…) and the genres of both versions.
const kinds: Readonly<Record<string, CitedKind>> = {
  article: 'article',
  preprint: 'article',
  proceeding: 'article',
  bookitem: 'chapter',
  chapter: 'chapter',
  book: 'book',
  report: 'book',
  document: 'other',
  conference: 'book',
  issue: 'journal',
  journal: 'journal',
  dissertation: 'dissertation',
  thesis: 'dissertation',
};

type Pair = [key: string, value: string];

const written = (query: string): Pair[] =>
  pairsOf(query.slice(0, LONGEST_OPENURL)).flatMap(([key, value]): Pair[] => {
    const text = value.replace(/\p{Cc}+/gu, ' ').trim();
    return text === '' ? [] : [[key.toLowerCase(), text.slice(0, LONGEST_VALUE)]];
  });

// Version 1.0 puts the requested work under rft and the service under svc; some sources omit the prefix, as 0.1 does, or repeat everything.
const gathered = (pairs: readonly Pair[]): Values => {
  const values = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const name = key.replace(/^rft\./, '');
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
};

const isOnePointO = (pairs: readonly Pair[]): boolean =>
  pairs.some(
    ([key, value]) =>
      (key === 'url_ver' && value === 'Z39.88-2004') ||
      ['rft.', 'rft_'].some((begins) => key.startsWith(begins)) ||
      key === 'ctx_ver',
  );

const kindOf = (values: Values): CitedKind | undefined => {
  const genre = values.get('genre')?.[0]?.toLowerCase();
  if (genre !== undefined && Object.hasOwn(kinds, genre)) return kinds[genre];
  const format = values.get('rft_val_fmt')?.[0]?.split(':').at(-1)?.toLowerCase();
  if (format === undefined || !Object.hasOwn(kinds, format)) return undefined;
  // The journal format is used for articles too: its fields decide.
  return format === 'journal' && (values.has('atitle') || values.has('spage')) ? 'article' : kinds[format];
};

const guessed = (values: Values): CitedKind => {
  if (values.has('atitle')) return values.has('isbn') || values.has('btitle') ? 'chapter' : 'article';
  if (values.has('issn') || values.has('eissn') || values.has('jtitle'))
    return values.has('spage') ? 'article' : 'journal';
  return values.has('isbn') || values.has('btitle') || values.has('title') ? 'book' : 'other';
};

const nameOf = (values: Values): string | undefined => {
  const one = (key: string): string | undefined => values.get(key)?.[0];
  const given = one('aufirst') ?? [one('auinit1') ?? one('auinit'), one('auinitm')].filter(Boolean).join(' ');
  const last = one('aulast');
  if (last !== undefined) return given === '' || given === undefined ? last : `${last}, ${given}`;
  return one('au') ?? one('aucorp') ?? one('creator');
};

const pagesOf = (values: Values): string | undefined => {
  const one = (key: string): string | undefined => values.get(key)?.[0];
  const [first, last] = [one('spage'), one('epage')];
  if (first !== undefined) return last === undefined || last === first ? first : `${first}-${last}`;
  return one('pages') ?? one('artnum');
};

const dateOf = (values: Values): string | undefined => {
  const date = values.get('date')?.[0];
  return date !== undefined && /^\d{4}(?:-?\d{2}(?:-?\d{2})?)?$/.test(date)
    ? date
    : date?.match(/\b(?:1[5-9]|20)\d{2}\b/)?.[0];
};

type Ids = Pick<Citation, 'isbn' | 'issn' | 'oclc' | 'lccn' | 'doi' | 'pmid'>;

const doiOf = (text: string): string | undefined => /10\.\d{4,9}\/\S{1,200}/.exec(text)?.[0].toLowerCase();
const pmidOf = (text: string): string | undefined => /^(?:pmid[:/])?(\d{1,9})$/i.exec(text)?.[1];

// Double-escaped by a source that escaped the identifier before the query.
const unescaped = (text: string): string => {
  try {
    return /%2f|%3a/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
};

const ofWorldCat = (text: string): string | undefined => /worldcat\.org\/(?:title\/)?oclc\/(\d+)/i.exec(text)?.[1];

/** Parses one identifier in any of its notations: `info:doi/…` (1.0), `doi:…` (0.1), `urn:ISBN:…`, or a web address. */
const identified = (text: string): Ids => {
  const inWorldCat = ofWorldCat(text);
  if (inWorldCat !== undefined) return single('oclc', oclcOf(`(OCoLC)${inWorldCat}`));
  const plain = text.replace(/^info:/i, '').replace(/^urn:/i, '');
  const [, scheme = '', value = ''] = /^([a-z]+)[:/](.*)$/i.exec(plain) ?? [];
  const doi = scheme.toLowerCase() === 'doi' || /doi\.org\//i.test(text) ? doiOf(text) : undefined;
  if (doi !== undefined) return { doi };
  const readers: Record<string, () => Ids> = {
    isbn: () => listed('isbn', isbn13Of(value)),
    issn: () => listed('issn', issnOf(value)),
    pmid: () => single('pmid', pmidOf(value)),
    oclcnum: () => single('oclc', oclcOf(`(OCoLC)${value}`)),
    lccn: () => single('lccn', lccnOf(value)),
  };
  return readers[scheme.toLowerCase()]?.() ?? {};
};

const listed = (name: 'isbn' | 'issn', value: string | undefined): Ids =>
  value === undefined ? {} : { [name]: [value] };
const single = (name: 'oclc' | 'lccn' | 'pmid' | 'doi', value: string | undefined): Ids =>
  value === undefined ? {} : { [name]: value };

const idsOf = (values: Values): { ids: Ids; ignored: string[] } => {
  const all = (key: string): readonly string[] => values.get(key) ?? [];
  const isbn = new Set<string>();
  const issn = new Set<string>();
  const ignored: string[] = [];
  let ids: Ids = {};
  const take = (key: string, found: Ids): void => {
    if (Object.keys(found).length === 0) ignored.push(key);
    for (const one of found.isbn ?? []) isbn.add(one);
    for (const one of found.issn ?? []) issn.add(one);
    ids = { ...found, ...ids };
  };
  for (const key of ['rft_id', 'id', 'pmid', 'doi', 'identifier'])
    for (const value of all(key).map(unescaped))
      take(key, identified(/^\w+[:/]/.test(value) ? value : `${key}:${value}`));
  for (const key of ['isbn', 'eisbn']) for (const value of all(key)) take(key, listed('isbn', isbn13Of(value)));
  for (const key of ['issn', 'eissn']) for (const value of all(key)) take(key, listed('issn', issnOf(value)));
  for (const value of all('lccn')) take('lccn', single('lccn', lccnOf(value)));
  for (const value of all('oclcnum')) take('oclcnum', single('oclc', oclcOf(`(OCoLC)${value}`)));
  const { isbn: _isbn, issn: _issn, ...others } = ids;
  return {
    ids: {
      ...others,
      ...(isbn.size > 0 && { isbn: [...isbn].slice(0, MOST_NUMBERS) }),
      ...(issn.size > 0 && { issn: [...issn].slice(0, MOST_NUMBERS) }),
    },
    ignored,
  };
};

const understood = new Set(
  'genre rft_val_fmt atitle title btitle jtitle stitle au aulast aufirst auinit auinit1 auinitm aucorp creator edition volume issue spage epage pages artnum date pub publisher place series isbn eisbn issn eissn oclcnum lccn rft_id id pmid doi identifier rfr_id sid url_ver ctx_ver ctx_enc ctx_tim url_tim url_ctx_fmt rfe_dat svc.pickuplocation svc.neededby svc.note svc.id svc_id'.split(
    ' ',
  ),
);

/**
 * Parses an OpenURL, version 0.1 or 1.0 (ANSI/NISO Z39.88-2004, key/encoded-value), from its query string. Lenient, as sources differ:
 * unknown keys are listed, not refused; invalid identifiers are dropped. Never throws.
 */
export const readOpenUrl = (query: string): ReadOpenUrl => {
  const pairs = written(query);
  const version = isOnePointO(pairs) ? '1.0' : '0.1';
  const values = gathered(pairs);
  const one = (...keys: string[]): string | undefined => keys.map((key) => values.get(key)?.[0]).find((value) => value);
  const { ids, ignored } = idsOf(values);
  const kind = kindOf(values) ?? guessed(values);
  const author = nameOf(values);
  const part = isPart({ kind });
  const whole = part ? one('jtitle', 'btitle', 'title', 'stitle') : one('btitle', 'title', 'jtitle', 'stitle');
  const partTitle = one('atitle');
  const citation: Citation = withoutUndefinedAs({
    kind,
    title: whole,
    partTitle: part || partTitle !== whole ? partTitle : undefined,
    ...(part ? { partAuthor: author } : { author }),
    edition: one('edition'),
    volume: one('volume'),
    issue: one('issue'),
    pages: pagesOf(values),
    date: dateOf(values),
    publisher: one('pub', 'publisher'),
    place: one('place'),
    series: one('series'),
    ...ids,
    source: one('rfr_id', 'sid')?.replace(/^info:sid\//, ''),
  } as Citation);
  const { service, ignored: unusable } = serviceIn(values);
  const unknown = [...values.keys()].filter((key) => !understood.has(key));
  return { version, citation, service, ignored: [...new Set([...ignored, ...unusable, ...unknown])] };
};
