import type { PatronActor } from '../../../layers/platform/http/actor.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { linkAddress } from '../../../layers/protocols/marc/link-address.ts';
import type { PatronTitle } from '../../../layers/protocols/opds/lending.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { sourceIdOf } from '../../catalogue/public/source-id-of.ts';
import { titleKeyOf } from '../data/title-digest.ts';
import type { PatronDeps } from '../deps.ts';
import { type Collection, lendsTo, originOf } from '../domain/collection.ts';
import { localIdOf } from '../domain/title.ts';
import type { PatronTitleView } from '../schemas.ts';

/** Returns a title of a patron's account at a vendor as the patron sees it. */
export const patronTitleView = (
  { collectionId }: Pick<Collection, 'collectionId'>,
  { identifier, title, is, until, position, read }: PatronTitle,
): PatronTitleView => {
  const address = read === undefined ? undefined : linkAddress(read);
  return {
    ...{ collectionId, titleKey: titleKeyOf(identifier), title, is },
    ...(until !== undefined && { until }),
    ...(position !== undefined && { position }),
    ...(address !== undefined && { read: address }),
  };
};

/** Adds the record of each title, where the catalogue of the patron's library has it. */
const withRecords = async (
  { table }: Pick<PatronDeps, 'table'>,
  memberId: string,
  views: readonly PatronTitleView[],
): Promise<PatronTitleView[]> => {
  const rows = await table.getMany(
    views.map(({ collectionId, titleKey }) =>
      catalogueKeys.key('source', { sourceId: sourceIdOf(memberId, localIdOf(collectionId, titleKey)) }),
    ),
  );
  return views.map((view, i) => {
    const recordId = rows[i]?.recordId;
    return typeof recordId === 'string' ? { ...view, recordId } : view;
  });
};

/**
 * Returns the vendors of a patron's library with the patron's loans and holds at each, read live: nothing of them is stored. A vendor where
 * the patron is not signed in, or that does not answer, is listed without titles.
 */
export const listMyTitles = async (deps: PatronDeps, actor: PatronActor, now: number) => {
  const [all, accounts] = await Promise.all([deps.collections.list(), deps.accounts.list(actor.id, now)]);
  const own = all.filter((collection) => lendsTo(collection, actor.member));
  const vendors = await Promise.all(
    own.map(async (collection) => {
      const { collectionId, name, address } = collection;
      const account = accounts.find((one) => one.collectionId === collectionId && one.origin === originOf(address));
      if (!account) return { collectionId, name, state: 'signed-out' as const, titles: [] };
      const asked = await deps.vendorOf(collection).account(account.token, now);
      if ('ok' in asked) {
        const views = asked.ok.map((title) => patronTitleView(collection, title));
        return {
          collectionId,
          name,
          state: 'signed-in' as const,
          titles: await withRecords(deps, actor.member, views),
        };
      }
      const state = asked.failed === 'sign-in-expired' ? ('signed-out' as const) : ('silent' as const);
      return { collectionId, name, state, titles: [] };
    }),
  );
  return answer({ vendors });
};
