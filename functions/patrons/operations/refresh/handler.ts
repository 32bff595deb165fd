import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { SIGNED_IN_SECONDS } from '../../../membership/public/token.ts';
import { tokenAnswer } from '../../../membership/public/token-answer.ts';
import { signInDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, signInDeps, async ({ actor, now }, { sessions, signer }) => {
  const { id, member, signedInAt = 0, session = '' } = patronOf(actor);
  const isOver = now / 1000 > signedInAt + SIGNED_IN_SECONDS;
  // The row decides: the authorizer may answer from its cache for a while after the session ended.
  if (isOver || !(await sessions.refresh({ patronId: id, session }, now))) {
    return refuse('sign-in-again', 'Type card and PIN again.');
  }
  return answer(tokenAnswer(await signer.sign({ kind: 'patron', id, member, signedInAt, session }, now)));
});
