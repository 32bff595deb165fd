import { type Grant, holds, memberOfBranch, refuseScope } from '../../../layers/kernel/identity/roles.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CollectionDeps } from '../deps.ts';
import type { Collection } from '../domain/collection.ts';
import { collectionReaders, type DigitalCollectionView } from '../schemas.ts';
import { collectionView } from './collection-view.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Returns the members at which, or at whose branches, staff hold a role that reads collections. */
const membersOf = (grants: readonly Grant[]): ReadonlySet<string> =>
  new Set(
    grants.flatMap((grant) => {
      if (grant.scope === 'consortium' || refuseScope(grant) !== undefined) return [];
      if (!collectionReaders.some((role) => role === grant.role)) return [];
      return grant.scope === 'member' ? grant.member : memberOfBranch(grant.branch);
    }),
  );

/**
 * Returns the collections that lend to the members at which the caller holds a role, and how often the patrons of these members borrowed in
 * the last twelve months. The user name at the vendor is shown only to staff of the library whose collection it is.
 */
export const listCollections = async ({ collections, uses }: CollectionDeps, grants: readonly Grant[], now: number) => {
  const isOfAll = holds(grants, 'admin', { scope: 'consortium' });
  const own = membersOf(grants);
  const isOwn = (member: string): boolean => isOfAll || own.has(member);
  const shown = (one: Collection): DigitalCollectionView => {
    const isUsers = isOfAll || (one.memberId !== undefined && isOwn(one.memberId));
    const { username, ...view } = collectionView(one);
    return { ...view, ...(isUsers && username !== undefined && { username }) };
  };
  const all = (await collections.list()).filter(
    (one) => one.members.some(isOwn) || (one.memberId !== undefined && isOwn(one.memberId)),
  );
  const members = [...new Set(all.flatMap((one) => one.members))].filter(isOwn).sort();
  const since = iso(now - YEAR_MS).slice(0, 7);
  const counted = (await Promise.all(members.map((memberId) => uses.since(memberId, since)))).flat();
  return answer({
    collections: all.map(shown),
    uses: counted.map(({ memberId, month, collectionId, loans, holds: waiting, returns }) => ({
      ...{ memberId, month, collectionId, loans, holds: waiting, returns },
    })),
  });
};
