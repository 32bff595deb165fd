import { holds } from '../../../layers/kernel/identity/roles.ts';
import type { Actor, StaffActor } from '../../../layers/platform/http/actor.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import type { AuditLine } from '../../../layers/records/audit/data/audit.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Override } from '../domain/findings.ts';

/** Whether this is a desk supervisor of the branch. */
export const supervises = (actor: Actor | undefined, branchId: string | undefined): actor is StaffActor =>
  actor?.kind === 'staff' &&
  branchId !== undefined &&
  holds(actor.grants, 'desk-supervisor', { scope: 'branch', branch: branchId });

/** A supervisor's override of the branch (C65); nothing asked, nothing given. Refuses anybody who is none. */
export const supervisorOverride = (
  actor: Actor | undefined,
  branchId: string | undefined,
  wanted: { comment: string; due?: string | undefined } | undefined,
): { override?: Override } | { refused: RefusalOf<'not-a-supervisor'>[] } => {
  if (wanted === undefined) return {};
  if (!supervises(actor, branchId))
    return refuse('not-a-supervisor', 'Ask a desk supervisor of this branch.', '/body/override');
  const { comment, due } = wanted;
  return { override: { by: actor.id, comment, ...(due !== undefined && { due }) } };
};

/** The audit line of an override, to stand or fall with its decision; nothing without one. */
export const overrideAudit = (
  what: 'checkout' | 'renewal' | 'check-in',
  { itemId }: ItemCirculation,
  at: string,
  auditId: string,
  override: Override | undefined,
): { audit?: AuditLine } =>
  override === undefined
    ? {}
    : {
        audit: {
          subject: `item:${itemId}`,
          ...{ at, auditId, by: `staff:${override.by}` },
          did: `overrode refusals of a ${what}`,
          detail: { comment: override.comment },
        },
      };
