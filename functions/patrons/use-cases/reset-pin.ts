import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { PinHashes } from '../../../layers/records/attempts/data/pin-hash.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { isHome } from '../domain/access/is-home.ts';
import { refusedPin } from '../domain/cards/refused-pin.ts';
import { cardSubject } from './sign-in-attempt.ts';

type Deps = Pick<PatronsStores, 'patrons' | 'attempts' | 'patronsPolicy'> & { pins: PinHashes };
type Input = { patronId: string; branchId: string; pin: string; now: number; keep: Keep<{ patronId: string }> };

/** Gives a patron of the home library a new PIN and unlocks the card in the same transaction. */
export const resetPin = async (
  { patrons, attempts, pins, patronsPolicy }: Deps,
  { patronId, branchId, pin, now, keep }: Input,
) => {
  const patron = await patrons.get(patronId);
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.status, branchId)) return refuse('not-home', 'Only the home library gives a PIN.');
  const { card, person } = patron.person;
  const { shortest } = (await patronsPolicy(now)).pins;
  const refused = refusedPin(pin, { shortest, card, birthDate: person.birthDate });
  if (refused.length > 0) return { refused };
  const unlocked = await attempts.reset(cardSubject(card), now);
  await patrons.setPin(patronId, await pins.hash(pin), now, [unlocked, ...keep({ patronId })]);
  return answer({ patronId });
};
