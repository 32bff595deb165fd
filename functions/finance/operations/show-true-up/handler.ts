import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { trueUpDeps } from '../../deps.ts';
import { possibleView, trueUpView } from '../../schemas/true-ups.ts';
import { findTrueUp } from '../../use-cases/find-true-up.ts';
import { contract } from './contract.ts';

const costsIn = (text: string | undefined): Record<string, number> =>
  Object.fromEntries(
    (text === undefined ? [] : text.split(',')).map((one) => {
      const [name = '', amount] = one.split(':');
      return [name, Number(amount)];
    }),
  );

export const handler = handle(contract, trueUpDeps, async ({ path: { fee, ...path }, query, now }, deps) => {
  const [year, asksAnother] = [Number(path.year), query.cost !== undefined || query.costs !== undefined];
  const stored = await deps.trueUps.get({ year, fee });
  // Until it is booked it can be displayed for other costs than the prepared ones.
  if (stored && (stored.state === 'booked' || !asksAnother)) return answer(trueUpView(stored));
  const input = { ...(query.cost !== undefined && { cost: query.cost }), costs: costsIn(query.costs) };
  const found = await findTrueUp(deps, { year, fee, input, now });
  return 'refused' in found ? found : answer(possibleView(found));
});
