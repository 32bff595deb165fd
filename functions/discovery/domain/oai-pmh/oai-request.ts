/** The verbs of OAI-PMH 2.0. */
export const verbs = [
  'Identify',
  'ListMetadataFormats',
  'ListSets',
  'ListIdentifiers',
  'ListRecords',
  'GetRecord',
] as const;
export type Verb = (typeof verbs)[number];

/** The metadata formats of records. */
export const metadataFormats = {
  oai_dc: {
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  },
  marc21: {
    schema: 'http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd',
    namespace: 'http://www.loc.gov/MARC21/slim',
  },
} as const;
export type MetadataPrefix = keyof typeof metadataFormats;

/** The errors of the protocol, by code. */
export type OaiErrorCode =
  | 'badVerb'
  | 'badArgument'
  | 'badResumptionToken'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch';

/** The error of a request: the code, and a readable message. */
export type OaiError = { code: OaiErrorCode; message: string };

/** A position in a list: after the record with that datestamp and number. */
export type ListPlace = { changedAt: string; recordId: string };

/** The records of a list: all or those of a set, changed within a period (times in seconds, both limits inclusive). */
export type Selection = { prefix: MetadataPrefix; set?: string; from?: string; until?: string };

/** A list request that continues at the position of its token, with the number of records before. */
export type ListRequest = {
  verb: 'ListIdentifiers' | 'ListRecords';
  selection: Selection;
  after?: ListPlace;
  /** The number of records in earlier responses. */
  given: number;
};

export type OaiRequest =
  | { verb: 'Identify' }
  | { verb: 'ListSets' }
  | { verb: 'ListMetadataFormats'; identifier?: string }
  | { verb: 'GetRecord'; identifier: string; prefix: MetadataPrefix }
  | ListRequest;

/** A request as parsed; its arguments are repeated in the response, unless they were invalid. */
export type ReadOaiRequest =
  | { request: OaiRequest; echo: readonly (readonly [string, string])[] }
  | { errors: OaiError[]; echo: readonly (readonly [string, string])[] };
