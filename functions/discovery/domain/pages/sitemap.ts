import { escapedHtml } from '../../../../layers/kernel/text/escape-html.ts';
import { recordAddress } from '../record-address.ts';

/** Addresses in a part of the sitemap: what one query of the engine returns, and less than the 50,000 that the protocol permits. */
export const SITEMAP_PART = 10_000;
/** The most parts: the start of each is one query. */
export const MOST_SITEMAP_PARTS = 400;
/** The part before any record. */
export const FIRST_PART = 'first';

const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** The pages beside those of records. */
const fixedPages = ['/', '/search', '/browse', '/libraries'];

const addresses = (element: 'sitemap' | 'url', all: readonly string[]): string =>
  all.map((one) => `<${element}><loc>${escapedHtml(one)}</loc></${element}>\n`).join('');

/** Returns the index of the sitemap. Takes the address of the site and the record before each part but the first. */
export const sitemapIndex = (site: string, starts: readonly string[]): string => {
  const parts = [FIRST_PART, ...starts].map((start) => new URL(`/sitemap/${encodeURIComponent(start)}.xml`, site).href);
  return `${declaration}<sitemapindex xmlns="${schema}">\n${addresses('sitemap', parts)}</sitemapindex>\n`;
};

/** Returns a part of the sitemap: the pages of these records, and in the first part the other pages. */
export const sitemapPart = (site: string, recordIds: readonly string[], isFirst: boolean): string => {
  const fixed = isFirst ? fixedPages.map((path) => new URL(path, site).href) : [];
  const all = [...fixed, ...recordIds.map((recordId) => recordAddress(site, recordId))];
  return `${declaration}<urlset xmlns="${schema}">\n${addresses('url', all)}</urlset>\n`;
};
