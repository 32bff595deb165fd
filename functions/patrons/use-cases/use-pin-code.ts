import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PinHashes } from '../../../layers/records/attempts/data/pin-hash.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import type { PinCodeStore } from '../data/pin-code-store.ts';
import { refusedBirthday, refusedPin } from '../domain/cards/refused-pin.ts';
import { identifyByCard } from './identify-by-card.ts';
import { cardSubject, codeAttempt, refuseAttempt } from './sign-in-attempt.ts';

type Deps = Pick<PatronsStores, 'cards' | 'patrons' | 'attempts' | 'patronsPolicy'> & {
  pinCodes: PinCodeStore;
  pins: PinHashes;
};
type PinCodeUse = {
  number: string;
  member?: string | undefined;
  code: string;
  pin: string;
  address: string;
  now: number;
};

/**
 * Sets a new PIN with a one-time code. Wrong codes lock this way for the card at this address; wrong PINs do not count here, so that a
 * stranger cannot lock the owner out. A correct code ends all locks of the card; the addresses that it is known at stay known.
 */
export const usePinCode = async (
  { cards, patrons, attempts, pinCodes, pins, patronsPolicy }: Deps,
  { number, member, code, pin, address, now }: PinCodeUse,
) => {
  const { shortest } = (await patronsPolicy(now)).pins;
  const refused = refusedPin(pin, { shortest, card: number });
  if (refused.length > 0) return { refused };
  const attempt = await attempts.open(codeAttempt(number, address), now);
  if ('refused' in attempt) return refuseAttempt(attempt);
  const found = await identifyByCard(cards, number, member);
  const codeHash = await pins.fitting(code, 'refused' in found ? [] : await pinCodes.attempt(found.patronId, now));
  const wrong = refuse('code-refused', 'Ask for another code.', '/body/code');
  if ('refused' in found || codeHash === undefined) return wrong;
  await attempts.settle(attempt);
  // Only now: whoever has no code must not learn the date of birth by trying PINs.
  const patron = await patrons.get(found.patronId);
  const shown = refusedBirthday(pin, patron?.person.person.birthDate);
  if (shown.length > 0) return { refused: shown };
  const used = { codeHash, pinHash: await pins.hash(pin), now };
  if (!(await pinCodes.use(found.patronId, used, [await attempts.reset(cardSubject(number), now)]))) return wrong;
  return answer({ changedAt: iso(now) });
};
