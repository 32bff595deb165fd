import type { Actor } from '../../../layers/platform/http/actor.ts';
import { viewerOf } from '../../catalogue/public/viewer.ts';
import type { SelectingDeps } from '../deps.ts';

/** Who looks, and when (epoch ms). */
type Looking = { actor: Actor | undefined; now: number };

/** Adds up what is on order of the same title under several keys. */
export const onOrderOfTitle = async ({ onOrder }: Pick<SelectingDeps, 'onOrder'>, keys: readonly string[]) => {
  const copies = new Map<string, number>();
  for (const one of (await onOrder(keys)).values())
    for (const [memberId, more] of one.copies) copies.set(memberId, (copies.get(memberId) ?? 0) + more);
  const all = [...copies.values()].reduce((sum, one) => sum + one, 0);
  return { copies, all, of: (memberId: string): number => copies.get(memberId) ?? 0 };
};

/**
 * Returns a title of the catalogue as a person sees it, with what is on order of it: under its record, those merged into it, and its ISBNs.
 * Undefined when the person may not see it.
 */
export const titleOf = async (deps: SelectingDeps, recordId: string, { actor, now }: Looking) => {
  const [union, described] = await Promise.all([
    deps.unions.find(recordId),
    deps.describe(recordId, { viewer: viewerOf(actor), now }),
  ]);
  if (!union || !described) return undefined;
  const { titles, mainName, identifiers } = described.description;
  const isbns = identifiers.isbn13;
  const onOrder = await onOrderOfTitle(deps, [...union.recordIds, ...isbns]);
  return { recordId: union.recordId, union, name: titles.title, author: mainName?.name, isbns, onOrder };
};
