import * as z from 'zod';
import { type Grant, holds } from '../../../layers/kernel/identity/roles.ts';

/** A person outside a member who adopts its changes, as a member with one person names one. Counts once that person accepted. */
export const secondPersonSchema = z.strictObject({
  memberId: z.string(),
  staffId: z.string(),
  state: z.enum(['named', 'accepted']),
  namedBy: z.string(),
  namedAt: z.iso.datetime(),
  v: z.int(),
});
export type SecondPerson = z.infer<typeof secondPersonSchema>;

/** Returns whether somebody adopts changes of a member by a role: at the member, or for the consortium. */
export const decidesByRole = ({ grants }: { grants: readonly Grant[] }, memberId: string): boolean =>
  holds(grants, 'member-admin', { scope: 'member', member: memberId }) ||
  holds(grants, 'admin', { scope: 'consortium' });

/** Returns whether a second person accepted to adopt changes of a member. */
export const isSecondAt = (second: SecondPerson | undefined, staffId: string): boolean =>
  second?.staffId === staffId && second.state === 'accepted';
