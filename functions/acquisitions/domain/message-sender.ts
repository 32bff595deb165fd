import type { Party } from '../../../layers/protocols/edifact/interchange.ts';
import type { LibraryMessage } from '../../../layers/protocols/edifact/library-message.ts';
import type { Vendor } from './vendor.ts';

type From = { vendor: Pick<Vendor, 'san' | 'account'>; sender: Party | undefined };

/** Why a message is not loaded for a vendor: another one sent it, or it is for another library's account. */
type Stranger = { code: 'other-vendor' | 'other-account'; segment: number; detail: string };

/** Returns the accounts at the vendor that a message names: its reference (RFF API), and the buyer in the vendor's own list. */
const accountsIn = ({ references, parties }: LibraryMessage): string[] => [
  ...references.flatMap(({ qualifier, value }) => (qualifier === 'API' ? [value] : [])),
  ...parties.flatMap(({ role, qualifier, id }) => (role === 'BY' && qualifier === '91' ? [id] : [])),
];

/**
 * Returns why a message is not of a vendor. It is compared as far as the library states the SAN or GLN of the vendor and its account there,
 * and the message names an account.
 */
export const strangerOf = (
  message: LibraryMessage,
  { vendor: { san, account }, sender }: From,
): Stranger | undefined => {
  const { place: segment, parties } = message;
  const suppliers = parties.flatMap(({ role, id }) => (role === 'SU' ? [id] : []));
  if (san !== undefined && ![sender?.id, ...suppliers].includes(san))
    return { code: 'other-vendor', segment, detail: `It is of ${suppliers[0] ?? sender?.id}, not of ${san}.` };
  const accounts = accountsIn(message);
  return account === undefined || accounts.length === 0 || accounts.includes(account)
    ? undefined
    : { code: 'other-account', segment, detail: `It is for the account ${accounts[0]}.` };
};
