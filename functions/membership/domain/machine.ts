import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';

/** A scope of a machine client, as named by the operations that admit machines, e.g. `self-check`. */
export const machineScopeSchema = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/, 'A scope is lower-case words with hyphens.');

/** A machine client that acts for a member with its own secret; one bound to a branch (a self-check) acts only there. */
export const machineClientSchema = z.object({
  clientId: z.string(),
  name: oneLine(200),
  memberId: memberIdSchema,
  branchId: branchIdSchema.optional(),
  scopes: z.array(machineScopeSchema).min(1).max(20),
  createdAt: z.string(),
  /** Since when its secret is no longer accepted. */
  withdrawnAt: z.string().optional(),
});
export type MachineClient = z.infer<typeof machineClientSchema>;
