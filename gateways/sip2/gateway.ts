import type { Client } from './concord-api.ts';
import { concordApi } from './concord-api.ts';
import type { Gateway } from './exchange.ts';
import { type JournalEvent, openJournal } from './journal.ts';
import { lastWrites } from './last-writes.ts';
import { lockFolder } from './lock-folder.ts';
import { readSecret } from './secret.ts';
import { type Listening, listen } from './server.ts';
import type { SessionEvent } from './session.ts';
import type { Settings } from './settings.ts';

/** How often stored transactions are tried again, in milliseconds. */
const REPLAY_MILLIS = 10_000;

/** After how many replays, a minute, the log says again how many transactions wait: an alarm counts on it. */
const REPLAYS_BETWEEN_REPORTS = 6;

export type RunningGateway = {
  ports: number[];
  /** Sends stored transactions now. Returns how many were sent. */
  replay(): Promise<number>;
  waiting(): number;
  close(): Promise<void>;
};

type GatewayEvent =
  | SessionEvent
  | JournalEvent
  | { what: 'waiting'; transactions: number }
  | { what: 'replayed'; sent: number }
  | { what: 'replay-failed'; why: string };

/** Starts the gateway. `log` gets one event for each request, without a card, a name or a title. */
export const startGateway = async (
  settings: Settings,
  { now = Date.now, log }: { now?: () => number; log: (event: GatewayEvent) => void },
): Promise<RunningGateway> => {
  const api = concordApi(settings.api, { now, timeout: settings.timeoutMillis });
  const clients = new Map<string, Client>(
    settings.terminals.map(({ clientId: id, clientSecret }) => [id, { id, secret: readSecret(clientSecret) }]),
  );
  const branches = new Map<string, Client>();
  const lock = await lockFolder(settings.journal);
  const journal = openJournal(settings.journal, {
    api,
    clientOf: (id) => clients.get(id),
    clientAt: (branchId) => branches.get(String(branchId)),
    timeZone: settings.timeZone,
    log,
  });
  // A machine client that signs in with its own secret is known from then on: its stored transactions can be sent again.
  const known: typeof api = {
    ...api,
    async signIn(client) {
      const signedIn = await api.signIn(client);
      if (!('ok' in signedIn)) return signedIn;
      clients.set(client.id, client);
      if (signedIn.ok.branchId !== undefined) branches.set(signedIn.ok.branchId, client);
      return signedIn;
    },
  };
  const gateway: Gateway = { settings, api: known, journal, writes: lastWrites(), now };
  const listening: Listening[] = [];
  for (const listener of settings.listen) listening.push(await listen(gateway, listener, log));
  let replays = 0;
  const replay = async (): Promise<number> => {
    const sent = await journal.replay();
    if (sent > 0) log({ what: 'replayed', sent });
    const transactions = journal.waiting();
    if (transactions > 0 && replays % REPLAYS_BETWEEN_REPORTS === 0) log({ what: 'waiting', transactions });
    replays += 1;
    return sent;
  };
  // A full or missing file system must not end the program: the next replay tries again.
  const onFailure = (error: NodeJS.ErrnoException): void =>
    log({ what: 'replay-failed', why: error.code ?? error.name });
  const timer = setInterval(() => void replay().catch(onFailure), REPLAY_MILLIS);
  return {
    ports: listening.map(({ port }) => port),
    replay,
    waiting: () => journal.waiting(),
    close: async () => {
      clearInterval(timer);
      await Promise.all(listening.map((one) => one.close()));
      await journal.close();
      lock.release();
    },
  };
};
