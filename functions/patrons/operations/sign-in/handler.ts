import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { tokenAnswer } from '../../../membership/public/token-answer.ts';
import { kmsTokenSigner } from '../../../membership/public/token-signer.ts';
import { cardStore } from '../../data/card-store.ts';
import { whoSignsIn } from '../../data/patron-sign-in.ts';
import { patronStore } from '../../data/patron-store.ts';
import { signInStore } from '../../data/sign-in-store.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => {
  const table = openTable(runtime);
  const stores = { cards: cardStore(table), patrons: patronStore(table), attempts: signInStore(table) };
  return { ...stores, signer: kmsTokenSigner(runtime) };
};

export const handler = handle(contract, compose, async ({ body, now }, { attempts, signer, ...people }) => {
  const number = normaliseScan(body.card);
  const attempt = await attempts.open(number, now);
  if (attempt === 'busy') return refuseFor(1, 'too-many-at-once', 'Too many attempts at once.');
  if ('lockedFor' in attempt) return refuseFor(attempt.lockedFor / 1000, 'sign-in-locked', 'Too many wrong PINs.');
  const holder = await whoSignsIn(people, number, body.pin, body.member);
  if (!holder) return refuse('sign-in-refused', 'Card and PIN do not belong together.');
  await attempts.settle(attempt);
  attributeUsage({ caller: 'patron', home: holder.memberId });
  const signedInAt = Math.floor(now / 1000);
  const subject = { kind: 'patron', id: holder.patronId, member: holder.memberId, signedInAt } as const;
  return answer(tokenAnswer(await signer.sign(subject, now)));
});
