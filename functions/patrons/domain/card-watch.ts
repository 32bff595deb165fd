import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, hourOf, localDay, millis } from '../../../layers/kernel/calendar/days.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/message.ts';
import { MORNING } from '../../circulation/domain/loan-moments.ts';
import type { NoticeSettings } from '../../notices/domain/policy.ts';
import type { PatronStatus } from './patron-status.ts';

/** When to look at a card again; `cause` is the patron's home. */
export type CardWatch = { at: string; patronId: string; cause: string };

/** By what a card's time runs: its home branch's calendar, and how many days before the home library tells. */
export type CardTime = { calendar: BranchCalendar; settings: Pick<NoticeSettings, 'cardExpiringDays'> };

type Card = Pick<PatronStatus, 'patronId' | 'homeMember' | 'homeBranch' | 'expiresOn'>;

const tellsAt = ({ expiresOn }: Card, { calendar, settings }: CardTime): string =>
  hourOf(calendar, addDays(expiresOn, -settings.cardExpiringDays), MORNING);

/** When to look at a card from an instant on; never when its warning lies before: it was issued for so short a time. */
export const watchOfCard = (card: Card, time: CardTime, from: string): CardWatch[] => {
  const at = tellsAt(card, time);
  return millis(at) < millis(from) ? [] : [{ at, patronId: card.patronId, cause: card.homeMember }];
};

/**
 * Looks at a card at an instant for a watch: what to tell, once for each last day, as long as the card is good; and when to
 * look again, where it was renewed meanwhile.
 */
export const lookAtCard = (
  card: Card,
  { at: from }: Pick<CardWatch, 'at'>,
  time: CardTime,
  now: string,
): { tell: NoticeMessage[]; next?: string } => {
  const at = tellsAt(card, time);
  if (millis(at) > millis(now)) return { tell: [], next: at };
  const { patronId, homeMember: cause, homeBranch: branchId, expiresOn: until } = card;
  if (millis(at) < millis(from) || until < localDay(time.calendar, now)) return { tell: [] };
  return {
    tell: [{ noticeId: `card-expiring:${until}`, patronId, kind: 'card-expiring', at, cause, branchId, until }],
  };
};
