/** What the bank says of an entry by its code: a fee, interest, or a payment that goes back (a debit) or comes back (a credit). */
export const bankNatures = ['fee', 'interest', 'returned'] as const;
export type BankNature = (typeof bankNatures)[number];

/**
 * One entry of an account statement: `number` is its place, `reference` the bank's own one, `amount` in minor units. `unique` says among
 * which entries the reference occurs once: those of the account, or those of the account on one day; a reference without it is unique in
 * its statement at most. `nature` is what the bank's code says, `charges` what it contains as the bank's fee, `text` what the payer wrote,
 * `payerReference` the payer's own reference, which a return of the payment has too, and `creditorReference` the reference of the invoice as
 * structured data.
 */
export type BankEntry = {
  number: number;
  reference: string;
  unique?: 'account' | 'day';
  amount: number;
  side: 'credit' | 'debit';
  nature?: BankNature;
  charges?: number;
  valueOn: string;
  text: string;
  payer?: string;
  payerReference?: string;
  creditorReference?: string;
};

/** What a statement lists besides payments, such as an entry of a loan: the bank's code, an amount in minor units, its text. */
export type OtherItem = { code: string; amount: number; text: string };

/** An account statement as read: `id` is the bank's own, `closing` the balance at its end in minor units, `others` are no payments. */
export type BankStatement = {
  id: string;
  account: string;
  currency: string;
  day: string;
  opening?: number;
  closing?: number;
  entries: BankEntry[];
  others?: OtherItem[];
};

/** The largest file, in characters. */
export const MAX_FILE_LENGTH = 2_000_000;
/** The most statements and entries of a file. */
export const [MAX_STATEMENTS, MAX_ENTRIES] = [50, 5000];
/** The most items of a statement that are no payments: they are stored with it. */
export const MAX_OTHERS = 500;
/** The most characters of a text, a name or a reference. */
const MAX_TEXT = 500;

/** The reason why a file of the bank is refused: thrown only by its readers, and caught by `readBankFile`. */
export class BankFileRefusal extends Error {}

/** Stops the reading of a file. */
export const refuseFile = (reason: string): never => {
  throw new BankFileRefusal(reason);
};

/** Returns a text of the bank on one line, shortened. */
export const shortText = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_TEXT);

/** Returns a day (YYYY-MM-DD) if it exists in the calendar. */
export const dayOf = (text: string, where: string): string => {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00.000Z`).toISOString().startsWith(text);
  return isDay ? text : refuseFile(`${where}: ${text.slice(0, 20)} is no day`);
};

/**
 * Refuses a statement whose entries do not lead from its opening to its closing balance. Items that are no payments may move the balance,
 * in a direction that is not stated: the difference is at most their sum.
 */
export const checked = (statement: BankStatement): BankStatement => {
  const { id, opening, closing, entries, others = [] } = statement;
  if (others.length > MAX_OTHERS) refuseFile(`${id}: more than ${MAX_OTHERS} items are no payments`);
  if (opening === undefined || closing === undefined) return statement;
  const moved = entries.reduce((sum, { side, amount }) => sum + (side === 'credit' ? amount : -amount), 0);
  const unclear = others.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  if (Math.abs(opening + moved - closing) > unclear)
    refuseFile(`${id}: the entries do not lead from the opening balance to the closing balance`);
  return statement;
};
