import { accountStore, accountWrites } from '../../../functions/finance/data/account-store.ts';
import { adjustmentStore } from '../../../functions/finance/data/adjustment-store.ts';
import { preparersOf } from '../../../functions/finance/data/period-preparers.ts';
import type { AccountLine } from '../../../functions/finance/domain/member-account/account-line.ts';
import { billingSchema } from '../../../functions/finance/domain/statements/billing-policy.ts';
import { handler as matchEntry } from '../../../functions/finance/operations/match-bank-entry/handler.ts';
import { handler as recordPayment } from '../../../functions/finance/operations/record-payment/handler.ts';
import { handler as sendStatement } from '../../../functions/finance/operations/send-bank-statement/handler.ts';
import { handler as showAccount } from '../../../functions/finance/operations/show-account/handler.ts';
import { handler as showStatement } from '../../../functions/finance/operations/show-bank-statement/handler.ts';
import { handler as undoMatch } from '../../../functions/finance/operations/undo-bank-match/handler.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { bookedIntoOpen } from '../../../layers/records/ledger/data/booking.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import type { Account } from '../../../layers/records/ledger/domain/accounts.ts';
import { CONSORTIUM } from '../../../layers/records/ledger/domain/consortium.ts';
import { balanceOf } from '../../../layers/records/ledger/domain/ledger.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff } from '../../builders/people.ts';

const now = '2026-11-25T10:00:00.000Z';
const ann: Actor = { ...consortiumStaff('finance-preparer'), id: 'stf_ann' } as Actor;
const cat: Actor = { ...consortiumStaff('finance-approver'), id: 'stf_cat' } as Actor;
let table: Table;

/** Creates a member with an invoice of 1,000.00, booked as a close books it. */
const aMember = async (memberId: string, reference: string): Promise<void> => {
  const library = { name: memberId, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
  await memberStore(table).create({ memberId, ...library }, '2025-01-01T00:00:00.000Z');
  const causeId = `statement-2026-10-${memberId}`;
  const line: AccountLine = {
    ...{ at: '2026-11-04T09:00:00.000Z', entryId: causeId, kind: 'invoice', amount: 100_000, currency: 'USD' },
    ...{ reference, dueOn: '2026-12-04' },
  };
  const posting = { causeId, at: line.at, currency: 'USD', memo: 'statement', member: memberId, amount: line.amount };
  await table.write([
    ...bookedIntoOpen({ ...posting, entryId: `${causeId}-dues`, kind: 'dues-billed' }),
    ...accountWrites(memberId, line),
  ]);
};

/** Adopts what becomes of fees of the bank for returned payments. */
const adopt = async (bankFees: 'expense' | 'charge', when: string, oneOff = 1_000_000): Promise<void> => {
  const body = billingSchema.parse({ currency: 'USD', bankFees, adjustments: { oneOff } });
  const policy = { kind: 'billing', effectiveFrom: when, decisionReference: 'Board 1', body };
  const admin = consortiumStaff('admin');
  const adopted = await call(adoptPolicy.using(at('2026-04-30T00:00:00.000Z')), { actor: admin, body: policy });
  expect(adopted.status).toBe(201);
};

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aMember('ash', '2026-000041');
  await aMember('oak', '2026-000042');
});

type Transfer = {
  amount: string;
  reference: string;
  text: string;
  side?: 'CRDT' | 'DBIT';
  code?: string;
  fee?: string;
};
const entryXml = ({ amount, reference, text, side = 'CRDT', code = 'ESCT', fee }: Transfer) => `<Ntry>
  <Amt Ccy="USD">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-24</Dt></BookgDt>
  <AcctSvcrRef>${reference}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>${code}</SubFmlyCd></Fmly></Domn></BkTxCd>
  ${fee === undefined ? '' : `<Chrgs><Rcrd><Amt Ccy="USD">${fee}</Amt></Rcrd></Chrgs>`}
  <NtryDtls><TxDtls><Refs><EndToEndId>${text}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`;
const camt = (id: string, ...transfers: Transfer[]) =>
  `<Document><BkToCstmrStmt><Stmt><Id>${id}</Id><CreDtTm>2026-11-24T20:00:00Z</CreDtTm><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id>
  <Ccy>USD</Ccy></Acct>${transfers.map(entryXml).join('')}</Stmt></BkToCstmrStmt></Document>`;
const paid: Transfer = { amount: '1000.00', reference: 'S-1', text: 'ASH-2026-000041' };
const back: Transfer = { ...paid, reference: 'S-9', side: 'DBIT', code: 'RRTN' };

type Entry = { state: string; returns?: { fit: string; payment?: { memberId: string; entryId: string }; fee: number } };
const sent = async (file: string): Promise<string> => {
  const { body } = await call(sendStatement.using(at(now)), { actor: ann, body: { fileName: 'camt053.xml', file } });
  return (body as { statements: { statementId: string }[] }).statements[0]?.statementId ?? '';
};
const shown = async (statementId: string) => {
  const { body } = await call(showStatement.using(at(now)), { actor: cat, path: { statementId } });
  return body as { entries: Entry[]; payments: object[]; chargesFees: boolean };
};
const decide = (statementId: string, number: number, body: object, actor = ann) =>
  call(matchEntry.using(at(now)), { actor, path: { statementId, number: String(number) }, body });
const undo = (statementId: string, number: number) =>
  call(undoMatch.using(at(now)), { actor: ann, path: { statementId, number: String(number) } });

const balance = async (account: Account, member: string) =>
  balanceOf(await ledgerStore(table).all('2026-11'), { account, member, currency: 'USD' });
const openInvoices = async (memberId: string) => {
  const { body } = await call(showAccount.using(at(now)), { actor: cat, path: { memberId } });
  return (body as { accounts: { open: { reference: string; open: number }[] }[] }).accounts.flatMap(({ open }) =>
    open.map(({ reference, open: amount }) => [reference, amount]),
  );
};
const charges = async () =>
  (await adjustmentStore(table).ofMonth('2026-11')).map(({ kind, memberId, amount }) => [kind, memberId, amount]);

/** Books the payment of ash from a statement, and reads a later statement with its return. */
const aReturn = async (more: Partial<Transfer> = {}) => {
  const first = await sent(camt('1', paid));
  expect((await decide(first, 1, { as: 'payment', memberId: 'ash', settles: [] })).status).toBe(201);
  const second = await sent(camt('2', { ...back, ...more }));
  const { entries } = await shown(second);
  return { first, second, proposed: entries[0]?.returns };
};
const asReturn = (proposed: Entry['returns'], fee = proposed?.fee ?? 0) => ({
  ...{ as: 'returned', memberId: proposed?.payment?.memberId, payment: proposed?.payment?.entryId, fee },
});

describe('A payment that the bank returns', () => {
  it('is proposed by its reference, reversed once when a person confirms, and its invoice is open again', async () => {
    const { first, second, proposed } = await aReturn();
    expect(proposed).toMatchObject({ fit: 'by-reference', payment: { memberId: 'ash' }, fee: 0 });
    expect(await openInvoices('ash')).toEqual([]);
    expect((await decide(second, 1, asReturn(proposed), cat)).status).toBe(403);
    const all = await Promise.all([1, 2, 3].map(() => decide(second, 1, asReturn(proposed))));
    expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await decide(second, 1, asReturn(proposed))).toMatchObject({ body: { code: 'matched-already' } });
    expect(await openInvoices('ash')).toEqual([['2026-000041', 100_000]]);
    expect([await balance('due-to-consortium', 'ash'), await balance('bank', 'ash')]).toEqual([100_000, 0]);
    expect((await accountStore(table).load('ash')).lines.at(-1)).toMatchObject({
      ...{ kind: 'reversal', reference: 'S-9', valueOn: '2026-11-24', reverses: { why: 'bounced' } },
    });
    // The payment was received and returned: neither entry waits for a decision.
    expect([(await shown(first)).entries[0]?.state, (await shown(second)).entries[0]?.state]).toEqual([
      ...['returned', 'returned'],
    ]);
    expect(await undo(first, 1)).toMatchObject({ body: { code: 'not-decided' } });
  });

  it('is booked once, also when the bank lists the return again in another statement', async () => {
    const { second, proposed } = await aReturn();
    const third = await sent(camt('3', back));
    expect((await decide(second, 1, asReturn(proposed))).status).toBe(201);
    expect((await shown(third)).entries[0]?.returns).toEqual({ fit: 'unknown', fee: 0 });
    expect(await decide(third, 1, asReturn(proposed))).toMatchObject({ body: { code: 'reversed-already' } });
    const typed = { amount: 100_000, currency: 'USD', reference: 's-9', valueOn: '2026-11-24' };
    const entered = await call(recordPayment.using(at(now)), { actor: ann, path: { memberId: 'oak' }, body: typed });
    expect(entered).toMatchObject({ status: 409, body: { code: 'reference-taken' } });
  });

  it('is booked again when its return was booked by mistake, and can then be returned again', async () => {
    const { first, second, proposed } = await aReturn();
    expect((await decide(second, 1, asReturn(proposed))).status).toBe(201);
    const both = await Promise.all([undo(second, 1), undo(second, 1)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await openInvoices('ash')).toEqual([]);
    expect([await balance('due-to-consortium', 'ash'), await balance('bank', 'ash')]).toEqual([0, -100_000]);
    const { entries } = await shown(second);
    expect([(await shown(first)).entries[0]?.state, entries[0]?.state]).toEqual(['payment', 'open']);
    const again = entries[0]?.returns;
    expect(again).toMatchObject({ fit: 'by-reference', payment: { memberId: 'ash' } });
    expect((await decide(second, 1, asReturn(again))).status).toBe(201);
    expect(await openInvoices('ash')).toEqual([['2026-000041', 100_000]]);
    expect((await undo(second, 1)).status).toBe(201);
    // The entry of the payment can be taken back too, and booked for another member.
    expect((await undo(first, 1)).status).toBe(201);
    expect((await decide(first, 1, { as: 'payment', memberId: 'oak', settles: [] })).status).toBe(201);
    expect([await openInvoices('ash'), await openInvoices('oak')]).toEqual([[['2026-000041', 100_000]], []]);
  });

  it('of another amount, of no payment, or that the bank received is refused: a person decides', async () => {
    const { first, second, proposed } = await aReturn({ amount: '1003.00' });
    expect(proposed).toEqual({ fit: 'other-amount', fee: 0 });
    const { lines } = await accountStore(table).load('ash');
    const payment = lines.at(-1)?.entryId;
    const codes = async (number: number, body: object, statementId = second) =>
      ((await decide(statementId, number, body)).body as { code: string }).code;
    const returned = { as: 'returned', memberId: 'ash', payment, fee: 0 };
    expect(await codes(1, returned)).toBe('other-amount');
    expect(await codes(1, { ...returned, payment: 'ent_none' })).toBe('unknown-payment');
    expect(await codes(1, { ...returned, memberId: 'elm' })).toBe('unknown-member');
    const other = await sent(camt('4', { ...paid, reference: 'S-4' }));
    expect(await codes(1, returned, other)).toBe('other-direction');
    expect(await codes(1, returned, first)).toBe('matched-already');
    // A person may state that the difference is a fee of the bank.
    expect((await decide(second, 1, { ...returned, fee: 300 })).status).toBe(201);
    expect(await balance('bank-costs', CONSORTIUM)).toBe(300);
  });
});

describe('The fee of the bank for a returned payment', () => {
  it('is an expense of the consortium without another policy, and is reversed with the return', async () => {
    const { second, proposed } = await aReturn({ amount: '1003.50', fee: '3.50' });
    expect(proposed).toMatchObject({ fit: 'by-reference', fee: 350 });
    expect((await decide(second, 1, asReturn(proposed))).status).toBe(201);
    expect([await balance('bank-costs', CONSORTIUM), await balance('bank', CONSORTIUM)]).toEqual([350, -350]);
    expect(await charges()).toEqual([]);
    expect((await undo(second, 1)).status).toBe(201);
    expect([await balance('bank-costs', CONSORTIUM), await balance('bank', CONSORTIUM)]).toEqual([0, 0]);
  });

  it('is also a charge on the next statement of the member by policy, and is withdrawn with the return', async () => {
    await adopt('charge', '2026-05-01T00:00:00.000Z');
    const { second, proposed } = await aReturn({ amount: '1003.50', fee: '3.50' });
    expect((await decide(second, 1, asReturn(proposed))).status).toBe(201);
    expect(await balance('bank-costs', CONSORTIUM)).toBe(350);
    expect(await charges()).toEqual([['one-off', 'ash', 350]]);
    // Who charges prepares the statements of the month, and does not approve them.
    expect(await preparersOf(table, '2026-11')).toEqual(['staff:stf_ann']);
    expect((await undo(second, 1)).status).toBe(201);
    expect(await charges()).toEqual([]);
  });

  it('is withdrawn from an earlier month too, as long as the statements of that month are not written', async () => {
    await adopt('charge', '2026-05-01T00:00:00.000Z');
    const { second, proposed } = await aReturn({ amount: '1003.50', fee: '3.50' });
    expect((await decide(second, 1, asReturn(proposed))).status).toBe(201);
    const inJanuary = () =>
      call(undoMatch.using(at('2027-01-02T10:00:00.000Z')), {
        ...{ actor: ann, path: { statementId: second, number: '1' } },
      });
    expect((await inJanuary()).status).toBe(201);
    expect(await charges()).toEqual([]);
    expect((await accountStore(table).load('ash')).lines.at(-1)).toMatchObject({ kind: 'payment', amount: -100_000 });
  });

  it('that the bank lists apart is charged to a named member where the policy says so', async () => {
    const fee: Transfer = { amount: '3.50', reference: 'S-10', text: 'RETURN FEE', side: 'DBIT', code: 'CHRG' };
    const statementId = await sent(camt('5', fee));
    const own = { as: 'own', kind: 'bank-fee-paid', chargeTo: 'ash' };
    expect(await decide(statementId, 1, own)).toMatchObject({ body: { code: 'fee-not-charged' } });
    await adopt('charge', '2026-05-01T00:00:00.000Z');
    expect((await shown(statementId)).chargesFees).toBe(true);
    const supplier = { ...own, kind: 'supplier-paid' };
    expect(await decide(statementId, 1, supplier)).toMatchObject({ body: { code: 'fee-not-charged' } });
    expect(await decide(statementId, 1, { ...own, chargeTo: 'elm' })).toMatchObject({
      body: { code: 'unknown-member' },
    });
    expect((await decide(statementId, 1, own)).status).toBe(201);
    expect(await charges()).toEqual([['one-off', 'ash', 350]]);
    expect((await undo(statementId, 1)).status).toBe(201);
    expect([await charges(), await balance('bank-costs', CONSORTIUM)]).toEqual([[], 0]);
  });

  it('above what the policy allows as a one-off charge is refused, and nothing is booked', async () => {
    await adopt('charge', '2026-05-01T00:00:00.000Z', 100);
    const { second, proposed } = await aReturn({ amount: '1003.50', fee: '3.50' });
    expect(await decide(second, 1, asReturn(proposed))).toMatchObject({ status: 409, body: { code: 'beyond-bounds' } });
    expect([await openInvoices('ash'), await charges(), await balance('bank-costs', CONSORTIUM)]).toEqual([[], [], 0]);
  });
});
