import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { staffToken } from '../../local/staff-token.ts';
import { confidentialCollection } from '../catalogue-cases.ts';
import { holdings } from '../holdings.ts';
import { itemMapping, loadFiles } from '../load-files.ts';
import { demoPassword } from './accounts.ts';
import type { Performer } from './in-process.ts';
import { eachOf, type Running } from './running.ts';
import { type StaffActors, staffFor } from './staff-actors.ts';

const opened = z.object({ importId: z.string(), upload: z.object({ url: z.url() }) });
const counts = z.object({ read: z.number(), accepted: z.number(), rejected: z.number(), itemsRejected: z.number() });
const view = z.object({
  import: z.object({ state: z.string(), counts, problem: z.unknown().optional() }),
  rejects: z.array(z.object({ detail: z.string() })),
});

/** The milliseconds after which a load of the demo counts as failed. */
const LONGEST = 180_000;

type LoadFile = ReturnType<typeof loadFiles>[number];

/** Calls an operation over HTTP. Throws the answer when it is refused. */
export async function call(
  { endpoints: { api } }: Running,
  token: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${api}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}

async function untilLoaded(
  running: Running,
  token: string,
  { path, longest }: { path: string; longest: number },
): Promise<z.output<typeof view>> {
  const until = Date.now() + longest;
  while (Date.now() < until) {
    const now = view.parse(await call(running, token, 'GET', path));
    if (!['awaiting-file', 'running'].includes(now.import.state)) return now;
    await sleep(500);
  }
  throw new Error(`The load ${path} did not end within ${longest / 1000} s.`);
}

/**
 * Loads a member's file through the deployed API and returns the result. Throws when the upload fails, or the load does not end
 * within `longest` milliseconds.
 */
export async function loadFile(
  running: Running,
  { member, fileName, bytes }: Pick<LoadFile, 'member' | 'fileName' | 'bytes'>,
  longest = LONGEST,
): Promise<z.output<typeof view>> {
  const token = await staffToken(running.endpoints, staffFor('cataloguer', member).email, demoPassword);
  const imports = `/catalogue/members/${member}`;
  await call(running, token, 'PUT', `${imports}/item-mapping`, itemMapping);
  const input = { fileName, bytes: bytes.length };
  const { importId, upload } = opened.parse(await call(running, token, 'POST', `${imports}/imports`, input));
  const sent = await fetch(upload.url, { method: 'PUT', body: Buffer.from(bytes) });
  if (!sent.ok) throw new Error(`${fileName} could not be sent: ${sent.status} ${await sent.text()}`);
  return untilLoaded(running, token, { path: `${imports}/imports/${importId}`, longest });
}

async function loadOne(running: Running, file: LoadFile): Promise<void> {
  const { fileName, records } = file;
  const { import: load, rejects } = await loadFile(running, file);
  const { accepted, rejected, itemsRejected } = load.counts;
  if (load.state !== 'done' || accepted !== records || rejected + itemsRejected > 0) {
    const why = JSON.stringify([load, rejects.slice(0, 3)]);
    throw new Error(`${fileName}: ${accepted} of ${records} records were taken: ${why}`);
  }
}

/** Loads every member's file through the deployed API concurrently. Throws when a record is lost. */
export async function loadAll(running: Running): Promise<void> {
  const files = loadFiles();
  await eachOf(files, files.length, (file) => loadOne(running, file));
  running.say(`${files.reduce((sum, { records }) => sum + records, 0)} records of ${files.length} members are loaded`);
}

/** Hides the confidential collection from the public and from other members. Returns the number of its records. */
export async function hideConfidential({ act }: Performer, actor: StaffActors): Promise<number> {
  const { member: memberId, works } = confidentialCollection;
  const by = actor('cataloguer', memberId);
  const hidden = holdings.filter(({ member, workId }) => member === memberId && works.some((work) => work === workId));
  for (const { localId } of hidden) {
    const body = {
      what: { sourceId: `${memberId}:${localId}` },
      hiddenFrom: ['public', 'other-members'],
      reason: 'For the staff of the house alone.',
    };
    await act('catalogue-set-visibility', z.unknown(), { by, at: Date.now(), path: { memberId }, body });
  }
  return hidden.length;
}
