import * as z from 'zod';
import type { Grant, Role } from '../../layers/kernel/identity/roles.ts';
import { scanTableFrom } from '../../layers/platform/dynamodb/scan-table.ts';
import type { StaffActor } from '../../layers/platform/http/actor.ts';
import { practiceRuntime } from '../../layers/platform/practice/practice-runtime.ts';
import type { Environment } from '../../layers/platform/runtime/environment.ts';
import { countingIds } from '../../layers/platform/runtime/ids.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { deweyCallNumber } from '../call-numbers.ts';
import { recordOf } from '../marc.ts';
import { performerWith } from '../seed/in-process.ts';
import {
  practiceBranches,
  practiceMember,
  practicePatrons,
  practicePolicies,
  practiceSchool,
  practiceWorks,
  SECOND_COPIES,
} from './library.ts';

const MAIN = 'practice.main';
const BRANCH = 'practice.branch';
const anything = z.unknown();
const DAY = 86_400_000;

/** The moment at which the rows are made; the seed moves them from that day. */
const now = Date.parse('2026-03-02T15:00:00.000Z');
const ago = (days: number): number => now - days * DAY;

const roles: readonly Role[] = ['desk', 'desk-supervisor', 'cataloguer', 'member-admin'];
const by: StaffActor = {
  kind: 'staff',
  id: 'stf_practice',
  grants: [
    ...roles.map((role): Grant => ({ role, scope: 'member', member: 'practice' })),
    { role: 'admin', scope: 'consortium' },
  ],
};

/** Returns the card number of a patron of the Practice Library, and the barcode of a copy; easy to type. */
export const practiceCard = (at: number): string => `P${String(at + 1).padStart(4, '0')}`;
const barcodeOf = (at: number, copy: number): string => `B${copy}${String(at + 1).padStart(3, '0')}`;

const bytesAsText = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(bytesAsText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bytesAsText(one)]));
};

/** The directory is built from members and branches when it is missing; nobody needs the history of the records, nor our answers. */
const leftOut = new Set(['directory', 'sourceChange', 'request', 'audit']);

/**
 * Makes the Practice Library by the product's operations on an empty table, at fixed times and with predictable ids, and returns its rows.
 */
export const makePracticeRows = async (environment: Environment): Promise<unknown[]> => {
  const runtime = practiceRuntime({ clock: { now: () => now }, ids: countingIds(), environment });
  const performer = performerWith(runtime);
  const act = (operation: string, at: number, request: { path?: Record<string, string>; body?: unknown }) =>
    performer.act(operation, anything, { by, at, ...request });
  await act('membership-create-member', ago(400), { body: practiceMember });
  for (const body of practiceBranches)
    await act('membership-create-branch', ago(400), { path: { memberId: 'practice' }, body });
  for (const { kind, body } of practicePolicies) {
    const adoption = { kind, effectiveFrom: new Date(ago(300)).toISOString(), decisionReference: 'PRACTICE', body };
    await act('governance-adopt-policy', ago(300), { body: adoption });
  }
  const records = await catalogue(performer.act);
  const patrons = await register(performer.act);
  await lend(act, records, patrons);
  await teach(act);
  await chase(performer, patrons);
  const rows: Record<string, unknown>[] = [];
  for await (const page of scanTableFrom(runtime, undefined)) rows.push(...page.rows);
  const ordered = rows
    .filter(({ entity }) => !leftOut.has(String(entity)))
    .sort((one, other) => (`${one.pk} ${one.sk}` < `${other.pk} ${other.sk}` ? -1 : 1));
  return JSON.parse(JSON.stringify(ordered.map(bytesAsText))) as unknown[];
};

type Act = ReturnType<typeof performerWith>['act'];
type Practise = (
  operation: string,
  at: number,
  request: { path?: Record<string, string>; body?: unknown },
) => Promise<unknown>;

/** Catalogues every title with its copies, some years ago. Returns the ids of the records. */
const catalogue = async (act: Act): Promise<string[]> => {
  const records: string[] = [];
  for (const [at, work] of practiceWorks.entries()) {
    const localId = `p${at + 1}`;
    const sourceId = `practice:${localId}`;
    const record = recordOf({ workId: work.id, member: 'riverton', localId, copies: [] });
    const created = await act('catalogue-edit-source-record', z.object({ recordId: z.string() }), {
      ...{ by, at: ago(200), path: { sourceId } },
      body: { version: 'none', record, reason: 'For practice.' },
    });
    records.push(created.recordId);
    for (const [copy, branchId] of [MAIN, BRANCH].slice(0, at < SECOND_COPIES ? 2 : 1).entries()) {
      const item = {
        ...{ sourceId, barcode: barcodeOf(at, copy + 1), branchId, location: 'stacks', copyNumber: String(copy + 1) },
        ...{ callNumber: deweyCallNumber(work), category: work.form === 'dvd' ? 'dvd' : 'book', price: 2000 },
      };
      await act('catalogue-add-item', anything, { by, at: ago(199), path: { memberId: 'practice' }, body: item });
    }
  }
  return records;
};

/** Registers every patron a hundred days ago; one card ends in a week. Returns the ids of the patrons. */
const register = async (act: Act): Promise<string[]> => {
  const patrons: string[] = [];
  for (const [at, { given, family, category, birthDate, guarantor, byPost }] of practicePatrons.entries()) {
    const email = `${given.toLowerCase()}.${family.toLowerCase()}@example.org`;
    const body = {
      ...{ branchId: MAIN, card: practiceCard(at), category, expiresOn: at === 8 ? '2026-03-09' : '2027-03-01' },
      person: { name: { given, family }, birthDate, language: 'eng', ...(byPost ? { address } : { email }) },
      ...{ residence: 'here', contactConsents: { email: !byPost, phone: false } },
      ...(guarantor !== undefined && { guarantorId: patrons[guarantor] }),
    };
    const { patronId } = await act('patrons-register-patron', z.object({ patronId: z.string() }), {
      ...{ by, at: ago(100), body },
    });
    patrons.push(patronId);
  }
  return patrons;
};

const address = { lines: ['5 Example Street'], locality: 'Practice Town', postalCode: '12345' };

/** Makes a class of the children, one of whom has something overdue: its letters are printed for the teacher to hand out. */
const teach = async (act: Practise): Promise<void> => {
  const { grades, classId, pupils } = practiceSchool;
  const body = { branchId: MAIN, grades, leavers: { become: 'expired' } };
  await act('teaching-set-school', ago(99), { path: { memberId: 'practice' }, body });
  const lines = pupils.flatMap(({ patron, grade }) => {
    const { given, family } = practicePatrons[patron] ?? {};
    const pupil = { id: `S${patron}`, name: { family, given }, card: practiceCard(patron), grade, class: classId };
    return family === undefined ? [] : [pupil];
  });
  await act('teaching-load-roster', ago(98), {
    path: { branchId: MAIN },
    body: { dryRun: false, expiresOn: '2027-03-01', lines },
  });
  for (const [at, days] of [40, 4].entries()) {
    const body = { branchId: MAIN, item: barcodeOf(17 + at, 1), patron: practiceCard(pupils[at]?.patron ?? 0) };
    await act('circulation-check-out', ago(days), { body });
  }
};

const lent = z.object({ loan: z.object({ loanId: z.string(), itemId: z.string(), due: z.string() }) });
type Worker = { using(runtime: Runtime): (event: object, context: { awsRequestId: string }) => Promise<unknown> };
const workerSchema = z.object({ handler: z.custom<Worker>((value) => typeof value === 'function') });

/** Lends a book that is overdue to the patron without an e-mail address, and lets the notice wait for the next letters. */
const chase = async ({ act, runtime }: ReturnType<typeof performerWith>, patrons: readonly string[]): Promise<void> => {
  const place = practicePatrons.findIndex(({ byPost }) => byPost);
  const body = { branchId: MAIN, item: barcodeOf(16, 1), patron: practiceCard(place) };
  const { loan } = await act('circulation-check-out', lent, { by, at: ago(40), body });
  const message = {
    ...{ noticeId: `overdue:${loan.loanId}:${loan.due}:1`, patronId: patrons[place], kind: 'overdue', step: 1 },
    ...{ at: new Date(ago(1)).toISOString(), cause: 'practice', branchId: MAIN, ...loan },
  };
  const file = new URL('../../functions/notices/consumers/send-notice/handler.ts', import.meta.url);
  const { handler } = workerSchema.parse(await import(file.href));
  const at = { ...runtime, clock: { now: () => now } };
  await handler.using(at)({ Records: [{ messageId: '1', body: JSON.stringify(message) }] }, { awsRequestId: 'demo' });
};

/** Lends, returns and blocks, so that each list of a desk has something: overdue, on the shelf, in transit, owed. */
const lend = async (act: Practise, records: readonly string[], patrons: readonly string[]): Promise<void> => {
  const borrow = (days: number, patron: number, item: string) =>
    act('circulation-check-out', ago(days), { body: { branchId: MAIN, item, patron: practiceCard(patron) } });
  const giveBack = (days: number, item: string, branchId = MAIN) =>
    act('circulation-check-in', ago(days), { body: { branchId, item } });
  const hold = (days: number, patron: number, record: number, pickupBranch = MAIN) =>
    act('circulation-place-hold', ago(days), {
      body: { recordId: records[record], pickupBranch, wait: true, branchId: MAIN, patron: practiceCard(patron) },
    });
  // Ada reads a lot, and one book is overdue.
  await borrow(40, 0, barcodeOf(10, 1));
  await borrow(5, 0, barcodeOf(11, 1));
  await borrow(2, 0, barcodeOf(26, 1));
  // Ben returned a book ten days late and owes the fine; a damaged book is charged to Dev.
  await borrow(60, 1, barcodeOf(12, 1));
  await giveBack(29, barcodeOf(12, 1));
  const damage = { branchId: MAIN, patron: practiceCard(3), fee: 'damaged-item', amount: 2650 };
  await act('circulation-charge-fee', ago(20), { body: damage });
  // Two copies wait on the shelf, one is on its way to the branch, and two patrons queue for a book on loan.
  await hold(6, 4, 13);
  await giveBack(4, barcodeOf(13, 1));
  await hold(6, 5, 14);
  await giveBack(3, barcodeOf(14, 1));
  await hold(5, 6, 15, BRANCH);
  await giveBack(1, barcodeOf(15, 1));
  await hold(3, 2, 11);
  await hold(2, 7, 11);
  // The address of Femi is not known.
  const block = { branchId: MAIN, code: 'address-unknown', everywhere: true, stops: ['checkout'] };
  await act('patrons-block-patron', ago(10), { path: { patronId: patrons[5] ?? '' }, body: block });
  const note = { branchId: MAIN, text: 'Left an umbrella at the desk.', readers: 'own-library', alert: true };
  await act('patrons-add-note', ago(7), { path: { patronId: patrons[2] ?? '' }, body: note });
};
