import { DateTime } from 'luxon';
import type { PatronsPolicy } from '../../../../layers/records/policies/domain/patrons.ts';

const monthsOn = (day: string, months: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM-dd');

/** Returns the validity of a category's card, in months. */
export const termOf = ({ cards }: PatronsPolicy, category: string): number =>
  (Object.hasOwn(cards.perCategory, category) ? cards.perCategory[category] : undefined) ?? cards.validMonths;

/** The reason why a card is not renewed now. */
export type CardRenewalRefusal = {
  code: 'card-not-due' | 'owes-too-much' | 'beyond-term' | 'not-later';
  detail: string;
  pointer?: string;
};

type Asked = {
  policy: PatronsPolicy;
  category: string;
  expiresOn: string;
  owed: number;
  /** The current date (`YYYY-MM-DD`). */
  today: string;
  /** The last day of validity that the desk requests; the whole term when absent. */
  until?: string | undefined;
};

const later = (one: string, other: string): string => (one > other ? one : other);

/**
 * Returns the new last day of validity of a renewed card: a term of its category from today or from its last day of validity, whichever is
 * later, so that early renewal loses no days. Refuses, with all reasons at once, a card that is not due yet (by policy), a debt above the
 * policy's limit, and a date beyond the term or no later than the present one.
 */
export const renewedCard = (asked: Asked): { expiresOn: string } | { refused: CardRenewalRefusal[] } => {
  const { policy, category, expiresOn, owed, today, until } = asked;
  const furthest = monthsOn(later(today, expiresOn), termOf(policy, category));
  const { renewFromDaysBefore, maxOwed } = policy.cards;
  const from = DateTime.fromISO(expiresOn, { zone: 'utc' }).minus({ days: renewFromDaysBefore }).toFormat('yyyy-MM-dd');
  const wanted = until ?? furthest;
  const refused: CardRenewalRefusal[] = [];
  if (today < from) refused.push({ code: 'card-not-due', detail: `It may be renewed from ${from} on.` });
  if (maxOwed !== null && owed > maxOwed) {
    refused.push({ code: 'owes-too-much', detail: `Owes ${owed} of at most ${maxOwed} minor units.` });
  }
  if (wanted > furthest) {
    refused.push({ code: 'beyond-term', detail: `At most to ${furthest}.`, pointer: '/body/expiresOn' });
  }
  if (wanted <= expiresOn) {
    refused.push({ code: 'not-later', detail: `It is good to ${expiresOn} as it is.`, pointer: '/body/expiresOn' });
  }
  return refused.length > 0 ? { refused } : { expiresOn: wanted };
};
