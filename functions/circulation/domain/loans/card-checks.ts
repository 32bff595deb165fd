import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, hourOf, localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import type { NoticeMessage } from '../../../../layers/kernel/notices/notice-message.ts';
import type { NoticeSettings } from '../../../../layers/records/policies/domain/notices.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import { MORNING } from './loan-moments.ts';

/** The scheduled check of a card; `cause` is the patron's home library. */
export type CardCheck = { at: string; patronId: string; cause: string };

/** The timing of a card check: its home branch's calendar, and how many days before expiry the home library sends a notice. */
export type CardTiming = { calendar: BranchCalendar; settings: Pick<NoticeSettings, 'cardExpiringDays'> };

type Card = Pick<PatronStatus, 'patronId' | 'homeMember' | 'homeBranch' | 'expiresOn'>;

const expiryNoticeAt = ({ expiresOn }: Card, { calendar, settings }: CardTiming): string =>
  hourOf(calendar, addDays(expiresOn, -settings.cardExpiringDays), MORNING);

/** Schedules a card check from an instant on; none when its notice date is in the past, because the card was issued for so short a time. */
export const scheduleCardCheck = (card: Card, time: CardTiming, from: string): CardCheck[] => {
  const at = expiryNoticeAt(card, time);
  return millis(at) < millis(from) ? [] : [{ at, patronId: card.patronId, cause: card.homeMember }];
};

/**
 * Checks a card at an instant: returns the notice to send, once for each last day, while the card is valid; and the next check when the
 * card was renewed meanwhile.
 */
export const checkCard = (
  card: Card,
  { at: from }: Pick<CardCheck, 'at'>,
  time: CardTiming,
  now: string,
): { tell: NoticeMessage[]; next?: string } => {
  const at = expiryNoticeAt(card, time);
  if (millis(at) > millis(now)) return { tell: [], next: at };
  const { patronId, homeMember: cause, homeBranch: branchId, expiresOn: until } = card;
  if (millis(at) < millis(from) || until < localDay(time.calendar, now)) return { tell: [] };
  return {
    tell: [{ noticeId: `card-expiring:${until}`, patronId, kind: 'card-expiring', at, cause, branchId, until }],
  };
};
