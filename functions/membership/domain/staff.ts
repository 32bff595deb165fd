import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { grantSchema } from '../../../layers/kernel/identity/roles.ts';

/** Whose staff somebody is when they work for the consortium itself. */
export const CONSORTIUM = 'consortium';

/** A person who works here. `memberId` is `consortium` for consortium staff; `invited`: the invitation went out. */
export const staffSchema = z.strictObject({
  staffId: z.string(),
  name: z.string().min(1).max(200),
  email: z.email().max(254),
  memberId: z.union([memberIdSchema, z.literal(CONSORTIUM)]),
  grants: z.array(grantSchema).max(50),
  invited: z.boolean(),
});
export type Staff = z.infer<typeof staffSchema>;

/** An e-mail address as it is claimed: one person has one account, however the address is typed. */
export const plainEmail = (email: string): string => email.trim().toLowerCase();
