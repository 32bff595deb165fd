import { isbn13Of } from '../../../layers/kernel/citation/standard-numbers.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { viewerOf } from '../../catalogue/public/viewer.ts';
import { mayBecomeAvailable } from '../../circulation/public/may-become-available.ts';
import type { SelectingDeps } from '../deps.ts';
import { titleKeyOf } from '../domain/on-order.ts';
import type { LineTerms } from '../domain/order.ts';

/** Who looks for which library, and when (epoch ms). */
export type Looking = { memberId: string; actor: Actor | undefined; now: number };

/** What is on order of a title by library, and the versions of the rows that say so. */
type OnOrderOfTitle = { byMember: ReadonlyMap<string, number>; versions: ReadonlyMap<string, number> };

const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, one) => sum + one, 0);

/** Adds up what is on order of the same title under several keys. */
const onOrderUnder = async (deps: SelectingDeps, keys: readonly string[]): Promise<OnOrderOfTitle> => {
  const [rows, byMember] = [await deps.onOrder(keys), new Map<string, number>()];
  for (const { copies } of rows.values())
    for (const [memberId, more] of copies) byMember.set(memberId, (byMember.get(memberId) ?? 0) + more);
  return { byMember, versions: new Map([...rows].map(([key, { v }]) => [key, v])) };
};

/**
 * Returns a title of the catalogue as a person sees it, with what is on order of it: under its record, those merged into it, its ISBNs, and
 * `more` keys. Undefined when the person may not see it.
 */
export const titleOf = async (
  deps: SelectingDeps,
  recordId: string,
  { actor, now }: Looking,
  more: readonly string[] = [],
) => {
  const [union, described] = await Promise.all([
    deps.unions.find(recordId),
    deps.describe(recordId, { viewer: viewerOf(actor), now }),
  ]);
  if (!union || !described) return undefined;
  const { titles, mainName, identifiers } = described.description;
  const onOrder = await onOrderUnder(deps, [...union.recordIds, ...identifiers.isbn13, ...more]);
  const named = { name: titles.title, author: mainName?.name, isbn: identifiers.isbn13[0] };
  return { ...named, recordId: union.recordId, union, onOrder };
};
type Title = NonNullable<Awaited<ReturnType<typeof titleOf>>>;

/**
 * Counts what each library has and ordered of a title, without copies that another library lends to its own patrons only. A copy on order may
 * be an item of the catalogue too: the larger count of a library is that of its orders.
 */
export const countLibraries = async (
  deps: SelectingDeps,
  union: Title['union'] | undefined,
  { byMember }: OnOrderOfTitle,
  { memberId }: Looking,
) => {
  const libraries = new Map<string, { held: number; items: number }>();
  for (const { item, ownOnly } of union ? await deps.unions.shownCopies(union) : []) {
    if (!mayBecomeAvailable(item) || (ownOnly && item.memberId !== memberId)) continue;
    const { held, items } = libraries.get(item.memberId) ?? { held: 0, items: 0 };
    const isOnOrder = item.state === 'on-order';
    libraries.set(item.memberId, isOnOrder ? { held, items: items + 1 } : { held: held + 1, items });
  }
  return [...new Set([...libraries.keys(), ...byMember.keys()])].toSorted().map((library) => ({
    memberId: library,
    held: libraries.get(library)?.held ?? 0,
    onOrder: Math.max(byMember.get(library) ?? 0, libraries.get(library)?.items ?? 0),
  }));
};

/** Adds up the counts of libraries. */
export const sumsOf = (libraries: Awaited<ReturnType<typeof countLibraries>>): { copies: number; onOrder: number } => ({
  copies: sumOf(libraries.map(({ held }) => held)),
  onOrder: sumOf(libraries.map(({ onOrder }) => onOrder)),
});

/** Returns what libraries have and ordered of a title that is named by its record or ISBN, and how many holds wait for it. */
export const demandFor = async (deps: SelectingDeps, named: Pick<LineTerms, 'isbn' | 'recordId'>, looking: Looking) => {
  const [own, number] = [titleKeyOf(named), named.isbn === undefined ? undefined : isbn13Of(named.isbn)];
  const viewed = { viewer: viewerOf(looking.actor), now: looking.now };
  const recordId = named.recordId ?? (number === undefined ? undefined : await deps.recordOf(number, viewed));
  const keys = own === undefined ? [] : [own];
  const title = recordId === undefined ? undefined : await titleOf(deps, recordId, looking, keys);
  const onOrder = title?.onOrder ?? (await onOrderUnder(deps, keys));
  const [libraries, holds] = await Promise.all([
    countLibraries(deps, title?.union, onOrder, looking),
    title ? deps.waiting(title.recordId) : 0,
  ]);
  return { title, libraries, versions: onOrder.versions, demand: { holds, ...sumsOf(libraries) } };
};
