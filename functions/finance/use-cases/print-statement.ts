import type { PaperSize } from '../../../layers/kernel/text/paper-size.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { endOfMonth } from '../../../layers/records/ledger/domain/netting.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { MemberStore } from '../../membership/public/member-store.ts';
import { UNNAMED_ISSUER } from '../domain/statements/billing-policy.ts';
import type { StatementLanguage } from '../domain/statements/files/statement-texts.ts';
import { type UblLack, ublLacks } from '../domain/statements/files/ubl.ts';
import { dueOn } from '../domain/statements/invoice.ts';
import type { Beside } from '../domain/statements/printed-statement.ts';
import type { Statement } from '../domain/statements/statement.ts';
import { offeredFile } from './documents/offered-file.ts';
import { statementFiles } from './documents/statement-file.ts';
import { findStatement } from './find-statement.ts';
import { loadBeside } from './load-beside.ts';
import { sealedBilling } from './sealed-billing.ts';

type Deps = Parameters<typeof findStatement>[0] &
  Parameters<typeof loadBeside>[0] & {
    members: Pick<MemberStore, 'get'>;
    policies: PolicyStore;
    bucket: Bucket;
  };
type Input = {
  month: string;
  memberId: string;
  format: keyof typeof statementFiles;
  size: PaperSize;
  language: StatementLanguage;
  actor: Actor | undefined;
  now: number;
};

const lackTexts: Record<UblLack, string> = {
  seller: 'the address of the consortium',
  buyer: 'the address of the member',
  'seller-number': 'a tax or registration number of the consortium',
  'seller-tax-number': 'the tax number of the consortium',
  'buyer-vat-number': 'the VAT number, which begins with a country, or the registration number of the member',
  decimals: 'a currency of two decimals at most',
};

/** Returns why a statement is no e-invoice: it is not billed, or its rules for billing lack something. */
const eInvoiceLacks = (statement: Statement, invoice: string | undefined, beside: Beside) => {
  const refused = (why: UblLack | 'not-booked', detail: string) => ({
    ...{ code: 'no-e-invoice' as const, detail, pointer: '/body/format', params: { why } },
  });
  if (invoice === undefined) return [refused('not-booked', 'Only a booked invoice or credit note is an e-invoice.')];
  return ublLacks(statement, beside).map((lack) =>
    refused(lack, `An e-invoice needs ${lackTexts[lack]}, which the rules for billing do not have.`),
  );
};

/** Writes a member's statement as a file, and returns its download address. */
export const printStatement = async (
  { members, policies, bucket, ...deps }: Deps,
  { month, memberId, format, size, language, actor, now }: Input,
) => {
  const result = await findStatement(deps, { month, memberId }, actor);
  if (!('found' in result)) return result;
  const { head, statement } = result.found;
  const { invoice, booked } = head;
  const member = await members.get(memberId);
  const billing = await sealedBilling(policies, statement.billing, now);
  const { issuer = UNNAMED_ISSUER, daysToPay } = billing;
  // Only the printed statement shows more than its own lines.
  const beside = format === 'pdf' || format === 'ubl' ? await loadBeside(deps, statement, { member, billing }) : {};
  const refused = format === 'ubl' ? eInvoiceLacks(statement, invoice, beside) : [];
  if (refused.length > 0) return { refused };
  const file = await statementFiles[format](statement, {
    ...{ name: member?.name ?? memberId, issuer, size, language, beside, madeAt: booked ?? endOfMonth(month) },
    ...(invoice !== undefined && { invoice }),
    ...(booked !== undefined && { issuedOn: booked.slice(0, 10) }),
    // A credit note is not to be paid: it has no due date.
    ...(booked !== undefined && statement.due > 0 && { dueOn: dueOn(booked, daysToPay) }),
  });
  return answer(await offeredFile(bucket, file, { memberId, named: `${month}-${memberId}`, now }));
};
