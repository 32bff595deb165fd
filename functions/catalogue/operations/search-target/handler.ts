import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { targetDeps } from '../../deps.ts';
import { findInTarget } from '../../use-cases/find-in-target.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, targetDeps, async ({ actor, path: { memberId }, query, now }, deps) => {
  const { target } = query;
  const found = await findInTarget({ ...deps, memberId, actor, now }, query);
  if (found === 'nothing-sought') return refuse('nothing-sought', 'Say what to search for.', '/query/title');
  if (found === undefined) return refuse('unknown-target', `There is no target “${target}”.`, '/query/target');
  if (!('failed' in found)) return answer(found);
  const detail = `${target} did not answer: ${found.failed}`;
  return { refused: [{ code: 'target-failed', detail, pointer: '', params: { fault: found.failed } }] };
});
