import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { coverProviderDeps } from '../../deps.ts';
import { setCoverProviders } from '../../use-cases/covers/set-cover-providers.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, coverProviderDeps, ({ actor, body, now, keep }, deps) =>
  setCoverProviders(deps, { chosen: body, by: actorName(actor), now, keep }),
);
