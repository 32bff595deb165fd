import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { SIGNED_IN_SECONDS } from '../../../membership/public/token.ts';
import { tokenAnswer } from '../../../membership/public/token-answer.ts';
import { signInDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, signInDeps, async ({ actor, now }, { patrons, signer }) => {
  const { id, member, signedInAt = 0 } = patronOf(actor);
  const pin = await patrons.pin(id);
  const over = now / 1000 > signedInAt + SIGNED_IN_SECONDS;
  // A new PIN ends the sessions of the old one; an erased patron has none.
  if (over || pin === undefined || pin.setAt >= (signedInAt + 1) * 1000) {
    return refuse('sign-in-again', 'Type card and PIN again.');
  }
  return answer(tokenAnswer(await signer.sign({ kind: 'patron', id, member, signedInAt }, now)));
});
