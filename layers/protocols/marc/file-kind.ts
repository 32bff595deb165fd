import { Buffer } from 'node:buffer';
import type { MarcForm } from './forms.ts';
import { FIELD_TERMINATOR, findLeader, isFiller } from './iso2709-bytes.ts';
import type { RejectReason } from './reasons.ts';

/** The format of an uploaded file, by its first bytes, or why it is refused entirely. */
export type FileKind = { kind: MarcForm } | { rejected: RejectReason };

/** How many bytes of the beginning are examined; pass at least this many if the file has them. */
export const SNIFF_LENGTH = 4_096;

const signatures: readonly (readonly [string, RejectReason])[] = [
  ['%PDF', 'file-is-pdf'],
  ['PK\u0003\u0004', 'file-is-zip'],
  ['PK\u0005\u0006', 'file-is-zip'],
  ['\u001f\u008b', 'file-is-gzip'],
  ['\u0089PNG', 'file-is-image'],
  ['\u00ff\u00d8\u00ff', 'file-is-image'],
  ['GIF8', 'file-is-image'],
];

const headOf = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SNIFF_LENGTH));
  const utf16 =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
  return utf16 === undefined ? head.toString('latin1') : new TextDecoder(utf16).decode(head);
};

/** Returns true when the beginning of a file contains ISO 2709 records: a leader, or a damaged one followed by field terminators. */
export const isIso2709 = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, SNIFF_LENGTH);
  if (findLeader(head, 0, head.length) !== -1) return true;
  let at = 0;
  while (at < head.length && isFiller(head[at])) at++;
  const opening = Buffer.from(head.subarray(at, at + 24)).toString('latin1');
  return /^[0-9 ]{5}[ -~]{19}$/.test(opening) && head.includes(FIELD_TERMINATOR);
};

/** Returns true when the beginning of a file is XML with MARCXML: a `record`, a `collection`, or the MARC 21 slim namespace. */
export const isMarcXml = (bytes: Uint8Array): boolean => {
  const text = headOf(bytes)
    .replace(/^(\u00ef\u00bb\u00bf|\ufeff)/, '')
    .trimStart();
  return text.startsWith('<') && /MARC21\/slim|<([\w.-]+:)?(record|collection)[\s>]/.test(text);
};

/** Returns true when the beginning of a file is JSON whose first objects contain a leader or fields, as in MARC-in-JSON. */
const isMarcJson = (text: string): boolean =>
  /^[\s\ufeff\u00ef\u00bb\u00bf]*(\[\s*)?\{\s*"(leader|fields)"\s*:/.test(text);

const beginningOf = (text: string): string => text.replace(/^(\u00ef\u00bb\u00bf|\ufeff)/, '').trimStart();

const isXml = (beginning: string): boolean => /^<[?!/\w]/.test(beginning);
const isJson = (beginning: string): boolean => /^[[{]\s*(["[{\]}\d-]|true|false|null)/.test(beginning);

const SOLR_XML = /<(add|response|doc|update)[\s>]/;
const SOLR_JSON = /"(responseHeader|fullrecord|numFound|_version_)"\s*:/;
const ALMA_JSON = /"(mms_id|anies|record_format|bib)"\s*:/;

/** Returns why a text that begins as XML or JSON, and is not MARC, is refused; undefined for other texts. */
const refusalOfMarkup = (text: string): RejectReason | undefined => {
  const beginning = beginningOf(text);
  if (isXml(beginning))
    return SOLR_XML.test(beginning) && /<(field|str|arr)\s+name=/.test(beginning)
      ? 'file-is-solr'
      : 'file-is-other-xml';
  if (!isJson(beginning)) return undefined;
  if (ALMA_JSON.test(beginning)) return 'file-is-alma-json';
  return SOLR_JSON.test(beginning) ? 'file-is-solr' : 'file-is-json';
};

const refusalOfText = (text: string): RejectReason => {
  if (beginningOf(text) === '') return 'empty-file';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c) return 'file-is-unknown';
  }
  return 'file-is-text';
};

/** Returns how to parse a file by its first bytes (`SNIFF_LENGTH` of them), or refuses it entirely with the reason. */
export const fileKind = (bytes: Uint8Array): FileKind => {
  if (bytes.length === 0) return { rejected: 'empty-file' };
  const text = headOf(bytes);
  const known = signatures.find(([start]) => text.startsWith(start));
  if (known !== undefined) return { rejected: known[1] };
  const markup = refusalOfMarkup(text);
  if (markup === 'file-is-solr') return { rejected: markup };
  if (isMarcXml(bytes)) return { kind: 'marcxml' };
  if (isMarcJson(text)) return { kind: 'marc-json' };
  if (markup !== undefined) return { rejected: markup };
  if (isIso2709(bytes)) return { kind: 'iso2709' };
  return { rejected: refusalOfText(text) };
};
