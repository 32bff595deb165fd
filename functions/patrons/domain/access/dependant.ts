import * as z from 'zod';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
import type { PatronsPolicy } from '../../../../layers/records/policies/domain/patrons.ts';
import { isStillMinor, type Person } from '../identity/person.ts';
import type { PatronStatus } from '../record/patron-status.ts';

/** How much a guarantor sees of a minor. */
export const dependantSights = ['nothing', 'amounts-and-dates', 'titles'] as const;
export type DependantSight = (typeof dependantSights)[number];

/** The visible part of a dependant's loans and bills. Amounts in minor units; titles only where the policy permits it. */
export const dependantViewSchema = z.strictObject({
  patronId: z.string(),
  sight: z.enum(dependantSights),
  loans: z.array(
    z.strictObject({
      due: z.string(),
      checkoutBranch: z.string(),
      accrued: moneySchema.optional(),
      title: z.string().optional(),
    }),
  ),
  bills: z.array(
    z.strictObject({
      billId: z.string(),
      kind: z.string(),
      at: z.string(),
      amount: z.number().int(),
      open: z.number().int(),
      currency: z.string(),
      title: z.string().optional(),
    }),
  ),
});

/**
 * Returns what a guarantor may see of a patron on a date, by policy; nothing when the guarantor is another patron, or after the dependant came
 * of age: the birth date decides on that date, not what was recorded.
 */
export const guardianSees = (
  dependant: Pick<PatronStatus, 'guarantorId' | 'minor'>,
  person: Pick<Person, 'birthDate'>,
  guardianId: string,
  { minors }: PatronsPolicy,
  today: string,
): DependantSight => {
  if (dependant.guarantorId !== guardianId) return 'nothing';
  return isStillMinor(dependant, person, today) ? minors.guardianSees : 'nothing';
};
