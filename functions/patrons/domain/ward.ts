import * as z from 'zod';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import type { PatronStatus } from './patron-status.ts';
import { isStillMinor, type Person } from './person.ts';

/** How much is seen of somebody under age. */
export const wardSights = ['nothing', 'amounts-and-dates', 'titles'] as const;
export type WardSight = (typeof wardSights)[number];

/** What is shown of a ward's loans and bills. Amounts in minor units; titles only where the policy lets them be seen. */
export const wardViewSchema = z.strictObject({
  patronId: z.string(),
  sight: z.enum(wardSights),
  loans: z.array(z.strictObject({ due: z.string(), checkoutBranch: z.string(), title: z.string().optional() })),
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
 * What a guardian may see of a patron on a day, by policy; nothing of somebody whose guarantor is
 * another, or who came of age: the birth date decides on the day, not what was noted once.
 */
export const guardianSees = (
  ward: Pick<PatronStatus, 'guarantorId' | 'minor'>,
  person: Pick<Person, 'birthDate'>,
  guardianId: string,
  { minors }: PatronsPolicy,
  today: string,
): WardSight => {
  if (ward.guarantorId !== guardianId) return 'nothing';
  return isStillMinor(ward, person, today) ? minors.guardianSees : 'nothing';
};
