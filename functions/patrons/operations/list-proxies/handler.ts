import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { isHome } from '../../domain/access/is-home.ts';
import { openness } from '../../domain/access/openness.ts';
import { identifyByCard } from '../../use-cases/identify-by-card.ts';
import { noteLook } from '../../use-cases/note-look.ts';
import { proxyViews } from '../../use-cases/proxy-views.ts';
import { relatives } from '../../use-cases/relatives.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, body, now }, deps) => {
  const { branchId } = body;
  const found = 'card' in body ? await identifyByCard(deps.cards, normaliseScan(body.card), body.member) : body;
  if ('refused' in found) return found;
  const status = await deps.patrons.status(found.patronId);
  if (!status) return refuse('card-unknown', 'There is no such card in the consortium.', '/body/card');
  const { patronId } = status;
  const opened = openness(status, memberOfBranch(branchId), await deps.patronsPolicy(now));
  if (opened !== 'open') return refuse(opened, contract.refusals[opened].meaning);
  const at = iso(now);
  await noteLook(deps, { actor, patron: status, branchId, now });
  const [given, had] = await Promise.all([deps.proxies.of(patronId), deps.proxies.actingFor(patronId)]);
  return answer({
    patronId,
    ...(isHome(status, branchId) && (await relatives(deps, status))),
    given: await proxyViews(deps, given, 'proxyId', at.slice(0, 10)),
    had: await proxyViews(deps, had, 'sponsorId', at.slice(0, 10)),
  });
});
