import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { redecisionDeps } from '../../deps.ts';
import { showRedecision } from '../../use-cases/show-redecision.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, redecisionDeps, async ({ now }, deps) =>
  answer(await showRedecision(deps, now)),
);
