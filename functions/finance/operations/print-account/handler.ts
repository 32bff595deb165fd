import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { ledgerStore } from '../../../../layers/records/ledger/data/ledger-store.ts';
import { memberStore } from '../../../membership/public/member-store.ts';
import { entriesOfLine } from '../../domain/member-account/files/account-journal.ts';
import { UNNAMED_ISSUER } from '../../domain/statements/billing-policy.ts';
import { accountAsked } from '../../schemas/account-asked.ts';
import { billingNow } from '../../use-cases/budget-years.ts';
import { accountFiles } from '../../use-cases/documents/account-file.ts';
import { offeredFile } from '../../use-cases/documents/offered-file.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    const stores = { ledger: ledgerStore(table), members: memberStore(table) };
    return { table, ...stores, bucket: openBucket(runtime) };
  },
  async ({ path: { memberId }, body, now }, { table, ledger, members, bucket }) => {
    const { format, paper: size, language, ...query } = body;
    const [asked, member, billing] = await Promise.all([
      accountAsked(table, { memberId, query, now }),
      members.get(memberId),
      billingNow(table, now),
    ]);
    const places = asked.accounts.flatMap(({ lines }) => lines.flatMap(entriesOfLine));
    const entries = format === 'journal' || format === 'xlsx' ? await ledger.at(places) : [];
    const file = await accountFiles[format]({
      ...{ ...asked, entries, memberId, name: member?.name ?? memberId, size, language },
      issuer: billing.issuer ?? UNNAMED_ISSUER,
    });
    const named = `account-${asked.range.from}-${asked.range.to}-${memberId}`;
    return answer(await offeredFile(bucket, file, { memberId, named, now }));
  },
);
