/** The byte order marks of a text, with their encodings. */
const MARKS: readonly (readonly [string, string])[] = [
  ['\u00ef\u00bb\u00bf', 'utf-8'],
  ['\u00ff\u00fe', 'utf-16le'],
  ['\u00fe\u00ff', 'utf-16be'],
  // Without a mark, but with the first `<` in two bytes.
  ['<\u0000', 'utf-16le'],
  ['\u0000<', 'utf-16be'],
];
const declaration = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z][\w.:-]{0,39})["']/;
/** The number of bytes in which a text's declaration is sought. */
const HEAD = 512;
const UTF_16 = /^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/;

/** The charset of a Content-Type, in lower case; undefined without one. */
export const charsetOf = (contentType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*["']?([A-Za-z][\w.:-]{0,39})/i.exec(contentType ?? '')?.[1]?.toLowerCase();

// A text declared as UTF-16 in single bytes was sent as UTF-8 after its declaration was written.
const plainly = (name: string): string => (UTF_16.test(name) ? 'utf-8' : name);

/**
 * Lists the possible encodings of XML, the likeliest first: by its mark or first character; else by its transport, then
 * its declaration (RFC 7303, section 3); else UTF-8, or the usual encoding of old programs without a declaration.
 */
const encodingsOf = (head: string, charset: string | undefined): string[] => {
  const marked = MARKS.find(([mark]) => head.startsWith(mark));
  if (marked) return [marked[1]];
  const declared = declaration.exec(head)?.[1]?.toLowerCase();
  const named = [charset, declared].filter((name) => name !== undefined).map(plainly);
  if (named.length === 0) return ['utf-8', 'windows-1252'];
  // Some servers declare their own single-byte default for everything. Bytes that are valid UTF-8 are so by no
  // accident.
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
 * Converts the bytes of an XML text to UTF-8 from any encoding; `charset` is that of its Content-Type. Undefined for an
 * unknown or undetermined encoding: a replaced character is a title that nobody finds. `guessed`: no encoding was
 * declared, and it is not UTF-8.
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
