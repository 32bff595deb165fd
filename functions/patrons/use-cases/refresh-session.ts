import type { PatronActor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { SIGNED_IN_SECONDS } from '../../membership/public/signed-in-seconds.ts';
import { tokenAnswer } from '../../membership/public/token-answer.ts';
import type { signInDeps } from '../deps.ts';

type Deps = Pick<ReturnType<typeof signInDeps>, 'sessions' | 'signer'>;

/** Returns a new token of a patron's session, until it is ended or the PIN was entered too long ago. */
export const refreshSession = async ({ sessions, signer }: Deps, patron: PatronActor, now: number) => {
  const { id, member, signedInAt = 0, session = '' } = patron;
  const isOver = now / 1000 > signedInAt + SIGNED_IN_SECONDS;
  // The row decides: the authorizer may answer from its cache for a while after the session ended.
  if (isOver || !(await sessions.refresh({ patronId: id, session }, now)))
    return refuse('sign-in-again', 'Type card and PIN again.');
  return answer(tokenAnswer(await signer.sign({ kind: 'patron', id, member, signedInAt, session }, now)));
};
