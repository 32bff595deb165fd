import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { isCountry, isTaxNumber } from './vat-number.ts';

/** Returns whether the check digits of an IBAN fit (ISO 13616). */
const isIban = (text: string): boolean => {
  const digits = [...(text.slice(4) + text.slice(0, 4))].map((letter) => Number.parseInt(letter, 36)).join('');
  // The rule of the characters is another one, and this one is asked also when that is broken.
  return /^\d+$/.test(digits) && BigInt(digits) % 97n === 1n;
};

const party = {
  street: oneLine(200),
  postcode: oneLine(20),
  city: oneLine(100),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .refine(isCountry, 'No country has this code')
    .describe('ISO 3166, two capital letters'),
  taxNumber: oneLine(50)
    .refine(isTaxNumber, 'A VAT number begins with the code of its country (EL for Greece)')
    .exactOptional()
    .describe('The VAT number, which begins with its country, or another tax number'),
  registrationNumber: oneLine(50)
    .exactOptional()
    .describe('The number in the register of companies or of associations'),
  email: z.email().max(200).exactOptional(),
};

/** The party that issues statements: its address, tax number and bank account. Its name is the issuer of the policy. */
export const sellerSchema = z
  .strictObject({
    ...party,
    iban: z
      .string()
      .regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/)
      .refine(isIban, 'The check digits of the IBAN do not fit')
      .exactOptional(),
    account: oneLine(60).exactOptional().describe('The number of a bank account without an IBAN'),
    bic: z
      .string()
      .regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/)
      .exactOptional(),
    bank: oneLine(100).exactOptional(),
  })
  .meta({ id: 'Seller' });
export type Seller = z.infer<typeof sellerSchema>;

/** A member as the buyer: its legal name if it is another, its address and tax number. */
export const buyerSchema = z
  .strictObject({ memberId: memberIdSchema, name: oneLine(200).exactOptional(), ...party })
  .meta({ id: 'Buyer' });
export type Buyer = z.infer<typeof buyerSchema>;

/** Each member is described once. */
export const areOfDifferentMembers = (buyers: readonly Pick<Buyer, 'memberId'>[]): boolean =>
  new Set(buyers.map(({ memberId }) => memberId)).size === buyers.length;
