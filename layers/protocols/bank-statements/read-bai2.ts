import { decimalsOf, isCurrency } from '../../kernel/money/currency.ts';
import { amountIn, type Bai2Record, checkFunds, dayIn, fundsAt, recordsOf } from './bai2-records.ts';
import {
  type BankEntry,
  type BankNature,
  type BankStatement,
  checked,
  MAX_ENTRIES,
  MAX_STATEMENTS,
  type OtherItem,
  refuseFile,
  shortText,
} from './bank-statement.ts';

const OPENING = '010';
const CLOSING = '015';

/** The direction of a type of transaction: 920 to 959 and 960 to 999 are the bank's own. Undefined for loans (7xx) and unknown types. */
const sideOf = (code: string): BankEntry['side'] | undefined => {
  const number = /^\d{3}$/.test(code) ? Number(code) : 0;
  const isWithin = (from: number, to: number): boolean => number >= from && number <= to;
  if (isWithin(100, 399) || isWithin(920, 959)) return 'credit';
  return isWithin(400, 699) || isWithin(960, 999) ? 'debit' : undefined;
};

/** What the detail codes of BAI2 (version 2, appendix A) are, where a booking follows from it. */
const natures: Readonly<Record<string, BankNature>> = {
  // Interest and its adjustments.
  ...{ '354': 'interest', '359': 'interest', '654': 'interest', '659': 'interest' },
  // Commission, fees of overdrafts, returned items, analysis and others; 398 gives a fee back.
  ...{ '524': 'fee', '564': 'fee', '567': 'fee', '661': 'fee', '698': 'fee', '398': 'fee' },
  // Payments received that go back: deposits, ACH items, items of EDI networks, and reversals of credits.
  ...{ '423': 'returned', '552': 'returned', '555': 'returned', '557': 'returned', '558': 'returned' },
  ...{ '566': 'returned', '694': 'returned' },
  // Payments of the account holder that come back: reversed debits, checks, ACH items.
  ...{ '252': 'returned', '255': 'returned', '257': 'returned', '258': 'returned', '266': 'returned' },
  ...{ '395': 'returned' },
};

type Place = { where: string; asOf: string };
type Read = { entry?: Omit<BankEntry, 'number'>; other?: OtherItem; amount: number };

/** The most characters of the text of an item that is no payment. */
const OTHER_TEXT = 200;

/** Reads a transaction (16): type, amount, funds, the bank's and the customer's reference, text. */
const transactionOf = (content: string, { where, asOf }: Place): Read => {
  const fields = content.split(',');
  const [code = '', stated = ''] = fields;
  const side = sideOf(code);
  // A message of the bank (890) has no amount.
  const amount = side === undefined && stated === '' ? 0 : amountIn(stated, where);
  const funds = fundsAt(fields, 2, where);
  checkFunds(funds, amount, where);
  const [banks = '', customer = '', ...text] = fields.slice(2 + funds.fields);
  const written = [customer, text.join(',')].filter((one) => one.trim() !== '').join(' ');
  if (side === undefined) {
    const about = shortText([banks, written].join(' ')).slice(0, OTHER_TEXT);
    return { other: { code: shortText(code).slice(0, 10), amount, text: about }, amount };
  }
  if (amount === 0) return { amount };
  const [reference, nature] = [shortText(banks), natures[code]];
  const entry = {
    reference,
    valueOn: funds.valueOn ?? asOf,
    text: shortText(written),
    amount: Math.abs(amount),
    side,
    ...(nature && { nature }),
  };
  // The reference of the bank is a number of the day.
  return { entry: reference === '' ? entry : { ...entry, unique: 'day' }, amount };
};

type Group = { id: string; asOf: string; currency: string; total: number; accounts: number; lines: number };
type Account = { statement: BankStatement & { others: OtherItem[] }; total: number; lines: number };

/** Reads an account (03): its number, its currency, and balances with their types. */
const accountOf = (content: string, group: Group): Account => {
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
    place += 3 + fundsAt(rest, place + 3, where).fields;
  }
  const [opening, closing] = [balances.get(OPENING), balances.get(CLOSING)];
  const named = { id: `${group.id}-${shortText(account)}`, account: shortText(account), currency, day: group.asOf };
  const statement = {
    ...{ ...named, entries: [], others: [] },
    ...(opening !== undefined && { opening }),
    ...(closing !== undefined && { closing }),
  };
  return { statement, total, lines: 0 };
};

/** Compares a trailer with what was read: its control total, its count of accounts or groups, and its number of records. */
const checkTrailer = (
  fields: readonly string[],
  read: { what: string; total: number; count?: number; lines: number },
): void => {
  const [total = '', ...counts] = fields;
  const expected = read.count === undefined ? [read.lines] : [read.count, read.lines];
  if (amountIn(total, read.what) !== read.total) refuseFile(`${read.what}: the control total differs`);
  if (expected.some((count, at) => !/^\d{1,9}$/.test(counts[at] ?? '') || Number(counts[at]) !== count))
    refuseFile(`${read.what}: the number of records${read.count === undefined ? '' : ', accounts or groups'} differs`);
};

/** Reads the records of one file, in their sequence. */
class Bai2Reader {
  readonly statements: BankStatement[] = [];
  transactions = 0;
  private file = '';
  private readonly whole = { total: 0, groups: 0, lines: 0 };
  private group: Group | undefined;
  private open: Account | undefined;

  read({ code, content, lines }: Bai2Record): void {
    const fields = content.split(',');
    this.whole.lines += lines;
    if (this.group) this.group.lines += lines;
    if (this.open) this.open.lines += lines;
    if (code === '01') this.file = shortText(`${fields[0] ?? ''}-${fields[2] ?? ''}-${fields[4] ?? ''}`);
    else if (code === '02') this.openGroup(fields, lines);
    else if (code === '03') this.openAccount(content, lines);
    else if (code === '16') this.addTransaction(content);
    else if (code === '49') this.closeAccount(fields);
    else if (code === '98') this.closeGroup(fields);
    else if (code === '99') this.closeFile(fields);
    else refuseFile(`${this.file}: records of type ${code} are unknown`);
  }

  private openGroup(fields: readonly string[], lines: number): void {
    if (this.group) refuseFile(`${this.file}: a group without a trailer (98)`);
    if (fields[2] !== '1' && fields[2] !== '')
      refuseFile(`${this.file}: a group that is not an update (${fields[2]?.slice(0, 5)})`);
    const [asOf, currency] = [dayIn(fields[3] ?? '', this.file), fields[5] || 'USD'];
    this.group = { id: this.file, asOf, currency, total: 0, accounts: 0, lines };
  }

  private openAccount(content: string, lines: number): void {
    if (this.open) refuseFile(`${this.file}: an account without a trailer (49)`);
    const group = this.group ?? refuseFile(`${this.file}: an account outside a group`);
    this.open = { ...accountOf(content, group), lines };
  }

  private addTransaction(content: string): void {
    const [open, group] = this.within('a transaction');
    this.transactions += 1;
    const where = `${open.statement.id}, transaction ${this.transactions}`;
    const { entry, other, amount } = transactionOf(content, { where, asOf: group.asOf });
    open.total += amount;
    if (entry) open.statement.entries.push({ number: open.statement.entries.length + 1, ...entry });
    if (other) open.statement.others.push(other);
  }

  private closeAccount(fields: readonly string[]): void {
    const [open, group] = this.within('a trailer (49)');
    const { statement, total, lines } = open;
    checkTrailer(fields, { what: statement.id, total, lines });
    const { others, ...rest } = statement;
    this.statements.push(this.named(checked(others.length > 0 ? statement : rest)));
    group.total += total;
    group.accounts += 1;
    this.open = undefined;
  }

  private closeGroup(fields: readonly string[]): void {
    if (this.open) refuseFile(`${this.file}: an account without a trailer (49)`);
    const { whole, group = refuseFile(`${this.file}: a trailer (98) without a group`) } = this;
    checkTrailer(fields, { what: `${group.id}, a group`, ...group, count: group.accounts });
    whole.total += group.total;
    whole.groups += 1;
    this.group = undefined;
  }

  private closeFile(fields: readonly string[]): void {
    const { total, lines, groups } = this.whole;
    if (this.group) refuseFile(`${this.file}: a group without a trailer (98)`);
    checkTrailer(fields, { what: this.file, total, lines, count: groups });
  }

  /** Returns the account that is read, with its group. */
  private within(what: string): [Account, Group] {
    const { open, group } = this;
    return open && group ? [open, group] : refuseFile(`${this.file}: ${what} outside an account`);
  }

  /** Gives a second statement of an account and a day, in another group of the file, an id of its own. */
  private named(statement: BankStatement): BankStatement {
    const alike = this.statements.filter(
      ({ account, day, currency }) =>
        account === statement.account && day === statement.day && currency === statement.currency,
    );
    return alike.length === 0 ? statement : { ...statement, id: `${statement.id}-${alike.length + 1}` };
  }
}

/**
 * Reads a file of BAI2 (version 2) into one statement for each account of each group. The control totals, record counts and counts of
 * accounts and groups are checked, and a file without its trailers is refused. Throws `BankFileRefusal`.
 */
export const readBai2 = (text: string): BankStatement[] => {
  const records = recordsOf(text);
  if (records[0]?.code !== '01' || records.at(-1)?.code !== '99')
    refuseFile('it has no header (01) or no trailer (99)');
  const reader = new Bai2Reader();
  for (const record of records) reader.read(record);
  const { statements, transactions } = reader;
  if (statements.length === 0) refuseFile('it has no complete account');
  if (statements.length > MAX_STATEMENTS || transactions > MAX_ENTRIES)
    refuseFile('it has too many accounts or transactions');
  return statements;
};
