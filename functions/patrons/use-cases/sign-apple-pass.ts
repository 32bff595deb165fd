import { createHash } from 'node:crypto';
import forge from 'node-forge';
import { zipped } from '../../../layers/platform/spreadsheet/zip.ts';
import { barsPng } from '../domain/wallet/plain-png.ts';
import type { AppleSigner } from './read-wallet-certificate.ts';

/** The sizes of the icon that a pass must have, in pixels, by its file. */
const icons = { 'icon.png': 29, 'icon@2x.png': 58, 'icon@3x.png': 87 } as const;

/** Returns the detached signature of a manifest: PKCS #7 SignedData (RFC 5652) in DER, with both certificates. */
const signatureOf = (manifest: Buffer, { certificate, key, authority }: AppleSigner, at: Date): Buffer => {
  const signed = forge.pkcs7.createSignedData();
  signed.content = forge.util.createBuffer(manifest.toString('binary'));
  signed.addCertificate(certificate);
  signed.addCertificate(authority);
  const { contentType, messageDigest, signingTime, data, sha256 } = forge.pki.oids;
  signed.addSigner({
    key,
    certificate,
    digestAlgorithm: sha256 ?? '',
    authenticatedAttributes: [
      { type: contentType ?? '', value: data ?? '' },
      { type: messageDigest ?? '' },
      // The type of the library has a text here, and the library takes the instant.
      { type: signingTime ?? '', value: at as unknown as string },
    ],
  });
  signed.sign({ detached: true });
  return Buffer.from(forge.asn1.toDer(signed.toAsn1()).getBytes(), 'binary');
};

/**
 * Returns a pass for Apple Wallet (.pkpass): a ZIP archive of `pass.json`, icons, the manifest with the SHA-1 of each file, as the format
 * demands, and the signature of the manifest.
 */
export const signApplePass = (pass: object, signer: AppleSigner, now: number): Buffer => {
  const files = [
    { name: 'pass.json', data: Buffer.from(JSON.stringify(pass), 'utf8') },
    ...Object.entries(icons).map(([name, size]) => ({ name, data: barsPng(size, [24, 62, 100], [255, 255, 255]) })),
  ];
  const hashes = files.map(({ name, data }) => [name, createHash('sha1').update(data).digest('hex')]);
  const manifest = Buffer.from(JSON.stringify(Object.fromEntries(hashes)), 'utf8');
  const signature = signatureOf(manifest, signer, new Date(now));
  return zipped([...files, { name: 'manifest.json', data: manifest }, { name: 'signature', data: signature }]);
};
