import type { Load } from '../shared/imports.ts';

/** The format of a file by its first bytes, or why it cannot be imported. The API checks again and decides. */
export type Recognised = { form: NonNullable<Load['form']> } | { not: string };

/** The number of bytes that is sufficient. */
const HEAD = 4_096;

const others: readonly [string, string][] = [
  ['%PDF', 'file-is-pdf'],
  ['PK\u0003\u0004', 'file-is-zip'],
  ['\u001f\u008b', 'file-is-gzip'],
  ['\u0089PNG', 'file-is-image'],
  ['\u00ff\u00d8\u00ff', 'file-is-image'],
];

/** Recognises the format from the beginning of the text, one character per byte. */
export const recognisedIn = (head: string): Recognised => {
  if (head === '') return { not: 'empty-file' };
  const other = others.find(([start]) => head.startsWith(start));
  if (other) return { not: other[1] };
  // XML in UTF-16 has a zero byte with every letter.
  const text = head
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (text.startsWith('<'))
    return /MARC21\/slim|<([\w.-]+:)?(record|collection)[\s>]/.test(text)
      ? { form: 'marcxml' }
      : { not: 'file-is-other-xml' };
  if (/^(\[\s*)?\{\s*"(leader|fields)"\s*:/.test(text)) return { form: 'marc-json' };
  // A leader: five digits of length, and where the data begin (24 characters in all); a damaged one is followed by field terminators.
  if (/[0-9 ]{5}[ -~]{7}[0-9 ]{5}[ -~]{7}/.test(text) || (/^[0-9 ]{5}/.test(text) && text.includes('\u001e')))
    return { form: 'iso2709' };
  return { not: /^[[{]/.test(text) ? 'file-is-json' : 'file-is-unknown' };
};

/** Recognises the format of a selected file. */
export const recognise = async (file: Blob): Promise<Recognised> => {
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  return recognisedIn([...bytes].map((byte) => String.fromCharCode(byte)).join(''));
};
