import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, hourOf, localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { NoticeMessage } from '../../../../layers/kernel/notices/notice-message.ts';
import type { NoticeSettings } from '../../../../layers/records/policies/domain/notices.ts';
import type { HoldClaim } from '../../../items/public/hold-claim.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { MORNING } from '../loans/loan-moments.ts';

/** The scheduled check of a copy on a hold shelf. `member` is the patron's home library, whose settings apply; `cause` that of the shelf. */
export type ShelfCheck = { at: string; itemId: string; holdId: string; member: string; cause: string };

/** The calendar of the pickup branch, and how many days before the end of the shelf time the home library sends a reminder. */
export type ShelfTiming = { calendar: BranchCalendar; settings: Pick<NoticeSettings, 'holdExpiringDays'> };

/** A claim of a copy that waits on a hold shelf until `shelfExpiresAt`. */
type Waiting = HoldClaim & { shelfExpiresAt: string };

/** Returns the claim of a copy that waits on a hold shelf for a patron; undefined for others, and for those of external libraries. */
export const waitingOnShelf = ({ state, hold }: ItemCirculation): Waiting | undefined => {
  if (state !== 'on-hold-shelf' || hold?.shelfExpiresAt === undefined || isPartner(hold.patronId)) return undefined;
  return { ...hold, shelfExpiresAt: hold.shelfExpiresAt };
};

const remindsAt = ({ shelfExpiresAt }: Waiting, { calendar, settings }: ShelfTiming): string =>
  hourOf(calendar, addDays(localDay(calendar, shelfExpiresAt), -settings.holdExpiringDays), MORNING);

/** Schedules the reminder of a copy from an instant on; none when its shelf time is not longer than the days before its end. */
export const scheduleShelfCheck = (
  item: ItemCirculation,
  member: string,
  time: ShelfTiming,
  from: string,
): ShelfCheck[] => {
  const claim = waitingOnShelf(item);
  if (claim === undefined) return [];
  const { holdId, pickupBranch } = claim;
  const at = remindsAt(claim, time);
  if (millis(at) < millis(from)) return [];
  return [{ at, itemId: item.itemId, holdId, member, cause: memberOfBranch(pickupBranch) }];
};

/**
 * Checks a copy at an instant: returns the reminder while it still waits for that hold, once for each end of its shelf time; and the next
 * check when that was moved later.
 */
export const checkShelf = (
  item: ItemCirculation,
  { at: from, holdId, cause }: Pick<ShelfCheck, 'at' | 'holdId' | 'cause'>,
  time: ShelfTiming,
  now: string,
): { tell: NoticeMessage[]; next?: string } => {
  const claim = waitingOnShelf(item);
  if (claim?.holdId !== holdId) return { tell: [] };
  const at = remindsAt(claim, time);
  if (millis(at) > millis(now)) return { tell: [], next: at };
  const { patronId, pickupBranch: branchId, shelfExpiresAt: until } = claim;
  if (millis(at) < millis(from) || millis(until) <= millis(now)) return { tell: [] };
  const { itemId, recordId } = item;
  return {
    tell: [
      {
        ...{ noticeId: `hold-expiring:${holdId}:${until}`, kind: 'hold-expiring', at, cause },
        ...{ patronId, branchId, itemId, holdId, until, ...(recordId !== undefined && { recordId }) },
      },
    ],
  };
};
