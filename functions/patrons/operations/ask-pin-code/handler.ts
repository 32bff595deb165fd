import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { pinCodeOf } from '../../../../layers/kernel/identity/pin-code.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { sendEmail } from '../../../../layers/platform/queues/email.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { pinCodeStore } from '../../data/pin-code-store.ts';
import { hashPin } from '../../data/scrypt-hash.ts';
import { deskStores, patronsPolicy } from '../../use-cases/desk.ts';
import { patronMeant } from '../../use-cases/patron-meant.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskStores, async ({ body, now }, deps) => {
  const sender = deps.environment.maybe('NOTICE_SENDER');
  if (!sender) return refuse('no-e-mail', 'Ask a desk for a new PIN.');
  const { codeMinutes, perDay } = (await patronsPolicy(deps, now)).forgottenPin;
  const code = pinCodeOf(deps.ids.secret());
  // Computed for nobody as well, so that the time of an answer does not tell whether there is such a card.
  const codeHash = await hashPin(code);
  const said = answer({ goodForMinutes: codeMinutes });
  const meant = await patronMeant(deps.cards, normaliseScan(body.card), body.member);
  const to = 'refused' in meant ? undefined : (await deps.patrons.get(meant.patronId))?.person.person.email;
  if ('refused' in meant || to === undefined) return said;
  const kept = { codeHash, goodUntil: now + codeMinutes * 60_000, now, perDay };
  if (!(await pinCodeStore(deps.table).keep(meant.patronId, kept))) return said;
  const text = `Your code to set a new PIN: ${code}\nIt is good for ${codeMinutes} minutes, once. Whoever asks you for it is not the library.\n`;
  try {
    await sendEmail(sender, { to, subject: 'Your code for a new PIN', text });
  } catch (error) {
    logError('send a code', error);
  }
  return said;
});
