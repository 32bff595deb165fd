import { holds, memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { type Actor, actorName, type StaffActor } from '../../../layers/platform/http/actor.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Override } from '../domain/decisions/findings.ts';

/** Returns whether the actor is a desk supervisor of the branch. */
export const supervises = (actor: Actor | undefined, branchId: string | undefined): actor is StaffActor =>
  actor?.kind === 'staff' &&
  branchId !== undefined &&
  holds(actor.grants, 'desk-supervisor', { scope: 'branch', branch: branchId });

/**
 * Refuses a sum above a limit of the policy to all but a supervisor of the branch who has signed in fully: a badge or code at a shared desk
 * does not suffice.
 */
export const refuseAboveLimit = (actor: Actor | undefined, branchId: string, detail: string, pointer: string) => {
  if (!supervises(actor, branchId)) return refuse('needs-supervisor', detail, pointer);
  return actor.desk === undefined ? undefined : refuse('full-sign-in-needed', 'Sign in fully for such a sum.', pointer);
};

/** Returns a supervisor's override at the branch (C65); empty when none is requested. Refuses other actors. */
export const supervisorOverride = (
  actor: Actor | undefined,
  branchId: string | undefined,
  wanted: { comment: string; due?: string | undefined } | undefined,
): { override?: Override } | { refused: RefusalOf<'not-a-supervisor'>[] } => {
  if (wanted === undefined) return {};
  if (!supervises(actor, branchId))
    return refuse('not-a-supervisor', 'Ask a desk supervisor of this branch.', '/body/override');
  const { comment, due } = wanted;
  // With the shared desk, where the supervisor signed in there.
  const by = actorName(actor).slice('staff:'.length);
  return { override: { by, comment, ...(due !== undefined && { due }) } };
};

/** Returns the audit entry of an override, for the transaction of its decision; empty without an override. */
export const overrideAudit = (
  what: 'checkout' | 'renewal' | 'check-in',
  { itemId }: ItemCirculation,
  at: string,
  auditId: string,
  override: Override | undefined,
  branchId: string | undefined,
): { audit?: AuditLine } =>
  override === undefined
    ? {}
    : {
        audit: {
          subject: `item:${itemId}`,
          // A self-check that was off line has its kind in its name, staff do not.
          ...{ at, auditId, by: override.by.includes(':') ? override.by : `staff:${override.by}` },
          ...(branchId !== undefined && { member: memberOfBranch(branchId) }),
          did: `overrode refusals of a ${what}`,
          detail: { comment: override.comment },
        },
      };
