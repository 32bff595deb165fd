const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Returns the hash of a work (FNV-1a with a final mix): all its editions and formats look alike. */
export const hashOf = (title: string, author: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of `${fold(title)}|${fold(author)}|book`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
};

/** Returns numbers from 0 up to 1, the same ones for the same hash (xorshift). */
export const numbersOf = (hash: number): (() => number) => {
  let state = hash || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
};
