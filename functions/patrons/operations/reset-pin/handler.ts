import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { hashPin } from '../../data/scrypt-hash.ts';
import { isHome } from '../../use-cases/home.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { refusedPin } from '../../use-cases/pin-refusals.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ path, body, now, keep }, { patrons, attempts }) => {
  const { patronId } = path;
  const patron = await patrons.get(patronId);
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.status, body.branchId)) return refuse('not-home', 'Only the home library gives a PIN.');
  const { card } = patron.person;
  const refused = refusedPin(body.pin, card);
  if (refused.length > 0) return { refused };
  // Before the PIN: a request that is asked again is done with its answer.
  await attempts.forget(card);
  await patrons.setPin(patronId, await hashPin(body.pin), now, keep({ patronId }));
  return answer({ patronId });
});
