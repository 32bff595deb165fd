import { DateTime } from 'luxon';
import * as z from 'zod';
import { instant } from '../../../../layers/kernel/calendar/days.ts';
import { BARCODE, labelReadings, scannedSchema } from '../../../../layers/kernel/identity/card-number.ts';
import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { textStart } from '../../../../layers/kernel/text/text-start.ts';
import { billKinds } from '../../../circulation/public/bill.ts';
import { blockCodes } from '../../../patrons/public/block-codes.ts';
import type { Problem, RejectReason } from '../report/reasons.ts';
import { type CodeList, type Column, columnsOf, type FileKind, type Row } from './file-kinds.ts';
import { holdStatuses, itemStatuses, type Mapping, OTHERWISE } from './mapping.ts';

/** A row as read, or its problems. `codes` are the member's own codes by column; `amount` in minor units. */
export type ReadRow<K extends FileKind> = ({ row: Row<K> } | { problems: Problem[] }) & {
  codes: Record<string, string>;
  unmapped: { list: CodeList; code: string }[];
  amount?: number;
};

const own: Partial<Record<CodeList, readonly string[]>> = {
  itemStatuses: Object.keys(itemStatuses),
  holdStatuses,
  blockReasons: blockCodes,
  billTypes: billKinds,
};

/** Maps a member's code to the consortium's: by the mapping, else itself where it is one of the consortium's. */
export const mapped = ({ codes }: Mapping, list: CodeList, local: string): string | undefined => {
  const map: Record<string, string> = codes[list];
  if (Object.hasOwn(map, local)) return map[local];
  if (own[list]?.includes(local)) return local;
  return Object.hasOwn(map, OTHERWISE) ? map[OTHERWISE] : undefined;
};

const patterns: Record<Mapping['dayFormat'], RegExp> = {
  'yyyy-MM-dd': /^(?<y>\d{4})-(?<m>\d\d?)-(?<d>\d\d?)$/,
  yyyyMMdd: /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/,
  'dd.MM.yyyy': /^(?<d>\d\d?)\.(?<m>\d\d?)\.(?<y>\d{4})$/,
  'dd/MM/yyyy': /^(?<d>\d\d?)\/(?<m>\d\d?)\/(?<y>\d{4})$/,
  'MM/dd/yyyy': /^(?<m>\d\d?)\/(?<d>\d\d?)\/(?<y>\d{4})$/,
  'MM-dd-yyyy': /^(?<m>\d\d?)-(?<d>\d\d?)-(?<y>\d{4})$/,
  'dd-MM-yyyy': /^(?<d>\d\d?)-(?<m>\d\d?)-(?<y>\d{4})$/,
};

/** Parses a day in the old system's format to `YYYY-MM-DD`; undefined where it is no day of the calendar. */
export const dayOf = (text: string, format: Mapping['dayFormat']): string | undefined => {
  const { y, m, d } = patterns[format].exec(text)?.groups ?? {};
  if (y === undefined || m === undefined || d === undefined) return undefined;
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const known = new Date(`${day}T00:00:00Z`);
  return Number(y) >= 1850 && !Number.isNaN(known.getTime()) && known.toISOString().startsWith(day) ? day : undefined;
};

/**
 * Parses a day, or a day and a local time, which becomes an instant. Undefined for an hour that the clock skipped. Of an hour
 * that occurs twice the second is meant.
 */
export const timeOf = (text: string, { dayFormat, timeZone }: Mapping): string | undefined => {
  const [first = '', clock, ...more] = text.split(/[ T]+/);
  const day = dayOf(first, dayFormat);
  if (day === undefined || clock === undefined) return day;
  const { h, m, s = '00' } = /^(?<h>\d\d?):(?<m>\d\d)(:(?<s>\d\d))?$/.exec(clock)?.groups ?? {};
  if (h === undefined || m === undefined || more.length > 0) return undefined;
  const wanted = `${h.padStart(2, '0')}:${m}:${s}`;
  const time = DateTime.fromISO(`${day}T${wanted}`, { zone: timeZone });
  // Where clocks were put forward, luxon gives another hour.
  return time.isValid && time.toFormat('HH:mm:ss') === wanted ? instant(time) : undefined;
};

/** Converts a time as read to an instant: a day alone becomes its local beginning. */
export const instantOf = (time: string, timeZone: string): string =>
  time.length === 10 ? instant(DateTime.fromISO(time, { zone: timeZone }).startOf('day')) : time;

/** Parses an amount in the old system's format to minor units; undefined where it has more decimals than the currency. */
export const amountOf = (text: string, { amounts, currency, decimalMark }: Mapping): number | undefined => {
  const plain = decimalMark === ',' ? text.replace(',', '.') : text;
  const {
    sign = '',
    whole,
    part = '',
  } = /^(?<sign>-?)(?<whole>\d{1,12})(\.(?<part>\d+))?$/.exec(decimalMark === ',' && text.includes('.') ? '' : plain)
    ?.groups ?? {};
  const places = amounts === 'minor' ? 0 : decimalsOf(currency);
  // Zeros beyond the currency's decimals do not count.
  const cents = part.slice(0, places);
  if (whole === undefined || /[1-9]/.test(part.slice(places))) return undefined;
  const value = Number(`${whole}${cents.padEnd(places, '0')}`);
  return Number.isSafeInteger(value) ? (sign === '-' && value !== 0 ? -value : value) : undefined;
};

const YES = new Set(['yes', 'y', 'true', 't', '1', 'ja', 'oui', 'si', 'sí']);
const NO = new Set(['no', 'n', 'false', 'f', '0', 'nein', 'non']);
const email = z.email();

type Cell = { value: string | number | boolean } | { wrong: RejectReason };

const found = (value: string | number | undefined, wrong: RejectReason): Cell =>
  value === undefined ? { wrong } : { value };

const cellOf = (text: string, { type, list, max }: Column, mapping: Mapping): Cell => {
  if (max !== undefined && text.length > max) return { wrong: 'too-long' };
  switch (type) {
    case 'text':
      return { value: text };
    case 'email':
      return email.safeParse(text).success ? { value: text } : { wrong: 'not-an-email' };
    case 'language':
      return /^[a-z]{3}$/i.test(text) ? { value: text.toLowerCase() } : { wrong: 'not-a-language' };
    case 'class':
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text.toLowerCase()) && text.length <= 40
        ? { value: text.toLowerCase() }
        : { wrong: 'not-a-class' };
    case 'day':
      return found(dayOf(text, mapping.dayFormat), 'not-a-day');
    case 'time':
      return found(timeOf(text, mapping), 'not-a-time');
    case 'amount':
      return found(amountOf(text, mapping), 'not-an-amount');
    case 'count':
      return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { wrong: 'not-a-count' };
    case 'yes-no': {
      const lower = text.toLowerCase();
      return YES.has(lower) ? { value: true } : NO.has(lower) ? { value: false } : { wrong: 'not-yes-or-no' };
    }
    case 'code':
      return found(list && mapped(mapping, list, text), 'unmapped');
  }
};

/** A parsed heading: our column for each cell, undefined for an ignored one; or the invalid columns. */
export type Heading = { columns: (string | undefined)[] } | { unknown: string[]; missing: string[]; twice: string[] };

/** Reads a heading. A PIN is never loaded: a column of one is refused like any that is not known. */
export const readHeading = (kind: FileKind, cells: readonly string[], mapping: Mapping): Heading => {
  const known = columnsOf(kind);
  const given = mapping.headings[kind] ?? {};
  const names = cells
    .map((cell) => cell.trim())
    .map((cell) => (Object.hasOwn(given, cell) ? (given[cell] ?? cell) : cell));
  const columns = names.map((name) => (name === '-' ? undefined : name));
  const unknown = columns.filter((name) => name !== undefined && !Object.hasOwn(known, name)) as string[];
  const missing = Object.keys(known).filter((name) => known[name]?.required && !columns.includes(name));
  const twice = columns.filter((name, at) => name !== undefined && columns.indexOf(name) < at) as string[];
  return unknown.length + missing.length + twice.length > 0 ? { unknown, missing, twice } : { columns };
};

/** Parses a row of a kind under its heading; reports every invalid cell, not only the first. */
export const readRow = <K extends FileKind>(
  kind: K,
  columns: readonly (string | undefined)[],
  cells: readonly string[],
  mapping: Mapping,
): ReadRow<K> => {
  const known = columnsOf(kind);
  const out: Record<string, string | number | boolean> = {};
  const [problems, codes, unmapped]: [Problem[], Record<string, string>, ReadRow<K>['unmapped']] = [[], {}, []];
  if (cells.length !== columns.length) return { problems: [{ reason: 'cells-wrong' }], codes, unmapped };
  for (const [at, name] of columns.entries()) {
    const column = name === undefined ? undefined : known[name];
    if (name === undefined || column === undefined) continue;
    const text = (cells[at] ?? '').trim();
    if (text === '') {
      if (column.required) problems.push({ reason: 'empty', column: name });
      continue;
    }
    if (column.list) codes[name] = textStart(text, 100);
    const cell = cellOf(text, column, mapping);
    if ('value' in cell) out[name] = cell.value;
    else problems.push({ reason: cell.wrong, column: name, ...(column.list && { value: textStart(text, 100) }) });
    if ('wrong' in cell && column.list) unmapped.push({ list: column.list, code: textStart(text, 100) });
  }
  if (typeof out.card === 'string' && !scannedSchema.safeParse(out.card).success) {
    problems.push({ reason: 'not-a-card', column: 'card' });
  }
  if (typeof out.barcode === 'string' && !BARCODE.test(labelReadings(out.barcode)[0] ?? '')) {
    problems.push({ reason: 'not-a-barcode', column: 'barcode' });
  }
  const money = typeof out.amount === 'number' ? { amount: out.amount } : {};
  // The table of columns defines the type of each value, and the row type is derived from the same table.
  return problems.length > 0
    ? { problems, codes, unmapped, ...money }
    : { row: out as Row<K>, codes, unmapped, ...money };
};
