import { handle } from '../../../../layers/platform/http/handle.ts';
import { courseDeps } from '../../deps.ts';
import { reserveItem } from '../../use-cases/reserve-item.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, ({ path, body, now }, deps) =>
  reserveItem(deps, { ...path, ...body, now }),
);
