import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { seenFrom } from '../../domain/desk-view.ts';
import { openness } from '../../domain/openness.ts';
import { deskAt, deskStores, patronsPolicy } from '../../use-cases/desk.ts';
import { noteLook } from '../../use-cases/note-look.ts';
import { patronMeant } from '../../use-cases/patron-meant.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskStores, async ({ actor, body, now }, deps) => {
  const { branchId } = body;
  const desk = await deskAt(deps, branchId, now);
  if (!desk) return refuse('branch-unknown', 'There is no such branch.', '/body/branchId');
  const meant =
    'card' in body ? await patronMeant(deps.cards, normaliseScan(body.card), body.member) : { patronId: body.patronId };
  if ('refused' in meant) return meant;
  const patron = await deps.patrons.get(meant.patronId);
  if (!patron) return refuse('patron-unknown', 'There is no such patron.');
  const { status, person } = patron;
  const opened = openness(status, memberOfBranch(branchId), await patronsPolicy(deps, now));
  if (opened !== 'open') return refuse(opened, contract.refusals[opened].meaning);
  const view = seenFrom({ status, person: person.person, card: person.card, version: person.v }, desk);
  await noteLook(deps, { actor, patron: status, branchId, now });
  return answer(view);
});
