import * as z from 'zod';
import { type Grant, ROLES } from '../../../layers/kernel/identity/roles.ts';

/** The member of the Practice Library, in its own table. */
export const PRACTICE_MEMBER = 'practice';

/** The roles that can be tried. */
export const practiceRoleSchema = z.enum(['desk', 'desk-supervisor', 'cataloguer', 'member-admin', 'admin']);
export type PracticeRole = z.infer<typeof practiceRoleSchema>;

/** Returns the role as it is held in the Practice Library. */
export const practiceGrant = (role: PracticeRole): Grant =>
  ROLES[role].scopes[0] === 'consortium'
    ? { role, scope: 'consortium' }
    : { role, scope: 'member', member: PRACTICE_MEMBER };
