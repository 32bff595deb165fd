import { loanReport } from '../../functions/resource-sharing/domain/reports/loan-report.ts';
import type { LoanRequest } from '../../functions/resource-sharing/domain/requests/request.ts';
import type { LoanRequestRow, LoanRequestView } from '../../functions/resource-sharing/domain/requests/view-schemas.ts';
import {
  patronRow,
  requesterRow,
  supplierRow,
  viewOf,
} from '../../functions/resource-sharing/domain/requests/views.ts';
import { compareSuppliers, scoreSupplier } from '../../functions/resource-sharing/domain/rota/rota.ts';
import { type Candidate, DEFAULT_ROTA_POLICY } from '../../functions/resource-sharing/domain/rota/rota-factors.ts';
import type { Side } from '../../functions/resource-sharing/domain/workflow/triggers.ts';
import { workGroups } from '../../functions/resource-sharing/domain/workflow/work-groups.ts';
import type { Citation } from '../../layers/kernel/citation/citation.ts';
import { fixturePossible } from './fixture-options.ts';
import { aLoanRequest } from './loan-request.ts';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

const book = (title: string, author: string): Citation => ({ kind: 'book', title, author });
const article: Citation = {
  ...{ kind: 'article', title: 'Proceedings of the London Mathematical Society', volume: '42', issue: '1' },
  ...{
    partTitle: 'On computable numbers, with an application to the Entscheidungsproblem',
    partAuthor: 'Turing, A. M.',
  },
  ...{ pages: '230–265', date: '1937', issn: ['0024-6115'], doi: '10.1112/plms/s2-42.1.230' },
};

const candidate = (member: string, more: Partial<Candidate>): Candidate => ({
  ...{ member, itemId: `itm_${member}`, availableCopies: 1, lends: 'on-request', cost: 0, transitDays: 2 },
  ...{ balance: { lent: 15, borrowed: 27, target: 0 }, openMinutesNextDay: 540, reciprocal: true },
  history: { asked: 18, filled: 15, medianAnswerMinutes: 95 },
  ...more,
});
const rota = [
  candidate('ashgrove', {}),
  candidate('lakeshore', { availableCopies: 0, cost: 450, transitDays: 4, history: { asked: 0, filled: 0 } }),
  candidate('harcourt', { balance: { lent: 90, borrowed: 50, target: 0 }, reciprocal: false }),
]
  .map((one) => scoreSupplier(one, DEFAULT_ROTA_POLICY))
  .sort(compareSuppliers);

/** A request of the builder with ids, places and days of the fixture. */
const placed = (id: string, made: LoanRequest, more: Partial<LoanRequest>): LoanRequest => ({
  ...made,
  ...{ requestId: `req_${id}`, recordId: `rec_${id}`, requesterMember: 'riverton', pickupBranch: 'riverton.main' },
  ...{ placedAt: inDays(-3), patron: { patronId: 'pat_01kaw5v7n0000000000000000z' } },
  asks: made.asks.map((ask) => ({
    ...{ ...ask, askId: `ask_${id}`, askedAt: inDays(-2), answerBy: inDays(1) },
    ...(ask.answeredAt && { answeredAt: inDays(-1) }),
  })),
  history: made.history.map((step, index) => ({ ...step, at: inDays(-2 + index / 10), askId: `ask_${id}` })),
  ...more,
});

const weAsk = (supplier = 'ashgrove') => aLoanRequest().withRota(supplier).asked();
const askedOfUs = () => aLoanRequest().withRota('riverton').asked();
const theirs = { requesterMember: 'harcourt', pickupBranch: 'harcourt.main' };
const offer = {
  reason: 'MustMeetLoanCondition',
  terms: { cost: { amount: 900, currency: 'EUR' }, conditions: ['LibraryUseOnly', 'SignatureRequired'] },
};

/** In no list: its supplier has it in volumes, and offers them. */
const several = placed(
  'volumes',
  weAsk('prt_1')
    .then('supplier', 'offer-terms', { reason: 'MultiVolAvail', terms: { volumes: ['1', '2', '3'] } })
    .build(),
  { kind: 'outside-loan', citation: book('A history of the lakes', 'Ekström, Nils') },
);

/** In no list: a supplier outside has not found it as cited. */
const notFound = placed(
  'not-found',
  weAsk('prt_1').then('supplier', 'offer-terms', { reason: 'NotFoundAsCited' }).build(),
  { kind: 'outside-loan', citation: book('The lake', 'Ekström') },
);

/** In no list: stopped, because the catalogue may have it. */
const maybeHeld = placed(
  'possible',
  { ...aLoanRequest().build(), state: 'local-review' },
  { citation: book('Dune', 'Herbert'), possibleRecords: [fixturePossible], recordId: 'cit_1' },
);

/** In no list: ended at once, because nobody could be asked. */
const unasked = placed(
  'unasked',
  { ...aLoanRequest().build(), state: 'end-of-rota' },
  {
    ...{ citation: book('The dear orchard', 'Leger, Ana'), rota: [], kind: 'outside-loan' },
    excluded: [
      { member: 'prt_1', reason: 'cost-over-maximum' },
      { member: 'ashgrove', reason: 'does-not-lend' },
    ],
  },
);

/** In no list: a copy at an address of a library outside, to be viewed and handed on. */
const byLink = placed(
  'by-link',
  {
    ...weAsk('prt_1').wanting('copy').then('supplier', 'supply-copy', { documentId: 'doc_1' }).build(),
    kind: 'outside-loan',
  },
  { citation: article },
);

const agreedTerms = { conditions: ['LibraryUseOnly', 'NoReproduction'] };

const ours: LoanRequest[] = [
  placed('terms', weAsk().then('supplier', 'offer-terms', offer).build(), {
    citation: book('The tale of Genji', 'Murasaki Shikibu'),
    maxCost: { amount: 500, currency: 'EUR' },
    needBy: inDays(20),
    rota,
  }),
  placed('copy', weAsk('lakeshore').wanting('copy').then('supplier', 'supply-copy', { documentId: 'doc_1' }).build(), {
    citation: article,
  }),
  placed('home', weAsk().promised().shipped().received().lent().then('requester', 'return').build(), {
    ...{ citation: book('Matilda', 'Dahl, Roald'), due: inDays(4), barcode: '31234000000017' },
  }),
  placed(
    'twice',
    { ...aLoanRequest().withRota('ashgrove').build(), state: 'duplicate' },
    {
      citation: book('Cien años de soledad', 'García Márquez, Gabriel'),
    },
  ),
  placed('late', weAsk('harcourt').promised().shipped().build(), {
    ...{
      citation: book('Emma', 'Austen, Jane'),
      attention: 'arrival-late',
      due: inDays(15),
      barcode: '31234000000025',
    },
  }),
  placed(
    'outside',
    { ...weAsk('prt_1').build(), kind: 'outside-loan' },
    {
      ...{ citation: book('The glass orchard', 'Lindqvist, Ebba'), attention: 'message-undelivered' },
      undelivered: { message: 'Request', error: 'Answered 401 with text/plain.' },
    },
  ),
  placed(
    'more',
    { ...aLoanRequest().wanting('copy').withRota('lakeshore').build(), state: 'copyright-review' },
    { citation: { ...article, date: '2025', partTitle: 'On rivers and their lakes' } },
  ),
  placed(
    'arriving',
    { ...weAsk('prt_1').promised().shipped().build(), kind: 'outside-loan' },
    { citation: book('Letters from the harbour', 'Strand, Ida'), due: inDays(30), terms: agreedTerms },
  ),
  placed('ready', weAsk().promised().shipped().received().build(), {
    ...{
      citation: book('The atlas of tides', 'Moor, Ann'),
      due: inDays(30),
      barcode: '31234000000041',
      terms: agreedTerms,
    },
  }),
  placed('lent', weAsk().promised().shipped().received().lent().build(), {
    ...{ citation: book('Villette', 'Brontë, Charlotte'), due: inDays(9), barcode: '31234000000058' },
  }),
  placed('asked', weAsk().build(), { citation: book('The hunger games', 'Collins, Suzanne'), rota }),
];
const delivered = placed(
  'delivered',
  weAsk('lakeshore')
    .wanting('copy')
    .then('supplier', 'supply-copy', { documentId: 'doc_1' })
    .then('requester', 'deliver-copy')
    .build(),
  { citation: article },
);
const givenUp = placed(
  'gone',
  { ...weAsk().build(), state: 'cancelled' },
  { citation: book('Shirley', 'Brontë, Charlotte') },
);
const toLend: LoanRequest[] = [
  placed('1', askedOfUs().build(), { ...theirs, citation: book('Emma', 'Austen, Jane'), serviceLevel: 'rush' }),
  placed('2', askedOfUs().build(), { ...theirs, citation: book('Middlemarch', 'Eliot, George') }),
  placed(
    '3',
    { ...askedOfUs().wanting('copy').build(), kind: 'outside-supply' },
    {
      ...{ requesterMember: 'prt_1', pickupBranch: 'prt_1.outside', citation: article },
    },
  ),
  placed('4', askedOfUs().promised().build(), { ...theirs, citation: book('Matilda', 'Dahl, Roald') }),
  placed('5', askedOfUs().promised().shipped().received().lent().then('requester', 'renew').build(), {
    ...{ ...theirs, citation: book('Persuasion', 'Austen, Jane'), due: inDays(-2), barcode: '31234000000033' },
  }),
];

const rowsOf = (side: Side): LoanRequestRow[] =>
  side === 'requester' ? ours.map(requesterRow) : toLend.flatMap((one) => one.asks.map((ask) => supplierRow(one, ask)));

/** The requests that a scanned copy answers; undefined for a barcode that no item has. */
const fixtureLoansFor = (barcode: string): { requests: LoanRequestRow[] } | undefined => {
  if (barcode === '31234000000099') return undefined;
  const wanted = barcode === '31234000000088' ? [] : ['req_4'];
  return { requests: rowsOf('supplier').filter(({ requestId }) => wanted.includes(requestId)) };
};

/** The open requests of a side, as listed on the work page: of one group, or all that wait for staff; or those that a scan answers. */
export const fixtureLoans = (query: URLSearchParams): { requests: LoanRequestRow[] } | undefined => {
  const barcode = query.get('barcode');
  if (barcode !== null) return fixtureLoansFor(barcode);
  const group = query.get('group');
  const rows = rowsOf(query.get('side') === 'supplier' ? 'supplier' : 'requester');
  return { requests: rows.filter((row) => (group ? row.group === group : row.needsAttention)) };
};

const counted = (side: Side) => {
  const rows = rowsOf(side);
  const groups = workGroups.map((group) => ({ group, count: rows.filter((row) => row.group === group).length }));
  return { open: rows.length, groups };
};

/** A patron's requests: two pages, the older one with cancelled requests. */
export const fixtureOwnLoans = (after: string | null) =>
  after === null
    ? { requests: [...ours.slice(-3).map(patronRow), { ...patronRow(delivered), actions: [] }], next: 'p2' }
    : { requests: [{ ...patronRow(givenUp), actions: [] }] };

/** The number of requests in each group. */
export const fixtureWork = () => ({ requester: counted('requester'), supplier: counted('supplier') });

/** One of them, as shown to the staff of riverton. */
export const fixtureLoan = (requestId: string): LoanRequestView | undefined => {
  const request = [...ours, several, byLink, maybeHeld, notFound, unasked, ...toLend].find(
    (one) => one.requestId === requestId,
  );
  return request && viewOf(request, { as: toLend.includes(request) ? 'supplier' : 'requester', member: 'riverton' });
};

/** One of them after a step: an arrival from outside without a barcode gets one. */
export const fixtureAfter = (requestId: string, step: 'receive' | 'lend' | 'return', barcode: unknown) => {
  const before = ours.find((one) => one.requestId === requestId);
  const states = { receive: 'received', lend: 'lent', return: 'returned-by-patron' } as const;
  const own = before?.kind === 'outside-loan' ? 'ILL-00000042' : (before?.barcode ?? '');
  const borne = typeof barcode === 'string' ? barcode : own;
  return before && viewOf({ ...before, state: states[step], barcode: borne }, { as: 'requester', member: 'riverton' });
};

const copied = (requestId: string, on: string, partTitle: string) => ({
  ...{ requestId, requestedOn: on, partTitle, volume: '42', pages: '1–12', date: '2025' },
  ...{ compliance: 'US-CCG', state: 'asked' as const },
});

/** The copies of a year: one periodical at its limit with one approved copy, one with a single copy; none of other years. */
export const fixtureCopyright = (year: string) => {
  const used = [1, 2, 3, 4, 5].map((month) => ({
    ...copied(`req_n${month}`, `${year}-0${month}-11`, `On rivers, part ${month}`),
    ...(month < 4 && { state: 'filled' as const, endedAt: `${year}-0${month}-20T10:00:00.000Z` }),
  }));
  const amount = { amount: 3550, currency: 'EUR' };
  const paid = {
    ...{ ...copied('req_n6', `${year}-06-02`, 'On rivers, the last part'), compliance: 'US-CCL' },
    decided: {
      ...{ by: 'staff:stf_1', at: `${year}-06-02T09:00:00.000Z` },
      decision: { kind: 'royalty' as const, amount, reference: 'CCC-77120' },
    },
  };
  const gone = { ...copied('req_p1', `${year}-03-01`, 'Tides'), state: 'not-filled' as const };
  const periodicals = [
    {
      ...{ periodical: 'issn:0028-0836', also: ['issn:1476-4687', 'title:nature'], title: 'Nature' },
      ...{ counted: 5, beyond: 1, copies: [...used, paid] },
    },
    {
      ...{ periodical: 'title:annals of the lakes', also: [], title: 'Annals of the Lakes' },
      ...{ counted: 0, beyond: 0, copies: [gone] },
    },
  ];
  const isNow = year === String(new Date().getUTCFullYear());
  return { year, country: 'US', rules: 'contu', perYear: 5, periodicals: isNow ? periodicals : [] };
};

/** One of them as shown to its patron. */
export const fixtureOwnLoan = (requestId: string): LoanRequestView | undefined => {
  const request = [...ours, delivered].find((one) => one.requestId === requestId);
  return request && viewOf(request, { as: 'patron' });
};

type Step = { requestId: string; askId?: string; step: string; barcode?: string; override?: unknown };

/** A copy for which other patrons wait. */
const WAITED_FOR = '31234000000077';
const refusalOf = ({ requestId, barcode, override }: Step): string | undefined => {
  if (barcode === WAITED_FOR && override === undefined) return 'others-wait';
  return requestId === 'req_2' ? 'item-not-free' : undefined;
};

/** The results of steps: all succeed but those of one request, whose copy is lent meanwhile, and of a copy that others wait for. */
export const fixtureSteps = (steps: readonly Step[]) => ({
  results: steps.map((one) => ({
    ...{ requestId: one.requestId, step: one.step, ...(one.askId && { askId: one.askId }) },
    ...(refusalOf(one)
      ? { refused: [{ code: refusalOf(one), detail: 'The item is lent.' }] }
      : { status: { state: 'will-supply', label: 'To be shipped', meaning: 'Promised.' } }),
  })),
});

const pair = (month: string, requester: string, supplier: string, counts: Record<string, number>) => ({
  ...{ month, requester, supplier, service: 'loan' as const },
  counts,
});

/** The year of a library, or of all, computed from counters like the report itself. */
export const fixtureReport = (query: URLSearchParams) => {
  const [from, to, member] = [query.get('from') ?? '', query.get('to') ?? '', query.get('memberId')];
  const borrowed = [
    pair(to, 'riverton', 'ashgrove', {
      ...{
        asked: 31,
        filled: 24,
        unfilled: 7,
        becauseNotOnShelf: 5,
        becauseNonCirculating: 2,
      },
      ...{ sourcing1: 31, sourcingMinutes: 70, answering12: 20, answering48: 11, answeringMinutes: 31_000 },
      ...{ turnaround96: 14, turnaround168: 10, turnaroundMinutes: 130_000, transit72: 24, transitMinutes: 70_000 },
      ...{ costEUR: 9600, chargedEUR: 24 },
    }),
    pair(from, 'riverton', 'prt_1', {
      asked: 9,
      filled: 6,
      unfilled: 3,
      becauseNotHeld: 3,
      answering72: 9,
      answeringMinutes: 22_000,
    }),
  ];
  const lent = [
    pair(to, 'harcourt', 'riverton', { asked: 18, filled: 15, unfilled: 3, answering8: 18, answeringMinutes: 4000 }),
  ];
  // One of the members has no requests.
  const rows = member === 'calder' ? { borrowed: [], lent: [] } : { borrowed, lent };
  return loanReport({ from, to, ...(member && { memberId: member }), ...rows });
};
