import type { PatronsPolicy } from '../../../../layers/records/policies/domain/patrons.ts';
import type { PatronStatus } from '../record/patron-status.ts';

/** The consent of a patron for another member: to open the record there, and to see titles of loans made elsewhere. */
export type Consent = { memberId: string; open: boolean; titles: boolean };

type Asked = Pick<PatronStatus, 'homeMember' | 'consents'>;

/**
 * Returns whether a member may open a patron's record, or why not (C76). Other members may do so without consent or, where the
 * consortium adopted an opt-in, after the patron agreed there; patrons of a restricted member are opened nowhere else.
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

/** Returns whether a member sees loans made elsewhere by title: at home, or with the patron's consent (C77). */
export const seesTitles = ({ homeMember, consents = [] }: Asked, memberId: string): boolean =>
  memberId === homeMember || consents.some((one) => one.memberId === memberId && one.titles);

/**
 * Returns the consents with one member's changed. Titles are only visible in an open record, so they open it; a full withdrawal removes the
 * entry.
 */
export const withConsent = (consents: readonly Consent[], { memberId, open, titles }: Consent): Consent[] => {
  const others = consents.filter((one) => one.memberId !== memberId);
  if (!open && !titles) return others;
  return [...others, { memberId, open: true, titles }].toSorted((one, other) =>
    one.memberId < other.memberId ? -1 : 1,
  );
};
