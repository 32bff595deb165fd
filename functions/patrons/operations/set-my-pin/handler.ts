import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { pinDeps } from '../../deps.ts';
import { refusedPin } from '../../domain/cards/refused-pin.ts';
import { ownPinAttempt, refuseAttempt } from '../../use-cases/sign-in-attempt.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pinDeps, async ({ actor, body, caller, now }, deps) => {
  const { patrons, attempts, pins } = deps;
  const { id } = patronOf(actor);
  const [patron, stored] = await Promise.all([patrons.get(id), patrons.pin(id)]);
  if (!patron || !stored) return refuse('gone', 'This patron is no longer here.');
  const { card, person } = patron.person;
  const { shortest } = (await deps.patronsPolicy(now)).pins;
  const refused = refusedPin(body.pin, { shortest, card, birthDate: person.birthDate });
  if (refused.length > 0) return { refused };
  const attempt = await attempts.open(ownPinAttempt(card, caller.address), now);
  if ('refused' in attempt) return refuseAttempt(attempt);
  if (!(await pins.fits(body.currentPin, stored.pinHash))) {
    return refuse('pin-wrong', 'The present PIN is another one.', '/body/currentPin');
  }
  await patrons.setPin(id, await pins.hash(body.pin), now);
  await attempts.settle(attempt);
  return answer({ changedAt: iso(now) });
});
