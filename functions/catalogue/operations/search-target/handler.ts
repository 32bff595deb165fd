import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { targetDeps } from '../../deps.ts';
import { cqlOf } from '../../domain/targets/target-query.ts';
import { copyFromTarget } from '../../use-cases/copy-from-target.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, targetDeps, async ({ actor, path: { memberId }, query, now }, deps) => {
  const { target, from, ...wanted } = query;
  const cql = cqlOf(wanted);
  if (cql === undefined) return refuse('nothing-sought', 'Say what to search for.', '/query/title');
  const found = await copyFromTarget({ ...deps, memberId, actor, now }, { target, cql, from });
  if (found === undefined) return refuse('unknown-target', `There is no target “${target}”.`, '/query/target');
  if (!('failed' in found)) return answer(found);
  const detail = `${target} did not answer: ${found.failed}`;
  return { refused: [{ code: 'target-failed', detail, pointer: '', params: { fault: found.failed } }] };
});
