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

/** The forms in which records are given. */
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

/** The errors of the protocol, by its codes. */
export type OaiErrorCode =
  | 'badVerb'
  | 'badArgument'
  | 'badResumptionToken'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch';

/** Why a request is not answered: the code, and a sentence for people. */
export type OaiError = { code: OaiErrorCode; message: string };

/** A place in a list: behind the record of that datestamp and number. */
export type ListPlace = { changedAt: string; recordId: string };

/** Which records a list holds: all or those of a set, that changed within a span of time (instants in seconds, both ends in it). */
export type Selection = { prefix: MetadataPrefix; set?: string; from?: string; until?: string };

/** A request whose list goes on where its token says, and how many records came before. */
export type ListRequest = {
  verb: 'ListIdentifiers' | 'ListRecords';
  selection: Selection;
  after?: ListPlace;
  /** How many records earlier answers gave. */
  given: number;
};

export type OaiRequest =
  | { verb: 'Identify' }
  | { verb: 'ListSets' }
  | { verb: 'ListMetadataFormats'; identifier?: string }
  | { verb: 'GetRecord'; identifier: string; prefix: MetadataPrefix }
  | ListRequest;

/** A request as read; its arguments are said again in the answer, unless they were no sound ones. */
export type ReadOaiRequest =
  | { request: OaiRequest; echo: readonly (readonly [string, string])[] }
  | { errors: OaiError[]; echo: readonly (readonly [string, string])[] };
