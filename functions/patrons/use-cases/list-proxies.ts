import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { isHome } from '../domain/access/is-home.ts';
import { openness } from '../domain/access/openness.ts';
import { openRefusals } from '../schemas.ts';
import { identifyByCard } from './identify-by-card.ts';
import { logAccess } from './log-access.ts';
import type { NamedPatron } from './look-up-patron.ts';
import { proxyViews } from './proxy-views.ts';
import { relatives } from './relatives.ts';

type Deps = Pick<PatronsStores, 'cards' | 'patrons' | 'patronsPolicy' | 'accesses' | 'proxies'> & { ids: Ids };
type Input = { actor: Actor | undefined; branchId: string; named: NamedPatron; now: number };

/** Lists who may act for a patron and for whom the patron acts, and notes that another member looked. */
export const listProxies = async (deps: Deps, { actor, branchId, named, now }: Input) => {
  const found = 'card' in named ? await identifyByCard(deps.cards, normaliseScan(named.card), named.member) : named;
  if ('refused' in found) return found;
  const status = await deps.patrons.status(found.patronId);
  if (!status) return refuse('card-unknown', 'There is no such card in the consortium.', '/body/card');
  const { patronId } = status;
  const opened = openness(status, memberOfBranch(branchId), await deps.patronsPolicy(now));
  if (opened !== 'open') return refuse(opened, openRefusals[opened].meaning);
  const today = iso(now).slice(0, 10);
  await logAccess(deps, { actor, patron: status, branchId, now });
  const [given, had] = await Promise.all([deps.proxies.of(patronId), deps.proxies.actingFor(patronId)]);
  return answer({
    patronId,
    ...(isHome(status, branchId) && (await relatives(deps, status))),
    given: await proxyViews(deps, given, 'proxyId', today),
    had: await proxyViews(deps, had, 'sponsorId', today),
  });
};
