import { handle } from '../../../../layers/platform/http/handle.ts';
import { closingDeps } from '../../deps.ts';
import { startClosing } from '../../use-cases/start-closing.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, closingDeps, ({ actor, path, body, now }, deps) =>
  startClosing(deps, { actor, path, way: body.way, now }),
);
