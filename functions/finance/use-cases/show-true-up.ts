import { answer } from '../../../layers/platform/http/outcome.ts';
import type { TrueUpDeps } from '../deps.ts';
import { possibleView, trueUpView } from '../schemas/true-ups.ts';
import { findTrueUp } from './find-true-up.ts';

const costsIn = (text: string | undefined): Record<string, number> =>
  Object.fromEntries(
    (text === undefined ? [] : text.split(',')).map((one) => {
      const [name = '', amount] = one.split(':');
      return [name, Number(amount)];
    }),
  );

type Input = { year: number; fee: string; cost: string | undefined; costs: string | undefined; now: number };

/** Shows the true-up of a fee's year: the stored one, or the possible one by given costs until it is booked. `now` in epoch ms. */
export const showTrueUp = async (deps: TrueUpDeps, { year, fee, cost, costs, now }: Input) => {
  const stored = await deps.trueUps.get({ year, fee });
  const asksAnother = cost !== undefined || costs !== undefined;
  // Until it is booked it can be displayed for other costs than the prepared ones.
  if (stored && (stored.state === 'booked' || !asksAnother)) {
    const { prepared, approved } = stored;
    const names = await deps.staffNames([prepared.by, ...(approved ? [approved.by] : [])]);
    return answer({ ...trueUpView(stored), names });
  }
  const input = { ...(cost !== undefined && { cost }), costs: costsIn(costs) };
  const found = await findTrueUp(deps, { year, fee, input, now });
  return 'refused' in found ? found : answer({ ...possibleView(found), names: {} });
};
