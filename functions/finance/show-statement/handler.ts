import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { statementAsked, statementHouse } from '../statement-asked.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, statementHouse, async ({ actor, path }, house) => {
  const asked = await statementAsked(house, path, actor);
  if (!asked) return refuse('no-statement', 'There is no such statement, or not yet.');
  const { hash, booked, invoice } = asked.head;
  const more = { ...(booked !== undefined && { booked }), ...(invoice !== undefined && { invoice }) };
  return answer({ statement: await house.statements.read(asked.head), state: asked.period.state, hash, ...more });
});
