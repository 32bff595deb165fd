import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { tokenOf } from '../access-token.ts';
import type { Endpoints } from '../endpoints.ts';
import { PlainFailure } from '../failure.ts';
import { type Places, root } from '../places.ts';
import { clientOf } from '../stacks.ts';
import { cleanEnvironment, tools } from '../tools.ts';
import { answers, type Child, type ProcessGroup, untilReady } from './process-group.ts';

const COLLECTION = 'standin';
const HARVEST = 'Concord-digital-lending-harvest-collections';

const listed = z.object({
  collections: z.array(z.object({ collectionId: z.string(), address: z.string(), version: z.number() })),
});

/** Calls the API as the consortium's administrator, who sets collections. */
const caller = async (endpoints: Endpoints) => {
  const admin = endpoints.accounts.find(({ role, member }) => role === 'admin' && member === null);
  if (!admin) throw new PlainFailure('The demo has no administrator who could set a collection of e-books.');
  const authorization = `Bearer ${await tokenOf(endpoints, admin)}`;
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${endpoints.api}/digital-lending${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new PlainFailure(`The stand-in vendor was not set up: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
};

/** Sets the stand-in vendor up as a collection of all members; on a continued instance only where its address changed. */
const setUp = async (endpoints: Endpoints, address: string): Promise<boolean> => {
  const call = await caller(endpoints);
  const before = listed
    .parse(await call('GET', '/collections'))
    .collections.find(({ collectionId }) => collectionId === COLLECTION);
  if (before?.address === address) return false;
  const members = [...new Set(endpoints.accounts.flatMap(({ member }) => member ?? []))].map(
    (one) => one.split('.')[0] ?? one,
  );
  const collection = { name: 'E-books (stand-in)', vendor: 'opds', address, members: [...new Set(members)].sort() };
  await call('PUT', `/collections/${COLLECTION}`, { collection, version: before?.version ?? 0 });
  return true;
};

/**
 * Starts the stand-in vendor of e-books (demo/ebook-vendor) as its own process and sets it up as a collection, so that borrowing can be
 * tried. `harvest`: reads its feed at once; tests do that themselves. Returns the process.
 */
export const startEBookVendor = async (
  processGroup: ProcessGroup,
  places: Places,
  { endpoints, port, harvest }: { endpoints: Endpoints; port: number; harvest: boolean },
): Promise<Child> => {
  const base = `http://127.0.0.1:${port}`;
  const child = processGroup.start({
    name: 'the stand-in vendor of e-books',
    command: tools.python,
    args: [
      tools.exitWithParent,
      process.execPath,
      join(root, 'demo', 'ebook-vendor', 'serve.ts'),
      '--port',
      String(port),
    ],
    env: cleanEnvironment(),
    cwd: root,
    log: join(places.logs, 'ebook-vendor.log'),
    mark: `--port ${port}`,
    grace: 5000,
  });
  await untilReady(child, () => answers(`${base}/feed`), 30_000);
  const isNew = await setUp(endpoints, `${base}/feed`);
  if (isNew && harvest)
    await new LambdaClient(clientOf(endpoints.aws)).send(new InvokeCommand({ FunctionName: HARVEST, Payload: '{}' }));
  return child;
};
