/** What may stand at the head of a text, and the encoding that it means. */
const MARKS: readonly (readonly [string, string])[] = [
  ['\u00ef\u00bb\u00bf', 'utf-8'],
  ['\u00ff\u00fe', 'utf-16le'],
  ['\u00fe\u00ff', 'utf-16be'],
  // No mark, but the first `<` in two bytes.
  ['<\u0000', 'utf-16le'],
  ['\u0000<', 'utf-16be'],
];
const declaration = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z][\w.:-]{0,39})["']/;
/** How far into a text its declaration is looked for, in bytes. */
const HEAD = 512;

/**
 * In which encoding XML is: by its mark or its first character, then by what it declares, else UTF-8 (XML 1.0, appendix F).
 * What declares UTF-16 and is plainly in single bytes was written so by a program that then sent it as UTF-8.
 */
const encodingOf = (head: string): string => {
  const marked = MARKS.find(([mark]) => head.startsWith(mark));
  if (marked) return marked[1];
  const declared = declaration.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  return /^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/.test(declared) ? 'utf-8' : declared;
};

/**
 * The bytes of an XML text in UTF-8, whatever encoding it came in. Undefined where they are not what they say they are, or say
 * an encoding that nobody knows: a letter that is replaced is a title that is not found.
 */
export const inUtf8 = (bytes: Uint8Array): Uint8Array | undefined => {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  try {
    const text = new TextDecoder(encodingOf(head), { fatal: true }).decode(bytes);
    return Buffer.from(text, 'utf8');
  } catch {
    return undefined;
  }
};
