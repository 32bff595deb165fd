import { dayOf, refuseFile, shortText } from './bank-statement.ts';

/** A record with its continuations: its code, its fields in sequence, and how many lines it has. */
export type Bai2Record = { code: string; content: string; lines: number };

/** Joins continuations (88) with their record: a text goes on after a blank, other fields after a comma. */
export const recordsOf = (text: string): Bai2Record[] => {
  const records: (Bai2Record & { hasSlash: boolean })[] = [];
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

/** Reads a day, as BAI2 writes it (YYMMDD). */
export const dayIn = (text: string, where: string): string =>
  /^\d{6}$/.test(text)
    ? dayOf(`20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`, where)
    : refuseFile(`${where}: ${text.slice(0, 20)} is no day`);

/** Reads an amount in minor units, as BAI2 writes it. */
export const amountIn = (text: string, where: string): number =>
  /^[+-]?\d{1,15}$/.test(text) ? Number(text) : refuseFile(`${where}: ${text.slice(0, 20)} is no amount`);

const amountOrNone = (text: string | undefined, where: string): number =>
  text === undefined || text === '' ? 0 : amountIn(text, where);

/** When an amount is available: how many fields say it, its value date if stated, and the amounts by day, which sum to the whole. */
export type Funds = { fields: number; valueOn?: string; parts: number[] };

/** Reads the type of funds at a place of the fields, with the fields that belong to it. */
export const fundsAt = (fields: readonly string[], place: number, where: string): Funds => {
  const type = fields[place] ?? '';
  if (type === 'S') {
    // Available at once, after one day, and after more.
    const parts = [1, 2, 3].map((one) => amountOrNone(fields[place + one], where));
    return { fields: 4, parts };
  }
  if (type === 'V') {
    const day = fields[place + 1] ?? '';
    return { fields: 3, parts: [], ...(day !== '' && { valueOn: dayIn(day, where) }) };
  }
  if (type !== 'D') return { fields: 1, parts: [] };
  const count = Number(fields[place + 1]);
  if (!Number.isInteger(count) || count < 0 || count > 100) return refuseFile(`${where}: funds of no days`);
  const parts = Array.from({ length: count }, (_, at) => amountOrNone(fields[place + 3 + 2 * at], where));
  return { fields: 2 + 2 * count, parts };
};

/** Refuses amounts by day of availability that do not sum to the amount. */
export const checkFunds = ({ parts }: Funds, amount: number, where: string): void => {
  const sum = parts.reduce((all, one) => all + Math.abs(one), 0);
  if (sum !== 0 && sum !== Math.abs(amount)) refuseFile(`${where}: the amounts by day do not sum to ${amount}`);
};
