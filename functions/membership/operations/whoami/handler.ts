import { handle } from '../../../../layers/platform/http/handle.ts';
import { whoamiDeps } from '../../deps.ts';
import { identifyCaller } from '../../use-cases/identify-caller.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, whoamiDeps, ({ actor }, deps) => identifyCaller(deps, actor));
