import * as z from 'zod';
import { monthSchema, monthsFrom } from '../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { holds } from '../../../layers/kernel/identity/roles.ts';
import { type Actor, staffOf } from '../../../layers/platform/http/actor.ts';
import type { Permission, Refusal } from '../../../layers/platform/http/contract.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { membersOf } from '../domain/requests/members-of-staff.ts';

const memberRoles = ['ill', 'member-admin', 'member-finance'] as const;
const consortiumRoles = ['admin', 'auditor', 'finance-preparer', 'finance-approver'] as const;

/**
 * The roles that read reports: a member’s interlibrary loan staff, administrators and finance staff those of the member; administrators,
 * auditors and finance staff of the consortium those of any member and of all.
 */
export const reportReaders: readonly Permission[] = [
  { who: 'staff', roles: memberRoles, at: 'own-member' },
  { who: 'staff', roles: consortiumRoles, at: 'consortium' },
];

/** The maximum number of months of one report. */
const MOST_MONTHS = 36;

/** The months (UTC, last included) and the member; without one, all members. */
export const reportQuery = z.strictObject({ memberId: memberIdSchema.optional(), from: monthSchema, to: monthSchema });
type ReportQuery = z.infer<typeof reportQuery>;

export const reportRefusals = {
  'other-member': { status: 403, meaning: 'The caller reads the reports of other members only.' },
  'bad-range': { status: 422, meaning: `The months are the wrong way round, or more than ${MOST_MONTHS}.` },
} as const satisfies Record<string, Refusal>;

/** Refuses a report that the caller may not read, or an invalid period. */
export const refusedReport = (actor: Actor | undefined, { memberId, from, to }: ReportQuery) => {
  const { grants } = staffOf(actor);
  const readsAll = consortiumRoles.some((role) => holds(grants, role, { scope: 'consortium' }));
  if (!readsAll && (memberId === undefined || !membersOf(grants, memberRoles).includes(memberId))) {
    return refuse('other-member', 'You do not read the reports of this member.', '/query/memberId');
  }
  const months = monthsFrom(from, to);
  return months < 1 || months > MOST_MONTHS ? refuse('bad-range', `That is ${months} months.`, '/query/to') : undefined;
};
