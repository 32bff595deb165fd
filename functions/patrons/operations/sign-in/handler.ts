import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { tokenAnswer } from '../../../membership/public/token-answer.ts';
import { signInDeps } from '../../deps.ts';
import { checkCardAndPin } from '../../use-cases/check-card-and-pin.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, signInDeps, async ({ body, now }, { attempts, signer, ...stores }) => {
  const number = normaliseScan(body.card);
  const attempt = await attempts.open(number, now);
  if (attempt === 'busy') return refuseFor(1, 'too-many-at-once', 'Too many attempts at once.');
  if ('lockedFor' in attempt) return refuseFor(attempt.lockedFor / 1000, 'sign-in-locked', 'Too many wrong PINs.');
  const holder = await checkCardAndPin(stores, number, body.pin, body.member);
  if (!holder) return refuse('sign-in-refused', 'Card and PIN do not belong together.');
  await attempts.settle(attempt);
  attributeUsage({ caller: 'patron', home: holder.memberId });
  const signedInAt = Math.floor(now / 1000);
  const subject = { kind: 'patron', id: holder.patronId, member: holder.memberId, signedInAt } as const;
  return answer(tokenAnswer(await signer.sign(subject, now)));
});
