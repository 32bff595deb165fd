import { handle } from '../../../../layers/platform/http/handle.ts';
import { signUpDeps } from '../../deps.ts';
import { requestSignUp } from '../../use-cases/request-sign-up.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, signUpDeps, ({ body, now }, deps) => requestSignUp(deps, { ...body, now }));
