import { answer } from '../../../layers/platform/http/outcome.ts';
import type { SitemapDeps } from '../deps.ts';
import { FIRST_PART, MOST_SITEMAP_PARTS, SITEMAP_PART, sitemapIndex, sitemapPart } from '../domain/pages/sitemap.ts';

/** Returns the index of the sitemap: the record before each part is found from that of the part before it. */
export const listSitemap = async ({ recordIds, site }: SitemapDeps) => {
  const starts: string[] = [];
  while (starts.length < MOST_SITEMAP_PARTS - 1) {
    const [start] = await recordIds({ after: starts.at(-1) ?? '', from: SITEMAP_PART - 1, size: 1 });
    if (start === undefined) break;
    starts.push(start);
  }
  return answer(sitemapIndex(await site(), starts));
};

/** Returns a part of the sitemap: the public records after one. */
export const listSitemapPart = async ({ recordIds, site }: SitemapDeps, part: string) => {
  const start = part.replace(/\.xml$/, '');
  const isFirst = start === FIRST_PART;
  const [ids, address] = await Promise.all([recordIds({ after: isFirst ? '' : start, size: SITEMAP_PART }), site()]);
  return answer(sitemapPart(address, ids, isFirst));
};
