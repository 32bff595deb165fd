import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronDeps } from '../../deps.ts';
import { listMyTitles } from '../../use-cases/list-my-titles.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronDeps, ({ actor, now }, deps) => listMyTitles(deps, patronOf(actor), now));
