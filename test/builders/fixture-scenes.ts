import { demoConsortium } from '../../demo/consortium.ts';
import {
  defaultItemMapping,
  itemMappingInputSchema,
  wishedItemMapping,
} from '../../functions/catalogue/domain/items/item-mapping.ts';
import { contract as addItem } from '../../functions/catalogue/operations/add-item/contract.ts';
import { contract as listChangedHeadings } from '../../functions/catalogue/operations/list-changed-headings/contract.ts';
import { contract as payBill } from '../../functions/circulation/operations/pay-bill/contract.ts';
import { contract as restoreHold } from '../../functions/circulation/operations/restore-hold/contract.ts';
import { exampleStaffBill } from '../../functions/circulation/schemas/bills.ts';
import { exampleLateLoan } from '../../functions/circulation/schemas/overdue.ts';
import { contract as exportRecords } from '../../functions/discovery/operations/export-records/contract.ts';
import { contract as findTitles } from '../../functions/discovery/operations/find-titles/contract.ts';
import { contract as suggestFacetValues } from '../../functions/discovery/operations/suggest-facet-values/contract.ts';
import { publishedFormulas } from '../../functions/finance/domain/cost-sharing/published.ts';
import { contract as createScenario } from '../../functions/finance/operations/create-scenario/contract.ts';
import { contract as moveVouchers } from '../../functions/finance/operations/move-vouchers/contract.ts';
import { contract as settlePartner } from '../../functions/finance/operations/settle-partner/contract.ts';
import { contract as listAudit } from '../../functions/membership/operations/list-audit/contract.ts';
import { itemDialects } from '../../layers/protocols/marc/item-mapping.ts';
import { fixtureBankStatement, fixtureBankStatements } from './fixture-bank.ts';
import {
  fixtureBodies,
  fixtureBody,
  fixtureMeeting,
  fixtureMeetingStep,
  fixtureOwnSeats,
  fixturePublicDecisions,
} from './fixture-bodies.ts';
import { fixtureBooks } from './fixture-books.ts';
import { fixtureBranchLists } from './fixture-branch-lists.ts';
import { fixtureBranch, fixtureChangedBranch } from './fixture-branches.ts';
import { fixtureBudgetSet, fixtureBudgets } from './fixture-budgets.ts';
import { fixtureClasses } from './fixture-classes.ts';
import { fixtureClosing } from './fixture-closings.ts';
import { fixtureCourier } from './fixture-courier.ts';
import { fixtureDesks, personOf } from './fixture-desks.ts';
import { fixtureEBooks } from './fixture-e-books.ts';
import { fixtureEstimate } from './fixture-estimate.ts';
import { fixtureFastAdded, isFastAdded } from './fixture-fast-add.ts';
import { fixtureFundSet, fixtureFunds, fixtureJournal, fixtureMove, fixtureYearSet } from './fixture-funds.ts';
import { fixtureLoad, fixtureLoads, fixtureOpened, fixtureRunAgain, fixtureTried } from './fixture-imports.ts';
import {
  fixtureInvoice,
  fixtureInvoiceFile,
  fixtureInvoiceStep,
  fixtureInvoices,
  fixtureInvoiceWritten,
} from './fixture-invoices.ts';
import { fixtureBatch, fixtureCopy, fixtureOffers, fixtureRun } from './fixture-items.ts';
import { fixtureLateOrders, fixtureOrderClaims } from './fixture-late-orders.ts';
import { fixtureLists } from './fixture-lists.ts';
import { fixtureLoanRules } from './fixture-loan-rules.ts';
import {
  fixtureAfter,
  fixtureCopyright,
  fixtureLoan,
  fixtureLoans,
  fixtureOwnLoan,
  fixtureOwnLoans,
  fixtureReport,
  fixtureSteps,
  fixtureWork,
} from './fixture-loans.ts';
import { fixtureMigration } from './fixture-migration.ts';
import { fixtureCharges, fixtureMoney, fixtureStatement } from './fixture-money.ts';
import { fixtureMonth, fixtureTrend } from './fixture-month.ts';
import { fixtureOfflineLoan, fixtureOfflineReturn } from './fixture-offline.ts';
import { fixtureOptions, fixtureResolved } from './fixture-options.ts';
import {
  fixtureAnswerFile,
  fixtureOrder,
  fixtureOrderStep,
  fixtureOrders,
  fixtureOrderWritten,
  fixtureVendorSet,
  fixtureVendors,
} from './fixture-orders.ts';
import { fixturePages } from './fixture-pages.ts';
import { fixtureMail, fixturePartners } from './fixture-partners.ts';
import { fixturePatronChanges } from './fixture-patron-changes.ts';
import { fixturePatronOf, fixturePatrons, fixturePatronsPolicy } from './fixture-patrons.ts';
import { fixtureBoard, fixtureBounds, fixtureDecided, fixturePack, fixturePrepared } from './fixture-periods.ts';
import { fixturePolicies } from './fixture-policies.ts';
import { fixtureAdopted, fixtureBook, fixtureProposal, fixtureProposed } from './fixture-prices.ts';
import { fixtureProposals, fixtureProposedRules } from './fixture-proposals.ts';
import { fixturePurchased, fixturePurchases, fixturePurchaseUndone } from './fixture-purchases.ts';
import { fixtureReadingHistory } from './fixture-reading-history.ts';
import { fixtureBillAddress, fixtureReconciliation, fixtureRestated } from './fixture-reconciliation.ts';
import { fixtureBatches, fixturePreview } from './fixture-record-changes.ts';
import {
  fixtureFacetCodes,
  fixtureHeadings,
  fixtureHits,
  fixtureHome,
  fixtureRecord,
  fixtureRelated,
  fixtureRequested,
} from './fixture-records.ts';
import { fixtureRollOver, fixtureRollOverPreview, fixtureRollOverRun } from './fixture-roll-over.ts';
import { fixtureSearches } from './fixture-searches.ts';
import {
  fixtureAwaitedIssues,
  fixtureClaims,
  fixtureIssuePreview,
  fixtureIssueStep,
  fixtureIssues,
  fixturePrediction,
  fixtureSubscription,
  fixtureSubscriptions,
  fixtureSubscriptionWritten,
} from './fixture-serials.ts';
import { fixtureSessions } from './fixture-sessions.ts';
import { fixtureHeldItem } from './fixture-shelf.ts';
import {
  fixtureAccount,
  fixtureDiscussion,
  fixtureEvidence,
  fixtureMemberStatement,
  fixturePayout,
  fixtureReminder,
} from './fixture-statements.ts';
import { fixtureTargetHits } from './fixture-targets.ts';
import { fixtureDuplicates, fixtureTitlesToBuy } from './fixture-titles-to-buy.ts';
import { fixtureToday } from './fixture-today.ts';
import { fixtureFindings, fixtureHistory, fixtureUnion } from './fixture-union.ts';
import { fixtureHide, fixtureVisibility } from './fixture-visibility.ts';
import {
  fixtureAmended,
  fixtureBallot,
  fixtureCounted,
  fixtureProposalList,
  fixtureRemark,
  fixtureSecretVote,
  fixtureSettled,
  fixtureStep,
  fixtureVote,
  fixtureVotedProposal,
  fixtureWritten,
} from './fixture-voting.ts';
import { fixtureWallets } from './fixture-wallets.ts';
import { fixtureWebhooks } from './fixture-webhooks.ts';
import { fixtureWhy } from './fixture-why.ts';
import { fixtureComparison, fixtureFigures, fixtureScenario, fixtureScenarios } from './fixture-workbench.ts';
import {
  fixtureCodes,
  fixtureCodesSet,
  fixtureTrueUp,
  fixtureTrueUpAfter,
  fixtureTwoCosts,
} from './fixture-year-end.ts';
import { aPng } from './pictures.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

type Scene = (call: SceneCall) => SceneAnswer | Promise<SceneAnswer>;

const { members, branches } = demoConsortium([2026, 2027]);
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
/** A detail like the API's own: in English, and with ids that no page may show. */
const detail = 'Raw: hld_01kb00000000000000000000000 waits.';
const problem = (
  status: number,
  code: string,
  errors: { code: string; params?: object; pointer?: string }[] = [{ code }],
): SceneAnswer => ({
  status,
  json: {
    ...{ type: `urn:concord:problem:${code}`, title: code, status, code, detail },
    errors: errors.map((one) => ({ pointer: '', detail, ...one })),
    requestId: 'fixture',
  },
});

const directory = {
  members: members.map((member) => ({
    ...member,
    branches: branches.filter((branch) => branch.member === member.memberId).map(({ member: _, ...branch }) => branch),
  })),
};

const staff = {
  kind: 'staff',
  id: 'stf_01kaw5v7n0000000000000000z',
  name: 'Walter Brandt',
  member: 'riverton',
  grants: ['desk', 'desk-supervisor', 'cataloguer', 'ill', 'member-finance'].map((role) => ({
    role,
    scope: 'member',
    member: 'riverton',
  })),
};

/** The approver of the consortium's finance. */
const approver = {
  ...{ kind: 'staff', id: 'stf_01kaw5v7n0000000000000001z', name: 'Vera Lind', member: 'riverton' },
  grants: [{ role: 'finance-approver', scope: 'consortium' }],
};

/** The administrator of shared data. */
const admin = {
  ...{ kind: 'staff', id: 'stf_01kaw5v7n0000000000000002z', name: 'Ines Duarte', member: 'riverton' },
  grants: [{ role: 'admin', scope: 'consortium' }],
};

/** The preparer of the consortium's finance. */
const preparer = {
  ...{ kind: 'staff', id: 'stf_01kaw5v7n0000000000000003z', name: 'Noor Haddad', member: 'riverton' },
  grants: [{ role: 'finance-preparer', scope: 'consortium' }],
};

/** Who orders for a library and has no other role. */
const buyer = {
  ...{ kind: 'staff', id: 'stf_01kaw5v7n0000000000000004z', name: 'Lena Fischer', member: 'riverton' },
  grants: [{ role: 'acquisitions', scope: 'member', member: 'riverton' }],
};

/** Who administers a library and has no other role. */
const manager = {
  ...{ kind: 'staff', id: 'stf_01kaw5v7n0000000000000005z', name: 'Omar Haddad', member: 'riverton' },
  grants: [{ role: 'member-admin', scope: 'member', member: 'riverton' }],
};

/** The only person of a library, who does all its work. */
const solo = {
  ...{ kind: 'staff', id: 'stf_01kaw5v7n0000000000000006z', name: 'Patricia Lindqvist', member: 'riverton' },
  grants: [...staff.grants, ...manager.grants],
};
/** The auditor of the consortium. */
const auditor = {
  ...{ kind: 'staff', id: 'stf_01kaw5v7n0000000000000007z', name: 'Noriko Tanaka', member: 'consortium' },
  grants: [{ role: 'auditor', scope: 'consortium' }],
};
const people: Record<string, object> = { staff, approver, admin, preparer, buyer, manager, solo, auditor };

const titles: Record<string, string> = {
  '1': 'Emma',
  '2': 'The tale of Genji',
  '3': 'Cien años de soledad',
  '4': 'Matilda',
};
const titleOf = (number: string): string => titles[number.slice(-1)] ?? 'Nature';

const scan = (number: string): SceneAnswer => {
  const isCard = number.startsWith('2');
  const isItem = number.startsWith('3') || isFastAdded(number);
  const item = {
    itemId: `itm_${number}`,
    barcode: number,
    ...{ memberId: 'riverton', branchId: 'riverton.main', location: 'Adult fiction', currentBranch: 'riverton.main' },
    title: titleOf(number),
    state: number.endsWith('4') ? 'missing' : 'available',
  };
  return {
    json: {
      number,
      is: isCard ? 'card' : isItem ? 'item' : 'unknown',
      looksLike: isCard ? 'card' : isItem ? 'item' : 'unknown',
      checkDigit: 'none',
      patrons: isCard ? [{ patronId: 'pat_01kaw5v7n0000000000000000z', memberId: 'riverton' }] : [],
      items: [],
      ...(isItem ? { item } : {}),
    },
  };
};

const loan = (number: string, title: string, due: number, member = 'riverton') => ({
  loanId: `lon_${number}`,
  itemId: `itm_${number}`,
  barcode: number,
  recordId: `rec_${number.slice(-1)}`,
  title,
  memberId: member,
  checkoutBranch: 'riverton.main',
  checkedOutAt: inDays(-18),
  due: inDays(due),
  state: due < 0 ? 'overdue' : 'open',
  renewals: 0,
});

const hold = (id: string, title: string, more: object) => ({
  holdId: `hld_${id}`,
  recordId: `rec_${id}`,
  title,
  level: 'title',
  pickupBranch: 'riverton.main',
  placedAt: inDays(-4),
  state: 'placed',
  ...more,
});

/** An item that a hold of another patron could use; lent with a supervisor's override only. */
const isWantedByOthers = (item: string): boolean => item.endsWith('58');

const checkOut = ({ item: scanned, inLibrary, override }: Record<string, unknown>): SceneAnswer => {
  const item = String(scanned);
  if (isWantedByOthers(item) && override === undefined) return problem(409, 'others-wait', [{ code: 'others-wait' }]);
  return lendingOf(item, inLibrary);
};

const lendingOf = (item: string, inLibrary: unknown): SceneAnswer =>
  item.endsWith('6') && inLibrary !== true
    ? problem(409, 'library-use-only', [{ code: 'library-use-only', params: { conditions: 'LibraryUseOnly' } }])
    : item.endsWith('9')
      ? problem(409, 'too-many-loans', [
          { code: 'too-many-loans', params: { has: 15, limit: 15 } },
          {
            code: 'owed-over-limit',
            params: {
              owed: { amount: 2650, currency: 'EUR' },
              limit: { amount: 2500, currency: 'EUR' },
              accrued: { amount: 1000, currency: 'EUR' },
              why: 'accrued',
            },
          },
          { code: 'item-held-for-another' },
        ])
      : {
          status: 201,
          json: { loan: loan(item, titleOf(item), 21), because: { ruleId: 'riverton-book', policyVersion: 1 } },
        };

const slip = {
  ...{ from: 'riverton.main', to: 'lakeshore.main', purpose: 'hold' },
  ...{ routes: ['north'], days: [1, 3], tote: 'L-2' },
};

const checkIn = ({ item: scanned, capture }: Record<string, unknown>): SceneAnswer => {
  const item = String(scanned);
  if (item.endsWith('18')) return { json: fixtureHeldItem(item) };
  if (item.endsWith('86')) return problem(409, 'transit-just-sent', [{ code: 'transit-just-sent' }]);
  const isAsked = item.endsWith('7') && capture === undefined;
  const away = item.endsWith('2') || (item.endsWith('7') && capture === 'yes');
  return {
    json: {
      itemId: `itm_${item}`,
      barcode: item,
      next: away
        ? { step: 'send', branchId: 'lakeshore.main', forHold: true, because: 'for-hold' }
        : isAsked
          ? { step: 'keep-aside', branchId: 'riverton.main', forHold: false, because: 'set-aside' }
          : { step: 'shelve', branchId: 'riverton.main', forHold: false, because: 'at-home' },
      ...(away && { slip }),
      loanClosed: capture === undefined,
      warnings: isAsked ? ['verify-location'] : [],
    },
  };
};

const signIn = ({ pin }: Record<string, unknown>): SceneAnswer =>
  pin === '482615'
    ? { json: { access_token: 'patron', token_type: 'Bearer', expires_in: 900 } }
    : problem(401, 'sign-in-refused');

const { title: _title, ...untitled } = exampleStaffBill;
const bill = (id: string, kind: string, open: number, title?: string) => ({
  ...untitled,
  ...(title === undefined ? {} : { title }),
  ...{ billId: `bil_${id}`, kind, at: inDays(-9), amount: 3000, open, currency: 'EUR' },
});

/** Bills paid in full by this fixture: removed from the patron's list. The third gives a refund. */
const settled = new Set<string>();
const openBills = () =>
  [
    bill('1', 'overdue', 350, 'Emma'),
    { ...bill('2', 'fee', 500), memberId: 'riverton' },
    bill('3', 'lost', -2500, 'Matilda'),
  ].filter(({ billId }) => !settled.has(billId));
const PAID_ONLINE = 'opy_01kb0000000000000000000000';
const fixtureSettledBill = {
  ...bill('4', 'damaged', 0, 'Persuasion'),
  lines: [
    { at: inDays(-9), did: 'charged', amount: 3000, by: 'staff:stf_1' },
    ...[
      {
        at: inDays(-8),
        did: 'paid',
        amount: 2650,
        by: 'staff:stf_1',
        means: 'card',
        receiptNumber: 'riverton.main-000031',
      },
      { at: inDays(-7), did: 'paid', amount: 350, by: 'patron', means: 'online', receiptNumber: PAID_ONLINE },
    ],
  ],
};
const withoutLines = ({ lines: _lines, ...left }: ReturnType<typeof bill>) => left;

type PaidLine = { billId: string; amount: number };

const pay = ({ billId, amount, also = [] }: Record<string, unknown>): SceneAnswer => {
  const lines = [{ billId, amount }, ...(also as PaidLine[])] as PaidLine[];
  const known = new Map(openBills().map((one) => [one.billId, one]));
  if (lines.some((line) => !known.has(line.billId))) return problem(404, 'unknown-bill');
  if (lines.some((line) => line.amount > (known.get(line.billId)?.open ?? 0))) return problem(409, 'more-than-open');
  const bills = lines.flatMap((line) => {
    const found = known.get(line.billId);
    if (found?.open === line.amount) settled.add(found.billId);
    return found ? [withoutLines({ ...found, open: found.open - line.amount })] : [];
  });
  const paid = lines.reduce((sum, line) => sum + line.amount, 0);
  const payment = { receiptNumber: 'riverton.main-000042', bill: bills[0], bills, paid, owed: 850 - paid };
  return { status: 201, json: { ...payBill.example.output, ...payment } };
};

const waive = ({ billId, amount }: Record<string, unknown>): SceneAnswer => {
  const found = openBills().find((one) => one.billId === billId);
  if (!found) return problem(404, 'unknown-bill');
  if (Number(amount) > 200) return problem(403, 'needs-supervisor');
  const left = { ...found, open: found.open - Number(amount) };
  return { status: 201, json: { receiptNumber: 'riverton.main-000043', bill: left, waived: amount, owed: 650 } };
};

const refund = ({ billId }: Record<string, unknown>): SceneAnswer => {
  const found = openBills().find((one) => one.billId === billId);
  if (!found || found.open >= 0) return problem(409, 'no-money-back');
  settled.add(found.billId);
  return {
    status: 201,
    json: { receiptNumber: 'riverton.main-000044', bills: [withoutLines({ ...found, open: 0 })], owed: 850 },
  };
};

const deskMoney = {
  ...{ currency: 'EUR', means: ['cash', 'card', 'voucher'], waiveLimit: 200, refundLimit: 2000 },
  fees: [{ fee: 'card-replacement', amount: 300 }],
};
const feesInForce = {
  ...{ kind: 'fees', version: 2, effectiveFrom: '2026-07-01T00:00:00.000Z', decisionReference: 'Board 2026-05-12' },
  ...{ adoptedBy: 'staff:stf_01kaw5v7n0000000000000000z' },
  body: {
    currency: 'EUR',
    fees: { 'card-replacement': 300 },
    desk: { means: deskMoney.means, refundLimit: 2000, waiveLimit: 200 },
  },
};

const fixtureLimits = {
  ...{ loans: { has: 2, most: 60 }, holds: { has: 0, most: 30 }, owed: { has: 850, most: 2500, currency: 'EUR' } },
  groups: [{ group: 'films', has: 1, most: 10 }],
};

/** The card of a patron of the desk's own library; any other is of another library. */
const homeCard = '21101000000099';
/** The card of a patron with an alert. */
const alertCard = '21101000000098';
const fixtureAlert = {
  ...{ noteId: 'nte_1', at: '2026-11-01T10:00:00.000Z', by: 'staff:stf_1', branchId: 'riverton.main' },
  ...{ readers: 'all' as const, text: 'Left an umbrella at the desk.', alert: true as const },
};

const fixtureElsewhere = {
  ...{ at: 'elsewhere', patronId: 'pat_01kaw5v7n0000000000000000z', name: { family: 'Okafor', given: 'Amara' } },
  ...{ homeMember: 'lakeshore', cardState: 'good', mayBorrow: true, owed: 250, currency: 'EUR', notes: [fixtureAlert] },
  blocks: [{ code: 'conduct', scope: 'riverton', since: '2026-11-02T10:00:00.000Z', by: 'staff:stf_1' }],
};
const everywhere = { code: 'library-decision', scope: 'consortium' };
const fixtureAtHome = {
  ...{ ...fixtureElsewhere, at: 'home', patronId: 'pat_01kaw5v7n0000000000000009z', homeMember: 'riverton' },
  ...{ name: { family: 'Lindholm', given: 'Amy' }, card: homeCard, homeBranch: 'riverton.main', category: 'adult' },
  ...{ expiresOn: '2028-03-31', minor: false, classes: {}, version: 1, loans: 0, holds: 0, reasons: [], owed: 0 },
  ...{ residence: 'riverton', contactConsents: { email: { given: true, at: '2026-03-02T10:00:00.000Z' } } },
  blocks: [
    { ...everywhere, since: '2026-11-01T10:00:00.000Z', by: 'staff:stf_1', until: '2026-12-31', stops: ['hold'] },
  ],
  notes: [
    {
      ...{ ...fixtureAlert, noteId: 'block-library-decision-consortium', text: 'Two letters came back.' },
      ...{ alert: undefined, block: everywhere },
    },
  ],
  person: {
    ...{ name: { family: 'Lindholm', given: 'Amanda' }, usedName: { family: 'Lindholm', given: 'Amy' } },
    phones: [{ number: '+1 555 010 1234', label: 'mobile' }],
    address: { lines: ['12 Mill Street'], locality: 'Riverton', region: 'NY', postalCode: '12345' },
  },
};

const lateLoan = (id: string, title: string, days: number, more = {}) => ({
  ...{ ...exampleLateLoan, loanId: `lon_${id}`, itemId: `itm_${id}`, barcode: `3110100000001${id}`, title },
  ...{ due: inDays(-days), since: inDays(-days) },
  ...more,
});

/** Two pages, with one lost item of another library's patron, without a name. */
const lateLoans = (stage: string | null, after: string | null): SceneAnswer => {
  const { patron: _, ...nameless } = exampleLateLoan;
  const lost = { ...nameless, stage: 'lost', state: 'lost', charged: { amount: 3000, currency: 'EUR' }, aged: true };
  if (stage === 'lost') return { json: { loans: [{ ...lost, patronMember: 'lakeshore' }] } };
  if (after !== null) return { json: { loans: [lateLoan('3', 'The tale of Genji', 1)] } };
  return { json: { loans: [lateLoan('1', 'Emma', 16), lateLoan('2', 'Cien años de soledad', 2)], next: 'p2' } };
};

const after = (
  { requestId = '' }: Record<string, string>,
  step: 'receive' | 'lend' | 'return',
  { barcode }: Record<string, unknown>,
): SceneAnswer => {
  const json = fixtureAfter(requestId, step, barcode);
  return json ? { json } : problem(404, 'unknown-request');
};

const settledWith = (): SceneAnswer => ({ status: 201, json: settlePartner.example.output });

/** The fixture's answers where an operation's own example is not enough; the rest answers its example. */
export const scenes: Record<string, Scene> = {
  ...fixtureLists(problem),
  ...fixtureSearches(problem),
  ...fixtureClasses,
  ...fixtureBranchLists,
  ...fixtureCourier,
  ...fixtureWhy,
  ...fixtureMigration,
  'circulation-restore-hold': ({ params }) =>
    params.holdId === 'hld_q3' ? problem(409, 'hold-not-cancelled') : { json: restoreHold.example.output },
  'circulation-run-closing': ({ body }) => ({ json: fixtureClosing(body.way) }),
  'membership-show-branch': () => ({ json: fixtureBranch() }),
  'membership-update-branch': ({ body }) => {
    const changed = fixtureChangedBranch(body, 'details');
    return changed ? { json: changed } : problem(409, 'changed-meanwhile');
  },
  'membership-update-branch-hours': ({ body }) => {
    const changed = fixtureChangedBranch(body, 'calendar');
    if (!changed) return problem(409, 'changed-meanwhile');
    const { branch, version, calendars } = changed;
    return { json: { ...branch, version, calendars } };
  },
  ...fixtureReadingHistory,
  ...fixtureSessions(problem),
  ...fixtureWallets(problem),
  ...fixtureEBooks(problem),
  ...fixtureWebhooks,
  ...fixturePatrons(problem),
  ...fixturePatronChanges,
  'membership-list-directory': () => ({ json: directory }),
  ...fixtureDesks(problem),
  'membership-list-audit': () => {
    const { entries, ...others } = listAudit.example.output;
    const grant = { role: 'desk', scope: 'branch', branch: 'riverton.eastside' };
    const given = { did: 'give-role', auditId: 'aud_2', detail: { grant, reason: 'New colleague', seal: '9f86d0' } };
    return { json: { ...others, entries: [...entries, ...entries.map((one) => ({ ...one, ...given }))] } };
  },
  'membership-whoami': ({ token }) => ({
    json: personOf(token, people) ?? {
      ...{ kind: 'patron', id: 'pat_01kaw5v7n0000000000000000z', name: 'Amara Okafor', member: 'riverton' },
    },
  }),
  'patrons-sign-in': ({ body }) => signIn(body),
  'patrons-look-up-patron': ({ body }) => ({
    json:
      body.card === homeCard || body.patronId === fixtureAtHome.patronId
        ? fixtureAtHome
        : (fixturePatronOf(body.patronId) ?? {
            ...fixtureElsewhere,
            notes: [alertCard, undefined].includes(body.card as string | undefined) ? [fixtureAlert] : [],
          }),
  }),
  'discovery-browse-headings': () => ({ json: fixtureHeadings() }),
  'discovery-list-heading-records': ({ query }) => {
    const { total, hits } = fixtureHits(query);
    return { json: { total, hits: hits.slice(0, 3) } };
  },
  'catalogue-get-record': ({ params }) => ({ json: fixtureUnion(params.recordId ?? '') }),
  'catalogue-check-source-record': ({ params, body }) => ({ json: fixtureFindings(body, params.sourceId) }),
  'catalogue-search-target': ({ query }) => {
    const hits = fixtureTargetHits(query);
    return hits
      ? { json: hits }
      : problem(422, 'target-failed', [{ code: 'target-failed', params: { fault: 'timed-out' } }]);
  },
  'catalogue-list-history': () => ({ json: fixtureHistory }),
  'catalogue-show-visibility': ({ query }) => ({ json: fixtureVisibility(query) }),
  'catalogue-set-visibility': ({ body }) => ({ json: fixtureHide(body) }),
  'catalogue-list-item-batches': ({ query }) => ({ json: fixtureBatches(query.get('of')) }),
  'catalogue-preview-item-changes': ({ body }) => ({ status: 201, json: fixturePreview(body) }),
  'catalogue-run-item-batch': ({ params, body }) => ({ json: fixtureRun(params, body) }),
  'catalogue-get-item-batch': ({ params, query }) => ({ json: fixtureBatch(params, query) }),
  'catalogue-list-imports': () => ({ json: fixtureLoads() }),
  'catalogue-get-import': ({ params, query }) => {
    const load = fixtureLoad(params.importId ?? '', Number(query.get('rejectsOfPart') ?? 0));
    return load ? { json: load } : problem(404, 'unknown-import');
  },
  'catalogue-list-changed-headings': () => ({ json: listChangedHeadings.example.output }),
  'catalogue-start-import': ({ body, origin }) => ({ status: 201, json: fixtureOpened(body, origin) }),
  'catalogue-run-import': ({ params }) =>
    params.importId === 'imp_awaits'
      ? problem(409, 'file-missing')
      : { status: 202, json: fixtureRunAgain(params.importId ?? '') },
  'catalogue-get-item-mapping': () => ({
    json: { mapping: defaultItemMapping, isDefault: true, dialects: itemDialects },
  }),
  'catalogue-set-item-mapping': ({ body }) => ({ json: wishedItemMapping(itemMappingInputSchema.parse(body)) }),
  'catalogue-preview-item-mapping': async ({ body }) => {
    const tried = await fixtureTried(body);
    if (!('why' in tried)) return { json: tried };
    return problem(422, 'not-marc', [{ code: 'not-marc', params: tried, pointer: '/body/records' }]);
  },
  'catalogue-add-item': ({ body }) =>
    body.barcode === '31234000000000'
      ? problem(409, 'barcode-taken', [{ code: 'barcode-taken', pointer: '/body/barcode' }])
      : { status: 201, json: { ...addItem.example.output, barcode: body.barcode } },
  'catalogue-fast-add': ({ body, params }) => ({ status: 201, json: fixtureFastAdded(body, params.branchId) }),
  'catalogue-get-item': ({ params }) => ({ json: fixtureCopy(params.barcode ?? '') }),
  'catalogue-list-copy-offers': () => ({ json: fixtureOffers() }),
  'discovery-export-records': () => ({ json: exportRecords.example.output, headers: { 'x-left-out': 'rec_gone' } }),
  'discovery-find-titles': ({ body }) => ({
    json:
      body.text === 'emma'
        ? {
            ...findTitles.example.output,
            titles: [{ recordId: 'rec_1', title: 'Emma', author: 'Austen, Jane', year: 2003 }],
          }
        : { total: { count: 0, atLeast: false }, titles: [] },
  }),
  'discovery-list-cover-credits': () => ({ json: { hasCovers: false, credits: [] } }),
  'discovery-show-cover': () => ({
    json: Buffer.from(aPng(200, 290)).toString('base64'),
    headers: { 'content-type': 'image/png' },
  }),
  'discovery-show-home': ({ query }) => ({ json: fixtureHome(query.get('member')) }),
  'discovery-set-home': ({ body: { v, ...content } }) =>
    v === 3 ? { json: { ...content, v: 4 } } : problem(409, 'changed-meanwhile'),
  'analytics-list-most-requested': () => ({ json: fixtureRequested }),
  'discovery-search': ({ query }) => ({ json: fixtureHits(query) }),
  ...fixturePages,
  'discovery-suggest-facet-values': ({ params: { facet = '' } }) => ({
    json: facet === 'language' ? fixtureFacetCodes(facet) : suggestFacetValues.example.output,
  }),
  'discovery-list-related': ({ params }) => ({ json: fixtureRelated(params.recordId ?? '') }),
  'discovery-get-record': ({ params }) =>
    params.recordId === 'rec_none' ? problem(404, 'unknown-record') : { json: fixtureRecord(params.recordId ?? '') },
  'circulation-show-patron': ({ body }) => ({
    json: {
      loans: [
        {
          ...loan('31101000000013', 'Cien años de soledad', -40, 'harcourt'),
          accrued: { amount: 1000, currency: 'EUR' },
        },
        { ...loan('31101000000011', 'Emma', 1), state: 'claimed' },
      ],
      holds: [],
      bills: body.settled ? [...openBills(), fixtureSettledBill] : openBills(),
      owed: [{ amount: 850, currency: 'EUR' }],
      accrued: [{ amount: 1000, currency: 'EUR' }],
      desk: deskMoney,
      limits: fixtureLimits,
    },
  }),
  'circulation-pay-bill': ({ body }) => pay(body),
  'circulation-waive-bill': ({ body }) => waive(body),
  'circulation-refund-credit': ({ body }) => refund(body),
  'circulation-declare-lost': ({ body }) => ({
    json: { itemId: body.item, state: 'lost', charged: { amount: 3000, currency: 'EUR' } },
  }),
  'circulation-list-overdue': ({ query }) => lateLoans(query.get('stage'), query.get('after')),
  'circulation-scan': ({ body }) => scan(String(body.scan)),
  'circulation-check-out': ({ body }) => fixtureOfflineLoan(body, checkOut),
  'circulation-check-in': ({ body }) => fixtureOfflineReturn(body, checkIn),
  'circulation-list-my-loans': () => ({
    json: {
      loans: [
        {
          ...loan('31101000000013', 'Cien años de soledad', -2, 'harcourt'),
          accrued: { amount: 75, currency: 'USD' },
        },
        loan('31101000000011', 'Emma', 1),
        loan('31101000000014', 'Matilda', 12, 'lakeshore'),
      ],
    },
  }),
  'circulation-renew': ({ body }) =>
    String(body.item).endsWith('4')
      ? problem(409, 'hold-waiting')
      : String(body.item).endsWith('5')
        ? { json: { itemId: 'itm_5', loanId: 'lon_5', due: inDays(4), asked: true } }
        : { json: { itemId: 'itm_1', loanId: 'lon_1', due: inDays(21) } },
  'circulation-list-my-holds': () => ({
    json: {
      holds: [
        hold('2', 'Genji monogatari = The tale of Genji', { state: 'on-shelf', shelfExpiresAt: inDays(6) }),
        hold('4', 'The hunger games', { place: 3 }),
      ],
    },
  }),
  'circulation-place-hold': ({ body }) =>
    body.recordId === 'rec_2' && body.wait !== true
      ? problem(409, 'consortium-loan')
      : { status: 201, json: { hold: hold('1', 'Emma', { place: 1 }), warnings: [] } },
  'resource-sharing-show-request-options': ({ query }) => {
    const json = fixtureOptions(query);
    return json ? { json } : problem(409, 'no-policies');
  },
  'resource-sharing-resolve-openurl': ({ query }) => ({ json: fixtureResolved(query) }),
  'resource-sharing-list-my-requests': ({ query }) => ({ json: fixtureOwnLoans(query.get('after')) }),
  'resource-sharing-list-requests': ({ query }) => {
    const json = fixtureLoans(query);
    return json ? { json } : problem(404, 'unknown-item');
  },
  'resource-sharing-count-work': () => ({ json: fixtureWork() }),
  'resource-sharing-restart-request': ({ params }) => {
    const json = fixtureLoan(params.requestId ?? '');
    return json ? { status: 202, json } : problem(404, 'unknown-request');
  },
  'resource-sharing-get-request': ({ params, token }) => {
    const json = token === 'patron' ? fixtureOwnLoan(params.requestId ?? '') : fixtureLoan(params.requestId ?? '');
    return json ? { json } : problem(404, 'unknown-request');
  },
  'resource-sharing-list-copyright': ({ query }) => ({ json: fixtureCopyright(query.get('year') ?? '') }),
  'resource-sharing-receive-request': ({ params, body }) => after(params, 'receive', body),
  'resource-sharing-lend-request': ({ params, body }) => after(params, 'lend', body),
  'resource-sharing-return-request': ({ params, body }) => after(params, 'return', body),
  'resource-sharing-report': ({ query }) => ({ json: fixtureReport(query) }),
  'resource-sharing-list-partners': () => ({ json: { partners: fixturePartners } }),
  'resource-sharing-get-partner': ({ params }) => {
    const json = fixturePartners.find(({ partnerId }) => partnerId === params.partnerId);
    return json ? { json } : problem(404, 'unknown-partner');
  },
  'resource-sharing-list-messages': () => ({ json: { messages: fixtureMail } }),
  'resource-sharing-remove-partner': ({ params }) =>
    fixturePartners.find(({ partnerId }) => partnerId === params.partnerId)?.paused
      ? { json: { removed: true } }
      : problem(409, 'partner-not-paused'),
  'resource-sharing-list-partner-messages': ({ query }) => ({
    json: {
      messages: fixtureMail.filter(({ state }) => query.get('only') === null || state === 'failed').toReversed(),
    },
  }),
  'resource-sharing-upload-copy': ({ origin }) => ({
    status: 201,
    json: {
      documentId: 'doc_9',
      upload: { method: 'PUT', url: `${origin}/bucket/doc_9.pdf`, headers: {}, expiresAt: inDays(1) },
    },
  }),
  'resource-sharing-take-steps': ({ body }) => ({ json: fixtureSteps(body.steps as never) }),
  'finance-list-charges': ({ query }) => ({ json: fixtureCharges(query.get('month') ?? '') }),
  'finance-list-partners': () => ({ json: fixtureMoney() }),
  'finance-show-partner-statement': ({ params }) => ({ json: fixtureStatement(params.month ?? '') }),
  'finance-settle-partner': ({ body }) => (Number(body.amount) === 1 ? problem(409, 'more-than-owed') : settledWith()),
  'finance-move-vouchers': ({ body }) =>
    body.move === 'redeemed' ? problem(409, 'vouchers-lacking') : { status: 201, json: moveVouchers.example.output },
  'acquisitions-list-funds': fixtureFunds,
  'acquisitions-list-fund-entries': fixtureJournal,
  'acquisitions-move-money': fixtureMove,
  'acquisitions-set-fund': fixtureFundSet,
  'acquisitions-set-year': fixtureYearSet,
  'acquisitions-show-roll-over': fixtureRollOver,
  'acquisitions-preview-roll-over': fixtureRollOverPreview,
  'acquisitions-run-roll-over': fixtureRollOverRun,
  'acquisitions-list-vendors': fixtureVendors,
  'acquisitions-set-vendor': fixtureVendorSet,
  'acquisitions-list-orders': fixtureOrders,
  'acquisitions-show-order': fixtureOrder,
  'acquisitions-write-order': fixtureOrderWritten,
  'acquisitions-show-order-file': () => ({ json: { name: 'order-2026-00001.edi', base64: 'VU5BOisuPyAn' } }),
  'acquisitions-step-order': fixtureOrderStep,
  'acquisitions-list-late-orders': fixtureLateOrders,
  'acquisitions-list-purchases': fixturePurchases,
  'acquisitions-buy-item': fixturePurchased,
  'acquisitions-undo-purchase': fixturePurchaseUndone,
  'acquisitions-list-titles-to-buy': fixtureTitlesToBuy,
  'acquisitions-show-duplicates': fixtureDuplicates,
  'acquisitions-claim-orders': fixtureOrderClaims,
  'acquisitions-load-answers': fixtureAnswerFile,
  'acquisitions-list-invoices': fixtureInvoices,
  'acquisitions-show-invoice': fixtureInvoice,
  'acquisitions-write-invoice': fixtureInvoiceWritten,
  'acquisitions-load-invoices': fixtureInvoiceFile,
  'acquisitions-step-invoice': fixtureInvoiceStep,
  'acquisitions-list-subscriptions': fixtureSubscriptions,
  'acquisitions-show-subscription': fixtureSubscription,
  'acquisitions-write-subscription': fixtureSubscriptionWritten,
  'acquisitions-list-issues': fixtureIssues,
  'acquisitions-list-awaited-issues': fixtureAwaitedIssues,
  'acquisitions-step-issue': fixtureIssueStep,
  'acquisitions-claim-issues': fixtureClaims,
  'acquisitions-preview-issues': fixtureIssuePreview,
  'acquisitions-predict-issues': fixturePrediction,
  'finance-list-budgets': ({ query }) => ({ json: fixtureBudgets(query.get('member')) }),
  'finance-set-budget': ({ params, body }) =>
    body.amount === 100 ? problem(409, 'changed-meanwhile') : { json: fixtureBudgetSet(params, body) },
  'circulation-show-loan-rules': ({ query }) =>
    (query.get('on') ?? '2999') < '2020' ? problem(409, 'no-policies') : { json: fixtureLoanRules(query) },
  'analytics-show-today': ({ token, query }) => ({ json: fixtureToday(token, query.get('counts')) }),
  'governance-list-policies': ({ query }) => ({ json: fixturePolicies(query.get('kind')) }),
  'governance-list-proposals': ({ token }) => ({
    json: token === 'manager' ? fixtureProposals : { proposals: [], seconds: [], names: {} },
  }),
  'governance-list-bodies': () => ({ json: fixtureBodies() }),
  'governance-show-body': ({ params }) => ({ json: fixtureBody(params.bodyId ?? '') }),
  'governance-show-meeting': ({ params }) => ({ json: fixtureMeeting(params.bodyId ?? '', params.meetingId ?? '') }),
  'governance-print-meeting': ({ origin }) => ({ json: { url: `${origin}/bucket/meeting.pdf`, expiresAt: inDays(1) } }),
  'governance-step-meeting': fixtureMeetingStep,
  'governance-ask-seat-link': () => ({ status: 202, json: { validMinutes: 30 } }),
  'governance-use-seat-link': ({ body }) =>
    String(body.link).startsWith('used')
      ? problem(410, 'link-refused')
      : { status: 201, json: { session: 's'.repeat(43), until: inDays(1) } },
  'governance-end-seat-session': () => ({ json: { ended: true } }),
  'governance-show-own-seats': () => ({ json: fixtureOwnSeats() }),
  'governance-print-own-meeting': ({ origin }) => ({
    json: { url: `${origin}/bucket/meeting.pdf`, expiresAt: inDays(1) },
  }),
  'governance-show-public-decisions': () => ({ json: fixturePublicDecisions() }),
  'governance-list-consortium-proposals': () => ({ json: fixtureProposalList() }),
  'governance-show-consortium-proposal': ({ params }) => ({ json: fixtureVotedProposal(params.proposalId ?? '') }),
  'governance-cast-vote': fixtureVote,
  'governance-cast-secret-vote': fixtureSecretVote,
  'governance-step-consortium-proposal': fixtureStep,
  'governance-remark-on-consortium-proposal': fixtureRemark,
  'governance-amend-consortium-proposal': fixtureAmended,
  'governance-settle-amendment': fixtureSettled,
  'governance-open-ballot': fixtureBallot,
  'governance-end-ballot': fixtureCounted,
  'governance-write-consortium-proposal': fixtureWritten,
  'governance-decide-proposal': ({ params }) => ({
    json: {
      ...fixtureProposals.proposals[0],
      ...fixtureProposals.proposals.find(({ proposalId }) => proposalId === params.proposalId),
    },
  }),
  'governance-propose-rules': ({ body }) => fixtureProposedRules(body),
  'governance-adopt-policy': ({ body }) =>
    body.decisionReference === 'overtaken'
      ? problem(409, 'policy-overtaken')
      : { status: 201, json: fixturePolicies(String(body.kind)).policies[0] },
  'finance-get-price-book': () => ({ json: fixtureBook() }),
  'finance-show-price-change': () => ({ json: fixtureProposal }),
  'finance-prepare-price-change': ({ body }) =>
    String(body.effectiveFrom) < '2026-10'
      ? problem(409, 'period-written')
      : { status: 201, json: fixtureProposed(body) },
  'finance-approve-price-change': () => ({ status: 201, json: fixtureAdopted }),
  'membership-invite-staff': ({ body }) =>
    body.email === 'taken@example.org'
      ? problem(409, 'email-taken')
      : { status: 201, json: { ...body, staffId: 'stf_01kaw5v7n0000000000000000z', grants: [], invited: true } },
  'membership-list-invitations': ({ query }) => ({
    json: {
      invitations: [
        {
          ...{ staffId: 'stf_invited', name: 'Noor Haddad', email: 'noor.haddad@example.org' },
          ...{ memberId: query.get('memberId') ?? '', sentAt: '2026-11-24T15:04:05.000Z' },
        },
      ],
    },
  }),
  'membership-withdraw-invitation': ({ params }) => ({ json: { staffId: params.staffId } }),
  'membership-set-membership': ({ params, body }) => {
    const member = directory.members.find(({ memberId }) => memberId === params.memberId);
    if (!member) return problem(404, 'unknown-member');
    if (typeof body.leftOn === 'string' && body.leftOn < String(body.memberSince))
      return problem(422, 'left-before-joined');
    const { branches: _, memberSince: __, ...rest } = member;
    return { json: { ...rest, ...body } };
  },
  'membership-update-member': ({ params, body: { version, ...details } }) => {
    const member = directory.members.find(({ memberId }) => memberId === params.memberId);
    if (!member) return problem(404, 'unknown-member');
    const { branches: _, ...rest } = member;
    return { json: { ...rest, ...details, detailsVersion: Number(version) + 1 } };
  },
  'governance-get-policy-in-force': ({ params }) =>
    params.kind === 'fees'
      ? { json: feesInForce }
      : params.kind === 'patrons'
        ? { json: fixturePatronsPolicy }
        : problem(404, 'none-in-force'),
  'finance-get-month-csv': ({ params }) => ({
    json: 'row,month,synthetic\r\ntotal,2026-10,yes\r\n',
    headers: { 'content-disposition': `attachment; filename="concord-${params.month}-all-synthetic.csv"` },
  }),
  'finance-show-reconciliation': ({ params }) => ({ json: fixtureReconciliation(params.month ?? '') }),
  'finance-accept-exception': ({ params, body }) => ({
    status: 201,
    json: fixtureReconciliation(params.month ?? '', String(body.reason)),
  }),
  'finance-open-bill': ({ origin }) => ({ status: 201, json: fixtureBillAddress(origin) }),
  'finance-estimate-cost': async ({ query }) => ({ json: await fixtureEstimate(query) }),
  'finance-print-estimate': ({ origin }) => ({ json: { url: `${origin}/bucket/estimate.pdf`, expiresAt: inDays(1) } }),
  'finance-show-trend': ({ query }) => ({ json: fixtureTrend(query.get('member')) }),
  'finance-get-month': ({ params, query }) => ({ json: fixtureMonth(params.month ?? '', query.get('member')) }),
  'finance-list-figures': ({ query }) => ({
    json: {
      figures: fixtureFigures.filter(({ memberId }) => [null, memberId].includes(query.get('member'))),
    },
  }),
  'finance-list-formulas': () => ({ json: { formulas: publishedFormulas } }),
  'finance-list-scenarios': ({ query }) => ({
    json: { scenarios: fixtureScenarios.filter(({ state }) => query.get('member') === null || state === 'adopted') },
  }),
  'finance-show-scenario': ({ params, query }) => ({
    json: params.scenarioId?.endsWith('9')
      ? fixtureTwoCosts(params.scenarioId)
      : fixtureScenario(params.scenarioId ?? '', query.get('member')),
  }),
  'finance-delete-scenario': () => ({ json: { deleted: true } }),
  'finance-compare-scenarios': ({ query }) => {
    const json = fixtureComparison(query);
    return json ? { json } : problem(409, 'not-reckonable');
  },
  'finance-create-scenario': ({ body }) =>
    body.title === 'Wrong'
      ? problem(400, 'bad-input', [{ code: 'bad-input', pointer: '/body/formula/parts/0/price' }])
      : { status: 201, json: createScenario.example.output },
  'finance-list-periods': ({ query }) => ({
    json: { ...fixtureBoard(), ...(query.get('verify') !== null && { chain: { closed: 1, verified: true } }) },
  }),
  'finance-withdraw-adjustment': () => ({ json: { withdrawn: true } }),
  'finance-show-period': ({ params, query }) => ({
    json: fixturePack(params.month ?? '', query.get('verify') !== null),
  }),
  'finance-prepare-period': ({ params, body }) =>
    params.month === '2026-09' && body.step === 'reconcile'
      ? problem(409, 'netting-open')
      : { status: 201, json: fixturePrepared(params.month ?? '', body) },
  'finance-decide-period': ({ params, body }) =>
    body.step === 'reopen' && params.month === '2026-08'
      ? problem(409, 'being-booked')
      : { status: 201, json: fixtureDecided(params.month ?? '', body) },
  'finance-adjust-period': ({ body }) => {
    const made = { by: `staff:${preparer.id}`, at: inDays(0), currency: 'USD' };
    const isTwice = body.code === 'twice';
    const params = fixtureBounds(Number(body.amount));
    if (body.code === 'too-large') return problem(409, 'beyond-bounds', [{ code: 'beyond-bounds', params }]);
    const was = body.kind === 'correction' ? { line: { block: 'direct' }, mode: 'charge' } : {};
    const adjustment = { ...made, ...was, ...body };
    return isTwice ? problem(409, 'corrected-already') : { status: 201, json: { adjustment } };
  },
  'finance-show-statement': ({ params }) =>
    params.month === '2026-05'
      ? { json: fixtureMemberStatement(params.month, params.memberId ?? '') }
      : problem(404, 'no-statement'),
  'finance-list-line-evidence': ({ params, query }) => {
    const json = fixtureEvidence(params.lineId ?? '', query.get('after'));
    return json ? { json } : problem(404, 'no-line');
  },
  'finance-discuss-line': ({ params, body, token }) => ({
    status: 201,
    json: fixtureDiscussion(params.lineId ?? '', body, token === 'preparer' ? 'consortium' : 'member'),
  }),
  'finance-print-statement': ({ origin, body }) =>
    body.format === 'ubl'
      ? problem(409, 'no-e-invoice', [{ code: 'no-e-invoice', params: { why: 'seller-number' } }])
      : { json: { url: `${origin}/bucket/2026-05-riverton.pdf`, expiresAt: inDays(1) } },
  'finance-print-statements': ({ origin, body }) => {
    const parts = body.format === 'zip' ? 2 : 1;
    const name = parts === 1 ? 'statements.xlsx' : `statements-${body.part}-of-2.zip`;
    return { json: { url: `${origin}/bucket/2026-05-${name}`, expiresAt: inDays(1), parts } };
  },
  'finance-show-account-codes': ({ params }) => ({ json: fixtureCodes(params.memberId ?? '') }),
  'finance-set-account-codes': ({ params, body }) =>
    body.effectiveFrom === '2020-01-01'
      ? problem(409, 'changed-meanwhile')
      : { json: fixtureCodesSet(params.memberId ?? '', body) },
  'finance-show-restatement': ({ params, token }) =>
    params.month === '2026-08' ? { json: fixtureRestated(token === 'approver') } : problem(404, 'no-restatement'),
  'finance-prepare-restatement': () => ({ status: 201, json: fixtureRestated(true) }),
  'finance-approve-restatement': ({ body }) =>
    body.into === '2026-01'
      ? problem(409, 'not-open')
      : { status: 201, json: fixtureRestated(true, String(body.into)) },
  'finance-show-true-up': ({ params, query, token }) =>
    params.fee === 'two-costs' && query.get('cost') === null
      ? problem(422, 'which-cost')
      : { json: fixtureTrueUp(params.fee ?? '', query.get('costs'), token) },
  'finance-prepare-true-up': ({ params }) => ({ status: 201, json: fixtureTrueUpAfter(params.fee ?? '') }),
  'finance-approve-true-up': ({ params, body }) =>
    body.month === '2026-01'
      ? problem(409, 'not-open')
      : { status: 201, json: fixtureTrueUpAfter(params.fee ?? '', String(body.month)) },
  'finance-list-bank-statements': () => ({ json: { statements: fixtureBankStatements } }),
  'finance-send-bank-statement': ({ body }) =>
    String(body.file).includes('refused')
      ? problem(422, 'unreadable')
      : { status: 201, json: { statements: [{ ...fixtureBankStatement.statement, isNew: true }] } },
  'finance-show-bank-statement': () => ({ json: fixtureBankStatement }),
  'finance-match-bank-entry': ({ params: { statementId, number } }) =>
    number === '2' ? problem(409, 'reference-taken') : { status: 201, json: { statementId, number: Number(number) } },
  'finance-undo-bank-match': ({ params: { statementId, number } }) => ({
    status: 201,
    json: { statementId, number: Number(number) },
  }),
  'finance-show-books': ({ query }) => ({ json: fixtureBooks(query) }),
  'finance-print-books': ({ origin }) => ({ json: { url: `${origin}/bucket/books.xlsx`, expiresAt: inDays(1) } }),
  'finance-record-cost': ({ body: { currency: _, month: period, budgetKind, ...entered } }) =>
    entered.reference === 'TAKEN'
      ? problem(409, 'reference-taken')
      : {
          status: 201,
          json: {
            entry: {
              entryId: 'ent_9',
              at: inDays(0),
              memo: budgetKind ?? 'payment',
              ...entered,
              ...(typeof period === 'string' && { period }),
            },
          },
        },
  'finance-send-reminder': ({ body: { invoice, level } }) => ({
    status: 201,
    json: { reminder: fixtureReminder(String(invoice), Number(level), 8338) },
  }),
  'finance-pause-reminders': ({ body }) => ({
    json: { pause: { ...body, at: inDays(0), by: 'staff:stf_01kaw5v7n0000000000000003z' } },
  }),
  'finance-show-account': ({ params, query }) => ({ json: fixtureAccount(params.memberId ?? '', query) }),
  'finance-list-payouts': () => ({ json: { payouts: [fixturePayout] } }),
};
