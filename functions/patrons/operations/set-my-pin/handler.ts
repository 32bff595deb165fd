import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { hashPin, pinFits } from '../../data/scrypt-hash.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { refusedPin } from '../../use-cases/pin-refusals.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ actor, body, now }, { patrons, attempts }) => {
  const { id } = patronOf(actor);
  const [patron, kept] = await Promise.all([patrons.get(id), patrons.pin(id)]);
  if (!patron || !kept) return refuse('gone', 'This patron is no longer here.');
  const { card } = patron.person;
  const refused = refusedPin(body.pin, card);
  if (refused.length > 0) return { refused };
  const attempt = await attempts.open(card, now);
  if (attempt === 'busy') return refuseFor(1, 'too-many-at-once', 'Too many attempts at once.');
  if ('lockedFor' in attempt) return refuseFor(attempt.lockedFor / 1000, 'sign-in-locked', 'Too many wrong PINs.');
  if (!(await pinFits(body.currentPin, kept.pinHash))) {
    return refuse('pin-wrong', 'The present PIN is another one.', '/body/currentPin');
  }
  await patrons.setPin(id, await hashPin(body.pin), now);
  await attempts.settle(attempt);
  return answer({ changedAt: iso(now) });
});
