import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { accountCodeDeps } from '../../deps.ts';
import type { AccountCodes } from '../../domain/statements/account-codes.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  accountCodeDeps,
  async ({ actor, path: { memberId }, body, now, keep }, { codes, ids }) => {
    const [before] = await codes.ofMember(memberId);
    if ((before?.version ?? 0) !== body.version)
      return refuse('changed-meanwhile', 'They are no longer as you read them.', '/body/version');
    const changed = { at: iso(now), by: actorName(actor) };
    const after: AccountCodes = { ...body, memberId, version: body.version + 1, changed };
    const audit = { subject: `account-codes:${memberId}`, auditId: ids.next('audit', now), ...changed };
    const detail = { before, after };
    const written = await codes.add(after, { ...audit, did: 'set-account-codes', detail }, keep(after));
    if (written === 'unknown-member') return refuse('unknown-member', `There is no member ${memberId}.`);
    return written === 'written' ? answer(after) : refuse('changed-meanwhile', 'Others changed them just now.');
  },
);
