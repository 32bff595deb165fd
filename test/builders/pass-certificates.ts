import forge from 'node-forge';

/** A certificate with its private key, both as PEM. */
type Issued = { certificate: string; key: string };
type Attribute = { type?: string; shortName?: string; value: string };

const UID = '0.9.2342.19200300.100.1.1';

const issue = (subject: Attribute[], by: { issuer: Attribute[]; key?: string }, until: Date): Issued => {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const made = forge.pki.createCertificate();
  made.publicKey = keys.publicKey;
  made.serialNumber = '01';
  made.validity.notBefore = new Date('2025-01-01T00:00:00Z');
  made.validity.notAfter = until;
  made.setSubject(subject as forge.pki.CertificateField[]);
  made.setIssuer(by.issuer as forge.pki.CertificateField[]);
  made.setExtensions([{ name: 'basicConstraints', cA: by.key === undefined }]);
  made.sign(by.key === undefined ? keys.privateKey : forge.pki.privateKeyFromPem(by.key), forge.md.sha256.create());
  const key = forge.pki.privateKeyInfoToPem(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(keys.privateKey)));
  return { certificate: forge.pki.certificateToPem(made), key };
};

const authorityName: Attribute[] = [{ shortName: 'CN', value: 'Test Authority' }];

/** Makes an authority as that of Apple's developers: a certificate that signs others. */
export const anAuthority = (): Issued =>
  issue(authorityName, { issuer: authorityName }, new Date('2035-01-01T00:00:00Z'));

/** Makes the certificate of a pass type as Apple issues it: UID is the type, OU the team. */
export const aPassCertificate = (
  { key }: Issued,
  { passTypeId = 'pass.org.example.card', until = '2027-06-01T12:00:00Z' } = {},
): Issued => {
  const subject: Attribute[] = [
    { type: UID, value: passTypeId },
    { shortName: 'CN', value: `Pass Type ID: ${passTypeId}` },
    { shortName: 'OU', value: 'A1B2C3D4E5' },
  ];
  return issue(subject, { issuer: authorityName, key }, new Date(until));
};
