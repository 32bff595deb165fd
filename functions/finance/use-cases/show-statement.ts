import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { statementDeps } from '../deps.ts';
import { findStatement } from './find-statement.ts';

type Statement = { memberId: string; month: string };

/** Shows a member's statement of a month with its disputes, as far as the actor may see it yet. */
export const showStatement = async (
  deps: ReturnType<typeof statementDeps>,
  { memberId, month }: Statement,
  actor: Actor | undefined,
) => {
  const found = await findStatement(deps, { memberId, month }, actor);
  if (!found) return refuse('no-statement', 'There is no such statement, or not yet.');
  const { hash, booked, invoice } = found.head;
  const more = { ...(booked !== undefined && { booked }), ...(invoice !== undefined && { invoice }) };
  const [statement, disputes] = await Promise.all([
    deps.statements.read(found.head),
    deps.disputes.ofStatement(memberId, month),
  ]);
  return answer({ statement, state: found.period.state, hash, ...more, disputes });
};
