import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import type { Caller } from '../../../layers/platform/http/caller.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import { tokenAnswer } from '../../membership/public/token-answer.ts';
import type { signInDeps } from '../deps.ts';
import { deviceOf } from '../domain/cards/device.ts';
import { checkCardAndPin } from './check-card-and-pin.ts';
import { pinAttempt, refuseAttempt } from './sign-in-attempt.ts';

type Deps = ReturnType<typeof signInDeps> & { ids: Ids };
type Input = { card: string; pin: string; member?: string | undefined; caller: Caller; now: number };

const notTogether = 'Card and PIN do not belong together.';

/** Signs a patron in by card and PIN: begins a session and returns its first token. Attempts are limited. */
export const signInPatron = async (deps: Deps, { card, pin, member: asked, caller, now }: Input) => {
  const { attempts, signer, ids, sessions, ...stores } = deps;
  const number = normaliseScan(card);
  const attempt = await attempts.open(pinAttempt(number, caller.address), now);
  if ('refused' in attempt) return refuseAttempt(attempt);
  const holder = await checkCardAndPin(stores, number, pin, asked);
  if (!holder) return refuse('sign-in-refused', notTogether);
  await attempts.settle(attempt);
  attributeUsage({ caller: 'patron', home: holder.memberId });
  const { patronId: id, memberId: member, epoch } = holder;
  const begins = { secret: ids.secret(), epoch, device: deviceOf(caller.userAgent) };
  const session = await sessions.begin(id, begins, now);
  if (session === undefined) return refuse('sign-in-refused', notTogether);
  const subject = { kind: 'patron', id, member, signedInAt: Math.floor(now / 1000), session } as const;
  return answer(tokenAnswer(await signer.sign(subject, now)));
};
