import * as z from 'zod';

/** The wallets of phones that take library cards. */
export const wallets = ['apple', 'google'] as const;
export type Wallet = (typeof wallets)[number];

/** A certificate or key as PEM. */
export const pemSchema = z
  .string()
  .max(8000)
  .regex(/^\s*-----BEGIN [A-Z ]+-----[A-Za-z0-9+/=\s]+-----END [A-Z ]+-----\s*$/, 'One block of PEM');

/** An issuer at Google Wallet: a number. */
export const issuerIdSchema = z.string().regex(/^\d{8,25}$/, 'The number of the issuer has digits only');

/** The address by which Google names a service account. */
export const serviceAccountSchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+@[a-z0-9.-]+\.iam\.gserviceaccount\.com$/, 'name@project.iam.gserviceaccount.com');

/**
 * How the consortium signs passes for Apple Wallet: its certificate of a pass type, which names the type and the team, and the
 * certificate of the authority that issued it. The private key is stored elsewhere, under `secretId`.
 */
const appleSchema = z.strictObject({
  passTypeId: z.string(),
  teamId: z.string(),
  certificate: z.string(),
  authority: z.string(),
  /** The last day of the certificate (UTC). */
  endsOn: z.iso.date(),
  secretId: z.string(),
});
export type AppleWallet = z.infer<typeof appleSchema>;

/** How the consortium signs passes for Google Wallet. The private key is stored elsewhere, under `secretId`. */
const googleSchema = z.strictObject({
  issuerId: issuerIdSchema,
  serviceAccount: serviceAccountSchema,
  secretId: z.string(),
});
export type GoogleWallet = z.infer<typeof googleSchema>;

/** The wallets that the consortium offers to patrons; a missing one is not offered. */
export const walletSettingsSchema = z.object({
  apple: appleSchema.exactOptional(),
  google: googleSchema.exactOptional(),
  v: z.int().min(0),
});
export type WalletSettings = z.infer<typeof walletSettingsSchema>;

/** Returns whether patrons can get a pass for a wallet on a day: it is set up, and its certificate has not ended. */
export const isOffered = ({ apple, google }: WalletSettings, wallet: Wallet, today: string): boolean =>
  wallet === 'apple' ? apple !== undefined && apple.endsOn >= today : google !== undefined;
