import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { memberStore } from '../../../membership/public/member-store.ts';
import { courseDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const deps = courseDeps(runtime);
    return { ...deps, members: memberStore(deps.table) };
  },
  async ({ path, body }, { courses, members }) => {
    if ((await members.get(path.memberId)) === undefined)
      return refuse('unknown-member', `There is no member ${path.memberId}.`, '/path/memberId');
    const outcome = await courses.setTerm({ ...path, ...body });
    return outcome === 'saved' ? answer({ ...path, ...body }) : refuse(outcome, contract.refusals[outcome].meaning);
  },
);
