/**
 * One entry of an account statement: `number` is its place, `reference` the bank's own one, `amount` in minor units. `text` is what the
 * payer wrote, `creditorReference` the reference of the invoice as structured data.
 */
export type BankEntry = {
  number: number;
  reference: string;
  amount: number;
  side: 'credit' | 'debit';
  valueOn: string;
  text: string;
  payer?: string;
  creditorReference?: string;
};

/** An account statement as read: `id` is the bank's own, `closing` the balance at its end in minor units. */
export type BankStatement = {
  id: string;
  account: string;
  currency: string;
  day: string;
  opening?: number;
  closing?: number;
  entries: BankEntry[];
};

/** The largest file, in characters. */
export const MAX_FILE_LENGTH = 2_000_000;
/** The most statements and entries of a file. */
export const [MAX_STATEMENTS, MAX_ENTRIES] = [50, 5000];
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

/** Refuses a statement whose entries do not lead from its opening to its closing balance. */
export const checked = (statement: BankStatement): BankStatement => {
  const { id, opening, closing, entries } = statement;
  if (opening === undefined || closing === undefined) return statement;
  const moved = entries.reduce((sum, { side, amount }) => sum + (side === 'credit' ? amount : -amount), 0);
  if (opening + moved !== closing)
    refuseFile(`${id}: the entries do not lead from the opening balance to the closing balance`);
  return statement;
};
