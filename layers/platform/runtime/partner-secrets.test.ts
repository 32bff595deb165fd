import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { reachOf } from '../http/outbound/reach.ts';
import { readEnvironment } from './environment.ts';
import { partnerSecrets } from './partner-secrets.ts';

const ssm = mockClient(SSMClient);
const runtime = { environment: readEnvironment({ PARTNER_SECRETS: '/Concord/partners' }) };
const Name = '/Concord/partners/prt_1';

beforeEach(() => void ssm.reset());

test('a secret is stored encrypted under its partner’s name, and read decrypted, once a minute', async () => {
  ssm.on(PutParameterCommand).resolves({});
  ssm.on(GetParameterCommand).resolves({ Parameter: { Value: 'open sesame' } });
  const secrets = partnerSecrets(runtime);
  await secrets.store('prt_1', 'open sesame');
  expect(ssm.commandCalls(PutParameterCommand)[0]?.args[0].input).toMatchObject({
    ...{ Name, Value: 'open sesame', Type: 'SecureString', Overwrite: true },
  });
  const read = (since: string, now: number) => secrets.read('prt_1', since, now);
  expect([await read('monday', 0), await read('monday', 59_999)]).toEqual(['open sesame', 'open sesame']);
  const asked = () => ssm.commandCalls(GetParameterCommand).map(({ args }) => args[0].input);
  expect(asked()).toEqual([{ Name, WithDecryption: true }]);
  // Changed since: the cache is skipped.
  await read('tuesday', 59_999);
  expect(asked()).toHaveLength(2);
});

test('a missing secret returns none; any other failure of the store is thrown', async () => {
  ssm.on(GetParameterCommand).rejects(Object.assign(new Error('none'), { name: 'ParameterNotFound' }));
  expect(await partnerSecrets(runtime).read('prt_2', 'monday', 0)).toBeUndefined();
  ssm.on(GetParameterCommand).rejects(Object.assign(new Error('slow down'), { name: 'ThrottlingException' }));
  await expect(partnerSecrets(runtime).read('prt_2', 'monday', 0)).rejects.toThrow('slow down');
});

test('partners on this machine are reached only where the deployment allows it', () => {
  expect([reachOf(runtime), reachOf({ environment: readEnvironment({ PARTNERS_HERE: 'true' }) })]).toEqual([
    { onThisMachine: false },
    { onThisMachine: true },
  ]);
});
