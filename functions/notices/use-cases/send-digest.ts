import { iso } from '../../../layers/platform/runtime/clock.ts';
import { deliver } from './deliver.ts';
import type { NoticesHouse } from './house.ts';

/** What one write can claim at once; more of a patron's notices go in a further e-mail. */
const MOST_IN_ONE = 40;

/** Sends what waits for a patron's digest by now (epoch ms). A patron who is gone has none. */
export const sendDigest = async (house: NoticesHouse, patronId: string, now: number): Promise<void> => {
  const patron = await house.patrons.get(patronId);
  if (!patron) return;
  const by = iso(now);
  const waiting = (await house.notices.list(patronId))
    .filter(({ state, digestAt }) => digestAt !== undefined && digestAt <= by && ['waiting', 'sending'].includes(state))
    .toReversed();
  for (let at = 0; at < waiting.length; at += MOST_IN_ONE) {
    await deliver(house, patron, waiting.slice(at, at + MOST_IN_ONE), now);
  }
};
