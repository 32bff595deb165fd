import * as z from 'zod';
import { addDays } from '../../layers/kernel/calendar/days.ts';
import { decimalText } from '../../layers/kernel/money/exact.ts';
import { consortiumCurrency } from '../members.ts';

/** Calls finance through the deployed API. */
type Caller = (method: string, path: string, body?: unknown) => Promise<unknown>;

const account = z.object({
  accounts: z.array(
    z.object({ currency: z.string(), open: z.array(z.object({ reference: z.string(), open: z.int() })) }),
  ),
});
const sent = z.object({ statements: z.array(z.object({ statementId: z.string() })) });

type Transfer = { amount: number; text: string; side?: 'CRDT' | 'DBIT'; code?: string; fee?: number };

/** What the bank takes for a returned payment. */
const RETURN_FEE = 450;

const money = (amount: number): string => `<Amt Ccy="${consortiumCurrency}">${decimalText(BigInt(amount), 2)}</Amt>`;

const entryXml = (
  { amount, text, side = 'CRDT', code = 'ESCT', fee }: Transfer,
  place: number,
  day: string,
): string => `<Ntry>
${money(amount)}<CdtDbtInd>${side}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>${day}/${place + 1}</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>${code}</SubFmlyCd></Fmly></Domn></BkTxCd>
${fee === undefined ? '' : `<Chrgs><Rcrd>${money(fee)}</Rcrd></Chrgs>`}
<NtryDtls><TxDtls><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;

const statementXml = (transfers: readonly Transfer[], day: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>${day}</MsgId></GrpHdr>
<Stmt><Id>${day}</Id><CreDtTm>${day}T20:00:00Z</CreDtTm><Acct><Id><Othr><Id>0975312468</Id></Othr></Id><Ccy>${consortiumCurrency}</Ccy></Acct>
${transfers.map((one, place) => entryXml(one, place, day)).join('\n')}</Stmt></BkToCstmrStmt></Document>`;

/**
 * Sends a statement of the bank with payments of two members, one of them in part, a gift, and the payment of a supplier; the first is booked,
 * the others wait. The statement of the next day returns the booked payment, with a fee, which waits too. Members that owe nothing pay nothing.
 */
export async function sendBankStatement(
  preparer: Caller,
  members: readonly [string, string],
  day: string,
): Promise<void> {
  const [first, second] = await Promise.all(
    members.map(async (memberId) => {
      const { accounts } = account.parse(await preparer('GET', `accounts/${memberId}`));
      return accounts.find(({ currency }) => currency === consortiumCurrency)?.open[0];
    }),
  );
  if (!first || !second) return;
  const transfers: Transfer[] = [
    { amount: first.open, text: `Invoice ${first.reference}` },
    { amount: Math.ceil(second.open / 2), text: `${second.reference} first half` },
    { amount: 12_500, text: 'Friends of the library' },
    { amount: 8_500, text: 'Valley Couriers 2026-117', side: 'DBIT' },
  ];
  const send = async (some: readonly Transfer[], on: string) => {
    const body = { fileName: `camt053-${on}.xml`, file: statementXml(some, on) };
    return sent.parse(await preparer('POST', 'bank-statements', body));
  };
  const before = addDays(day, -1);
  const { statements } = await send(transfers, before);
  const settles = [{ invoice: first.reference, amount: first.open }];
  const decision = { as: 'payment', memberId: members[0], settles };
  await preparer('POST', `bank-statements/${statements[0]?.statementId}/entries/1/decision`, decision);
  await send(
    [
      {
        ...{ amount: first.open + RETURN_FEE, fee: RETURN_FEE, text: `Returned ${before}/1, account closed` },
        ...{ side: 'DBIT', code: 'RRTN' },
      },
      { amount: 1_200, text: 'Account fee', side: 'DBIT', code: 'CHRG' },
    ],
    day,
  );
}
