import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { schoolHouse } from '../../use-cases/schools.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolHouse, async ({ path: { memberId } }, { schools }) => {
  const scheme = await schools.scheme(memberId);
  return scheme ? answer(scheme) : refuse('no-school', contract.refusals['no-school'].meaning, '/path/memberId');
});
