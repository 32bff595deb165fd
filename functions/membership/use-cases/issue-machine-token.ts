import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse, refuseFor } from '../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { machineTokenDeps } from '../deps.ts';
import { tokenAnswer } from '../schemas/token-answer.ts';
import { enterPractice } from './enter-practice.ts';
import { secretAttempt } from './secret-attempt.ts';
import { signInAtDesk } from './sign-in-at-desk.ts';

type Deps = ReturnType<typeof machineTokenDeps> & Pick<Runtime, 'ids'>;
/** The id and secret of a machine or a desk; `desk`: when the desk signed, and the badge or code. */
type ById = {
  clientId: string;
  clientSecret: string;
  desk?: { at: number; pass?: string | undefined } | undefined;
};
type Input = {
  actor: Actor | undefined;
  asked: ById | { practice: Parameters<typeof enterPractice>[2] };
  address: string;
  now: number;
};

const detailOf = {
  'client-refused': 'The desk is not enrolled, or did not sign this.',
  'desk-clock': 'The signature is too old, or was used.',
  'pass-refused': 'Nobody who works at this desk has this badge or code.',
};

const issueForPractice = async (
  deps: Deps,
  practice: Parameters<typeof enterPractice>[2],
  { actor, now }: Omit<Input, 'asked'>,
) => {
  const subject = await enterPractice(deps, actor, practice, now);
  if (!subject) return refuse('practice-staff-only', 'Only staff who are signed in practise.');
  return answer(tokenAnswer(await deps.signer.sign(subject, now)));
};

const issueAtDesk = async (
  deps: Deps,
  asks: Parameters<typeof signInAtDesk>[1],
  { actor, now }: Omit<Input, 'asked'>,
) => {
  const outcome = await signInAtDesk(deps, asks, actor, now);
  if ('seconds' in outcome) return refuseFor(outcome.seconds, 'desk-locked', 'Five wrong badges or codes.');
  if ('refused' in outcome) return refuse(outcome.refused, detailOf[outcome.refused]);
  attributeUsage({ caller: 'staff', home: outcome.memberId });
  return answer(tokenAnswer(await deps.signer.sign(outcome.subject, now)));
};

const issueToClient = async (
  { attempts, machines, signer }: Deps,
  { clientId, clientSecret, address, now }: ById & Omit<Input, 'asked'>,
) => {
  const attempt = await attempts.open(secretAttempt(clientId, address), now);
  if ('refused' in attempt) return refuseFor(attempt.seconds, 'too-many-failures', 'Too many wrong secrets.');
  const client = await machines.authenticate(clientId, clientSecret);
  if (!client) return refuse('client-refused', 'Client id and secret do not belong together.');
  await attempts.settle(attempt);
  const { clientId: id, memberId: member, scopes, branchId } = client;
  attributeUsage({ caller: 'machine', home: member });
  const place = branchId === undefined ? {} : { branch: branchId };
  return answer(tokenAnswer(await signer.sign({ kind: 'machine', id, member, scopes, ...place }, now)));
};

/**
 * Issues a token to a machine client for its secret, to a person at a shared desk for the desk's signature, or to staff who enter
 * the Practice Library.
 */
export const issueMachineToken = async (deps: Deps, { asked, ...caller }: Input) => {
  if ('practice' in asked) return issueForPractice(deps, asked.practice, caller);
  const { clientId, clientSecret, desk } = asked;
  return desk
    ? issueAtDesk(deps, { deskId: clientId, signature: clientSecret, ...desk }, caller)
    : issueToClient(deps, { ...asked, ...caller });
};
