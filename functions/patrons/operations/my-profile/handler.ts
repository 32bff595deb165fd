import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { showOwnProfile } from '../../use-cases/show-own-profile.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, now }, deps) =>
  showOwnProfile(deps, patronOf(actor).id, now),
);
