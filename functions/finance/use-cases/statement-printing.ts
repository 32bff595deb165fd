import type { PaperSize } from '../../../layers/kernel/text/paper-size.ts';
import { endOfMonth } from '../../../layers/records/ledger/domain/netting.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { StatementHead } from '../data/statement-store.ts';
import { UNNAMED_ISSUER } from '../domain/statements/billing-policy.ts';
import type { StatementLanguage } from '../domain/statements/files/statement-texts.ts';
import { type UblLack, ublLacks } from '../domain/statements/files/ubl.ts';
import { dueOn } from '../domain/statements/invoice.ts';
import type { Beside } from '../domain/statements/printed-statement.ts';
import type { Statement } from '../domain/statements/statement.ts';
import type { PrintedWith } from './documents/statement-pdf.ts';
import { loadBeside } from './load-beside.ts';
import { sealedBilling } from './sealed-billing.ts';

/** What prints statements reads beside them. */
export type PrintingDeps = Parameters<typeof loadBeside>[0] & { policies: PolicyStore };

type Member = { name: string; fiscalYearStartsIn: number };
type How = { size: PaperSize; language: StatementLanguage; now: number };

/**
 * Returns the settings of a printed statement: the issuer of the rules that it was sealed with, once booked its number and days, and, unless
 * `isPlain`, the parties, the month before and the budget.
 */
export const loadPrinting = async (
  deps: PrintingDeps,
  { head, statement }: { head: StatementHead; statement: Statement },
  { member, size, language, now, isPlain = false }: How & { member: Member | undefined; isPlain?: boolean },
): Promise<PrintedWith & { beside: Beside }> => {
  const { invoice, booked, month, memberId } = head;
  const billing = await sealedBilling(deps.policies, statement.billing, now);
  const { issuer = UNNAMED_ISSUER, daysToPay } = billing;
  const beside = isPlain ? {} : await loadBeside(deps, statement, { member, billing });
  return {
    ...{ name: member?.name ?? memberId, issuer, size, language, beside, madeAt: booked ?? endOfMonth(month) },
    ...(invoice !== undefined && { invoice }),
    ...(booked !== undefined && { issuedOn: booked.slice(0, 10) }),
    // A credit note is not to be paid: it has no due date.
    ...(booked !== undefined && statement.due > 0 && { dueOn: dueOn(booked, daysToPay) }),
  };
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
export const eInvoiceLacks = (statement: Statement, { invoice, beside = {} }: PrintedWith) => {
  const refused = (why: UblLack | 'not-booked', detail: string) => ({
    ...{ code: 'no-e-invoice' as const, detail, pointer: '/body/format', params: { why } },
  });
  if (invoice === undefined) return [refused('not-booked', 'Only a booked invoice or credit note is an e-invoice.')];
  return ublLacks(statement, beside).map((lack) =>
    refused(lack, `An e-invoice needs ${lackTexts[lack]}, which the rules for billing do not have.`),
  );
};
