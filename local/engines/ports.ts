import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainFailure } from '../failure.ts';

/**
 * A requested port: `fixed` is required by the user, `before` is from the last start, `usual` is the default. `last` is the highest that
 * the engine supports; without it any port will do.
 */
export type PortRequest = {
  what: string;
  variable: string;
  fixed?: string | undefined;
  before?: number | undefined;
  usual: number;
  last?: number;
};

const listens = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });

const promises = join(tmpdir(), 'concord-ports');

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Between choosing a port and listening on it seconds pass; a note with our pid reserves it against other instances. */
const promise = (port: number): boolean => {
  const note = join(promises, String(port));
  mkdirSync(promises, { recursive: true });
  try {
    writeFileSync(note, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(readFileSync(note, 'utf8'));
    if (holder === process.pid) return true;
    if (holder > 0 && isAlive(holder)) return false;
    rmSync(note, { force: true });
    return promise(port);
  }
};

/** Whether a loopback port is neither in use nor reserved; if so, reserves it until this process ends. */
export const isFree = async (port: number): Promise<boolean> => (await listens(port)) !== undefined && promise(port);

const fixedPort = async (request: PortRequest, free: (port: number) => Promise<boolean>): Promise<number> => {
  const port = Number(request.fixed);
  const [low, high] = request.last === undefined ? [1, 65535] : [request.usual, request.last];
  if (!Number.isInteger(port) || port < low || port > high) {
    throw new PlainFailure(
      `${request.variable}=${request.fixed} cannot be used: give a port from ${low} to ${high}, or leave it out.`,
    );
  }
  if (await free(port)) return port;
  throw new PlainFailure(
    `Port ${port} for ${request.what} (${request.variable}) is in use: stop what holds it, or leave ${request.variable} out and a free port is taken.`,
  );
};

/**
 * Returns a free port. A fixed one is used or causes a PlainFailure; otherwise the last start's port, then the default, then any that the
 * system assigns. `taken` are ports already reserved.
 */
export const choosePort = async (request: PortRequest, taken: ReadonlySet<number>, free = isFree): Promise<number> => {
  if (request.fixed !== undefined && request.fixed !== '') return fixedPort(request, free);
  const range =
    request.last === undefined
      ? [request.usual]
      : Array.from({ length: request.last - request.usual + 1 }, (_, n) => request.usual + n);
  for (const port of [request.before, ...range]) {
    if (port !== undefined && !taken.has(port) && (await free(port))) return port;
  }
  for (let attempt = 0; request.last === undefined && attempt < 20; attempt += 1) {
    const port = await listens(0);
    if (port !== undefined && !taken.has(port) && (await free(port))) return port;
  }
  throw new PlainFailure(`No free port was found for ${request.what}.`);
};

/** Returns distinct ports for several requests, by key. */
export const choosePorts = async <K extends string>(
  requests: Record<K, PortRequest>,
  free = isFree,
): Promise<Record<K, number>> => {
  const taken = new Set<number>();
  const chosen: Partial<Record<K, number>> = {};
  for (const key in requests) {
    const port = await choosePort(requests[key], taken, free);
    taken.add(port);
    chosen[key] = port;
  }
  return chosen as Record<K, number>;
};
