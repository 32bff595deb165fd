import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { exportOwnData } from '../../use-cases/export-own-data.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, now }, deps) =>
  exportOwnData(deps, patronOf(actor).id, now),
);
