import { Buffer } from 'node:buffer';
import { decimalsOf, isCurrency } from '../../kernel/money/currency.ts';
import { type XmlElement, xmlRoot } from '../iso18626/elements.ts';
import {
  type BankEntry,
  type BankNature,
  type BankStatement,
  checked,
  dayOf,
  MAX_ENTRIES,
  MAX_STATEMENTS,
  refuseFile,
  shortText,
} from './bank-statement.ts';

/** The depth and number of elements that a statement may have: the reference of an invoice is ten deep. */
const LIMITS = { depth: 14, elements: 200_000 };

const all = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.inner.filter((one) => one.name === name) ?? [];

/** Finds the first element at a path of names. */
const at = (element: XmlElement | undefined, ...path: string[]): XmlElement | undefined => {
  let found = element;
  for (const name of path) found = found?.inner.find((one) => one.name === name);
  return found;
};
const textAt = (element: XmlElement | undefined, ...path: string[]): string | undefined => {
  const text = shortText(at(element, ...path)?.text ?? '');
  return text === '' ? undefined : text;
};

const minorOf = (amount: XmlElement | undefined, currency: string, where: string): number => {
  const [text, stated] = [amount?.text.trim() ?? '', amount?.attributes.get('Ccy') ?? currency];
  const [, whole, decimals = ''] = /^(\d{1,12})(?:\.(\d{1,5}))?$/.exec(text) ?? [];
  if (whole === undefined) return refuseFile(`${where}: ${text.slice(0, 20)} is no amount`);
  if (stated !== currency)
    return refuseFile(`${where}: an amount in ${stated.slice(0, 10)} on an account in ${currency}`);
  const digits = decimalsOf(currency);
  if (/[1-9]/.test(decimals.slice(digits))) refuseFile(`${where}: ${text} has more decimals than ${currency}`);
  return Number(whole + decimals.slice(0, digits).padEnd(digits, '0'));
};

const sideOf = (element: XmlElement, where: string): BankEntry['side'] => {
  const text = textAt(element, 'CdtDbtInd');
  if (text !== 'CRDT' && text !== 'DBIT') return refuseFile(`${where}: neither a credit nor a debit`);
  return text === 'CRDT' ? 'credit' : 'debit';
};

const dayAt = (element: XmlElement, name: string): string | undefined =>
  textAt(element, name, 'Dt') ?? textAt(element, name, 'DtTm')?.slice(0, 10);

/** Returns what a payer wrote, and who it is: of one payment, or of the entry when it has no details. */
const about = (
  entry: XmlElement,
  payment: XmlElement | undefined,
): Pick<BankEntry, 'text' | 'payer' | 'payerReference' | 'creditorReference'> => {
  const remitted = all(at(payment, 'RmtInf'), 'Ustrd').map(({ text }) => text);
  const endToEnd = textAt(payment, 'Refs', 'EndToEndId');
  const payerReference = endToEnd === 'NOTPROVIDED' ? undefined : endToEnd;
  const texts = [...remitted, ...(payerReference === undefined ? [] : [payerReference])];
  const creditorReference = textAt(payment, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref');
  // Since 2019 the party is one level deeper.
  const payer = textAt(payment, 'RltdPties', 'Dbtr', 'Nm') ?? textAt(payment, 'RltdPties', 'Dbtr', 'Pty', 'Nm');
  return {
    text: shortText(texts.length > 0 ? texts.join(' ') : (textAt(entry, 'AddtlNtryInf') ?? '')),
    ...(payer !== undefined && { payer }),
    ...(payerReference !== undefined && { payerReference }),
    ...(creditorReference !== undefined && { creditorReference }),
  };
};

/** What the sub-families of transactions of ISO 20022 (external code set) are, where a booking follows from it. */
const natures: Readonly<Record<string, BankNature>> = {
  ...{ CHRG: 'fee', FEES: 'fee', COMM: 'fee', INTR: 'interest' },
  ...{ RRTN: 'returned', RPCR: 'returned', UPDD: 'returned', PRDD: 'returned' },
  ...{ UPCQ: 'returned', CQRV: 'returned' },
};

/** Returns whether an entry says, beside its code, that it takes an earlier one back: as a reversal, or by the details of a return. */
const isTakenBack = (entry: XmlElement, payment: XmlElement | undefined): boolean =>
  ['true', '1'].includes(textAt(entry, 'RvslInd') ?? '') || at(payment, 'RtrInf') !== undefined;

/** Returns what the code of the bank (BkTxCd) says, that of the payment before that of its entry. */
const natureOf = (entry: XmlElement, payment: XmlElement | undefined): { nature?: BankNature } => {
  const code = (of: XmlElement | undefined) => textAt(of, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') ?? '';
  const coded = natures[code(payment)] ?? natures[code(entry)];
  const nature = coded ?? (isTakenBack(entry, payment) ? 'returned' : undefined);
  return nature === undefined ? {} : { nature };
};

/** Returns the fee of the bank that an amount contains: the total, or its records. */
const chargesOf = (of: XmlElement | undefined, currency: string, where: string): { charges?: number } => {
  const charges = at(of, 'Chrgs');
  const total = at(charges, 'TtlChrgsAndTaxAmt');
  const stated = total ? [total] : all(charges, 'Rcrd').flatMap((record) => at(record, 'Amt') ?? []);
  const own = stated.filter(({ attributes }) => (attributes.get('Ccy') ?? currency) === currency);
  const amount = sum(own.map((one) => minorOf(one, currency, where)));
  return amount > 0 ? { charges: amount } : {};
};

type Entry = Omit<BankEntry, 'number'>;

/** Returns the payments of an entry: those of a batch that sum to it, or the entry as one. */
const entriesOf = (entry: XmlElement, currency: string, where: string): Entry[] => {
  const state = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts');
  if (state !== 'BOOK') return [];
  const [amount, side] = [minorOf(at(entry, 'Amt'), currency, where), sideOf(entry, where)];
  if (amount === 0) return [];
  const valueOn = dayOf(dayAt(entry, 'ValDt') ?? dayAt(entry, 'BookgDt') ?? '', where);
  const banks = textAt(entry, 'AcctSvcrRef');
  const reference = banks ?? textAt(entry, 'NtryRef') ?? '';
  // NtryRef numbers the entries of one statement; the reference of the servicer is unique.
  const unique = (of: string | undefined) => (of === undefined ? {} : { unique: 'account' as const });
  const payments = all(entry, 'NtryDtls').flatMap((details) => all(details, 'TxDtls'));
  const amountOf = (payment: XmlElement) => at(payment, 'Amt') ?? at(payment, 'AmtDtls', 'TxAmt', 'Amt');
  const amounts = payments.map((payment) => {
    const stated = amountOf(payment);
    return stated && (stated.attributes.get('Ccy') ?? currency) === currency ? minorOf(stated, currency, where) : 0;
  });
  const isBatch = payments.length > 1 && amounts.every((one) => one > 0) && sum(amounts) === amount;
  if (!isBatch)
    return [
      {
        reference,
        amount,
        side,
        valueOn,
        ...about(entry, payments[0]),
        ...natureOf(entry, payments[0]),
        ...{ ...chargesOf(entry, currency, where), ...chargesOf(payments[0], currency, where) },
        ...unique(banks),
      },
    ];
  return payments.map((payment, place) => {
    const own = textAt(payment, 'Refs', 'AcctSvcrRef');
    const named = own ?? (reference && `${reference}/${place + 1}`);
    return {
      ...{ reference: named, amount: amounts[place] ?? 0, side, valueOn },
      ...{ ...about(entry, payment), ...natureOf(entry, payment), ...chargesOf(payment, currency, where) },
      ...unique(own ?? banks),
    };
  });
};

const sum = (amounts: readonly number[]): number => amounts.reduce((all_, one) => all_ + one, 0);

const balanceOf = (statement: XmlElement, code: string, currency: string, where: string): number | undefined => {
  const balance = all(statement, 'Bal').find((one) => textAt(one, 'Tp', 'CdOrPrtry', 'Cd') === code);
  if (!balance) return undefined;
  const amount = minorOf(at(balance, 'Amt'), currency, where);
  return sideOf(balance, where) === 'credit' ? amount : -amount;
};

const statementOf = (statement: XmlElement): BankStatement => {
  const id = textAt(statement, 'Id') ?? refuseFile('a statement has no Id');
  const account =
    textAt(statement, 'Acct', 'Id', 'IBAN') ??
    textAt(statement, 'Acct', 'Id', 'Othr', 'Id') ??
    refuseFile(`${id}: the account is not named`);
  const entries = all(statement, 'Ntry');
  const currency = textAt(statement, 'Acct', 'Ccy') ?? at(entries[0], 'Amt')?.attributes.get('Ccy') ?? '';
  if (!isCurrency(currency)) refuseFile(`${id}: the currency of the account is not stated`);
  const read = entries.flatMap((entry, place) => entriesOf(entry, currency, `${id}, entry ${place + 1}`));
  const day =
    textAt(statement, 'FrToDt', 'ToDtTm')?.slice(0, 10) ??
    textAt(statement, 'CreDtTm')?.slice(0, 10) ??
    refuseFile(`${id}: the day is not stated`);
  const [opening, closing] = [
    balanceOf(statement, 'OPBD', currency, id) ?? balanceOf(statement, 'PRCD', currency, id),
    balanceOf(statement, 'CLBD', currency, id),
  ];
  return checked({
    ...{ id, account, currency, day: dayOf(day, id) },
    ...(opening !== undefined && { opening }),
    ...(closing !== undefined && { closing }),
    entries: read.map((entry, place) => ({ number: place + 1, ...entry })),
  });
};

/**
 * Reads account statements of ISO 20022 (CAMT.053 of any version). A DOCTYPE, entities of its own, too deep or too many elements are
 * refused, and so is a statement whose entries do not sum. Entries that are not booked yet are left out. Throws `BankFileRefusal`.
 */
export const readCamt053 = (text: string): BankStatement[] => {
  const root = xmlRoot(Buffer.from(text, 'utf8'), LIMITS);
  const statements = all(at(root, 'BkToCstmrStmt'), 'Stmt');
  if (root.name !== 'Document' || statements.length === 0) refuseFile('it has no account statement (BkToCstmrStmt)');
  if (statements.length > MAX_STATEMENTS) refuseFile(`it has more than ${MAX_STATEMENTS} statements`);
  const read = statements.map(statementOf);
  if (sum(read.map(({ entries }) => entries.length)) > MAX_ENTRIES)
    refuseFile(`it has more than ${MAX_ENTRIES} entries`);
  return read;
};
