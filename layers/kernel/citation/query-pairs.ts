const utf8 = new TextEncoder();
// Older sources write Latin-1; browsers read it as its superset Windows-1252.
const latin = new TextDecoder('windows-1252');
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const loose = new TextDecoder('utf-8');

/** Returns the bytes of a form-encoded text: `+` is a space, `%E9` a byte; a `%` without two digits stands for itself. */
const bytesOf = (text: string): Uint8Array => {
  const parts = text.replaceAll('+', ' ').split(/(%[0-9a-f]{2})/i);
  const bytes = parts.flatMap((part) =>
    /^%[0-9a-f]{2}$/i.test(part) ? [Number.parseInt(part.slice(1), 16)] : [...utf8.encode(part)],
  );
  return Uint8Array.from(bytes);
};

const decoded = (text: string, isLatin: boolean): string => {
  const bytes = bytesOf(text);
  if (isLatin) return latin.decode(bytes);
  try {
    return strictUtf8.decode(bytes);
  } catch {
    // Bytes that are not UTF-8 come from an older source.
    return /%[89a-f][0-9a-f]/i.test(text) ? latin.decode(bytes) : loose.decode(bytes);
  }
};

/**
 * Returns the keys and values of a query string as sources of OpenURLs write them: in UTF-8, in Latin-1 (declared by `ctx_enc`, or
 * detected by its bytes), with `&amp;` copied from a page's source. Never throws; keys keep their order and repetitions.
 */
export const pairsOf = (query: string): [string, string][] => {
  const raw = query
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? ([part, ''] as const) : ([part.slice(0, at), part.slice(at + 1)] as const);
    });
  const isLatin = raw.some(([key, value]) => key.endsWith('ctx_enc') && /8859-1\b/.test(value));
  return raw.map(([key, value]) => [decoded(key, isLatin).replace(/^amp;/, ''), decoded(value, isLatin)]);
};
