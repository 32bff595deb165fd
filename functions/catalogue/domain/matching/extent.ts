/** The content of 300 $a: pages of the longest sequence, number of volumes, and all its numbers in order. */
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

// No book has more.
const MOST_PAGES = 100_000;

/** Returns the largest number; undefined for an empty list. A record may contain more numbers than a call accepts as arguments. */
const largest = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce((most, one) => Math.max(most, one));

// Each match begins only at the first digit of a number: starting at every digit would take quadratic time on a long run.
const VOLUMES =
  /(?<!\d)(\d+)\s*(?:v\b|vol|t\b|tomes?\b|bd|parts?\b|pts?\b|pieces|sheets?|discs?|disks?|reels?|microfiches?|scores?)/i;
const NUMBER = /\d+|\b[ivxlc]{2,}\b|\b[ix]\b/g;

/** Parses an extent (MARC 300 $a) of any cataloguing practice: `xiv, 375 p.`, `2 v.`, `1 online resource (49 pages)`. */
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
  // A set that is still being published is described as "v." without a number.
  else if (/(?:^|[^a-z0-9])v(?:\.|$|\s|ol)/.test(lower) && !paged) extent.open = true;
  return extent;
};
