import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { AppleWallet } from '../domain/wallet/wallet-settings.ts';

/** A certificate of a pass type with its private key and the certificate of its authority, all as PEM. */
export type AppleSigner = { certificate: string; key: string; authority: string };

const certificateOf = (pem: string): X509Certificate | undefined => {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
};

/** Reads a private key of RSA; undefined for anything else, also for one with a password. */
export const rsaKeyOf = (pem: string): KeyObject | undefined => {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined;
  }
};

const named = ({ subject }: X509Certificate, attribute: string): string | undefined =>
  subject
    .split('\n')
    .find((line) => line.startsWith(`${attribute}=`))
    ?.slice(attribute.length + 1);

/**
 * Reads what a certificate of a pass type says: the type (UID) and the team (OU), and its last day. Refuses `certificate-unreadable`,
 * `certificate-of-no-pass`, `key-mismatch`, `authority-mismatch` and `certificate-ended`. `now` in epoch ms.
 */
export const readWalletCertificate = ({ certificate, key, authority }: AppleSigner, now: number) => {
  const [own, issuer, secret] = [certificateOf(certificate), certificateOf(authority), rsaKeyOf(key)];
  if (!own) return refuse('certificate-unreadable', 'It is no certificate.', '/body/certificate');
  if (!issuer) return refuse('certificate-unreadable', 'It is no certificate.', '/body/authority');
  if (!secret || !own.checkPrivateKey(secret))
    return refuse('key-mismatch', 'It is not the private key of this certificate, or it has a password.', '/body/key');
  const [passTypeId, teamId] = [named(own, 'UID'), named(own, 'OU')];
  if (!passTypeId?.startsWith('pass.') || !teamId)
    return refuse('certificate-of-no-pass', 'It names no pass type and team.', '/body/certificate');
  if (!own.checkIssued(issuer) || !own.verify(issuer.publicKey))
    return refuse('authority-mismatch', 'This authority did not issue the certificate.', '/body/authority');
  const end = Math.min(own.validToDate.getTime(), issuer.validToDate.getTime());
  if (end <= now) return refuse('certificate-ended', 'The certificate, or that of its authority, has ended.');
  // The day before the last instant: a certificate that ends during a day is not used on it.
  const endsOn = new Date(end - 24 * 3_600_000).toISOString().slice(0, 10);
  const found: Omit<AppleWallet, 'secretId'> = { passTypeId, teamId, certificate, authority, endsOn };
  return found;
};
