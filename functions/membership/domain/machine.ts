import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';

/** What a machine may be let do, as the operations that take machines name it, e.g. `self-check`. */
export const machineScopeSchema = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/, 'A scope is lower-case words with hyphens.');

/** A machine that acts for a member with a secret of its own; one that stands at a branch (a self-check) never leaves it. */
export const machineClientSchema = z.object({
  clientId: z.string(),
  name: z.string().min(1).max(200),
  memberId: memberIdSchema,
  branchId: branchIdSchema.optional(),
  scopes: z.array(machineScopeSchema).min(1).max(20),
  createdAt: z.string(),
  /** Since when its secret is taken no more. */
  withdrawnAt: z.string().optional(),
});
export type MachineClient = z.infer<typeof machineClientSchema>;
