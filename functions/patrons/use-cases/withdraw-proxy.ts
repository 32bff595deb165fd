import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { isHome } from '../domain/access/is-home.ts';
import type { PatronChange } from '../domain/record/change.ts';

type Input = {
  actor: Actor | undefined;
  branchId?: string | undefined;
  patronId?: string | undefined;
  proxyId?: string | undefined;
  now: number;
  change: () => PatronChange;
};

/** Ends a proxy, as the patron, the proxy or a desk of the patron's home library asks. */
export const withdrawProxy = async (
  { proxies, patrons }: Pick<PatronsStores, 'proxies' | 'patrons'>,
  { actor, branchId, patronId, proxyId, now, change }: Input,
) => {
  const self = actor?.kind === 'patron' ? actor.id : undefined;
  // The requesting patron is the party that is not named.
  const [wantedFor, wanted] = [patronId ?? self, proxyId ?? self];
  const both = patronId !== undefined && proxyId !== undefined;
  if (wantedFor === undefined || wanted === undefined || (self !== undefined && both)) {
    return refuse('patron-missing', 'Say for whom and who.', '/body/proxyId');
  }
  const [sponsor, proxy] = await Promise.all([patrons.status(wantedFor), patrons.status(wanted)]);
  if (!sponsor || !proxy) return refuse('patron-unknown', 'There is no such patron.');
  if (self === undefined && !isHome(sponsor, branchId ?? '')) {
    return refuse('not-home', 'Only the home library takes it back.');
  }
  return (await proxies.withdraw(sponsor.patronId, proxy.patronId, change()))
    ? answer({ withdrawnAt: iso(now) })
    : refuse('no-proxy', 'There is no such leave.');
};
