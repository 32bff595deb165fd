import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { tokenOf } from '../access-token.ts';
import type { Endpoints } from '../endpoints.ts';
import { PlainFailure } from '../failure.ts';
import { readJson, writeJson } from '../json-file.ts';
import { type Places, root } from '../places.ts';
import { cleanEnvironment, tools } from '../tools.ts';
import { answers, type Child, type ProcessGroup, untilReady } from './process-group.ts';

/** The member with whose account the demo takes money online, for all members. */
const MEMBER = 'riverton';
const known = z.object({ key: z.string(), events: z.string(), address: z.string(), version: z.number() });
type Known = z.infer<typeof known>;

const setAccount = async (endpoints: Endpoints, { key, events, address, version }: Known): Promise<void> => {
  const admin = endpoints.accounts.find(({ role, member }) => role === 'admin' && member === null);
  if (!admin) throw new PlainFailure('The demo has no administrator who could set the account for payments.');
  const settings = { on: true, collectsFor: 'all', minimum: 100, providerAccount: 'acct_1StandIn', address };
  const answer = await fetch(`${endpoints.api}/payments/accounts/${MEMBER}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${await tokenOf(endpoints, admin)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...settings, secretKey: key, eventSecret: events, version: version - 1 }),
  });
  if (!answer.ok) throw new PlainFailure(`Online payment was not set: ${answer.status} ${await answer.text()}`);
};

/** Sets the account on a fresh instance; on a continued one again when the address has changed. */
const settled = async (endpoints: Endpoints, file: string, address: string): Promise<Known> => {
  const before = readJson(file, known);
  if (before?.address === address) return before;
  const made = {
    key: `sk_test_${randomBytes(16).toString('hex')}`,
    events: `whsec_${randomBytes(16).toString('hex')}`,
  };
  const own = { ...(before ?? made), address, version: (before?.version ?? 0) + 1 };
  await setAccount(endpoints, own);
  writeJson(file, own);
  return own;
};

/**
 * Starts the stand-in of the payment provider (demo/payment-provider) as its own process, and sets it as the account of a member, so that
 * bills can be paid online. Returns its page and the process.
 */
export const startPaymentProvider = async (
  processGroup: ProcessGroup,
  places: Places,
  { endpoints, port }: { endpoints: Endpoints; port: number },
): Promise<{ page: string; child: Child; isNew: boolean }> => {
  const page = `http://127.0.0.1:${port}`;
  const isNew = readJson(places.payments, known) === undefined;
  const own = await settled(endpoints, places.payments, page);
  const how = [
    ...['--port', String(port), '--key', own.key, '--secret', own.events],
    ...['--events', `${endpoints.api}/payments/events/${MEMBER}`, '--file', places.provider],
  ];
  const child = processGroup.start({
    name: 'the stand-in of the payment provider',
    command: tools.python,
    args: [tools.exitWithParent, process.execPath, join(root, 'demo', 'payment-provider', 'serve.ts'), ...how],
    env: cleanEnvironment(),
    cwd: root,
    log: join(places.logs, 'payment-provider.log'),
    mark: `--port ${port}`,
    grace: 5000,
  });
  await untilReady(child, () => answers(page), 30_000);
  return { page, child, isNew };
};
