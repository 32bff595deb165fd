import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { openness } from '../../domain/openness.ts';
import { patronsPolicy } from '../../use-cases/desk.ts';
import { noteLook } from '../../use-cases/note-look.ts';
import { patronMeant } from '../../use-cases/patron-meant.ts';
import { leavesShown, withProxies } from '../../use-cases/proxies.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, withProxies, async ({ actor, body, now }, deps) => {
  const { branchId } = body;
  const meant = await patronMeant(deps.cards, normaliseScan(body.card), body.member);
  if ('refused' in meant) return meant;
  const status = await deps.patrons.status(meant.patronId);
  if (!status) return refuse('card-unknown', 'There is no such card in the consortium.', '/body/card');
  const { patronId } = status;
  const opened = openness(status, memberOfBranch(branchId), await patronsPolicy(deps, now));
  if (opened !== 'open') return refuse(opened, contract.refusals[opened].meaning);
  const at = iso(now);
  await noteLook(deps, { actor, patron: status, branchId, now });
  const [given, had] = await Promise.all([deps.proxies.of(patronId), deps.proxies.actingFor(patronId)]);
  return answer({
    patronId,
    given: await leavesShown(deps, given, 'proxyId', at.slice(0, 10)),
    had: await leavesShown(deps, had, 'sponsorId', at.slice(0, 10)),
  });
});
