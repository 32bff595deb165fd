import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { rollOverDeps } from '../../deps.ts';
import { previewRollOver } from '../../use-cases/roll-over/preview-roll-over.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, rollOverDeps, ({ actor, path: place, body: terms, now }, deps) =>
  previewRollOver(deps, { place, terms, by: actorName(actor), now }),
);
