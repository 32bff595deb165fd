import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { pinDeps } from '../../deps.ts';
import { refusedPin } from '../../domain/refused-pin.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pinDeps, async ({ actor, body, now }, { patrons, attempts, pins }) => {
  const { id } = patronOf(actor);
  const [patron, stored] = await Promise.all([patrons.get(id), patrons.pin(id)]);
  if (!patron || !stored) return refuse('gone', 'This patron is no longer here.');
  const { card } = patron.person;
  const refused = refusedPin(body.pin, card);
  if (refused.length > 0) return { refused };
  const attempt = await attempts.open(card, now);
  if (attempt === 'busy') return refuseFor(1, 'too-many-at-once', 'Too many attempts at once.');
  if ('lockedFor' in attempt) return refuseFor(attempt.lockedFor / 1000, 'sign-in-locked', 'Too many wrong PINs.');
  if (!(await pins.fits(body.currentPin, stored.pinHash))) {
    return refuse('pin-wrong', 'The present PIN is another one.', '/body/currentPin');
  }
  await patrons.setPin(id, await pins.hash(body.pin), now);
  await attempts.settle(attempt);
  return answer({ changedAt: iso(now) });
});
