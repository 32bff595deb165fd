import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { statementDeps } from '../../deps.ts';
import { findStatement } from '../../use-cases/find-statement.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, statementDeps, async ({ actor, path }, { disputes, ...deps }) => {
  const found = await findStatement(deps, path, actor);
  if (!found) return refuse('no-statement', 'There is no such statement, or not yet.');
  const { hash, booked, invoice } = found.head;
  const more = { ...(booked !== undefined && { booked }), ...(invoice !== undefined && { invoice }) };
  const [statement, disputed] = await Promise.all([
    deps.statements.read(found.head),
    disputes.ofStatement(path.memberId, path.month),
  ]);
  return answer({ statement, state: found.period.state, hash, ...more, disputes: disputed });
});
