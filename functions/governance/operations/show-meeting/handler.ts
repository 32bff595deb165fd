import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { bodyDeps } from '../../deps.ts';
import { showMeeting } from '../../use-cases/bodies/show-bodies.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, bodyDeps, ({ actor, path, query: { language = 'eng' }, now }, deps) =>
  showMeeting(deps, { ...path, language }, { actor: staffOf(actor), now }),
);
