import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { disputeStore } from '../../data/dispute-store.ts';
import { statementAsked, statementHouse } from '../../use-cases/statement-asked.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => {
  const house = statementHouse(runtime);
  return { ...house, disputes: disputeStore(house.table) };
};

export const handler = handle(contract, compose, async ({ actor, path }, { disputes, ...house }) => {
  const asked = await statementAsked(house, path, actor);
  if (!asked) return refuse('no-statement', 'There is no such statement, or not yet.');
  const { hash, booked, invoice } = asked.head;
  const more = { ...(booked !== undefined && { booked }), ...(invoice !== undefined && { invoice }) };
  const [statement, said] = await Promise.all([
    house.statements.read(asked.head),
    disputes.ofStatement(path.memberId, path.month),
  ]);
  return answer({ statement, state: asked.period.state, hash, ...more, disputes: said });
});
