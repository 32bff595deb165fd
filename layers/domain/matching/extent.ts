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

const VOLUMES =
  /(\d+)\s*(?:v\b|vol|t\b|tomes?\b|bd|parts?\b|pts?\b|pieces|sheets?|discs?|disks?|reels?|microfiches?|scores?)/i;
const NUMBER = /\d+|\b[ivxlc]{2,}\b|\b[ix]\b/g;

/** Reads an extent (MARC 300 $a) of any vintage: `xiv, 375 p.`, `2 v.`, `1 online resource (49 pages)`. */
export const extentOf = (text: string): Extent => {
  const lower = text.toLowerCase().replace(/1 online resource|online resource/g, '');
  const numbers = (lower.match(NUMBER) ?? []).map((part) => (/\d/.test(part) ? Number(part) : roman(part)));
  const arabic = (lower.match(/\d+/g) ?? []).map(Number).filter((n) => n < 100_000);
  const volumes = VOLUMES.exec(lower);
  const extent: Extent = { numbers: numbers.slice(0, 6) };
  const paged = /\d+[\])]?\s*(?:\[\d+\]\s*)?(?:p\b|pp\b|p\.|pages?|s\b|l\b|ℓ|leaves|seiten|col|ff?\b)/.test(lower);
  if (paged || (!volumes && arabic.length > 0)) extent.pages = Math.max(...arabic);
  if (volumes) extent.volumes = Number(volumes[1]);
  // A set still coming out is described as "v." without a count.
  else if (/(?:^|[^a-z0-9])v(?:\.|$|\s|ol)/.test(lower) && !paged) extent.open = true;
  return extent;
};
