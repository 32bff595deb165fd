import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import type { statementDeps } from '../deps.ts';
import { findStatement } from './find-statement.ts';

type Statement = { memberId: string; month: string };

/** Shows a member's statement of a month with its disputes, as far as the actor may see it yet. */
export const showStatement = async (
  deps: ReturnType<typeof statementDeps>,
  { memberId, month }: Statement,
  actor: Actor | undefined,
) => {
  const result = await findStatement(deps, { memberId, month }, actor);
  if (!('found' in result)) return result;
  const { period, head, statement } = result.found;
  const { hash, booked, invoice, billedIn } = head;
  const more = {
    ...(booked !== undefined && { booked }),
    ...(invoice !== undefined && { invoice }),
    ...(billedIn !== undefined && { billedIn }),
  };
  const disputes = await deps.disputes.ofStatement(memberId, month);
  return answer({ statement, state: period.state, hash, ...more, disputes });
};
