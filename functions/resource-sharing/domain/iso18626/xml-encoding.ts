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
const UTF_16 = /^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/;

/** The charset that a Content-Type names, in lower case; undefined where it names none. */
export const charsetOf = (contentType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*["']?([A-Za-z][\w.:-]{0,39})/i.exec(contentType ?? '')?.[1]?.toLowerCase();

// What is called UTF-16 and is plainly in single bytes was written so by a program that then sent it as UTF-8.
const plainly = (name: string): string => (UTF_16.test(name) ? 'utf-8' : name);

/**
 * In which encodings XML may be, the likeliest first: that of its mark or its first character; else what carried it says, then
 * what it declares (RFC 7303, section 3); else UTF-8, or what old programs write who say nothing.
 */
const encodingsOf = (head: string, charset: string | undefined): string[] => {
  const marked = MARKS.find(([mark]) => head.startsWith(mark));
  if (marked) return [marked[1]];
  const declared = declaration.exec(head)?.[1]?.toLowerCase();
  const named = [charset, declared].filter((name) => name !== undefined).map(plainly);
  if (named.length === 0) return ['utf-8', 'windows-1252'];
  // Some servers write their own default of one byte a letter on whatever they send. Letters that are UTF-8 are so by no accident.
  return declared !== undefined && plainly(declared) === 'utf-8' ? ['utf-8', ...named] : named;
};

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * The bytes of an XML text in UTF-8, whatever encoding it came in; `charset` is what its Content-Type names. Undefined where they
 * are in no encoding that anybody names, or in one that nobody knows: a letter that is replaced is a title that is not found.
 * `guessed` says that no one had named the encoding and it is not UTF-8.
 */
export const inUtf8 = (bytes: Uint8Array, charset?: string): { text: Uint8Array; guessed: boolean } | undefined => {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const encodings = encodingsOf(head, charset);
  for (const [i, encoding] of encodings.entries()) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return { text: Buffer.from(text, 'utf8'), guessed: i > 0 && encoding === 'windows-1252' };
  }
  return undefined;
};
