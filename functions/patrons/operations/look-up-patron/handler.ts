import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { lookUpDeps } from '../../deps.ts';
import { deskView } from '../../domain/desk-view.ts';
import { openness } from '../../domain/openness.ts';
import { identifyByCard } from '../../use-cases/identify-by-card.ts';
import { loadDesk } from '../../use-cases/load-desk.ts';
import { noteLook } from '../../use-cases/note-look.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, lookUpDeps, async ({ actor, body, now }, deps) => {
  const { branchId } = body;
  const desk = await loadDesk(deps.branches, branchId, now);
  if (!desk) return refuse('branch-unknown', 'There is no such branch.', '/body/branchId');
  const found = 'card' in body ? await identifyByCard(deps.cards, normaliseScan(body.card), body.member) : body;
  if ('refused' in found) return found;
  const patron = await deps.patrons.get(found.patronId);
  if (!patron) return refuse('patron-unknown', 'There is no such patron.');
  const { status, person } = patron;
  const opened = openness(status, memberOfBranch(branchId), await deps.patronsPolicy(now));
  if (opened !== 'open') return refuse(opened, contract.refusals[opened].meaning);
  const checks = await deps.borrowingChecks(status, desk);
  const { card, contactConsents, v: version } = person;
  const view = deskView({ status, person: person.person, contactConsents, card, version }, branchId, checks);
  await noteLook(deps, { actor, patron: status, branchId, now });
  return answer(view);
});
