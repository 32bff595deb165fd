import { handle } from '../../../../layers/platform/http/handle.ts';
import { fieldProtectionDeps } from '../../deps.ts';
import { setFieldProtection } from '../../use-cases/set-field-protection.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, fieldProtectionDeps, ({ path, body }, deps) =>
  setFieldProtection(deps, { ...path, ...body }),
);
