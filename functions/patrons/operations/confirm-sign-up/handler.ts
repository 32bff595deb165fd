import { handle } from '../../../../layers/platform/http/handle.ts';
import { signUpDeps } from '../../deps.ts';
import { confirmSignUp } from '../../use-cases/confirm-sign-up.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, signUpDeps, ({ body, now }, deps) => confirmSignUp(deps, { ...body, now }));
