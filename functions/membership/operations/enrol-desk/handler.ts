import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { deskDeps } from '../../deps.ts';
import { readDeskKey } from '../../use-cases/desk-key.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskDeps, async ({ actor, body, now, keep }, { desks, ids }) => {
  const { publicKey, ...wanted } = body;
  if (memberOfBranch(body.branchId) !== body.memberId)
    return refuse('branch-elsewhere', 'The branch belongs to another member.', '/body/branchId');
  if (!readDeskKey(publicKey)) return refuse('bad-key', 'This is no public key on P-256.', '/body/publicKey');
  const desk = { ...wanted, deskId: ids.next('desk', now), enrolledAt: iso(now) };
  const line = { subject: `desk:${desk.deskId}`, at: desk.enrolledAt, auditId: ids.next('audit', now) };
  const detail = { branchId: desk.branchId, name: desk.name };
  const audit = { ...line, by: actorName(actor), did: 'enrol-desk', detail };
  return (await desks.add({ ...desk, publicKey }, audit, keep(desk)))
    ? answer(desk)
    : refuse('place-unknown', 'There is no such member or branch.', '/body/branchId');
});
