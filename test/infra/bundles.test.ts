import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { consumers } from '../../functions/consumers.ts';
import { groups } from '../../functions/function-groups.ts';
import { operations } from '../../functions/operations.ts';
import { allFunctions, bundle } from '../../infra/bundle.ts';
import { functionDefaults } from '../../layers/platform/http/contract.ts';
import { letterFont } from '../../layers/platform/pdf/font-file.ts';
import { consumerLoad, firstLoads, type Load, secondLoads } from '../builders/bundle-loads.ts';
import { ofType, type Resource, synthesised } from '../builders/templates.ts';

const kB = 1000;
/** 27 kB of text in each bundle that reads MARC, unpacked when a record first needs it: it delays no start, so it is not counted. */
const eastAsianTable = 'layers/protocols/marc/eacc.generated.ts';
let folder: string;
let metafile: Metafile;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'concord-bundles-'));
  metafile = await bundle(folder);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true }));

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

test('letters, slips and statements are printed: the functions that print have the font that their code refers to', () => {
  const printing = allFunctions.filter(({ fonts }) => fonts).map(({ id }) => id);
  expect(printing).toHaveLength(3);
  for (const id of printing) expect(readFileSync(join(folder, id, 'letter-font.ttf')).equals(letterFont())).toBe(true);
});

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

  /** Sends each route of a function to its entry, without credentials, and prints the operation that logged the call. */
  const sender = `
    const [entry, keys] = process.argv.slice(1);
    const { handler } = await import(entry);
    const print = console.log;
    for (const routeKey of JSON.parse(keys)) {
      let op;
      console.log = (line) => { if (typeof line === 'string') op = JSON.parse(line).op ?? op; };
      const [method, rawPath] = routeKey.split(' ');
      const http = { method, path: rawPath, sourceIp: '192.0.2.1', protocol: 'HTTP/1.1', userAgent: 'test' };
      const event = { version: '2.0', routeKey, rawPath, rawQueryString: '', headers: {}, isBase64Encoded: false,
        requestContext: { requestId: 'r', http, routeKey } };
      const { statusCode } = await handler(event, { awsRequestId: 'a' });
      console.log = print;
      console.log(JSON.stringify([routeKey, op, statusCode]));
    }`;

  test('each reaches its own operation through the entry of its group, which refuses what has no credentials', () => {
    const routes = Object.values(synthesised('aws')).flatMap(routesOf);
    expect(routes).toHaveLength(operations.length);
    const script = join(folder, 'send.mjs');
    writeFileSync(script, sender);
    const answered = new Map<string, [string, number]>();
    for (const { id } of groups) {
      const keys = routes.filter(({ group }) => group === id).map(({ key }) => key);
      const env = { ...process.env, ORIGIN_SECRET: 'what-cloudfront-sends', TABLE_NAME: 'none', BUCKET_NAME: 'none' };
      const settings = {
        ...{ SEARCH_ENDPOINT: 'http://127.0.0.1:1', SEARCH_SIGNED: 'false', BUS_NAME: 'none', MACHINE_ARN: 'none' },
        ...{ SIGNING_KEY_ID: 'none', ISSUER: 'urn:none', USER_POOL_ID: 'none', SITE_PARAMETER: 'none' },
        ...{ PARTNER_SECRETS: '/none', DEPLOYED_RESOURCES: JSON.stringify(resources) },
      };
      const args = ['--input-type=module', '-e', sender, join(folder, id, 'index.mjs'), JSON.stringify(keys)];
      const lines = execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...env, ...settings } });
      for (const line of lines.trimEnd().split('\n')) {
        const [key, operation, status] = JSON.parse(line) as [string, string, number];
        answered.set(key, [operation, status]);
      }
    }
    // The origin check refuses each before its input is looked at: 403 is the first answer of the chain of every operation.
    const expected = operations.map(({ method, path, id }) => [`${method} ${path}`, [id, 403]] as const);
    expect([...answered].toSorted()).toEqual(expected.toSorted());
  }, 120_000);
});

const resources = {
  search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
  ...{ alarms: 0, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1, logRetentionDays: 90 },
};

test('no bundle has effects when it is imported: it opens nothing, waits for nothing and reads no setting', () => {
  const watcher = `
    const seen = [];
    const { default: net } = await import('node:net');
    for (const [holder, name] of [[net.Socket.prototype, 'connect'], [globalThis, 'setTimeout'], [globalThis, 'setInterval'], [globalThis, 'fetch']]) {
      holder[name] = () => { seen.push(name); };
    }
    process.env = new Proxy(process.env, { get: (target, name) => {
      if (/^(TABLE_NAME|BUCKET_NAME|SEARCH_|BUS_NAME|SIGNING|USER_POOL|MACHINE|ISSUER|SITE_|PARTNER|DEPLOYED|ORIGIN_)/.test(String(name))) seen.push(String(name));
      return target[name];
    } });
    for (const file of JSON.parse(process.argv[1])) await import(file);
    console.log(JSON.stringify(seen));`;
  for (const { id } of allFunctions) {
    const files = Object.keys(metafile.outputs).filter((file) => file.includes(`/${id}/`) && file.endsWith('.mjs'));
    expect(files.length).toBeGreaterThan(0);
  }
  const handlers = Object.entries(metafile.outputs)
    .filter(([file, { entryPoint }]) => file.endsWith('.mjs') && entryPoint !== undefined)
    .map(([file]) => join(process.cwd(), file));
  const args = ['--input-type=module', '-e', watcher, JSON.stringify(handlers)];
  expect(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))).toEqual([]);
}, 120_000);

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
