import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { hashOf, randomFrom } from '../../demo/random.ts';
import { handlerFileOf } from '../../functions/load-contracts.ts';
import { keys as membershipKeys } from '../../functions/membership/data/keys.ts';
import { operations } from '../../functions/operations.ts';
import { illFormedPaths } from '../../layers/kernel/text/ill-formed.ts';
import { stamp } from '../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import type { AnyContract } from '../../layers/platform/http/contract.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import { type Call, call } from '../builders/call.ts';
import { aTable } from '../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy } from '../builders/lending.ts';
import { isWholeProof } from '../builders/proof-size.ts';
import { anIndex } from '../builders/search-engine.ts';
import { mockSigningKey } from '../builders/signing-key.ts';

type Fields = Record<string, unknown>;
type Example = { params?: Fields; query?: Fields | string; body?: Fields };
const places = { params: 'path', query: 'query', body: 'body' } as const;

// Each has broken a system somewhere: keys too long or empty, separators, text that grows or vanishes when it is
// normalised, the last code point (which sorts after all), a prototype's names, instants outside any calendar.
const texts = [
  ...['', ' ', '\u200b', '\u0000', 'a\u0000b', '\ud800', '\u{10ffff}', '#', 'a#b', '%23', '..', '-', '=1+1'],
  ...['x'.repeat(10_000), 'x'.repeat(64), '#'.repeat(64), '漢'.repeat(64), 'ﷺ'.repeat(64), 'ﷺ'.repeat(200)],
  ...[
    '__proto__',
    'constructor',
    'pat_',
    'itm_',
    'pat_nobody',
    'itm_nobody',
    'rec_nobody',
    'ash:',
    'ash:nobody',
    'bnVsbA',
  ],
  ...['2026-02-30', '9999-12-31', '9999-12', '0000-01', '2026-13', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
];
const others = [0, -1, 1.5, 1e308, 2 ** 53, null, [], {}, true];

const roles = ({ permission }: AnyContract) => permission.flatMap((one) => (one.who === 'staff' ? one.roles : []));

/** Returns every caller that the operation permits, with roles at the examples' places: only the input is tested. */
const callers = (contract: AnyContract): (Actor | undefined)[] => {
  const who = new Set(contract.permission.map((permission) => permission.who));
  const grants = roles(contract).flatMap((role) => [
    { role, scope: 'consortium' as const },
    ...['ash', 'riverton', 'lakeshore', 'harcourt', 'ashgrove', 'oakwood'].map((member) => ({
      ...{ role, scope: 'member' as const, member },
    })),
  ]);
  return [
    ...(who.has('anyone') ? [undefined] : []),
    ...(who.has('patron') ? [{ kind: 'patron' as const, id: 'pat_1', member: 'cedar', signedInAt: 1 }] : []),
    ...(who.has('staff') ? [{ kind: 'staff' as const, id: 'stf_1', grants }] : []),
  ];
};

const shapeOf = (schema: unknown): string[] => Object.keys((schema as { shape?: Fields } | undefined)?.shape ?? {});

/** Returns the example with one invalid field after the other, of all fields in the contract. */
const spoiled = function* (contract: AnyContract, example: Example): Generator<[string, Example]> {
  for (const part of ['params', 'query', 'body'] as const) {
    // What is not JSON has no fields: its own test corrupts it.
    if (part === 'body' && contract.consumes !== undefined) continue;
    const given = example[part];
    if (typeof given === 'string') {
      for (const value of texts) yield [part, { ...example, [part]: `${given}&x=${value}` }];
      continue;
    }
    const fields = new Set([...shapeOf(contract[part]), ...Object.keys(given ?? {})]);
    for (const field of fields)
      for (const value of part === 'body' ? [...texts, ...others] : texts)
        yield [`${part}.${field}`, { ...example, [part]: { ...given, [field]: value } }];
  }
};

/** Returns the example with the same value in two of its fields, for each two, and with each list's entries twice. */
const repeated = function* (contract: AnyContract, example: Example): Generator<[string, Example]> {
  if (contract.consumes !== undefined) return;
  const fields = (['params', 'body'] as const).flatMap((part) =>
    Object.entries(example[part] ?? {}).map(([name, value]) => ({ part, name, value })),
  );
  const texts = fields.filter(({ value }) => typeof value === 'string');
  for (const { part, name, value } of fields) {
    const becomes = (other: unknown): Example => ({
      ...example,
      [part]: { ...(example[part] as Fields), [name]: other },
    });
    if (Array.isArray(value)) yield [`${name} twice`, becomes([...value, ...value])];
    if (typeof value !== 'string') continue;
    for (const other of texts) if (other.name !== name) yield [`${name} as ${other.name}`, becomes(other.value)];
  }
};

const loaded = async (contract: AnyContract): Promise<OperationHandler> =>
  (await import(`../../${handlerFileOf(contract)}`)).handler as OperationHandler;

/** Returns the example as it is, and with an existing copy, card and branch. */
let real: (example: Example) => Example;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  mockSigningKey();
  mockClient(SSMClient)
    .on(PutParameterCommand)
    .resolves({})
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: 'https://library.test' } });
  // Citations are looked up in the index: an empty one here.
  anIndex();
  const table = await aTable();
  Object.assign(process.env, {
    ...{
      BUCKET_NAME: 'bucket',
      USER_POOL_ID: 'us-east-1_none',
      MACHINE_ARN: 'no-machine',
      PARTNER_SECRETS: '/none',
      WEBHOOK_SECRETS: '/none',
      WALLET_KEYS: '/none',
      BALLOT_KEYS: '/none',
      SITE_PARAMETER: '/site',
    },
    DEPLOYED_RESOURCES: JSON.stringify({
      search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
      ...{ alarms: 0, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1, logRetentionDays: 90 },
    }),
  });
  await aConsortium(table);
  const { card } = await aBorrower(table, { patronId: 'pat_1' });
  const { barcode } = await aCopy(table);
  const member = {
    memberId: 'ash',
    name: 'Ash',
    type: 'public',
    fiscalYearStartsIn: 1,
    lendsOnRequest: false,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  await table.write([{ put: { ...membershipKeys.key('member', member), ...stamp('member', 1), ...member } }]);
  real = (example) =>
    JSON.parse(
      JSON.stringify(example)
        .replaceAll(/(riverton|lakeshore|harcourt)\.main/g, 'ash.main')
        .replaceAll('31234000123456', barcode)
        .replaceAll(/2110100000001\d/g, card)
        .replaceAll('"riverton"', '"ash"'),
    );
});

// Search calls its engine, an invitation the user pool, accounts and books are printed into the bucket: their own tests send invalid input.
const elsewhere = [
  'discovery-search',
  'membership-invite-staff',
  'finance-print-account',
  'finance-print-books',
  'finance-print-estimate',
];
const judged = operations
  .filter(({ id }) => !elsewhere.includes(id))
  .map((contract) => [contract.id, contract] as const);

test.each(judged)(
  `%s answers no bad input with a 5xx (${isWholeProof ? 'all of it' : 'a sample'})`,
  async (_id, contract) => {
    const handler = await loaded(contract);
    const { output: _, ...given } = contract.example as Example & { output: unknown };
    const broken = new Set<string>();
    const actors = callers(contract);
    let turn = 0;
    const random = randomFrom(hashOf(contract.id));
    // Some invalid values go to existing entities, fewer to missing ones, by one caller in turn; the full run has all, by all callers.
    for (const [example, share] of [[real(given), 1 / 8] as const, [given, 1 / 24] as const])
      for (const [field, { params, query, body }] of spoiled(contract, example)) {
        turn += 1;
        if (!isWholeProof && random() > share) continue;
        const reported =
          contract.consumes === undefined
            ? { [places.body]: body }
            : { rawBody: String(body), headers: { 'content-type': contract.consumes } };
        const parts = { [places.params]: params, [places.query]: query, ...reported };
        const sent = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
        for (const actor of isWholeProof ? actors : [actors[turn % actors.length]]) {
          const { status } = await call(handler, { ...sent, ...(actor && { actor }) });
          if (status >= 500) broken.add(`${field}: ${status}`);
          // A schema may drop the value, an unknown caller is refused first: nothing ill-formed comes further.
          if (illFormedPaths(sent).length > 0 && ![400, 401].includes(status))
            broken.add(`${field}: ${status} for ill-formed text (finding S10)`);
        }
      }
    expect([...broken]).toEqual([]);
  },
);

test.each(judged)(
  'finding S9: %s answers a request that names one thing twice without a 5xx',
  async (_id, contract) => {
    const handler = await loaded(contract);
    const { output: _, ...given } = contract.example as Example & { output: unknown };
    const [actor] = callers(contract);
    const broken: string[] = [];
    for (const [what, { params, query, body }] of repeated(contract, real(given))) {
      const sent = {
        ...(params && { path: params as Record<string, string> }),
        ...(body && { body }),
        ...(query && { query }),
      };
      const { status } = await call(handler, { ...(sent as Call), ...(actor && { actor }) });
      if (status >= 500) broken.push(`${what}: ${status}`);
    }
    expect(broken).toEqual([]);
  },
);
