import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { metered } from '../../../layers/platform/runtime/meter.ts';
import { mockSigningKey } from '../../../test/builders/signing-key.ts';
import { kmsTokenSigner } from './token-signer.ts';

test('each signed token counts as one signature, for every kind of actor', async () => {
  mockSigningKey();
  const signer = kmsTokenSigner({ environment: readEnvironment(process.env) });
  const subject = {
    kind: 'patron',
    id: 'pat_1',
    member: 'cedar',
    signedInAt: 1_764_000_000,
    session: 'ses_1',
  } as const;
  const used = await metered(async ({ units }) => {
    const tokens = [await signer.sign(subject, 1_764_000_000_000), await signer.sign(subject, 1_764_000_001_000)];
    expect(tokens.map((token) => token.split('.').length)).toEqual([3, 3]);
    return units;
  });
  expect(used).toMatchObject({ signatures: 2, busEvents: 0 });
});
