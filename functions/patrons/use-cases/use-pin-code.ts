import { answer, refuse, refuseFor } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import type { PinCodeStore } from '../data/pin-code-store.ts';
import type { PinHashes } from '../data/scrypt-hash.ts';
import { refusedPin } from '../domain/refused-pin.ts';
import { identifyByCard } from './identify-by-card.ts';

type Deps = Pick<PatronsStores, 'cards' | 'attempts'> & { pinCodes: PinCodeStore; pins: PinHashes };
type PinCodeUse = { number: string; member: string | undefined; code: string; pin: string; now: number };

/** Sets a new PIN with a one-time code. A wrong code counts as a failed attempt to sign in. */
export const usePinCode = async (
  { cards, attempts, pinCodes, pins }: Deps,
  { number, member, code, pin, now }: PinCodeUse,
) => {
  const refused = refusedPin(pin, number);
  if (refused.length > 0) return { refused };
  const attempt = await attempts.open(number, now);
  if (attempt === 'busy') return refuseFor(1, 'too-many-at-once', 'Too many attempts at once.');
  if ('lockedFor' in attempt) return refuseFor(attempt.lockedFor / 1000, 'sign-in-locked', 'Too many wrong codes.');
  const found = await identifyByCard(cards, number, member);
  const codeHash = 'refused' in found ? undefined : await pinCodes.hash(found.patronId, now);
  const fits = await pins.fits(code, codeHash);
  const wrong = refuse('code-refused', 'Ask for another code.', '/body/code');
  if ('refused' in found || codeHash === undefined || !fits) return wrong;
  if (!(await pinCodes.use(found.patronId, codeHash, await pins.hash(pin), now))) return wrong;
  await attempts.settle(attempt);
  return answer({ changedAt: iso(now) });
};
