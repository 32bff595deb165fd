import * as fc from 'fast-check';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { recounted } from '../../builders/recount.ts';
import { aLentTitle, aPartner, aSharingConsortium, aTitleAt, monday } from '../../builders/request-options.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import type { StepName } from '../../builders/sharing.ts';
import { sharingAt } from '../../builders/sharing.ts';
import '../../builders/loan-machine.ts';

let table: Table & { name: string };
let index: TestIndex;
const pickupBranch = 'cedar.main';
const ill = staffAt('cedar.main', 'ill');

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  table = await aTable();
  index = anIndex();
  await aSharingConsortium(table);
  await aPartner(table, { partnerId: 'prt_free' });
});
afterAll(() => index.drop());

/** An act of a user: on which of the patron requests or loan requests made so far, and for which patron. */
const anAct = fc.record({
  what: fc.constantFrom(
    ...([
      'place',
      'place',
      'confirm',
      'review',
      'review-unknown',
      'let-through',
      'source-outside',
      'amend',
      'fill',
    ] as const),
    ...(['cancel', 'round', 'decline', 'later'] as const),
  ),
  input: fc.nat(4),
  patron: fc.nat(1),
  request: fc.nat(11),
});
type Act = typeof anAct extends fc.Arbitrary<infer A> ? A : never;
/** One patron requests a title of another member, one a book by its citation, so that each story has requests to act on. */
const firstActs: readonly Act[] = [
  { what: 'place', input: 1, patron: 0, request: 0 },
  { what: 'place', input: 3, patron: 1, request: 0 },
];
/** The acts of a group run at once. */
const aStory = fc
  .array(fc.array(anAct, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 9 })
  .map((groups) => [firstActs, ...groups]);

const aWorld = async () => {
  const sharing = sharingAt(monday);
  sharing.begin(systemRuntime());
  // A limit of three, so that the sequences reach it.
  const counters = { loans: 0, holds: 7, owed: 0, perGroup: {} };
  const patrons = await Promise.all([aBorrower(table, { counters }), aBorrower(table, { counters })]);
  const titles = await Promise.all([
    ...[aTitleAt(table, 'cedar.north'), aTitleAt(table, 'ash.main'), aLentTitle(table, 'cedar.north')],
  ]);
  const inputs = [
    ...titles.map((recordId) => ({ recordId })),
    { citation: { kind: 'book' as const, title: 'The glass orchard', date: '1998' } },
    { citation: { kind: 'article' as const, title: 'Mind' } },
  ];
  return { sharing, patrons, inputs, requests: [] as string[] };
};
type World = Awaited<ReturnType<typeof aWorld>>;

const declineAt = async ({ sharing }: World, requestId: string) => {
  const asked = (await loanRequestStore(table).load(requestId))?.request.asks.find(({ closedAt }) => !closedAt);
  if (asked?.supplierMember !== 'ash') return undefined;
  const no = { askId: asked.askId, answer: 'unfilled', reason: 'NotOnShelf' };
  return sharing.step('answer', requestId, 'ash.main', no);
};

const newRequest = async (world: World, { what, input, patron }: Act) => {
  const { sharing, patrons, inputs } = world;
  const wanted = { ...inputs[input], pickupBranch, outside: true };
  const { actor, card } = patrons[patron] ?? {};
  if (what === 'review' || what === 'review-unknown') {
    const made = await sharing.review({ ...wanted, patron: what === 'review' ? card : '2999' });
    if ('request' in made) world.requests.push(made.request.requestId);
    return;
  }
  if (!actor) return;
  const placed = await sharing.place(actor, { ...wanted, confirmedDuplicate: what === 'confirm' });
  expect(placed.status).toBeLessThan(500);
  if (placed.status === 201) world.requests.push(placed.view.requestId);
};

const steps: Partial<Record<Act['what'], [StepName, object]>> = {
  'let-through': ['step', { step: 'let-through', reason: 'OtherNeed' }],
  'source-outside': ['step', { step: 'source-outside' }],
  fill: ['fill-locally', {}],
  cancel: ['cancel', {}],
};

const done = async (world: World, act: Act): Promise<void> => {
  const { sharing, patrons, requests } = world;
  if (['place', 'confirm', 'review', 'review-unknown'].includes(act.what)) return newRequest(world, act);
  if (act.what === 'later') return sharing.later(4);
  const requestId = requests[act.request % Math.max(1, requests.length)];
  if (requestId === undefined) return;
  if (act.what === 'round') return void (await sharing.round(requestId));
  const [name, more] = steps[act.what] ?? ['amend', { patron: patrons[act.patron]?.card }];
  const answered =
    act.what === 'decline'
      ? await declineAt(world, requestId)
      : await sharing.as(name, ill, requestId, { branchId: pickupBranch, ...more });
  expect(answered?.status ?? 200).toBeLessThan(500);
};

test('C86 after any events in any order and concurrently the counter equals the claims, and each claim is its own', async () => {
  await fc.assert(
    fc.asyncProperty(aStory, async (story) => {
      const world = await aWorld();
      for (const acts of story) await Promise.all(acts.map((act) => done(world, act)));
      expect(world.requests.length).toBeGreaterThanOrEqual(firstActs.length);
      const { counter, counted, faults } = await recounted(table);
      expect(faults).toEqual([]);
      for (const { patronId } of world.patrons) expect(counter[patronId]).toBe(7 + (counted[patronId] ?? 0));
    }),
    { numRuns: Number(process.env.COUNTER_RUNS ?? 5), endOnFailure: true },
  );
}, 600_000);
