import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { AccountCodesStore } from '../data/account-codes-store.ts';
import type { AccountCodes } from '../domain/statements/account-codes.ts';

type Deps = { codes: AccountCodesStore; ids: Ids };
type Input = {
  memberId: string;
  body: Omit<AccountCodes, 'memberId' | 'changed'>;
  by: string;
  now: number;
  keep: Keep<AccountCodes>;
};

/** Adds the next version of a member's account codes, if none was added since they were read. */
export const setAccountCodes = async ({ codes, ids }: Deps, { memberId, body, by, now, keep }: Input) => {
  const [before] = await codes.ofMember(memberId);
  if ((before?.version ?? 0) !== body.version)
    return refuse('changed-meanwhile', 'They are no longer as you read them.', '/body/version');
  const changed = { at: iso(now), by };
  const after: AccountCodes = { ...body, memberId, version: body.version + 1, changed };
  const audit = { subject: `account-codes:${memberId}`, auditId: ids.next('audit', now), ...changed };
  const detail = { before, after };
  const written = await codes.add(after, { ...audit, did: 'set-account-codes', detail }, keep(after));
  if (written === 'unknown-member') return refuse('unknown-member', `There is no member ${memberId}.`);
  return written === 'written' ? answer(after) : refuse('changed-meanwhile', 'Others changed them just now.');
};
