import * as z from 'zod';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import seed from './practice-seed.json' with { type: 'json' };

/** The day and the zone in which the rows of the seed were made. */
export const SEED_DAY = '2026-03-02';
export const SEED_ZONE = 'America/New_York';

const DAY_MS = 86_400_000;
const binarySchema = z.strictObject({ $bytes: z.string() });

/** Returns a number with its date moved: epoch seconds or milliseconds of these decades; no amount or count is as large. */
const movedNumber = (value: number, days: number): number => {
  if (value > 1.5e9 && value < 5e9) return value + (days * DAY_MS) / 1000;
  return value > 1.5e12 && value < 5e12 ? value + days * DAY_MS : value;
};

const movedText = (text: string, days: number): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}(?!\d)/g, (day) => {
    const at = Date.parse(day);
    return Number.isNaN(at) ? day : new Date(at + days * DAY_MS).toISOString().slice(0, 10);
  });

/** The fields of items that have their times packed, in base 36 between blanks. */
const PACKED = ['loan', 'transit', 'lastCheckin'];
/** A part of such a field is a time when it is within two years of the day of the seed. */
const NEAR_MS = 2 * 366 * DAY_MS;

const movedPacked = (text: string, days: number): string =>
  text
    .split(' ')
    .map((part) => {
      const at = /^[a-z0-9]{8}$/.test(part) ? Number.parseInt(part, 36) : Number.NaN;
      return Math.abs(at - Date.parse(SEED_DAY)) < NEAR_MS ? (at + days * DAY_MS).toString(36) : part;
    })
    .join(' ');

const moved = (value: unknown, days: number, timeZone: string): unknown => {
  if (typeof value === 'string') return value === SEED_ZONE ? timeZone : movedText(value, days);
  if (typeof value === 'number') return movedNumber(value, days);
  if (Array.isArray(value)) return value.map((one) => moved(one, days, timeZone));
  if (typeof value !== 'object' || value === null) return value;
  const binary = binarySchema.safeParse(value);
  if (binary.success) return Buffer.from(binary.data.$bytes, 'base64');
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const isPacked = PACKED.includes(name) && typeof one === 'string';
      return [name, isPacked ? movedPacked(one, days) : moved(one, days, timeZone)];
    }),
  );
};

/**
 * Returns the rows of the Practice Library as of a day (`YYYY-MM-DD`), in a time zone: what was due yesterday when they were made was due
 * yesterday. Hours are those of the first zone's winter.
 */
export const practiceRows = (day: string, timeZone: string): Item[] => {
  const days = Math.round((Date.parse(day) - Date.parse(SEED_DAY)) / DAY_MS);
  return seed.rows.map((row) => moved(row, days, timeZone) as Item);
};
