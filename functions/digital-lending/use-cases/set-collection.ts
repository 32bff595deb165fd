import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { CollectionChangeDeps } from '../deps.ts';
import { type Collection, type CollectionInput, originOf } from '../domain/collection.ts';
import type { DigitalCollectionView } from '../schemas.ts';
import { collectionView } from './collection-view.ts';

type Input = {
  collectionId: string;
  version: number;
  collection: CollectionInput;
  secret?: string | undefined;
  by: string;
  now: number;
  keep: Keep<DigitalCollectionView>;
};

/** The name of a collection's secret in the parameter store. Secrets from before each had a name of its own are those of the collection. */
export const secretNameOf = ({ collectionId, secretId }: Pick<Collection, 'collectionId' | 'secretId'>): string =>
  ['vendor', collectionId, ...(secretId === undefined ? [] : [secretId])].join('-');

const feedInUse = refuse(
  'feed-in-use',
  'Another collection has this feed: its licences would count twice.',
  '/body/address',
);

/** Adds or changes a collection; the next harvest reads it anew. A member's own collection lends to that member only. Audited. */
export const setCollection = async (deps: CollectionChangeDeps & { ids: Ids }, input: Input) => {
  const { collectionId, version, collection, secret, by, now, keep } = input;
  const before = await deps.collections.get(collectionId);
  if ((before?.v ?? 0) !== version) return refuse('changed-meanwhile', 'Somebody changed this collection.');
  if (before && before.memberId !== collection.memberId)
    return refuse('not-your-collection', 'This collection belongs to another library.', '/path/collectionId');
  const { memberId, members, address } = collection;
  if (memberId !== undefined && members.some((one) => one !== memberId))
    return refuse('not-your-collection', 'A library’s own collection lends to its own patrons.', '/body/members');
  const known = new Set((await deps.members()).map((one) => one.memberId));
  const unknown = members.find((one) => !known.has(one));
  if (unknown !== undefined) return refuse('unknown-member', `There is no member ${unknown}.`, '/body/members');
  if (!deps.reach.onThisMachine && (!address.startsWith('https:') || (await deps.leadsToPrivate(address))))
    return refuse('address-refused', 'The address leads where nothing is sent.', '/body/address');
  const isFeedTaken = async () =>
    !collection.ended && ![collectionId, undefined].includes(await deps.collections.withFeed(address));
  if (await isFeedTaken()) return feedInUse;
  const at = iso(now);
  // The secret of one origin is not sent to another: it is to be entered again.
  const stays = before !== undefined && originOf(before.address) === originOf(address);
  const { secretSince, secretId } =
    secret !== undefined ? { secretSince: at, secretId: deps.ids.next('audit', now) } : stays ? before : {};
  const after: Collection = {
    ...{ ...collection, collectionId, changedAt: at, v: version },
    ...(secretSince !== undefined && { secretSince }),
    ...(secretId !== undefined && { secretId }),
    ...(before?.harvest && { harvest: before.harvest }),
  };
  // The secret first: a stored collection can be harvested at once. Of two changes at once each stores its own, for its own address.
  if (secret !== undefined) await deps.secrets.store(secretNameOf(after), secret);
  const line = { subject: `digital-collection:${collectionId}`, at, auditId: deps.ids.next('audit', now), by };
  const detail = { name: collection.name, address, members: members.join(' ') };
  const audit = auditWrite({
    ...line,
    did: 'set-digital-collection',
    detail,
    ...(memberId !== undefined && { member: memberId }),
  });
  const shown = collectionView({ ...after, v: version + 1 });
  const isWritten = await deps.collections.save(before, after, [audit, ...keep(shown)]);
  const isReplaced = before?.secretSince !== undefined && before.secretId !== secretId;
  if (isWritten && isReplaced) await deps.secrets.forget(secretNameOf(before));
  if (!isWritten && secret !== undefined) await deps.secrets.forget(secretNameOf(after));
  if (isWritten) return answer(shown);
  return (await isFeedTaken()) ? feedInUse : refuse('changed-meanwhile', 'Somebody changed this collection.');
};
