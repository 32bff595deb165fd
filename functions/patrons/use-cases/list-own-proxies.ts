import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { patronsDeps } from '../deps.ts';
import { proxyViews } from './proxy-views.ts';

type Deps = Pick<ReturnType<typeof patronsDeps>, 'proxies' | 'patrons'>;

/** Lists the proxies of a patron, and those for whom the patron acts, at a time (epoch ms). */
export const listOwnProxies = async ({ proxies, patrons }: Deps, signedIn: string, now: number) => {
  // A merge may have given the patron another id.
  const patronId = (await patrons.status(signedIn))?.patronId;
  if (patronId === undefined) return refuse('gone', 'This patron is no longer here.');
  const today = iso(now).slice(0, 10);
  const [given, had] = await Promise.all([proxies.of(patronId), proxies.actingFor(patronId)]);
  return answer({
    given: await proxyViews({ patrons }, given, 'proxyId', today),
    had: await proxyViews({ patrons }, had, 'sponsorId', today),
  });
};
