import { join } from 'node:path';
import * as z from 'zod';
import { tokenOf } from '../access-token.ts';
import type { Endpoints } from '../endpoints.ts';
import { PlainFailure } from '../failure.ts';
import { readJson, writeJson } from '../json-file.ts';
import { type Places, root } from '../places.ts';
import type { StandIn } from '../stand-in.ts';
import { cleanEnvironment, tools } from '../tools.ts';
import { answers, type Child, type ProcessGroup, untilReady } from './process-group.ts';

const ACCOUNT = 'northport';
const known = z.object({ partnerId: z.string(), secret: z.string(), address: z.string() });
type Known = z.infer<typeof known>;

const call = async (endpoints: Endpoints, method: string, path: string, body: unknown): Promise<unknown> => {
  const admin = endpoints.accounts.find(({ role, member }) => role === 'admin' && member === null);
  if (!admin) throw new PlainFailure('The demo has no administrator who could register a partner.');
  const answer = await fetch(`${endpoints.api}${path}`, {
    method,
    headers: { authorization: `Bearer ${await tokenOf(endpoints, admin)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new PlainFailure(`The stand-in partner was not registered: ${answer.status} ${text}`);
  return JSON.parse(text);
};

/** The partner's registration: lends for 12.50 per loan, five days away, asked after all members. */
const terms = (address: string) => ({
  name: 'Northport Library (stand-in)',
  symbols: [{ type: 'ISIL', value: 'XX-NORTHPORT' }],
  address,
  dialect: '2021',
  supplies: true,
  requests: true,
  knowsUsAs: 'consortium',
  outbound: { how: 'none' },
  accountId: ACCOUNT,
  transitDays: 5,
  loanCost: { amount: 1250, currency: 'USD' },
  copyCost: { amount: 400, currency: 'USD' },
  retrySeconds: [1, 2, 5, 15],
});

/** Registers the simulated partner on a fresh instance; on a continued one updates its address. */
const registered = async (endpoints: Endpoints, file: string, address: string): Promise<Known> => {
  const before = readJson(file, known);
  if (before?.address === address) return before;
  if (before) {
    await call(endpoints, 'PATCH', `/resource-sharing/partners/${before.partnerId}`, { address });
    return { ...before, address };
  }
  // The simulated partner knows all members by one symbol.
  await call(endpoints, 'PUT', '/resource-sharing/symbols/consortium', {
    symbol: { type: 'ISIL', value: 'XX-CONCORD' },
  });
  const made = z
    .object({ partnerId: z.string(), secret: z.string() })
    .parse(await call(endpoints, 'POST', '/resource-sharing/partners', terms(address)));
  return { partnerId: made.partnerId, secret: made.secret, address };
};

/**
 * Starts the simulated partner (demo/partner) as its own process and registers it, so that loans beyond the consortium can be tried.
 * `second` is the length of a second in its scripts. Returns its description and the process.
 */
export const startStandIn = async (
  processGroup: ProcessGroup,
  places: Places,
  { endpoints, port, second }: { endpoints: Endpoints; port: number; second: number },
): Promise<{ standIn: StandIn; child: Child }> => {
  const page = `http://127.0.0.1:${port}`;
  const iso = `${page}/iso18626`;
  const own = await registered(endpoints, places.partner, iso);
  writeJson(places.partner, own);
  const how = [
    ...['--port', String(port), '--concord', `${endpoints.api}/resource-sharing/iso18626`],
    ...['--symbol', 'ISIL:XX-NORTHPORT', '--concord-symbol', 'ISIL:XX-CONCORD', '--edition', '2021'],
    ...['--second', String(second), '--basic', `${ACCOUNT}:${own.secret}`],
  ];
  const child = processGroup.start({
    name: 'the stand-in partner',
    command: tools.python,
    args: [tools.exitWithParent, process.execPath, join(root, 'demo', 'partner', 'serve.ts'), ...how],
    env: cleanEnvironment(),
    cwd: root,
    log: join(places.logs, 'partner.log'),
    mark: `--port ${port}`,
    grace: 5000,
  });
  await untilReady(child, () => answers(page), 30_000);
  const { partnerId, secret } = own;
  return { standIn: { page, iso, partnerId, accountId: ACCOUNT, secret }, child };
};
