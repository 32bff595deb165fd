import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PinHashes } from '../../../layers/records/attempts/data/pin-hash.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { refusedPin } from '../domain/cards/refused-pin.ts';
import { ownPinAttempt, refuseAttempt } from './sign-in-attempt.ts';

type Deps = Pick<PatronsStores, 'patrons' | 'attempts' | 'patronsPolicy'> & { pins: PinHashes };
type Input = { patronId: string; currentPin: string; pin: string; address: string; now: number };

/** Replaces the PIN of a patron who gives the current one; wrong ones count as failed attempts. */
export const setOwnPin = async (
  { patrons, attempts, pins, patronsPolicy }: Deps,
  { patronId, currentPin, pin, address, now }: Input,
) => {
  const [patron, stored] = await Promise.all([patrons.get(patronId), patrons.pin(patronId)]);
  if (!patron || !stored) return refuse('gone', 'This patron is no longer here.');
  const { card, person } = patron.person;
  const { shortest } = (await patronsPolicy(now)).pins;
  const refused = refusedPin(pin, { shortest, card, birthDate: person.birthDate });
  if (refused.length > 0) return { refused };
  const attempt = await attempts.open(ownPinAttempt(card, address), now);
  if ('refused' in attempt) return refuseAttempt(attempt);
  if (!(await pins.fits(currentPin, stored.pinHash))) {
    return refuse('pin-wrong', 'The present PIN is another one.', '/body/currentPin');
  }
  await patrons.setPin(patronId, await pins.hash(pin), now);
  await attempts.settle(attempt);
  return answer({ changedAt: iso(now) });
};
