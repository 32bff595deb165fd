import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { currencySchema } from '../../../layers/kernel/money/currency.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { MOST_CLAIMS } from './claims.ts';

/** The code of a vendor, by which orders name it. */
export const vendorCodeSchema = z.string().regex(/^[A-Z0-9](?:[A-Z0-9-]{0,18}[A-Z0-9])?$/, 'A code is A-Z, 0-9 and -');

/** What a library states of a vendor. */
export const vendorTermsSchema = z.strictObject({
  name: oneLine(120),
  /** The number of the library at the vendor. */
  account: oneLine(40).exactOptional(),
  email: z.email().max(120).exactOptional(),
  /** Standard Address Number or GLN, for electronic messages. */
  san: z
    .string()
    .regex(/^(?:\d{6}[\dX]|\d{13})$/, 'A SAN has 7 digits, a GLN 13')
    .exactOptional(),
  /** The currency of its prices where it is not that of the funds, offered for new lines. */
  currency: currencySchema.exactOptional(),
  /** The usual discount in hundredths of a percent, offered for new lines. */
  discount: z.int().min(0).max(10_000),
  /** After how many days an order that did not arrive is claimed. */
  claimAfterDays: z.int().min(1).max(730),
  /** After how many days it is claimed again (30), and after how many claims it is given up (3). */
  claimEveryDays: z.int().min(1).max(730).exactOptional(),
  mostClaims: z.int().min(1).max(MOST_CLAIMS).exactOptional(),
  isActive: z.boolean(),
});
export type VendorTerms = z.infer<typeof vendorTermsSchema>;

/** A vendor of a library. `v` counts its changes. */
export const vendorSchema = vendorTermsSchema.extend({
  ...{ memberId: memberIdSchema, code: vendorCodeSchema, v: z.int().min(1) },
});
export type Vendor = z.infer<typeof vendorSchema>;
