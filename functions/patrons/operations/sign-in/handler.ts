import { handle } from '../../../../layers/platform/http/handle.ts';
import { signInDeps } from '../../deps.ts';
import { signInPatron } from '../../use-cases/sign-in-patron.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, signInDeps, ({ body, caller, now }, deps) =>
  signInPatron(deps, { ...body, caller, now }),
);
