import { decimalsOf, isCurrency } from '../../kernel/money/currency.ts';
import {
  type BankEntry,
  type BankStatement,
  checked,
  dayOf,
  MAX_ENTRIES,
  MAX_STATEMENTS,
  refuseFile,
  shortText,
} from './bank-statement.ts';

/** A record with its continuations: its code, its fields in sequence, and how many lines it has. */
type Record_ = { code: string; content: string; lines: number; hasSlash: boolean };

const OPENING = '010';
const CLOSING = '015';

/** Joins continuations (88) with their record: a text goes on after a blank, other fields after a comma. */
const recordsOf = (text: string): Record_[] => {
  const records: Record_[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue;
    const [code, rest] = [line.slice(0, 2), line.slice(3)];
    if (!/^\d\d$/.test(code) || (line.length > 2 && line[2] !== ',' && line[2] !== '/'))
      refuseFile(`${shortText(line).slice(0, 20)}: not a record of BAI2`);
    const [hasSlash, content] = [rest.trimEnd().endsWith('/'), rest.trimEnd().replace(/\/$/, '')];
    const last = records.at(-1);
    if (code !== '88') records.push({ code, content, lines: 1, hasSlash });
    else if (!last) refuseFile('it begins with a continuation');
    else {
      last.content += (last.hasSlash ? ',' : ' ') + content;
      last.lines += 1;
      last.hasSlash = hasSlash;
    }
  }
  return records;
};

const dayIn = (text: string, where: string): string =>
  /^\d{6}$/.test(text)
    ? dayOf(`20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`, where)
    : refuseFile(`${where}: ${text.slice(0, 20)} is no day`);

/** Reads an amount in minor units, as BAI2 writes it. */
const amountIn = (text: string, where: string): number =>
  /^[+-]?\d{1,15}$/.test(text) ? Number(text) : refuseFile(`${where}: ${text.slice(0, 20)} is no amount`);

/** Returns the number of fields that belong to a type of funds, its own included; of the one at `place` of the fields. */
const fundsFields = (fields: readonly string[], place: number, where: string): number => {
  const type = fields[place] ?? '';
  if (type === 'S') return 4;
  if (type === 'V') return 3;
  if (type !== 'D') return 1;
  const count = Number(fields[place + 1]);
  return Number.isInteger(count) && count >= 0 && count <= 100
    ? 2 + 2 * count
    : refuseFile(`${where}: funds of no days`);
};

const sideOf = (code: string, where: string): BankEntry['side'] => {
  const number = /^\d{3}$/.test(code) ? Number(code) : 0;
  if (number >= 100 && number < 400) return 'credit';
  return number >= 400 && number < 700 ? 'debit' : refuseFile(`${where}: type ${code.slice(0, 10)} is unknown`);
};

type Place = { where: string; asOf: string };
type Read = { entry: Omit<BankEntry, 'number'>; amount: number };

/** Reads a transaction (16): type, amount, funds, the bank's and the customer's reference, text. Types 890 to 999 are not of money. */
const transactionOf = (content: string, { where, asOf }: Place): Read | undefined => {
  const fields = content.split(',');
  const [code = '', stated = ''] = fields;
  if (/^89\d$|^9\d\d$/.test(code)) return undefined;
  const amount = amountIn(stated, where);
  const after = 2 + fundsFields(fields, 2, where);
  const valueOn = fields[2] === 'V' && fields[3] ? dayIn(fields[3], where) : asOf;
  const [bankReference = '', customer = '', ...text] = fields.slice(after);
  const written = [customer, text.join(',')].filter((one) => one.trim() !== '').join(' ');
  const about = { reference: shortText(bankReference), valueOn, text: shortText(written) };
  return { entry: { ...about, amount: Math.abs(amount), side: sideOf(code, where) }, amount };
};

type Account = { statement: BankStatement; total: number; lines: number };

/** Reads an account (03): its number, its currency, and balances with their types. */
const accountOf = (content: string, group: { id: string; asOf: string; currency: string }): Account => {
  const [account = '', own = '', ...rest] = content.split(',');
  const [where, currency] = [`${group.id}, account ${shortText(account).slice(0, 40)}`, own || group.currency];
  if (account === '') refuseFile(`${group.id}: an account has no number`);
  if (!isCurrency(currency)) refuseFile(`${where}: the currency is unknown`);
  decimalsOf(currency);
  const balances = new Map<string, number>();
  let total = 0;
  for (let place = 0; place + 1 < rest.length; ) {
    const [code = '', stated = ''] = rest.slice(place);
    if (code !== '' && stated !== '') {
      const amount = amountIn(stated, where);
      balances.set(code, amount);
      total += amount;
    }
    // A count of items follows, and the type of funds.
    place += 3 + fundsFields(rest, place + 3, where);
  }
  const [opening, closing] = [balances.get(OPENING), balances.get(CLOSING)];
  const statement = {
    ...{ id: `${group.id}-${shortText(account)}`, account: shortText(account), currency, day: group.asOf, entries: [] },
    ...(opening !== undefined && { opening }),
    ...(closing !== undefined && { closing }),
  };
  return { statement, total, lines: 0 };
};

/**
 * Reads a file of BAI2 (version 2) into one statement for each account of each group. Its control totals and record counts of accounts
 * are checked, and a file without its trailers is refused. Throws `BankFileRefusal`.
 */
export const readBai2 = (text: string): BankStatement[] => {
  const records = recordsOf(text);
  if (records[0]?.code !== '01' || records.at(-1)?.code !== '99')
    refuseFile('it has no header (01) or no trailer (99)');
  const statements: BankStatement[] = [];
  let file = '';
  let group: { id: string; asOf: string; currency: string } | undefined;
  let open: Account | undefined;
  let count = 0;
  for (const { code, content, lines } of records) {
    const fields = content.split(',');
    if (open) open.lines += lines;
    if (code === '01') file = shortText(`${fields[0] ?? ''}-${fields[2] ?? ''}-${fields[4] ?? ''}`);
    else if (code === '02') {
      if (fields[2] !== '1' && fields[2] !== '')
        refuseFile(`${file}: a group that is not an update (${fields[2]?.slice(0, 5)})`);
      group = { id: file, asOf: dayIn(fields[3] ?? '', file), currency: fields[5] || 'USD' };
    } else if (code === '03') {
      if (!group || open) refuseFile(`${file}: an account outside a group, or without a trailer (49)`);
      if (group) open = { ...accountOf(content, group), lines };
    } else if (code === '16') {
      if (!open || !group) return refuseFile(`${file}: a transaction outside an account`);
      count += 1;
      const read = transactionOf(content, { where: `${open.statement.id}, transaction ${count}`, asOf: group.asOf });
      if (read) open.total += read.amount;
      if (read && read.amount !== 0)
        open.statement.entries.push({ number: open.statement.entries.length + 1, ...read.entry });
    } else if (code === '49') {
      if (!open) return refuseFile(`${file}: a trailer (49) without an account`);
      if (amountIn(fields[0] ?? '', file) !== open.total || Number(fields[1]) !== open.lines)
        refuseFile(`${open.statement.id}: the control total or the number of records differs`);
      statements.push(checked(open.statement));
      open = undefined;
    } else if (code === '98') group = undefined;
    else if (code !== '99') refuseFile(`${file}: records of type ${code} are unknown`);
  }
  if (open || statements.length === 0) refuseFile('it has no complete account');
  if (statements.length > MAX_STATEMENTS || count > MAX_ENTRIES) refuseFile('it has too many accounts or transactions');
  return statements;
};
