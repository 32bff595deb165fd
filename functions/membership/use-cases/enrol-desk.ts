import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { DeskStore } from '../data/desk-store.ts';
import type { Desk } from '../domain/desk.ts';
import { readDeskKey } from './desk-key.ts';

type Deps = { desks: DeskStore; ids: Ids };
type Wanted = Pick<Desk, 'name' | 'memberId' | 'branchId' | 'lockMinutes'> & { publicKey: string };
type Input = { wanted: Wanted; by: string; now: number; keep: Keep<Desk> };

/** Enrols a device as a shared desk of a branch of the member, with its audit entry. */
export const enrolDesk = async ({ desks, ids }: Deps, { wanted: { publicKey, ...wanted }, by, now, keep }: Input) => {
  const { memberId, branchId, name } = wanted;
  if (memberOfBranch(branchId) !== memberId)
    return refuse('branch-elsewhere', 'The branch belongs to another member.', '/body/branchId');
  if (!readDeskKey(publicKey)) return refuse('bad-key', 'This is no public key on P-256.', '/body/publicKey');
  const desk = { ...wanted, deskId: ids.next('desk', now), enrolledAt: iso(now) };
  const line = { subject: `desk:${desk.deskId}`, at: desk.enrolledAt, auditId: ids.next('audit', now), by };
  const audit = { ...line, did: 'enrol-desk', detail: { branchId, name } };
  return (await desks.add({ ...desk, publicKey }, audit, keep(desk)))
    ? answer(desk)
    : refuse('place-unknown', 'There is no such member or branch.', '/body/branchId');
};
