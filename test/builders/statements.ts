import { createHash } from 'node:crypto';
import { billingSchema } from '../../functions/finance/domain/statements/billing-policy.ts';
import { buildStatements, type StatementsInput } from '../../functions/finance/domain/statements/build.ts';
import type { Statement } from '../../functions/finance/domain/statements/statement.ts';
import { monthReport } from '../../functions/finance/domain/usage-report/month-report.ts';
import { members, monthInput, reported } from '../../functions/finance/domain/usage-report/synthetic-month.ts';
import { postOwed } from '../../layers/records/ledger/domain/owed.ts';
import { post } from '../../layers/records/ledger/domain/post.ts';

/** SHA-256 in hex, as the stores pass it in. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const input = monthInput('2026-10');

/** The data of the statements of the synthetic October: six members, dues, a loan and a fine between two of them. */
export const statementsInput = (over: Partial<StatementsInput> = {}): StatementsInput => {
  const about = { at: '2026-10-10T11:00:00.000Z', causeId: 'c_1', memo: 'test', currency: 'USD' };
  const loan = postOwed({
    ...about,
    entryId: 'ent_1',
    kind: 'ill-loan-charged',
    owes: 'law',
    owed: 'abbey',
    amount: 1500,
  });
  const fine = { ...about, entryId: 'ent_2', kind: 'fine-paid' as const, member: 'abbey', takenBy: 'law', amount: 500 };
  const desk = post(fine);
  if ('refused' in loan || 'refused' in desk) throw new Error('refused');
  return {
    report: reported(monthReport(input)),
    ...{ synthetic: false, key: input.key, members, bill: 'Trial month' },
    dues: members.map((memberId) => ({
      ...{ memberId, code: 'membership', from: '2026-07', amount: 100_001, currency: 'USD', reference: 'scn_1' },
    })),
    ...{ entries: [loan, desk], adjustments: [] },
    billing: { name: 'default', body: billingSchema.parse({}) },
    ...over,
  };
};

/** Returns the statements, or fails the test with the refusal. */
export const built = (over: Partial<StatementsInput> = {}): Statement[] => {
  const statements = buildStatements(statementsInput(over));
  if ('refused' in statements) throw new Error(JSON.stringify(statements.refused));
  return statements;
};
