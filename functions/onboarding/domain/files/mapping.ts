import * as z from 'zod';
import { isTimeZone } from '../../../../layers/kernel/calendar/time-zone.ts';
import { delimiters, encodings } from '../../../../layers/kernel/csv/read-csv.ts';
import { MAX_ITEM_TYPE } from '../../../../layers/kernel/identity/item-codes.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { currencySchema, decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { billKinds } from '../../../circulation/public/bill.ts';
import { blockCodes } from '../../../patrons/public/block-codes.ts';
import { type FileKind, fileKinds } from './file-kinds.ts';

/** The formats of days in the old system's files. */
export const dayFormats = [
  'yyyy-MM-dd',
  'dd.MM.yyyy',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd-MM-yyyy',
  'MM-dd-yyyy',
  'yyyyMMdd',
] as const;
export type DayFormat = (typeof dayFormats)[number];

/**
 * The statuses of items in the old system. `on-loan`, `in-transit` and `on-hold-shelf` are set by the rows of loans and holds;
 * until then the item is in process, so that it is not lent or paged.
 */
export const itemStatuses = {
  available: 'available',
  'in-process': 'in-process',
  'on-order': 'on-order',
  missing: 'missing',
  lost: 'missing',
  damaged: 'damaged',
  withdrawn: 'withdrawn',
  'on-loan': 'in-process',
  'in-transit': 'in-process',
  'on-hold-shelf': 'in-process',
} as const;
export type ItemStatus = keyof typeof itemStatuses;

/** The statuses of holds in the old system. */
export const holdStatuses = ['waiting', 'suspended', 'in-transit', 'on-shelf'] as const;
export type HoldStatus = (typeof holdStatuses)[number];

const local = z.string().min(1).max(100);
const patronCategory = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/);
const itemCategory = oneLine(MAX_ITEM_TYPE);
const code = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const listOf = <T extends z.ZodType>(code: T) =>
  z.record(local, code).refine((map) => Object.keys(map).length <= 1000, 'At most 1,000 codes a list.');
const statuses = Object.keys(itemStatuses) as [ItemStatus, ...ItemStatus[]];

const isColumn = (kind: FileKind, name: string): boolean => Object.hasOwn(fileKinds[kind].columns, name);
const headings = z
  .partialRecord(z.enum(Object.keys(fileKinds) as [FileKind, ...FileKind[]]), z.record(local, z.string()))
  .refine(
    (all) =>
      Object.entries(all).every(([kind, names]) =>
        Object.values(names ?? {}).every((name) => name === '-' || isColumn(kind as FileKind, name)),
      ),
    'A heading is mapped to a column of that file, or to - to be passed over.',
  );

/**
 * The mapping of a member's files: their format, and the consortium's codes for the member's own. `*` in a list stands for
 * every code that is not named. Other codes that are not the consortium's own either are reported.
 */
export const mappingSchema = z.strictObject({
  encoding: z.enum(encodings).default('utf-8').describe('Windows-1252 reads Latin-1 (ISO 8859-1) too'),
  delimiter: z.enum(delimiters).optional().describe('Detected from the first line when omitted'),
  dayFormat: z.enum(dayFormats).default('yyyy-MM-dd'),
  timeZone: z.string().max(64).refine(isTimeZone, 'Not a time zone of the IANA list.').default('UTC'),
  currency: currencySchema.describe('Of all amounts; it must be that of the loan rules'),
  decimals: z
    .int()
    .min(0)
    .max(4)
    .optional()
    .describe('Decimals of the currency (ISO 4217), which are known: other decimals are refused'),
  decimalMark: z.enum(['.', ',']).default('.'),
  amounts: z.enum(['major', 'minor']).default('major').describe('Whether 12.50 or 1250 is written'),
  headings: headings
    .prefault({})
    .describe('The old system’s headings, for each kind of file, where they are other than ours'),
  codes: z
    .strictObject({
      patronCategories: listOf(patronCategory).prefault({}),
      residences: listOf(code).prefault({}),
      branches: listOf(branchIdSchema).prefault({}),
      itemCategories: listOf(itemCategory).prefault({}),
      itemStatuses: listOf(z.enum(statuses)).prefault({}),
      holdStatuses: listOf(z.enum(holdStatuses)).prefault({}),
      blockReasons: listOf(z.enum(blockCodes)).prefault({}),
      billTypes: listOf(z.enum(billKinds)).prefault({}),
    })
    .prefault({}),
  classes: z
    .strictObject({ class1: code.optional(), class2: code.optional(), class3: code.optional() })
    .prefault({})
    .describe('The names of the statistical classes, e.g. class1: faculty'),
  /** The columns that the file may change of existing patrons; all when left out. */
  owns: z.array(z.enum(Object.keys(fileKinds.patrons.columns) as [keyof typeof fileKinds.patrons.columns])).optional(),
  keepStaffEdits: z
    .boolean()
    .default(true)
    .describe('A field that staff changed since the last load stays as staff left it'),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** Returns whether a mapping names no decimals, or those of its currency: others would multiply every amount. */
export const hasDecimalsOfCurrency = ({ decimals, currency }: Pick<Mapping, 'decimals' | 'currency'>): boolean =>
  decimals === undefined || decimals === decimalsOf(currency);

/** The value for every code that is not named. */
export const OTHERWISE = '*';
