import * as z from 'zod';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { nameKey } from '../../patrons/public/name-key.ts';
import type { Person } from '../../patrons/public/person.ts';
import { personNameSchema } from '../../patrons/public/person-name-schema.ts';

/** A guardian of a pupil in the school's register. The address only finds the patron; it is not stored, and nothing is sent to it. */
export const rosterGuardianSchema = z.strictObject({ name: personNameSchema, email: oneLine(254, 3) });
export type RosterGuardian = z.infer<typeof rosterGuardianSchema>;

/**
 * What became of the guardians of a pupil: one is now the guardian of the record, or was already; the record has another one, which stays;
 * none of them is a patron (or several are); the pupil is of age.
 */
export type GuardianOutcome = 'linked' | 'known' | 'other' | 'no-patron' | 'of-age';

/** Returns whether a patron's record is of a guardian of the register: the same address, and the legal or used name. */
export const isOfGuardian = ({ name, usedName, email }: Person, guardian: RosterGuardian): boolean =>
  email?.trim().toLowerCase() === guardian.email.trim().toLowerCase() &&
  [name, ...(usedName ? [usedName] : [])].some((one) => nameKey(one) === nameKey(guardian.name));

/** Decides who becomes the guardian of a pupil. `found`: the adults among the patrons who are guardians of the register, by id. */
export const planGuardian = (
  { guarantorId, isMinor }: { guarantorId?: string | undefined; isMinor: boolean },
  found: readonly string[],
): { outcome: GuardianOutcome; guardianId?: string } => {
  if (guarantorId !== undefined) return { outcome: found.includes(guarantorId) ? 'known' : 'other' };
  if (!isMinor) return { outcome: 'of-age' };
  const [first, ...others] = found;
  return first !== undefined && others.length === 0
    ? { outcome: 'linked', guardianId: first }
    : { outcome: 'no-patron' };
};
