import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { consortiumName } from './consortium-name.ts';
import { concordSource, deploy, type Outputs, type Source } from './deploy.ts';
import { restoreUpdated } from './dev/updated-functions.ts';
import { type Account, accountSchema, type Endpoints } from './endpoints.ts';
import { startEBookVendor } from './engines/ebook-vendor.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { lastSearchPort, type OpenSearch, startOpenSearch } from './engines/opensearch.ts';
import { startStandIn } from './engines/partner.ts';
import { startPaymentProvider } from './engines/payment-provider.ts';
import { choosePorts } from './engines/ports.ts';
import { type Child, openProcessGroup, type ProcessGroup } from './engines/process-group.ts';
import { readJson, writeJson } from './json-file.ts';
import { type Origin, startOrigin } from './origin/origin.ts';
import { peopleOf } from './origin/people.ts';
import { apisOf, outputOf } from './origin/route.ts';
import { pastPayments } from './past-payments.ts';
import { pastWebhook } from './past-webhook.ts';
import type { Places } from './places.ts';
import { say, step } from './progress.ts';
import { rebuildIndex } from './rebuild-index.ts';
import { hasSeed, seedDemo } from './seed-hook.ts';
import { stacksIn } from './stacks.ts';
import { region } from './tools.ts';
import { buildWeb } from './web-build.ts';

const portsSchema = z.object({
  ...{ web: z.number(), aws: z.number(), search: z.number() },
  ...{ partner: z.number().optional(), ebooks: z.number().optional() },
  payments: z.number().optional(),
});
type Ports = Record<keyof z.infer<typeof portsSchema>, number>;
const seededSchema = z.object({ withDemo: z.boolean(), accounts: z.array(accountSchema) });

/** The options of a start. `fixed` are ports from the environment; `usual` are the defaults to try first. */
export type InstanceOptions = {
  scale: 'full' | 'tests';
  /** Discards the data in the state folder. */
  fresh?: boolean;
  source?: Source;
  fixed?: Partial<Record<keyof Ports, string | undefined>>;
};

/**
 * A running Concord: its addresses; `enforceIam`, which restarts the emulator with IAM enforced and its data retained; and `lost`, which
 * reports an engine that ended unexpectedly.
 */
type Instance = { endpoints: Endpoints; enforceIam(): Promise<void>; lost: Promise<Child> };
type Engines = { emulator: MiniStack; search: OpenSearch };

/** An instance that can be stopped at any time, also while starting; `stop` returns false when data may be unsaved. */
export type Handle = { start(): Promise<Instance>; stop(): Promise<boolean> };

const portsFor = async (places: Places, fixed: InstanceOptions['fixed'] = {}): Promise<Ports> => {
  const before = readJson(places.ports, portsSchema);
  const ports = await choosePorts({
    web: { what: 'web and API', variable: 'CONCORD_WEB_PORT', fixed: fixed.web, before: before?.web, usual: 4580 },
    aws: { what: 'the AWS emulator', variable: 'CONCORD_AWS_PORT', fixed: fixed.aws, before: before?.aws, usual: 4577 },
    search: {
      what: 'OpenSearch',
      variable: 'CONCORD_SEARCH_PORT',
      fixed: fixed.search,
      before: before?.search,
      usual: 9201,
      last: lastSearchPort,
    },
    partner: {
      what: 'the stand-in partner',
      variable: 'CONCORD_PARTNER_PORT',
      fixed: fixed.partner,
      before: before?.partner,
      usual: 8626,
    },
    ebooks: {
      what: 'the stand-in vendor of e-books',
      variable: 'CONCORD_EBOOKS_PORT',
      fixed: fixed.ebooks,
      before: before?.ebooks,
      usual: 8627,
    },
    payments: {
      what: 'the stand-in of the payment provider',
      variable: 'CONCORD_PAYMENTS_PORT',
      fixed: fixed.payments,
      before: before?.payments,
      usual: 8630,
    },
  });
  writeJson(places.ports, ports);
  return ports;
};

const forget = (places: Places): void => {
  const stored = [
    places.aws,
    places.search,
    places.deployed,
    places.updated,
    places.seeded,
    places.endpoints,
    places.partner,
    places.payments,
    places.provider,
  ];
  for (const path of stored) {
    rmSync(path, { recursive: true, force: true });
  }
};

/** An interrupted first start left incomplete demo data, so it starts again instead of seeding twice. */
const forgetHalf = (places: Places): void => {
  const seeded = readJson(places.seeded, seededSchema);
  if (!existsSync(places.aws)) return;
  if (seeded && (seeded.withDemo || !hasSeed())) return;
  forget(places);
  say('  The first start was not finished: beginning anew.');
};

const startEngines = async (processGroup: ProcessGroup, places: Places, ports: Ports): Promise<Engines> => {
  const { aws: port, search: searchPort } = ports;
  const emulator = await startMiniStack(processGroup, places, { port, searchPort });
  if (existsSync(places.deployed) && (await stacksIn(emulator.endpoint)).size === 0) {
    say('  The last run ended before its data was saved: beginning anew.');
    await emulator.stop();
    forget(places);
    return startEngines(processGroup, places, ports);
  }
  const log = join(places.logs, 'opensearch.log');
  const search = await startOpenSearch(processGroup, { folder: places.search, port: searchPort, log });
  return { emulator, search };
};

const endpointsOf = (ports: Ports, outputs: Outputs, accounts: Account[]): Endpoints => {
  const web = `http://localhost:${ports.web}`;
  const aws = `http://localhost:${ports.aws}`;
  const search = `http://localhost:${ports.search}`;
  return { web, api: `${web}/v1`, openapi: `${web}/openapi.json`, search, aws, region, outputs, accounts };
};

/** Builds the web app's settings, with the same names as on AWS, where the web stack writes them. */
const webConfig = (outputs: Outputs, web: string): unknown => ({
  consortium: consortiumName,
  // All data of a local start are invented, and every page says so.
  demo: true,
  region,
  signIn: web,
  userPoolId: outputOf(outputs, 'UserPoolId'),
  clientId: outputOf(outputs, 'ClientId'),
});

const fill = async (
  places: Places,
  emulator: MiniStack,
  base: Endpoints,
  scale: InstanceOptions['scale'],
): Promise<Account[]> => {
  const before = readJson(places.seeded, seededSchema);
  if (before) return before.accounts;
  const seed = () => seedDemo({ api: base.api, endpoints: base, scale, say: (line) => say(`    ${line}`) });
  const { accounts } = hasSeed() ? await step('Seeding the demo consortium', seed) : { accounts: [] };
  // The data count as complete only after they are saved: without that, the next start begins anew.
  if (await emulator.save()) writeJson(places.seeded, { withDemo: hasSeed(), accounts });
  else say(`  The data are not saved yet: they last until this run ends (log: ${emulator.child.log}).`);
  return accounts;
};

const mendIndex = async (emulator: MiniStack): Promise<void> => {
  const rebuilt = await step('Rebuilding the search index from the table', () => rebuildIndex(emulator.endpoint));
  if (!rebuilt) say('  (no function catalogue-rebuild-index is deployed: the index is as it was)');
};

/** Creates an instance on a state folder: continues its data, or seeds a new one. */
export const instanceOf = (places: Places, options: InstanceOptions): Handle => {
  let processGroup: ProcessGroup | undefined;
  let origin: Origin | undefined;
  const start = async (): Promise<Instance> => {
    processGroup = await openProcessGroup(places.running);
    const home = processGroup;
    if (home.uncleanStop) say('  The last run did not end regularly; what it left running has been ended.');
    if (options.fresh) forget(places);
    else forgetHalf(places);
    const continued = existsSync(places.seeded);
    const ports = await portsFor(places, options.fixed);
    const engines = await step('Starting the AWS emulator and OpenSearch', () => startEngines(home, places, ports));
    let { emulator } = engines;
    const context = {
      target: 'local',
      searchEndpoint: `http://localhost:${ports.search}`,
      site: `http://localhost:${ports.web}`,
    };
    const source = options.source ?? concordSource;
    const [{ outputs, changed }] = await Promise.all([
      deploy(places, { endpoint: emulator.endpoint, context, source }),
      buildWeb(),
    ]);
    await restoreUpdated(places, emulator.endpoint);
    const base = endpointsOf(ports, outputs, []);
    const apis = apisOf(outputs);
    let known = base;
    origin = await startOrigin({
      port: ports.web,
      emulator: base.aws,
      apis: () => apis,
      webConfig: () => webConfig(outputs, base.web),
      people: peopleOf(() => known),
    });
    const filled = { ...base, accounts: await fill(places, emulator, base, options.scale) };
    known = filled;
    const second = options.scale === 'tests' ? 0.2 : 1;
    const outside = hasSeed()
      ? await startStandIn(home, places, { endpoints: filled, port: ports.partner, second })
      : undefined;
    const harvest = options.scale === 'full';
    const vendor = hasSeed()
      ? await startEBookVendor(home, places, { endpoints: filled, port: ports.ebooks, harvest })
      : undefined;
    const paid = hasSeed()
      ? await startPaymentProvider(home, places, { endpoints: filled, port: ports.payments })
      : undefined;
    const endpoints = {
      ...filled,
      ...(outside && { standIn: outside.standIn }),
      ...(paid && { paymentProvider: paid.page }),
    };
    if (paid?.isNew && options.scale === 'full') {
      // The demo is usable without them.
      const tried = (what: string, work: Promise<void>): Promise<void> =>
        work.catch((error: unknown) => say(`  (${what}: ${error instanceof Error ? error.message : 'unknown'})`));
      await step('Paying bills online, sending facts to a webhook', () =>
        Promise.all([
          tried('no bill was paid online', pastPayments(endpoints)),
          tried('the webhook of the demo is incomplete', pastWebhook(endpoints)),
        ]),
      );
    }
    if (home.uncleanStop && continued) await mendIndex(emulator);
    if (changed) await emulator.save();
    writeJson(places.endpoints, endpoints);
    const enforceIam = async (): Promise<void> => {
      await emulator.stop();
      emulator = await startMiniStack(home, places, { port: ports.aws, searchPort: ports.search, auth: true });
    };
    const lost = Promise.race(
      [
        engines.emulator.child,
        engines.search.child,
        ...(outside ? [outside.child] : []),
        ...(vendor ? [vendor] : []),
        ...(paid ? [paid.child] : []),
      ].map((child) => child.ended.then(() => child)),
    );
    return { endpoints, enforceIam, lost };
  };
  const stop = async (): Promise<boolean> => {
    await origin?.stop();
    return (await processGroup?.stopAll()) ?? true;
  };
  return { start, stop };
};
