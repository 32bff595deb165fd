import * as z from 'zod';

/** Why a vendor refuses what a patron asks for. */
export const vendorRefusals = [
  'sign-in-refused',
  'sign-in-expired',
  'card-not-accepted',
  'fees-at-vendor',
  'loan-limit',
  'hold-limit',
  'already-borrowed',
  'no-copy-free',
  'not-lent',
  'title-not-held',
  'vendor-refused',
] as const;
export type VendorRefusal = (typeof vendorRefusals)[number];

// The last part of the type, as Palace documents it.
const byType: Readonly<Record<string, VendorRefusal>> = {
  'credentials-invalid': 'sign-in-refused',
  'credentials-expired': 'card-not-accepted',
  'credentials-suspended': 'card-not-accepted',
  'patron-auth-access-token-expired': 'sign-in-expired',
  'patron-auth-access-token-invalid': 'sign-in-expired',
  'outstanding-fines': 'fees-at-vendor',
  'loan-limit-reached': 'loan-limit',
  'hold-limit-reached': 'hold-limit',
  'loan-already-exists': 'already-borrowed',
  'hold-already-exists': 'already-borrowed',
  'no-available-license': 'no-copy-free',
  'no-licenses': 'not-lent',
  'not-found-on-remote': 'not-lent',
  'no-active-loan': 'title-not-held',
  'no-active-hold': 'title-not-held',
  'loan-not-found': 'title-not-held',
  'hold-not-found': 'title-not-held',
};

const problemSchema = z.object({ type: z.string() });

/** Returns why a vendor refuses, by its problem document, or by the status alone when there is none. */
export const refusalIn = (document: unknown, status: number): VendorRefusal => {
  const problem = problemSchema.safeParse(document);
  const last = problem.success ? (problem.data.type.split('/').at(-1) ?? '') : '';
  const known = Object.hasOwn(byType, last) ? byType[last] : undefined;
  if (known !== undefined) return known;
  return status === 401 ? 'sign-in-expired' : 'vendor-refused';
};
