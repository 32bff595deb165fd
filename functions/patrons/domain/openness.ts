import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import type { PatronStatus } from './patron-status.ts';

/** What a patron allows another member: to open the record there at all, and to see titles of loans made elsewhere. */
export type Consent = { memberId: string; open: boolean; titles: boolean };

type Asked = Pick<PatronStatus, 'homeMember' | 'consents'>;

/**
 * Whether a member may open a patron's record (C76). Elsewhere than at home that is so at once, or, where the consortium
 * adopted an opt-in, once the patron agreed to it there; patrons of a restricted member are opened nowhere else.
 */
export const openness = (
  { homeMember, consents = [] }: Asked,
  memberId: string,
  { sharing }: PatronsPolicy,
): 'open' | 'not-opted-in' | 'restricted' => {
  if (memberId === homeMember) return 'open';
  if (sharing.restricted.includes(homeMember)) return 'restricted';
  if (!sharing.optIn) return 'open';
  return consents.some((one) => one.memberId === memberId && one.open) ? 'open' : 'not-opted-in';
};

/** Whether a member sees what was lent elsewhere by title: at home, or with the patron's consent (C77). */
export const seesTitles = ({ homeMember, consents = [] }: Asked, memberId: string): boolean =>
  memberId === homeMember || consents.some((one) => one.memberId === memberId && one.titles);

/** The consents with one member's changed. Titles are seen in an open record only, so they open it; nothing is left of a full withdrawal. */
export const withConsent = (consents: readonly Consent[], { memberId, open, titles }: Consent): Consent[] => {
  const others = consents.filter((one) => one.memberId !== memberId);
  if (!open && !titles) return others;
  return [...others, { memberId, open: true, titles }].toSorted((one, other) =>
    one.memberId < other.memberId ? -1 : 1,
  );
};
