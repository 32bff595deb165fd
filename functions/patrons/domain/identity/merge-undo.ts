import { isDeepStrictEqual } from 'node:util';
import type { Block, PatronStatus } from '../record/patron-status.ts';
import type { Person } from './person.ts';

/** For how many days after a merge staff can undo it. */
export const MERGE_UNDO_DAYS = 30;

/** Returns until when a merge can be undone. */
export const undoableUntil = (mergedAt: string): string =>
  new Date(Date.parse(mergedAt) + MERGE_UNDO_DAYS * 24 * 60 * 60 * 1000).toISOString();

/** The part of a status that a merge completes from the other record. */
export type Completed = Pick<PatronStatus, 'blocks' | 'consents' | 'guarantorId' | 'residence'>;

const sameBlock = (one: Block, other: Block): boolean => one.code === other.code && one.scope === other.scope;

/** Returns the part of a status that a merge completes, as it is stored to undo the merge. */
export const completedPart = ({ blocks, consents, guarantorId, residence }: Completed): Completed => ({
  blocks,
  ...(consents && { consents }),
  ...(guarantorId !== undefined && { guarantorId }),
  ...(residence !== undefined && { residence }),
});

/**
 * Returns the survivor's status without what only the other record had: blocks, consents, guarantor and place of residence that have not
 * changed since. A block that both had stays, the stricter as merged.
 */
export const statusWithout = (now: Completed, before: Completed, other: Completed): Completed => {
  const consents = now.consents?.filter(
    (one) =>
      before.consents?.some(({ memberId }) => memberId === one.memberId) ||
      !other.consents?.some((theirs) => isDeepStrictEqual(theirs, one)),
  );
  const stays = (name: 'guarantorId' | 'residence'): boolean =>
    now[name] !== undefined && (before[name] !== undefined || now[name] !== other[name]);
  return {
    blocks: now.blocks.filter(
      (block) =>
        before.blocks.some((one) => sameBlock(one, block)) ||
        !other.blocks.some((theirs) => isDeepStrictEqual(theirs, block)),
    ),
    ...(consents && { consents }),
    ...(stays('guarantorId') && { guarantorId: now.guarantorId as string }),
    ...(stays('residence') && { residence: now.residence as string }),
  };
};

/** Returns the survivor as a person without the values that a merge took over from the other and that have not changed since. */
export const personWithout = (now: Person, before: Person, other: Person): Person =>
  Object.fromEntries(
    Object.entries(now).filter(([name, value]) => {
      const field = name as keyof Person;
      return before[field] !== undefined || !isDeepStrictEqual(other[field], value);
    }),
  ) as Person;
