import { createHash, createPublicKey, createVerify, X509Certificate } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { compactVerify } from 'jose';
import forge from 'node-forge';
import { type WalletKeys, walletStore } from '../../../functions/patrons/data/wallet-store.ts';
import { handler as listWallets } from '../../../functions/patrons/operations/list-wallets/handler.ts';
import { handler as makePass } from '../../../functions/patrons/operations/make-my-wallet-pass/handler.ts';
import { handler as setWallet } from '../../../functions/patrons/operations/set-wallet/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { anAuthority, aPassCertificate } from '../../builders/pass-certificates.ts';
import { aPatron, consortiumStaff, staffAt, withBranch } from '../../builders/people.ts';

const NOW = '2026-11-26T10:00:00.000Z';
const admin = consortiumStaff('admin');
const authority = anAuthority();
const pass = aPassCertificate(authority);
const apple = { wallet: 'apple', certificate: pass.certificate, key: pass.key, authority: authority.certificate };
const google = {
  ...{ wallet: 'google', issuerId: '3388000000012345678', key: pass.key },
  serviceAccount: 'cards@library.iam.gserviceaccount.com',
};

let table: Table;
let patron: { patronId: string; card: string; actor: Actor };
/** The parameter store, in memory. */
const stored = new Map<string, string>();
const keys: WalletKeys = {
  store: async (secretId, key) => void stored.set(secretId, key),
  read: async (secretId) => stored.get(secretId),
  forget: async (secretId) => void stored.delete(secretId),
};
const set = (body: object, actor = admin) => call(setWallet.using(at(NOW)).with({ keys } as object), { actor, body });
const offered = async (when = NOW) =>
  (
    (await call(listWallets.using(at(when)), { actor: patron.actor })).body as { wallets: { isOffered: boolean }[] }
  ).wallets.map(({ isOffered }) => isOffered);
const made = (body: object, when = NOW) =>
  call(makePass.using(at(when)).with({ keys } as object), { actor: patron.actor, body });
const versionNow = async (): Promise<number> => (await walletStore(table).get()).v;

/** Reads the files of a ZIP archive, by its local headers. */
const filesOf = (zip: Buffer): Map<string, Buffer> => {
  const files = new Map<string, Buffer>();
  for (let place = 0; zip.readUInt32LE(place) === 0x04034b50; ) {
    const [size, name] = [zip.readUInt32LE(place + 18), zip.readUInt16LE(place + 26)];
    const begins = place + 30 + name + zip.readUInt16LE(place + 28);
    const path = zip.subarray(place + 30, place + 30 + name).toString();
    files.set(path, inflateRawSync(zip.subarray(begins, begins + size)));
    place = begins + size;
  }
  return files;
};

beforeAll(async () => {
  table = await aTable();
  await withBranch(table, 'riverton.main');
  const { patronId, card } = await aPatron(table, {});
  patron = { patronId, card, actor: { kind: 'patron', id: patronId, member: 'riverton' } };
});
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

test('no wallet is offered before an administrator of the consortium has set one up', async () => {
  expect(await offered()).toEqual([false, false]);
  expect(await made({ wallet: 'apple' })).toMatchObject({ status: 409, body: { code: 'wallet-not-offered' } });
  expect((await set({ ...apple, v: 0 }, staffAt('ash', 'member-admin'))).status).toBe(403);
  expect((await set({ ...apple, v: 0 }, consortiumStaff('auditor'))).status).toBe(403);
  expect(stored.size).toBe(0);
});

test('a certificate is refused that is unreadable, of another key or authority, of no pass, or has ended', async () => {
  const other = aPassCertificate(authority);
  const refused = async (over: object): Promise<unknown> => {
    const { status, body } = await set({ ...apple, v: 0, ...over });
    return [status, (body as { code: string }).code];
  };
  const broken = '-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----';
  expect(await refused({ certificate: broken })).toEqual([422, 'certificate-unreadable']);
  expect(await refused({ key: other.key })).toEqual([422, 'key-mismatch']);
  expect(await refused({ authority: other.certificate })).toEqual([422, 'authority-mismatch']);
  const plain = aPassCertificate(authority, { passTypeId: 'org.example.site' });
  expect(await refused(plain)).toEqual([422, 'certificate-of-no-pass']);
  expect(await refused(aPassCertificate(authority, { until: '2026-11-01T00:00:00Z' }))).toEqual([
    422,
    'certificate-ended',
  ]);
  expect((await set({ ...apple, v: 0, certificate: 'no PEM' })).status).toBe(400);
  expect(stored.size).toBe(0);
});

test('the key is stored apart, shown to nobody, replaced as a whole and forgotten when the wallet is withdrawn', async () => {
  const { status, body } = await set({ ...apple, v: await versionNow() });
  expect([status, body]).toEqual([
    200,
    {
      wallets: [
        { wallet: 'apple', isOffered: true, issuer: 'pass.org.example.card', endsOn: '2027-05-31' },
        { wallet: 'google', isOffered: false },
      ],
      v: 1,
    },
  ]);
  expect(JSON.stringify(await table.get({ pk: 'WALLETS', sk: 'SETTINGS' }))).not.toContain('PRIVATE');
  const [first] = stored.keys();
  expect((await set({ ...apple, v: 0 })).body).toMatchObject({ code: 'changed-meanwhile' });
  expect(await set({ ...apple, v: 1 })).toMatchObject({ status: 200, body: { v: 2 } });
  expect([stored.size, stored.has(first ?? '')]).toEqual([1, false]);
  const tries = await Promise.all([set({ ...google, v: 2 }), set({ ...google, v: 2 })]);
  expect(tries.map((one) => one.status).toSorted()).toEqual([200, 409]);
  expect([stored.size, await offered()]).toEqual([2, [true, true]]);
  expect(await offered('2027-06-01T00:00:00.000Z')).toEqual([false, true]);
  expect(await set({ wallet: 'off', which: 'google', v: 3 })).toMatchObject({ status: 200 });
  expect([stored.size, await offered()]).toEqual([1, [true, false]]);
  const audits = await table.queryAll({ partition: 'AUDIT#consortium' });
  expect(audits.filter(({ did }) => did === 'set-wallet').map(({ detail }) => detail)).toContainEqual({
    ...{ wallet: 'google', on: false },
  });
});

test('a pass for Apple Wallet has the card as a barcode, a manifest of all files, and a signature that the certificate verifies', async () => {
  await set({ ...apple, v: await versionNow() });
  const { status, body } = await made({ wallet: 'apple', language: 'es' });
  expect(status).toBe(200);
  const files = filesOf(Buffer.from((body as { file: string }).file, 'base64'));
  const content = JSON.parse(String(files.get('pass.json')));
  expect(content).toMatchObject({
    ...{
      passTypeIdentifier: 'pass.org.example.card',
      teamIdentifier: 'A1B2C3D4E5',
      description: 'Carné de biblioteca',
    },
    barcodes: [{ format: 'PKBarcodeFormatCode128', message: patron.card }],
  });
  expect(JSON.stringify(content)).not.toContain(patron.patronId);
  const manifest = files.get('manifest.json') ?? Buffer.alloc(0);
  const signed = ['pass.json', 'icon.png', 'icon@2x.png', 'icon@3x.png'];
  expect(JSON.parse(String(manifest))).toEqual(
    Object.fromEntries(
      signed.map((name) => [
        name,
        createHash('sha1')
          .update(files.get(name) ?? '')
          .digest('hex'),
      ]),
    ),
  );
  const message = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(String(files.get('signature')?.toString('binary'))));
  const { authenticatedAttributes, signature } = message.rawCapture;
  const { Class, Type } = forge.asn1;
  const attributeSet = forge.asn1.create(Class.UNIVERSAL, Type.SET, true, authenticatedAttributes);
  const attributes = forge.asn1.toDer(attributeSet).getBytes();
  const verifies = createVerify('RSA-SHA256').update(Buffer.from(attributes, 'binary'));
  expect(verifies.verify(new X509Certificate(pass.certificate).publicKey, Buffer.from(signature, 'binary'))).toBe(true);
  expect(Buffer.from(attributes, 'binary').includes(createHash('sha256').update(manifest).digest())).toBe(true);
});

test('a link for Google Wallet is signed by the service account, and has the card but not the id of the patron', async () => {
  await set({ ...google, v: await versionNow() });
  const { body } = await made({ wallet: 'google', language: 'fr' });
  const { address = '' } = body as { address?: string };
  expect(address).toMatch(/^https:\/\/pay\.google\.com\/gp\/v\/save\/ey/);
  const { payload } = await compactVerify(address.split('/').at(-1) ?? '', createPublicKey(pass.certificate));
  const claims = JSON.parse(Buffer.from(payload).toString());
  expect(claims).toMatchObject({
    ...{ iss: google.serviceAccount, aud: 'google', typ: 'savetowallet' },
    payload: { genericObjects: [{ barcode: { type: 'CODE_128', value: patron.card }, state: 'ACTIVE' }] },
  });
  expect(JSON.stringify(claims)).not.toContain(patron.patronId);
  expect(address.length).toBeLessThan(1800);
  stored.clear();
  expect(await made({ wallet: 'google' })).toMatchObject({ status: 409, body: { code: 'wallet-not-offered' } });
});
