import { handle } from '../../../../layers/platform/http/handle.ts';
import { closingDeps } from '../../deps.ts';
import { openClosing } from '../../use-cases/open-closing.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, closingDeps, (request, deps) => openClosing(deps, request));
