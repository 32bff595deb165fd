import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Client, ConcordApi } from './concord-api.ts';
import type { Entry } from './journal-file.ts';

const reportSchema = z.object({ clientId: z.string(), body: z.record(z.string(), z.unknown()) });
type Report = z.output<typeof reportSchema>;
type State = 'refused' | 'due-differs' | 'conflicts' | 'recorded' | 'waiting';
type Sent = 'done' | 'later' | 'unreachable';
type About = { codes?: readonly string[]; due?: string };

const files = { mode: 0o600, flush: true } as const;
const linesOf = (reports: readonly Report[]): string => reports.map((one) => `${JSON.stringify(one)}\n`).join('');

/** Damaged lines are left out: each report is a copy of what the journal has. */
const read = (path: string): Report[] =>
  (existsSync(path) ? readFileSync(path, 'utf8') : '').split('\n').flatMap((line) => {
    try {
      return [reportSchema.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });

const kinds = { 'check-outs': 'check-out', 'check-ins': 'check-in', renewals: 'renewal', payments: 'payment' } as const;
const kindOf = (path: string) => kinds[path.split('/').at(-1) as keyof typeof kinds] ?? 'other';
const day = (sip: string): string => sip.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, 100) : undefined;

/** Returns the report of a transaction. Its number is the same each time, so that Concord stores it once. */
const bodyOf = (state: State, { asked }: Entry, { codes = [], due }: About): Report['body'] => {
  const { branchId, item, patron, madeAt } = asked.body;
  const { reference, ...paid } = asked.paid ?? {};
  return {
    ...{ branchId, transactionId: asked.key, state, kind: kindOf(asked.path), codes },
    ...{ item: text(item), card: text(patron), madeAt },
    ...{ promised: asked.promised && day(asked.promised), due: due && day(due) },
    ...(asked.paid && { paid, reference: text(reference) }),
  };
};

/** The parts of a damaged line by which its branch finds it. */
const partOf = (line: string, name: string): string | undefined =>
  new RegExp(`"${name}":"([A-Za-z0-9_.-]{1,64})"`).exec(line)?.[1];

/** Concord refused a report for good: what it is about remains in the files. */
export type ReportEvent = { what: 'report-refused'; client: string; codes: readonly string[] };

type Options = {
  api: ConcordApi;
  clientOf: (id: string) => Client | undefined;
  /** Another client that has signed in and acts at the branch: it reports what one that has not left behind. */
  clientAt: (branchId: unknown) => Client | undefined;
  log: (event: ReportEvent) => void;
};

/**
 * Reports to Concord, for the page of the branch's staff, what the journal cannot get recorded. Reports are stored in `reports.ndjson` until Concord has
 * them: a copy of what is in the other files, which remain where Concord never accepts a report.
 */
export const openReports = (folder: string, { api, clientOf, clientAt, log }: Options) => {
  const file = join(folder, 'reports.ndjson');
  let queue = read(file);

  const save = (): void => {
    if (queue.length === 0) {
      rmSync(file, { force: true });
      return;
    }
    writeFileSync(`${file}.new`, linesOf(queue), files);
    renameSync(`${file}.new`, file);
  };
  const push = (report: Report): void => {
    appendFileSync(file, linesOf([report]), files);
    queue.push(report);
  };
  const post = async ({ clientId, body }: Report): Promise<Sent> => {
    const client = clientOf(clientId) ?? clientAt(body.branchId);
    if (!client) return 'later';
    const asked = { method: 'POST' as const, path: '/v1/circulation/device-transactions', body };
    const called = await api.call(client, asked, z.unknown());
    if ('ok' in called) return 'done';
    if ('unreachable' in called) return called.passing ? 'later' : 'unreachable';
    if (called.passing) return 'later';
    log({ what: 'report-refused', client: clientId, codes: called.refused.map(({ code }) => code) });
    return 'done';
  };

  return {
    add: (state: State, entry: Entry, about: About = {}): void =>
      push({ clientId: entry.clientId, body: bodyOf(state, entry, about) }),
    /** Reports a line that cannot be read, where its branch can be: all else of it is in the file `unreadable.ndjson`. */
    unreadable(line: string): void {
      const [clientId, branchId] = [partOf(line, 'clientId'), partOf(line, 'branchId')];
      if (clientId === undefined || branchId === undefined) return;
      const transactionId = `line-${createHash('sha256').update(line).digest('hex').slice(0, 40)}`;
      push({ clientId, body: { branchId, transactionId, state: 'unreadable', kind: 'other', codes: [] } });
    },
    /** Reports at once that a transaction waits: it is reported again with the next replay unless Concord knows it now. */
    waiting: (entry: Entry, codes: readonly string[]): Promise<Sent> =>
      post({ clientId: entry.clientId, body: bodyOf('waiting', entry, { codes }) }),
    /** Sends the stored reports, in their order for each client. Returns whether Concord could be reached. */
    async send(): Promise<boolean> {
      const later: Report[] = [];
      const waiting = [...queue];
      let isReached = true;
      for (const report of waiting) {
        const isBlocked = !isReached || later.some(({ clientId }) => clientId === report.clientId);
        const sent = isBlocked ? 'later' : await post(report);
        if (sent === 'unreachable') isReached = false;
        if (sent !== 'done') later.push(report);
      }
      // Reports that were added meanwhile follow.
      queue = [...later, ...queue.slice(waiting.length)];
      if (waiting.length > 0) save();
      return isReached;
    },
  };
};
