import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { proxyViews } from '../../use-cases/proxy-views.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, now }, { proxies, patrons }) => {
  const patronId = (await patrons.status(patronOf(actor).id))?.patronId;
  if (patronId === undefined) return refuse('gone', 'This patron is no longer here.');
  const today = iso(now).slice(0, 10);
  const [given, had] = await Promise.all([proxies.of(patronId), proxies.actingFor(patronId)]);
  return answer({
    given: await proxyViews({ patrons }, given, 'proxyId', today),
    had: await proxyViews({ patrons }, had, 'sponsorId', today),
  });
});
