import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { machineTokenDeps } from '../../deps.ts';
import { tokenAnswer } from '../../schemas/token-answer.ts';
import { enterPractice } from '../../use-cases/enter-practice.ts';
import { secretAttempt } from '../../use-cases/secret-attempt.ts';
import { signInAtDesk } from '../../use-cases/sign-in-at-desk.ts';
import { contract } from './contract.ts';

const detailOf = {
  'client-refused': 'The desk is not enrolled, or did not sign this.',
  'desk-clock': 'The signature is too old, or was used.',
  'pass-refused': 'Nobody who works at this desk has this badge or code.',
};

export const handler = handle(contract, machineTokenDeps, async ({ actor, body, caller, now }, deps) => {
  const { machines, attempts, signer } = deps;
  if ('practice' in body) {
    const subject = await enterPractice(deps, actor, body.practice, now);
    if (!subject) return refuse('practice-staff-only', 'Only staff who are signed in practise.');
    return answer(tokenAnswer(await signer.sign(subject, now)));
  }
  if (body.desk) {
    const asks = { deskId: body.clientId, signature: body.clientSecret, ...body.desk };
    const outcome = await signInAtDesk(deps, asks, actor, now);
    if ('seconds' in outcome) return refuseFor(outcome.seconds, 'desk-locked', 'Five wrong badges or codes.');
    if ('refused' in outcome) return refuse(outcome.refused, detailOf[outcome.refused]);
    attributeUsage({ caller: 'staff', home: outcome.memberId });
    return answer(tokenAnswer(await signer.sign(outcome.subject, now)));
  }
  const attempt = await attempts.open(secretAttempt(body.clientId, caller.address), now);
  if ('refused' in attempt) return refuseFor(attempt.seconds, 'too-many-failures', 'Too many wrong secrets.');
  const client = await machines.authenticate(body.clientId, body.clientSecret);
  if (!client) return refuse('client-refused', 'Client id and secret do not belong together.');
  await attempts.settle(attempt);
  const { clientId: id, memberId: member, scopes, branchId } = client;
  attributeUsage({ caller: 'machine', home: member });
  const place = branchId === undefined ? {} : { branch: branchId };
  return answer(tokenAnswer(await signer.sign({ kind: 'machine', id, member, scopes, ...place }, now)));
});
