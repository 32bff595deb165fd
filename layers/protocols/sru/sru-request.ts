import type { Diagnostic } from '../cql/diagnostics.ts';

/** The supported versions of SRU. 1.1 sorts by the parameter sortKeys, 1.2 within the query. */
export const sruVersions = ['1.1', '1.2'] as const;
export type SruVersion = (typeof sruVersions)[number];

/** The schemas of returned records, with the names by which they are requested. */
export const recordSchemas = {
  marcxml: {
    uri: 'info:srw/schema/1/marcxml-v1.1',
    title: 'MARCXML',
    names: [
      'marcxml',
      'info:srw/schema/1/marcxml-v1.1',
      'info:srw/schema/1/marcxml-1.1',
      'http://www.loc.gov/MARC21/slim',
    ],
  },
  dc: {
    uri: 'info:srw/schema/1/dc-v1.1',
    title: 'Dublin Core',
    names: ['dc', 'info:srw/schema/1/dc-v1.1', 'info:srw/schema/1/dc-schema', 'http://purl.org/dc/elements/1.1/'],
  },
} as const;
export type RecordSchema = keyof typeof recordSchemas;

export type RecordPacking = 'xml' | 'string';

/** The default number of records, and the maximum in one response. */
export const USUAL_RECORDS = 10;
export const MOST_RECORDS = 50;
/** The last position that the engine can return. */
export const LAST_POSITION = 10_000;

/** One sort key: the field of the index, and the direction. */
export type Order = { field: string; descending: boolean };

/** A search request; `orders` from sortKeys, which 1.2 has in the query instead. */
export type SearchRetrieve = {
  operation: 'searchRetrieve';
  version: SruVersion;
  query: string;
  startRecord: number;
  maximumRecords: number;
  schema: RecordSchema;
  packing: RecordPacking;
  orders: Order[];
  stylesheet?: string;
};

export type Explain = { operation: 'explain'; version: SruVersion; packing: RecordPacking; stylesheet?: string };

/** A parsed request; a faulty one retains the parts that its response repeats. */
export type SruRequest =
  | SearchRetrieve
  | Explain
  | {
      operation: 'faulty';
      of: 'searchRetrieve' | 'explain' | 'scan';
      version: SruVersion;
      diagnostics: Diagnostic[];
      stylesheet?: string;
    };
