import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import { consumers } from '../../functions/consumers.ts';
import { groups } from '../../functions/function-groups.ts';
import { operations } from '../../functions/operations.ts';
import { allFunctions, bundle } from '../../infra/bundle.ts';
import { metafileIn } from '../../infra/bundles-folder.ts';
import { functionDefaults } from '../../layers/platform/http/contract.ts';
import { routeKeysOf } from '../../layers/platform/http/function-group.ts';
import { letterFont } from '../../layers/platform/pdf/font-file.ts';
import { consumerLoad, firstLoads, type Load, secondLoads } from '../builders/bundle-loads.ts';
import { type Resource, synthesised } from '../builders/templates.ts';

const kB = 1000;
/** 27 kB of text in each bundle that reads MARC, unpacked when a record first needs it: it delays no start, so it is not counted. */
const eastAsianTable = 'layers/protocols/marc/eacc.generated.ts';
/** The bundles of the stack that the same run of tests deployed: making them again would take a minute. */
const deployed = process.env.CONCORD_BUNDLES;
const folder = deployed ?? mkdtempSync(join(tmpdir(), 'concord-bundles-'));
let metafile: Metafile;

beforeAll(async () => {
  metafile = deployed ? (JSON.parse(readFileSync(metafileIn(deployed), 'utf8')) as Metafile) : await bundle(folder);
}, 300_000);

afterAll(() => {
  if (!deployed) rmSync(folder, { recursive: true });
});

const sizeOf = ({ files }: Load): number =>
  files.reduce((sum, file) => {
    const output = metafile.outputs[file];
    return output ? sum + output.bytes - (output.inputs[eastAsianTable]?.bytesInOutput ?? 0) : sum;
  }, 0);

const exceeding = (
  loads: ReadonlyMap<string, Load>,
  budgets: readonly { id: string; bundleKilobytes?: number }[],
  usual: number,
) =>
  budgets
    .map(({ id, bundleKilobytes = usual }) => {
      const load = loads.get(id);
      return [id, load && sizeOf(load), bundleKilobytes] as const;
    })
    .filter(([, bytes, allowed]) => !bytes || bytes > allowed * kB);

test('the first call of no operation loads more than its budget', () => {
  const loads = new Map(groups.flatMap((group) => [...firstLoads(metafile, group)]));
  expect(exceeding(loads, operations, functionDefaults.bundleKilobytes.operation)).toEqual([]);
});

test('the bundle of no consumer exceeds its budget', () => {
  const loads = new Map(consumers.map(({ id }) => [id, consumerLoad(metafile, id)]));
  expect(exceeding(loads, consumers, functionDefaults.bundleKilobytes.consumer)).toEqual([]);
});

test('a warm container loads little for its second operation: a quarter of a first call, at the median', () => {
  const median = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const first = median(groups.flatMap((group) => [...firstLoads(metafile, group).values()].map(sizeOf)));
  const second = median(groups.flatMap((group) => secondLoads(metafile, group).map(sizeOf)));
  expect(second / first).toBeLessThan(0.25);
});

test('no bundle contains code for deployment, tests or browsers only', () => {
  const libraries = new Set(
    Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const foreign =
    /^(aws-cdk-lib|constructs|esbuild|jest|fast-check|react|vite|typescript|@mantine|@aws-sdk\/credential-provider-node$)/;
  expect([...libraries].filter((library) => foreign.test(library))).toEqual([]);
  expect(libraries.has('zod')).toBe(true);
});

test('letters, slips, statements, estimates and meeting packs are printed: the functions that print have the font that their code refers to', () => {
  const printing = allFunctions.filter(({ fonts }) => fonts).map(({ id }) => id);
  expect(printing).toHaveLength(7);
  for (const id of printing) expect(readFileSync(join(folder, id, 'letter-font.ttf')).equals(letterFont())).toBe(true);
});

const resources = {
  search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
  ...{ alarms: 0, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1, logRetentionDays: 90 },
};

describe('Routes of the AWS templates', () => {
  type Route = { key: string; group: string };

  const refsIn = (value: unknown): string[] =>
    [...JSON.stringify(value).matchAll(/"(?:Ref|Fn::GetAtt)":\[?"([A-Za-z0-9]+)"/g)].map(([, id]) => String(id));

  const routesOf = (resources: Record<string, Resource>): Route[] => {
    /** Returns the resource of a type that a value leads to, through integrations and aliases. */
    const leadsTo = (value: unknown, type: string): Resource | undefined => {
      for (const id of refsIn(value)) {
        const found = resources[id];
        if (found?.Type === type) return found;
      }
      return undefined;
    };
    return Object.values(resources)
      .filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')
      .map(({ Properties }) => {
        const integration = leadsTo(Properties?.Target, 'AWS::ApiGatewayV2::Integration');
        const alias = leadsTo(integration?.Properties?.IntegrationUri, 'AWS::Lambda::Alias');
        const lambda = leadsTo(alias?.Properties?.FunctionName, 'AWS::Lambda::Function');
        const name = String(lambda?.Properties?.FunctionName).slice('Concord-'.length);
        return { key: String(Properties?.RouteKey), group: name };
      });
  };

  const settings = {
    ...{ BEHIND_CLOUDFRONT: 'true', TABLE_NAME: 'none', BUCKET_NAME: 'none', SEARCH_SIGNED: 'false' },
    ...{
      SEARCH_ENDPOINT: 'http://127.0.0.1:1',
      BUS_NAME: 'none',
      MACHINE_ARN: 'none',
      PARTNER_SECRETS: '/none',
      WEBHOOK_SECRETS: '/none',
      WALLET_KEYS: '/none',
      BALLOT_KEYS: '/none',
    },
    ...{ SIGNING_KEY_ID: 'none', ISSUER: 'urn:none', USER_POOL_ID: 'none', SITE_PARAMETER: 'none' },
    DEPLOYED_RESOURCES: JSON.stringify(resources),
  };

  /**
   * Imports the files of a function and prints what happens meanwhile: connections, timers, settings that are read. Then sends each route to
   * the entry, without credentials, and prints the operation that logged the call.
   */
  const script = `
    const [files, keys] = process.argv.slice(1).map((text) => JSON.parse(text));
    const { default: net } = await import('node:net');
    const effects = [];
    const places = [[net.Socket.prototype, 'connect'], [globalThis, 'setTimeout'], [globalThis, 'setInterval'], [globalThis, 'fetch']];
    const real = places.map(([holder, name]) => holder[name]);
    for (const [holder, name] of places) holder[name] = () => { effects.push(name); };
    const env = process.env;
    const settings = ${JSON.stringify(Object.keys(settings))};
    process.env = new Proxy(env, { get: (target, name) => {
      if (settings.includes(name)) effects.push(name);
      return target[name];
    } });
    let handler;
    for (const file of files) ({ handler } = await import(file));
    process.env = env;
    places.forEach(([holder, name], at) => { holder[name] = real[at]; });
    const print = console.log;
    print(JSON.stringify(effects));
    for (const routeKey of keys) {
      let op;
      console.log = (line) => { if (typeof line === 'string') op = JSON.parse(line).op ?? op; };
      const [method, rawPath] = routeKey.split(' ');
      const http = { method, path: rawPath, sourceIp: '192.0.2.1', protocol: 'HTTP/1.1', userAgent: 'test' };
      const event = { version: '2.0', routeKey, rawPath, rawQueryString: '', headers: {}, isBase64Encoded: false,
        requestContext: { requestId: 'r', http, routeKey } };
      const { statusCode } = await handler(event, { awsRequestId: 'a' });
      print(JSON.stringify([routeKey, op, statusCode]));
    }`;

  /** Runs the script on a function, its entry last; returns the effects of the imports, and the answers. */
  const imported = (id: string, keys: readonly string[]) => {
    const files = Object.entries(metafile.outputs)
      .filter(([file, { entryPoint }]) => basename(dirname(file)) === id && file.endsWith('.mjs') && entryPoint)
      .map(([file]) => resolve(file))
      .toSorted((one, other) => Number(one.endsWith('/index.mjs')) - Number(other.endsWith('/index.mjs')));
    const args = ['--input-type=module', '-e', script, JSON.stringify(files), JSON.stringify(keys)];
    const env = { ...process.env, ...settings };
    const [effects = '[]', ...lines] = execFileSync(process.execPath, args, { encoding: 'utf8', env })
      .trimEnd()
      .split('\n');
    return {
      effects: JSON.parse(effects) as string[],
      answers: lines.map((line) => JSON.parse(line) as [key: string, operation: string, status: number]),
    };
  };

  test('each reaches its own operation through the entry of its group; no import opens, awaits or reads anything', () => {
    const routes = Object.values(synthesised('aws')).flatMap(routesOf);
    expect(routes).toHaveLength(operations.flatMap(routeKeysOf).length);
    const answered: [string, string, number][] = [];
    for (const { id } of allFunctions) {
      const keys = routes.filter(({ group }) => group === id).map(({ key }) => key);
      const { effects, answers } = imported(id, keys);
      expect([id, effects]).toEqual([id, []]);
      answered.push(...answers);
    }
    // The origin check refuses each before its input is looked at: 403 is the first answer of the chain of every operation.
    const expected = operations.flatMap((one) => routeKeysOf(one).map((key) => [key, one.id, 403]));
    expect(answered.toSorted()).toEqual(expected.toSorted());
  }, 400_000);
});

test('finding W11: the stack of an error in a bundle names the line of the source, and no source is shipped', () => {
  const file = join(process.cwd(), consumerLoad(metafile, 'circulation-rebuild-scheduled-checks').files[0] ?? '');
  const failing = `
    const { handler } = await import(process.argv[1]);
    await handler({}, { awsRequestId: 'request-1' }).catch((error) => console.log(error.stack));`;
  const args = ['--enable-source-maps', '--input-type=module', '-e', failing, file];
  const environment = { PATH: process.env.PATH ?? '', AWS_REGION: 'us-east-1' };
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', env: environment });
  expect(printed).toMatch(/layers\/platform\/runtime\/environment\.ts:\d+:\d+/);
  expect(JSON.parse(readFileSync(`${file}.map`, 'utf8')).sourcesContent).toBeUndefined();
});
