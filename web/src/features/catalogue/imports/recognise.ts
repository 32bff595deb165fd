import type { Load } from '../shared/imports.ts';

/** What a file is by its first bytes: a form that loads take, or why it is none. The API looks again, and its word counts. */
export type Recognised = { form: NonNullable<Load['form']> } | { not: string };

/** So many bytes tell. */
const HEAD = 4_096;

const others: readonly [string, string][] = [
  ['%PDF', 'file-is-pdf'],
  ['PK\u0003\u0004', 'file-is-zip'],
  ['\u001f\u008b', 'file-is-gzip'],
  ['\u0089PNG', 'file-is-image'],
  ['\u00ff\u00d8\u00ff', 'file-is-image'],
];

/** The same by the beginning of the text, a character a byte. */
export const recognisedIn = (head: string): Recognised => {
  if (head === '') return { not: 'empty-file' };
  const other = others.find(([start]) => head.startsWith(start));
  if (other) return { not: other[1] };
  // XML in UTF-16 has a zero with every letter.
  const text = head
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (text.startsWith('<'))
    return /MARC21\/slim|<([\w.-]+:)?(record|collection)[\s>]/.test(text)
      ? { form: 'marcxml' }
      : { not: 'file-is-other-xml' };
  if (/^(\[\s*)?\{\s*"(leader|fields)"\s*:/.test(text)) return { form: 'marc-json' };
  // A leader: five digits of length, and where the data begin (24 characters in all); a damaged one has field ends behind it.
  if (/[0-9 ]{5}[ -~]{7}[0-9 ]{5}[ -~]{7}/.test(text) || (/^[0-9 ]{5}/.test(text) && text.includes('\u001e')))
    return { form: 'iso2709' };
  return { not: /^[[{]/.test(text) ? 'file-is-json' : 'file-is-unknown' };
};

/** What a chosen file is. */
export const recognise = async (file: Blob): Promise<Recognised> => {
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  return recognisedIn([...bytes].map((byte) => String.fromCharCode(byte)).join(''));
};
