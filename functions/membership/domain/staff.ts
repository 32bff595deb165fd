import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { grantSchema } from '../../../layers/kernel/identity/roles.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';

/** The employer id of staff who work for the consortium itself. */
export const CONSORTIUM = 'consortium';

/** The name of the first administrator, whom the settings know by address only. */
export const FIRST_ADMINISTRATOR = 'First administrator';

/** A staff user. `memberId` is `consortium` for consortium staff; `invited`: the invitation was sent. */
export const staffSchema = z.strictObject({
  staffId: z.string(),
  name: oneLine(200),
  email: z.email().max(254),
  memberId: z.union([memberIdSchema, z.literal(CONSORTIUM)]).meta({ id: 'StaffHome' }),
  grants: z.array(grantSchema).max(50),
  invited: z.boolean(),
});
export type Staff = z.infer<typeof staffSchema>;

/** Returns an e-mail address in the form that is claimed: one person has one account, however the address is typed. */
export const plainEmail = (email: string): string => email.trim().toLowerCase();
