import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { tokenAnswer } from '../../../membership/public/token-answer.ts';
import { signInDeps } from '../../deps.ts';
import { deviceOf } from '../../domain/cards/device.ts';
import { checkCardAndPin } from '../../use-cases/check-card-and-pin.ts';
import { pinAttempt, refuseAttempt } from '../../use-cases/sign-in-attempt.ts';
import { contract } from './contract.ts';

const notTogether = 'Card and PIN do not belong together.';

export const handler = handle(contract, signInDeps, async ({ body, caller, now }, deps) => {
  const { attempts, signer, ids, sessions, ...stores } = deps;
  const number = normaliseScan(body.card);
  const attempt = await attempts.open(pinAttempt(number, caller.address), now);
  if ('refused' in attempt) return refuseAttempt(attempt);
  const holder = await checkCardAndPin(stores, number, body.pin, body.member);
  if (!holder) return refuse('sign-in-refused', notTogether);
  await attempts.settle(attempt);
  attributeUsage({ caller: 'patron', home: holder.memberId });
  const { patronId: id, memberId: member, epoch } = holder;
  const begins = { secret: ids.secret(), epoch, device: deviceOf(caller.userAgent) };
  const session = await sessions.begin(id, begins, now);
  if (session === undefined) return refuse('sign-in-refused', notTogether);
  const subject = { kind: 'patron', id, member, signedInAt: Math.floor(now / 1000), session } as const;
  return answer(tokenAnswer(await signer.sign(subject, now)));
});
