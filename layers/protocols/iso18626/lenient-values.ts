import * as z from 'zod';
import { textStart } from '../../kernel/text/text-start.ts';
import { instant, MAX_TEXT, yesNo } from './schemas.ts';

/** A date without a time: an end is its last second, a start its first. In UTC without a zone. */
const ENDS_WITH_ITS_DAY: ReadonlySet<string> = new Set([
  'needBeforeDate',
  'dueDate',
  'expectedDeliveryDate',
  'endDate',
  'retryBefore',
]);
const DAY_MS = 86_400_000;
const written = /^(\d{4}-\d\d-\d\d)(?:[T\s]+(\d\d:\d\d)(:\d\d(?:\.\d{1,12})?)?)?\s*(?:(Z)|([+-]\d\d):?(\d\d)?)?$/i;

const nextDay = (day: string): string => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : new Date(at + DAY_MS).toISOString().slice(0, 10);
};

/** Normalises an instant of the element `name` however its sender writes it; other text stays unchanged. */
export const instantText = (name: string, text: string): string => {
  const [, day, clock, seconds = ':00', utc, hours, minutes = '00'] = written.exec(text) ?? [];
  if (day === undefined) return text;
  const zone = utc !== undefined ? 'Z' : hours === undefined ? '' : `${hours}:${minutes}`;
  if (clock === undefined) return `${day}T${ENDS_WITH_ITS_DAY.has(name) ? '23:59:59' : '00:00:00'}${zone}`;
  // XML Schema allows the end of a day to be called 24:00:00.
  return clock === '24:00' ? `${nextDay(day)}T00:00:00${zone}` : `${day}T${clock}${seconds}${zone}`;
};

/** Whether the text of the element `name` is an instant in some way of writing. */
export const isInstant = (name: string, text: string): boolean => instant.safeParse(instantText(name, text)).success;

/** Normalises a decimal with a comma, or with thousands separators. `1,234` is ambiguous, and stays unchanged. */
const decimalText = (text: string): string => {
  const plain = text.replace(/\s/g, '');
  if (/^[+-]?\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(plain)) return plain.replaceAll('.', '').replace(',', '.');
  if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d{1,2}$/.test(plain)) return plain.replaceAll(',', '');
  return /^[+-]?\d{1,15},\d{1,2}$/.test(plain) ? plain.replace(',', '.') : plain;
};

const YES: readonly string[] = ['y', 'yes', 'true', '1'];
const NO: readonly string[] = ['n', 'no', 'false', '0'];
const folded = (code: string): string => code.toLowerCase().replace(/[\s_-]/g, '');

const codeOf = (text: string, schema: z.ZodEnum): string => {
  const options = schema.options.map(String);
  const value = folded(text);
  const found = options.find((option) => folded(option) === value);
  if (found !== undefined) return found;
  const [yes, no] = schema === yesNo ? ['Y', 'N'] : ['true', 'false'];
  if (!options.includes(yes)) return text;
  if (YES.includes(value)) return yes;
  return NO.includes(value) ? no : text;
};

/** Normalises the text of a leaf for its schema; clips it when it is too long. */
export const lenientText = (name: string, text: string, schema: z.ZodType): string => {
  if (schema === instant) return instantText(name, text);
  if (schema instanceof z.ZodEnum) return codeOf(text, schema);
  if (name === 'monetaryValue') return decimalText(text);
  return textStart(text, MAX_TEXT);
};
