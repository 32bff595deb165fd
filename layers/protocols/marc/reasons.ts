import type { MarcRecord } from './record.ts';

/** The reasons why a piece of a load was rejected, by code, in terms that a cataloguer can act on. */
export const rejectReasons = {
  'truncated-record': 'The record breaks off before its end.',
  'not-a-record': 'These bytes do not begin with a MARC leader and directory.',
  'record-over-cap': 'The record is longer than the largest record that is read.',
  'too-short': 'The record is shorter than a leader.',
  'no-directory': 'The record has no directory.',
  'no-fields': 'The record has no fields that can be read.',
  'directory-broken': 'The directory does not fit the fields, and the fields cannot be told apart without it.',
  'too-many-subfields': 'The record holds more subfields than any record has.',
  unimarc: 'The record is UNIMARC, which is not read here; convert it to MARC 21.',
  doctype: 'The XML holds a DOCTYPE, which is never read.',
  'not-well-formed': 'The XML of the record is not well formed.',
  'unknown-entity': 'The XML of the record names an entity that XML itself does not define.',
  'nested-too-deep': 'The XML of the record is nested deeper than a MARC record can be.',
  'json-broken': 'The JSON of the record cannot be read.',
  'json-without-record': 'The JSON holds no MARC record: a leader and a list of fields.',
  'empty-file': 'The file holds nothing.',
  'file-is-pdf': 'The file is a PDF, not MARC.',
  'file-is-zip': 'The file is a ZIP archive (or an office document); unpack it first.',
  'file-is-gzip': 'The file is gzip-compressed; unpack it first.',
  'file-is-json': 'The file is JSON without MARC records.',
  'file-is-alma-json': 'The file is the JSON of Alma, not MARC; export the records as MARCXML or MARC 21.',
  'file-is-solr': 'The file holds documents of a Solr index, not MARC; export the records as MARCXML or MARC 21.',
  'file-is-image': 'The file is an image, not MARC.',
  'file-is-other-xml': 'The file is XML without MARCXML records.',
  'file-is-text': 'The file is plain text, not MARC.',
  'file-is-unknown': 'The file is not MARC 21 in ISO 2709, MARCXML or MARC-in-JSON.',
} as const;

/** A reason for a reject, as a code (kebab-case); its sentence is in `rejectReasons`. */
export type RejectReason = keyof typeof rejectReasons;

/** The repairs of an accepted record. */
export type WarningCode =
  | 'leader-repaired'
  | 'leader-missing'
  | 'length-wrong'
  | 'base-address-wrong'
  | 'directory-repaired'
  | 'field-dropped'
  | 'indicator-repaired'
  | 'subfield-repaired'
  | 'control-characters-removed'
  | 'number-cleaned'
  | 'element-ignored'
  | 'unimarc-left-out'
  | 'encoding-not-as-declared'
  | 'encoding-doubtful'
  | 'bytes-not-utf8'
  | 'characters-unmapped';

/** One repair: its code and what it touched (a tag, a count, a position). */
export type ReadWarning = { code: WarningCode; detail: string };

/** The result of parsing one record: the record with its repairs, or the reason for the reject. */
export type ReadResult = { record: MarcRecord; warnings: ReadWarning[] } | { rejected: RejectReason };
