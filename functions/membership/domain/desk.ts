import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { type Grant, holds, ROLES, type RoleScope } from '../../../layers/kernel/identity/roles.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';

/** A shared desk: an enrolled device of a branch on which staff change by badge or code. `usedAt`: when somebody last signed in. */
export const deskSchema = z.strictObject({
  deskId: z.string(),
  name: oneLine(100),
  memberId: memberIdSchema,
  branchId: branchIdSchema,
  /** After how many idle minutes its screen locks. */
  lockMinutes: z.int().min(1).max(60),
  enrolledAt: z.string(),
  usedAt: z.string().optional(),
  withdrawnAt: z.string().optional(),
});
export type Desk = z.infer<typeof deskSchema>;

/** A code for a desk: six digits, made by Concord. Everything else that is scanned there is a badge. */
export const DESK_CODE = /^\d{6}$/;

const passSchema = z.object({ hash: z.string(), setAt: z.string() });

/** The stored credentials of a person at shared desks: salted hashes, and since when. */
export const staffPassesSchema = z.object({ code: passSchema.exactOptional(), badge: passSchema.exactOptional() });
export type StaffPasses = z.infer<typeof staffPassesSchema>;

/** Since when a person has a code and a badge for shared desks. */
export const deskPassSchema = z.strictObject({ code: z.string().optional(), badge: z.string().optional() });

/** Returns since when a person has a code and a badge; never what they are. */
export const deskPassView = ({ code, badge }: StaffPasses): z.infer<typeof deskPassSchema> => ({
  ...(code && { code: code.setAt }),
  ...(badge && { badge: badge.setAt }),
});

const isBranchRole = ({ role }: Grant): boolean => (ROLES[role].scopes as readonly RoleScope[]).includes('branch');

/** Returns the roles that a person has at a shared desk: those of work at a branch, held there, and nowhere else. */
export const grantsAtDesk = (grants: readonly Grant[], branch: string): Grant[] =>
  [...new Set(grants.filter(isBranchRole).map(({ role }) => role))]
    .filter((role) => holds(grants, role, { scope: 'branch', branch }))
    .map((role) => ({ role, scope: 'branch', branch }));

/** Returns the roles that a person holds and that no sign-in at a shared desk gives: pages of these ask for the full sign-in. */
export const grantsBeyondDesk = (grants: readonly Grant[]): Grant[] => grants.filter((grant) => !isBranchRole(grant));

/** Returns whether a staff user administers a member's people: its own administrator, or the consortium's. */
export const administersPeopleOf = (grants: readonly Grant[], memberId: string): boolean =>
  holds(grants, 'admin', { scope: 'consortium' }) ||
  holds(grants, 'member-admin', { scope: 'member', member: memberId });

/** The change of a person's code and badge: a new code or none, a badge or none (null). A field that is absent does not change. */
export type WantedPass = { code?: 'new' | 'none' | undefined; badge?: string | null | undefined };

/** Returns whether a change only removes a code or a badge, and leaves nothing with which whoever makes it could sign in. */
export const onlyRemoves = ({ code, badge }: WantedPass): boolean => code !== 'new' && !badge;

/** Returns the text that a desk signs to sign in a person (`pass`: the badge or code) or to renew a session, at `at` (epoch ms). */
export const signedByDesk = (deskId: string, at: number, passOrSession: string): string =>
  JSON.stringify(['concord-desk', deskId, at, passOrSession]);

/** How far the clock of a desk may be from ours, in milliseconds. */
export const CLOCK_MS = 2 * 60_000;
