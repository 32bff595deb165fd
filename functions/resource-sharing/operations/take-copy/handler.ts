import { handle } from '../../../../layers/platform/http/handle.ts';
import { copyDeps } from '../../deps.ts';
import { openLinkedCopy } from '../../use-cases/copies/open-linked-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, copyDeps, ({ path, now }, deps) => openLinkedCopy(deps, { ...path, now }));
