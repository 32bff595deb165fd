import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { VendorFailure } from '../domain/vendor.ts';

const sentences = {
  'sign-in-needed': 'Sign in at the vendor first.',
  'card-not-accepted': 'The vendor does not accept this card.',
  'fees-at-vendor': 'There are open fees at the vendor.',
  'loan-limit': 'There are as many loans as the vendor permits.',
  'hold-limit': 'There are as many holds as the vendor permits.',
  'already-borrowed': 'This title is borrowed already.',
  'no-copy-free': 'All licences are lent.',
  'not-lent': 'The vendor no longer lends this title.',
  'title-not-held': 'There is no loan or hold of this title.',
  'vendor-refused': 'The vendor refuses.',
  'vendor-silent': 'The vendor does not answer.',
  'vendor-unreadable': 'The vendor’s answer cannot be read.',
  'vendor-needs-tokens': 'The vendor offers no sign-in by token.',
} as const;
type Code = keyof typeof sentences;

/** Returns the refusal for a patron, by why the vendor gives no answer. */
export const refuseVendor = (why: VendorFailure) => {
  const code: Code = why === 'sign-in-refused' || why === 'sign-in-expired' ? 'sign-in-needed' : why;
  return refuse(code, sentences[code]);
};
