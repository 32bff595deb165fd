import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { pinCodeStore } from '../../data/pin-code-store.ts';
import { hashPin, pinFits } from '../../data/scrypt-hash.ts';
import { patronMeant } from '../../use-cases/patron-meant.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { refusedPin } from '../../use-cases/pin-refusals.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ body, now }, { table, cards, attempts }) => {
  const number = normaliseScan(body.card);
  const refused = refusedPin(body.pin, number);
  if (refused.length > 0) return { refused };
  const attempt = await attempts.open(number, now);
  if (attempt === 'busy') return refuseFor(1, 'too-many-at-once', 'Too many attempts at once.');
  if ('lockedFor' in attempt) return refuseFor(attempt.lockedFor / 1000, 'sign-in-locked', 'Too many wrong codes.');
  const codes = pinCodeStore(table);
  const meant = await patronMeant(cards, number, body.member);
  const codeHash = 'refused' in meant ? undefined : await codes.hash(meant.patronId, now);
  const fits = await pinFits(body.code, codeHash);
  const wrong = refuse('code-refused', 'Ask for another code.', '/body/code');
  if ('refused' in meant || codeHash === undefined || !fits) return wrong;
  if (!(await codes.use(meant.patronId, codeHash, await hashPin(body.pin), now))) return wrong;
  await attempts.settle(attempt);
  return answer({ changedAt: iso(now) });
});
