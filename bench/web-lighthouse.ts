import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { openBrowser } from '../test/builders/browser.ts';
import { startFixture } from '../test/builders/fixture-api.ts';
import { freePort } from '../test/builders/free-port.ts';

/** The pages of patrons that are measured. A page that asks to sign in is not for search engines, so that audit is left out for it. */
const pages: readonly { path: string; isPrivate?: true }[] = [
  { path: '/' },
  { path: '/search?q=emma' },
  { path: '/record/rec_1' },
  { path: '/libraries' },
  { path: '/welcome' },
  { path: '/account', isPrivate: true },
];
/** Least scores of 100, and the most seconds until the largest content is shown. */
const budget = { performance: 90, accessibility: 100, seo: 95, lcp: 2.5 };
const categories = ['performance', 'accessibility', 'seo'] as const;

const score = z.object({ score: z.number().nullable() });
const resultSchema = z.object({
  lhr: z.object({
    categories: z.object({ performance: score, accessibility: score, seo: score }),
    audits: z.object({ 'largest-contentful-paint': z.object({ numericValue: z.number().optional() }) }),
  }),
});
type Lighthouse = (url: string, flags: Record<string, unknown>) => Promise<unknown>;
type Measured = {
  page: string;
  performance?: number;
  accessibility?: number;
  seo?: number;
  lcp?: number;
  within: boolean;
};

/**
 * Returns Lighthouse from the folder of `CONCORD_LIGHTHOUSE`, in which it was installed (`npm install lighthouse`): with its 180 MB it is no
 * dependency of the project. Undefined without it.
 */
const lighthouseIn = async (folder: string | undefined): Promise<Lighthouse | undefined> => {
  if (folder === undefined || !existsSync(join(folder, 'node_modules', 'lighthouse'))) return undefined;
  const file = createRequire(join(folder, 'package.json')).resolve('lighthouse');
  return (await import(pathToFileURL(file).href)).default;
};

const rowOf = (page: string, result: unknown): Measured => {
  const { lhr } = resultSchema.parse(result);
  const percent = ({ score: part }: { score: number | null }) => (part === null ? undefined : Math.round(part * 100));
  const scores = Object.fromEntries(categories.map((name) => [name, percent(lhr.categories[name])]));
  const ms = lhr.audits['largest-contentful-paint'].numericValue;
  const lcp = ms === undefined ? undefined : Math.round(ms / 100) / 10;
  const within = categories.every((name) => (scores[name] ?? 0) >= budget[name]) && (lcp ?? Infinity) <= budget.lcp;
  return { page, ...scores, ...(lcp !== undefined && { lcp }), within };
};

/**
 * Measures the pages of patrons as a phone with a slow network (the defaults of Lighthouse): those of the site of `CONCORD_SITE`, else the
 * built app on the answers of the tests. Undefined where Lighthouse is not installed.
 */
export const measureLighthouse = async (): Promise<Measured[] | undefined> => {
  const lighthouse = await lighthouseIn(process.env.CONCORD_LIGHTHOUSE);
  if (lighthouse === undefined) return undefined;
  const port = await freePort();
  const browser = await openBrowser([`--remote-debugging-port=${port}`]);
  const fixture = process.env.CONCORD_SITE === undefined ? await startFixture() : undefined;
  const rows: Measured[] = [];
  try {
    for (const { path, isPrivate } of pages) {
      const skipAudits = isPrivate ? ['is-crawlable'] : [];
      const url = new URL(path, fixture?.url ?? process.env.CONCORD_SITE).href;
      rows.push(
        rowOf(path, await lighthouse(url, { port, onlyCategories: categories, skipAudits, logLevel: 'error' })),
      );
    }
  } finally {
    await browser.close();
    await fixture?.stop();
  }
  return rows;
};
