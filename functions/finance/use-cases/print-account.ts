import type { PaperSize } from '../../../layers/kernel/text/paper-size.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import type { LedgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { MemberStore } from '../../membership/public/member-store.ts';
import { billingAt } from '../data/billing-in-force.ts';
import { entriesOfLine } from '../domain/member-account/files/account-journal.ts';
import { UNNAMED_ISSUER } from '../domain/statements/billing-policy.ts';
import type { StatementLanguage } from '../domain/statements/files/statement-texts.ts';
import { accountFiles } from './documents/account-file.ts';
import { offeredFile } from './documents/offered-file.ts';
import { loadAccount } from './load-account.ts';

type Deps = Parameters<typeof loadAccount>[0] & {
  ledger: LedgerStore;
  members: Pick<MemberStore, 'get'>;
  policies: PolicyStore;
  bucket: Bucket;
};
type Input = {
  memberId: string;
  query: { from?: string | undefined; to?: string | undefined };
  format: keyof typeof accountFiles;
  size: PaperSize;
  language: StatementLanguage;
  now: number;
};

/** Writes a member's account as a file, and returns its download address. */
export const printAccount = async (
  deps: Deps,
  { memberId, query, format, size, language, now }: Input,
): Promise<{ url: string; expiresAt: string }> => {
  const [account, member, billing] = await Promise.all([
    loadAccount(deps, { memberId, query, now }),
    deps.members.get(memberId),
    billingAt(deps.policies, now),
  ]);
  const places = account.accounts.flatMap(({ lines }) => lines.flatMap(entriesOfLine));
  const entries = format === 'journal' || format === 'xlsx' ? await deps.ledger.at(places) : [];
  const file = await accountFiles[format]({
    ...{ ...account, entries, memberId, name: member?.name ?? memberId, size, language },
    issuer: billing.issuer ?? UNNAMED_ISSUER,
  });
  const named = `account-${account.range.from}-${account.range.to}-${memberId}`;
  return offeredFile(deps.bucket, file, { memberId, named, now });
};
