import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { homeDeps } from '../../deps.ts';
import { showHome } from '../../use-cases/show-home.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, homeDeps, async ({ query: { member }, now }, deps) =>
  answer(await showHome(deps, member, now)),
);
