import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { sendEmail } from '../../../layers/platform/queues/email.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { PinHashes } from '../../../layers/records/attempts/data/pin-hash.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import type { PinCodeStore } from '../data/pin-code-store.ts';
import { pinLengthOf } from '../domain/cards/pin.ts';
import { pinCodeOf } from '../domain/cards/pin-code.ts';
import { identifyByCard } from './identify-by-card.ts';
import { codeRequest, refuseAttempt } from './sign-in-attempt.ts';

type Deps = Pick<PatronsStores, 'cards' | 'patrons' | 'attempts' | 'patronsPolicy'> &
  Pick<Runtime, 'environment' | 'ids'> & { pinCodes: PinCodeStore; pins: PinHashes };

/** Sends a one-time code for a new PIN to the patron's e-mail address. The response does not reveal whether there is one. */
export const requestPinCode = async (
  deps: Deps,
  { card, member, address, now }: { card: string; member: string | undefined; address: string; now: number },
) => {
  const sender = deps.environment.maybe('NOTICE_SENDER');
  if (!sender) return refuse('no-e-mail', 'Ask a desk for a new PIN.');
  const policy = await deps.patronsPolicy(now);
  const { codeMinutes, perDay } = policy.forgottenPin;
  const asked = await deps.attempts.open(codeRequest(card, address, perDay), now);
  if ('refused' in asked && asked.refused !== 'pair') return refuseAttempt(asked);
  const code = pinCodeOf(deps.ids.secret());
  // Computed without a patron as well, so that the response time does not reveal whether there is such a card. One salt for the codes of a
  // card: an attempt is compared with all of them by one computation.
  const codeHash = await deps.pins.hash(code, await deps.attempts.hashed(`codes of ${card}`));
  const done = answer({ goodForMinutes: codeMinutes, pinLength: pinLengthOf(policy) });
  if ('refused' in asked) return done;
  const found = await identifyByCard(deps.cards, card, member);
  const to = 'refused' in found ? undefined : (await deps.patrons.get(found.patronId))?.person.person.email;
  if ('refused' in found || to === undefined) return done;
  const isKnown = asked.knownUntil > now;
  const stored = { codeHash, goodUntil: now + codeMinutes * 60_000, now, perDay, isKnown };
  if (!(await deps.pinCodes.save(found.patronId, stored))) return done;
  const text = `Your code to set a new PIN: ${code}\nIt is good for ${codeMinutes} minutes, once. Whoever asks you for it is not the library.\n`;
  try {
    await sendEmail(sender, { to, subject: 'Your code for a new PIN', text });
    // Afterwards: who asks again at once after a failure gets another code.
    await deps.pinCodes.mailed(found.patronId, now);
  } catch (error) {
    logError('send a code', error);
  }
  return done;
};
