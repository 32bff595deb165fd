import type { Collection } from '../domain/collection.ts';
import type { DigitalCollectionView } from '../schemas.ts';

/** Returns a collection as staff see it: never its secret. */
export const collectionView = ({
  harvest,
  paused = false,
  ended = false,
  ...one
}: Collection): DigitalCollectionView => {
  const { collectionId, name, vendor, address, members, memberId, username, v } = one;
  return {
    ...{ collectionId, name, vendor, address, members, paused, ended, version: v },
    ...(memberId !== undefined && { memberId }),
    ...(username !== undefined && { username }),
    ...(harvest && {
      harvest: {
        ...{ startedAt: harvest.startedAt, titles: harvest.titles, licences: harvest.licences },
        unreadable: harvest.unreadable,
        ...(harvest.endedAt !== undefined && { endedAt: harvest.endedAt }),
        ...(harvest.problem !== undefined && { problem: harvest.problem }),
      },
    }),
  };
};
