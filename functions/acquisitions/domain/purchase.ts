import * as z from 'zod';
import { daySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { MAX_ITEM_TYPE, MAX_LOCATION } from '../../../layers/kernel/identity/item-codes.ts';
import { branchIdSchema, memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { currencySchema } from '../../../layers/kernel/money/currency.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { barcodeSchema } from '../../catalogue/public/barcode-schema.ts';
import { yearCodeSchema } from './fiscal-year.ts';
import { fundCodeSchema, type Levels } from './fund.ts';
import { isbnSchema } from './order.ts';
import { type FundPosting, noSpending, postingsOf } from './posting.ts';

/** The id of a purchase. */
export const purchaseIdSchema = z.string().regex(/^pur_[0-9a-z]{26}$/, 'No id of a purchase');

const MOST_PRICE = 100_000_000;

/**
 * What staff state of a title that was bought without an order: what was paid in all, in minor units of the currency of the year, and the item that is
 * made of it.
 */
export const purchaseTermsSchema = z.strictObject({
  ...{ year: yearCodeSchema, fund: fundCodeSchema, price: z.int().min(0).max(MOST_PRICE) },
  /** The day on the receipt. */
  boughtOn: daySchema,
  ...{ title: oneLine(300), author: oneLine(200).exactOptional(), isbn: isbnSchema.exactOptional() },
  /** Where it was bought. */
  seller: oneLine(100).exactOptional(),
  ...{ branchId: branchIdSchema, barcode: barcodeSchema },
  location: oneLine(MAX_LOCATION, 0).default(''),
  category: oneLine(MAX_ITEM_TYPE).default('general'),
});
export type PurchaseTerms = z.output<typeof purchaseTermsSchema>;

/** Something that was bought without an order. `receipt` is the digest of the photo of the receipt, where there is one. */
export const purchaseSchema = purchaseTermsSchema.extend({
  ...{ purchaseId: purchaseIdSchema, memberId: memberIdSchema, currency: currencySchema, itemId: z.string() },
  receipt: z.string().exactOptional(),
  ...{ by: z.string(), at: z.iso.datetime() },
  /** Its posting was reversed. */
  undone: z.strictObject({ by: z.string(), at: z.iso.datetime(), reason: oneLine(200) }).exactOptional(),
  v: z.int().min(1),
});
export type Purchase = z.output<typeof purchaseSchema>;

/** Returns what a purchase posts to its fund and those above it, without an encumbrance. A frozen fund does not accept it. */
export const postingsOfPurchase = ({ price }: Pick<Purchase, 'price'>, levels: Levels): FundPosting[] =>
  postingsOf([{ levels, spending: { ...noSpending, expended: price }, isNew: true }]);

/** Returns what takes a posting back; frozen funds accept it. */
export const postingsOfUndo = ({ price }: Pick<Purchase, 'price'>, levels: Levels): FundPosting[] =>
  postingsOf([{ levels, spending: { ...noSpending, expended: 0 - price }, isNew: false }]);

/** Returns a purchase whose posting was reversed. */
export const undonePurchase = (purchase: Purchase, undone: NonNullable<Purchase['undone']>): Purchase => ({
  ...{ ...purchase, undone, v: purchase.v + 1 },
});
