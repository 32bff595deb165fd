import { handle } from '../../../../layers/platform/http/handle.ts';
import { readDeps } from '../../deps.ts';
import { countWork } from '../../use-cases/count-work.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, readDeps, ({ actor, path }, deps) => countWork(deps, { ...path, actor }));
