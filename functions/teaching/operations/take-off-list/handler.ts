import { handle } from '../../../../layers/platform/http/handle.ts';
import { courseDeps } from '../../deps.ts';
import { takeOffList } from '../../use-cases/take-off-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, courseDeps, ({ path, body }, deps) => takeOffList(deps, { ...path, ...body }));
