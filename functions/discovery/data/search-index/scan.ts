import * as z from 'zod';
import type { Engine } from '../../../../layers/platform/search/client.ts';
import type { SruTerm } from '../../../../layers/protocols/sru/write-sru.ts';
import { askIndex } from '../../../catalogue/public/ask-index.ts';
import { browseField } from '../../../catalogue/public/browse-field.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import type { HeadingValue } from '../../../catalogue/public/heading.ts';
import { isAlso } from '../../../catalogue/public/is-also-in-list.ts';
import { inScope } from '../../domain/browse/browse-query.ts';
import { fieldValues, foundByEach } from '../../domain/browse/scan-query.ts';
import type { ScanPlan } from '../../domain/cql/scan-plan.ts';
import { type Found, headingsFrom, placeOf } from './browse.ts';

const foundAnswer = z.object({
  timed_out: z.boolean(),
  aggregations: z.object({ found: z.object({ buckets: z.record(z.string(), z.object({ doc_count: z.number() })) }) }),
});
const valuesAnswer = z.object({
  timed_out: z.boolean(),
  aggregations: z.object({
    values: z.object({ buckets: z.array(z.object({ key: z.union([z.string(), z.number()]), doc_count: z.number() })) }),
  }),
});

/** The terms to return: so many before the term, and so many from it on; `skipsIt`: it is not among them itself. */
type Window = { before: number; after: number; skipsIt: boolean };

const windowOf = (responsePosition: number, maximumTerms: number): Window =>
  responsePosition === 0
    ? { before: 0, after: maximumTerms, skipsIt: true }
    : { before: responsePosition - 1, after: maximumTerms - responsePosition + 1, skipsIt: false };

/** Marks the first and the last term of the whole index. */
const placed = <T extends Pick<SruTerm, 'where'>>(terms: readonly T[], first: boolean, last: boolean): T[] =>
  terms.map((term, i) => {
    const [isFirst, isLast] = [first && i === 0, last && i === terms.length - 1];
    if (isFirst && isLast) return { ...term, where: 'only' };
    return isFirst || isLast ? { ...term, where: isFirst ? 'first' : 'last' } : term;
  });

/** Everybody scans what the public may see. */
const scope = { members: [], viewer: { kind: 'anonymous' } } as const;

// Different spellings and the form that refers to it are one term; what only refers to another one is none.
const asTerm = (value: HeadingValue): string | undefined => (isAlso(value) ? undefined : value.key);

/** Counts as a search for each term would. */
const counted = async (
  engine: Engine,
  family: string,
  { plan, field }: { plan: ScanPlan; field: string },
  found: readonly Found[],
): Promise<SruTerm[]> => {
  if (found.length === 0) return [];
  const values = found.map((one) => plan.termOf(one));
  const clauses = values.map((value, i) => plan.search(value) ?? among(field, found[i]?.values ?? []));
  const offered = inScope({ ...scope, list: 'title' });
  const answer = await askIndex(engine, family, foundByEach(offered, clauses), foundAnswer, 'Scanning');
  const buckets = answer?.aggregations.found.buckets ?? {};
  return found.map(({ shown }, i) => ({
    value: values[i] ?? '',
    records: buckets[String(i)]?.doc_count ?? 0,
    ...(shown === '' ? {} : { shown }),
  }));
};

const inList = async (
  engine: Engine,
  family: string,
  plan: ScanPlan,
  source: Extract<ScanPlan['source'], { list: unknown }>,
  { before, after, skipsIt }: Window,
): Promise<SruTerm[]> => {
  const list = { ...scope, list: source.list };
  const at = await placeOf(engine, family, list, source.keys);
  const [back, onwards] = await Promise.all([
    headingsFrom(engine, family, list, at, 'back', before, asTerm),
    headingsFrom(engine, family, list, at, 'onwards', skipsIt ? after + 1 : after, asTerm),
  ]);
  const following = skipsIt && onwards[0]?.key === at ? onwards.slice(1) : onwards;
  const shown = [...back.slice(0, before).reverse(), ...following.slice(0, after)];
  const terms = await counted(engine, family, { plan, field: browseField(source.list) }, shown);
  // A skipped term precedes those that are shown.
  return placed(terms, back.length <= before && following === onwards, following.length <= after);
};

const inField = async (
  engine: Engine,
  family: string,
  { field, from, numbers }: Extract<ScanPlan['source'], { field: string }>,
  { before, after, skipsIt }: Window,
): Promise<SruTerm[]> => {
  const offered = inScope({ ...scope, list: 'title' });
  const answer = await askIndex(engine, family, fieldValues(offered, field), valuesAnswer, 'Scanning');
  const all = (answer?.aggregations.values.buckets ?? []).map(
    ({ key, doc_count }): SruTerm => ({ value: String(key), records: doc_count }),
  );
  const isBehind = ({ value }: SruTerm): boolean =>
    from === '' || (numbers ? Number(value) >= Number(from) : value >= from);
  const behind = all.findIndex(isBehind);
  const at = behind < 0 ? all.length : behind;
  const begin = skipsIt ? at + (all[at]?.value === from ? 1 : 0) : Math.max(0, at - before);
  return placed(all, true, true).slice(begin, skipsIt ? begin + after : at + after);
};

/**
 * Returns terms of an index around the planned one, in order, each with the number of public records that a search for it finds. Throws
 * `EngineUnavailable` when the engine is busy, down or returned a partial result.
 */
export const scanIndex = (
  engine: Engine,
  family: string,
  plan: ScanPlan,
  { responsePosition, maximumTerms }: { responsePosition: number; maximumTerms: number },
): Promise<SruTerm[]> => {
  const { source } = plan;
  const window = windowOf(responsePosition, maximumTerms);
  return 'list' in source ? inList(engine, family, plan, source, window) : inField(engine, family, source, window);
};
