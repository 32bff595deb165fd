import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { possibleView, trueUpHouse, trueUpView } from '../../use-cases/true-ups.ts';
import { contract } from './contract.ts';

const costsIn = (text: string | undefined): Record<string, number> =>
  Object.fromEntries(
    (text === undefined ? [] : text.split(',')).map((one) => {
      const [name = '', amount] = one.split(':');
      return [name, Number(amount)];
    }),
  );

export const handler = handle(
  contract,
  trueUpHouse,
  async ({ path: { fee, ...path }, query, now }, { trueUps, find }) => {
    const [year, asksAnother] = [Number(path.year), query.cost !== undefined || query.costs !== undefined];
    const kept = await trueUps.get({ year, fee });
    // Before it is booked it can be looked at with other costs than it was prepared with.
    if (kept && (kept.state === 'booked' || !asksAnother)) return answer(trueUpView(kept));
    const wish = { ...(query.cost !== undefined && { cost: query.cost }), costs: costsIn(query.costs) };
    const found = await find({ year, fee, wish, now });
    return 'refused' in found ? found : answer(possibleView(found));
  },
);
