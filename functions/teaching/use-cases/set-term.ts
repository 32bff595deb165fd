import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CourseDeps, TermDeps } from '../deps.ts';
import { setTermRefusals } from '../schemas.ts';

type Term = Parameters<CourseDeps['courses']['setTerm']>[0];

/** Creates a term of a member, or changes its name and days while it has not ended. */
export const setTerm = async ({ courses, members }: Pick<TermDeps, 'courses' | 'members'>, term: Term) => {
  if ((await members.get(term.memberId)) === undefined)
    return refuse('unknown-member', `There is no member ${term.memberId}.`, '/path/memberId');
  const outcome = await courses.setTerm(term);
  return outcome === 'saved' ? answer(term) : refuse(outcome, setTermRefusals[outcome].meaning);
};
