import type { Diagnostic } from '../cql/diagnostics.ts';

/** The supported versions of SRU. 1.1 sorts by the parameter sortKeys, 1.2 within the query; 2.0 is the one without a version parameter. */
export const sruVersions = ['1.1', '1.2', '2.0'] as const;
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
/** The default number of terms of a scan, and the maximum in one response. */
export const USUAL_TERMS = 20;
export const MOST_TERMS = 100;
/** The last position that the engine can return. */
export const LAST_POSITION = 10_000;

/** One sort key: the field of the index, and the direction. */
export type Order = { field: string; descending: boolean };

/** The media types of responses, from which `httpAccept` chooses; the first by default. */
export const mediaTypes = ['text/xml', 'application/xml', 'application/sru+xml'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** The common part of every request: its version, the media type of its response, and the style sheet that the response names. */
type Common = { version: SruVersion; mediaType: MediaType; stylesheet?: string };

/** A search request; `orders` from sortKeys, which 1.2 has in the query instead. */
export type SearchRetrieve = Common & {
  operation: 'searchRetrieve';
  query: string;
  startRecord: number;
  maximumRecords: number;
  schema: RecordSchema;
  packing: RecordPacking;
  orders: Order[];
};

export type Explain = Common & { operation: 'explain'; packing: RecordPacking };

/** A request for the terms of an index around a term, which shall be at this place of the response; 0: immediately before the first. */
export type Scan = Common & { operation: 'scan'; scanClause: string; responsePosition: number; maximumTerms: number };

/** A parsed request; a faulty one retains the parts that its response repeats. */
export type SruRequest =
  | SearchRetrieve
  | Explain
  | Scan
  | (Common & { operation: 'faulty'; of: 'searchRetrieve' | 'explain' | 'scan'; diagnostics: Diagnostic[] });
