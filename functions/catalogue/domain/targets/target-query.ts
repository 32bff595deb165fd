import type { CopyTarget } from './targets.ts';

/** The search criteria: at least one of these. */
export type Wanted = { text?: string; title?: string; author?: string; isbn?: string };

/** The most records of one answer. */
export const MOST_HITS = 10;

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** Returns the query in CQL; undefined when nothing is wanted. */
export const cqlOf = ({ text, title, author, isbn }: Wanted): string | undefined => {
  const clauses = [
    ...(isbn ? [`bath.isbn=${quoted(isbn.replace(/[\s-]/g, ''))}`] : []),
    ...(title ? [`dc.title=${quoted(title)}`] : []),
    ...(author ? [`dc.creator=${quoted(author)}`] : []),
    ...(text ? [`cql.serverChoice=${quoted(text)}`] : []),
  ];
  return clauses.length === 0 ? undefined : clauses.join(' and ');
};

/** Returns the address of a search at a target, from a position on (the first is 1). */
export const searchAddress = (
  { address, database, syntax, version }: CopyTarget,
  query: string,
  startRecord: number,
): string => {
  const base = database === undefined ? address : `${address}${address.endsWith('/') ? '' : '/'}${database}`;
  const parameters = {
    ...(version === '2.0'
      ? { recordXMLEscaping: 'xml' }
      : { version, operation: 'searchRetrieve', recordPacking: 'xml' }),
    ...{ query, startRecord: String(startRecord), maximumRecords: String(MOST_HITS), recordSchema: syntax },
  };
  return `${base}?${new URLSearchParams(parameters).toString()}`;
};
