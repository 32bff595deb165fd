/** What 300 $a says: pages of the longest sequence, count of volumes, and every number of it in order. */
export type Extent = { pages?: number; volumes?: number; open?: true; numbers: number[] };

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

const roman = (text: string): number => {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = ROMAN[text[i] ?? ''] ?? 0;
    sum += value < (ROMAN[text[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
};

// No book has so many.
const MOST_PAGES = 100_000;

/** The largest; undefined of none. A record may hold more numbers than a call takes arguments. */
const largest = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce((most, one) => Math.max(most, one));

// Each begins at the first digit of a number only: begun again at every digit, a long run would take time by its square.
const VOLUMES =
  /(?<!\d)(\d+)\s*(?:v\b|vol|t\b|tomes?\b|bd|parts?\b|pts?\b|pieces|sheets?|discs?|disks?|reels?|microfiches?|scores?)/i;
const NUMBER = /\d+|\b[ivxlc]{2,}\b|\b[ix]\b/g;

/** Reads an extent (MARC 300 $a) of any vintage: `xiv, 375 p.`, `2 v.`, `1 online resource (49 pages)`. */
export const extentOf = (text: string): Extent => {
  const lower = text.toLowerCase().replace(/1 online resource|online resource/g, '');
  const numbers = (lower.match(NUMBER) ?? [])
    .map((part) => (/\d/.test(part) ? Number(part) : roman(part)))
    .filter(Number.isSafeInteger);
  const arabic = (lower.match(/\d+/g) ?? []).map(Number).filter((n) => n < MOST_PAGES);
  const volumes = VOLUMES.exec(lower);
  const pages = largest(arabic);
  const extent: Extent = { numbers: numbers.slice(0, 6) };
  const paged = /(?<!\d)\d+[\])]?\s*(?:\[\d+\]\s*)?(?:p\b|pp\b|p\.|pages?|s\b|l\b|ℓ|leaves|seiten|col|ff?\b)/.test(
    lower,
  );
  if (pages !== undefined && (paged || !volumes)) extent.pages = pages;
  if (volumes) extent.volumes = Math.min(Number(volumes[1]), Number.MAX_SAFE_INTEGER);
  // A set still coming out is described as "v." without a count.
  else if (/(?:^|[^a-z0-9])v(?:\.|$|\s|ol)/.test(lower) && !paged) extent.open = true;
  return extent;
};
