import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { schoolDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, async ({ path: { memberId } }, { schools }) => {
  const scheme = await schools.scheme(memberId);
  return scheme ? answer(scheme) : refuse('no-school', contract.refusals['no-school'].meaning, '/path/memberId');
});
