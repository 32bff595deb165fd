import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { isHome } from '../../domain/access/is-home.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, body, now }, { proxies, patrons, ids }) => {
  const { branchId } = body;
  const self = actor?.kind === 'patron' ? actor.id : undefined;
  // The requesting patron is the party that is not named.
  const [wantedFor, wanted] = [body.patronId ?? self, body.proxyId ?? self];
  const both = body.patronId !== undefined && body.proxyId !== undefined;
  if (wantedFor === undefined || wanted === undefined || (self !== undefined && both)) {
    return refuse('patron-missing', 'Say for whom and who.', '/body/proxyId');
  }
  const [sponsor, proxy] = await Promise.all([patrons.status(wantedFor), patrons.status(wanted)]);
  if (!sponsor || !proxy) return refuse('patron-unknown', 'There is no such patron.');
  if (self === undefined && !isHome(sponsor, branchId ?? '')) {
    return refuse('not-home', 'Only the home library takes it back.');
  }
  const change = patronChange({ actor, now, body: { branchId } }, ids, 'proxy-withdrawn', {});
  return (await proxies.withdraw(sponsor.patronId, proxy.patronId, change))
    ? answer({ withdrawnAt: iso(now) })
    : refuse('no-proxy', 'There is no such leave.');
});
