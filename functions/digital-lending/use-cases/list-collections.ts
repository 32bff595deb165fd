import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CollectionDeps } from '../deps.ts';
import { collectionView } from './collection-view.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Returns all collections, and how often the patrons of the members in them borrowed in the last twelve months. */
export const listCollections = async ({ collections, uses }: CollectionDeps, now: number) => {
  const all = await collections.list();
  const members = [...new Set(all.flatMap((one) => one.members))].sort();
  const since = iso(now - YEAR_MS).slice(0, 7);
  const counted = (await Promise.all(members.map((memberId) => uses.since(memberId, since)))).flat();
  return answer({
    collections: all.map(collectionView),
    uses: counted.map(({ memberId, month, collectionId, loans, holds, returns }) => ({
      ...{ memberId, month, collectionId, loans, holds, returns },
    })),
  });
};
