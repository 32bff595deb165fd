import type { Attention, RequesterState, SupplierState } from './states.ts';
import type { Side, Trigger } from './triggers.ts';

/** The groups of interlibrary loan work, by the next step of staff; `waiting` needs nobody here. */
export const WORK_GROUPS = {
  undelivered: { label: 'Messages not delivered', meaning: 'A partner outside was not reached: send it again.' },
  'to-answer': { label: 'To be answered', meaning: 'The other library waits for a yes or no.' },
  terms: { label: 'Terms to decide', meaning: 'A supplier names its cost or conditions: agree, or ask the next one.' },
  'to-ship': { label: 'To be shipped', meaning: 'Promised: fetch it, and ship or copy it.' },
  copies: { label: 'Copies to hand on', meaning: 'A copy has come: look at it and hand it on.' },
  'to-send-home': { label: 'To be sent home', meaning: 'The patron has brought it back: send it to its library.' },
  overdue: { label: 'Overdue or recalled', meaning: 'It should be back by now, or is wanted back.' },
  late: { label: 'Late', meaning: 'Something expected has not happened in time.' },
  reviews: { label: 'To be looked at first', meaning: 'Nobody is asked before a person has looked.' },
  claims: { label: 'Lost and claimed', meaning: 'Something is lost or damaged, and is to be settled.' },
  notices: {
    label: 'To take note of',
    meaning: 'The other library has sent information for the patron or the desk.',
  },
  waiting: { label: 'Waiting', meaning: 'Others have the next step.' },
} as const;

/** The name of a group. */
export type WorkGroup = keyof typeof WORK_GROUPS;

const isGroup = (name: string): name is WorkGroup => Object.hasOwn(WORK_GROUPS, name);

/** All groups, in the order in which staff go through them. */
export const workGroups: readonly WorkGroup[] = Object.keys(WORK_GROUPS).filter(isGroup);

/** The group of a state, and its usual next step, if any (several: the one that fits the request). */
type Work = { group: WorkGroup; next?: readonly Trigger[] };
type WorkTable = {
  requester: { [S in RequesterState]?: Work };
  supplier: { [S in SupplierState]?: Work };
};

/** The group of every state that is not final (a test compares it with the table). */
export const WORK: WorkTable = {
  requester: {
    requested: { group: 'waiting' },
    'invalid-patron': { group: 'reviews', next: ['let-through'] },
    duplicate: { group: 'reviews', next: ['let-through'] },
    'blank-form': { group: 'reviews', next: ['amend'] },
    'over-limit': { group: 'reviews', next: ['let-through'] },
    'copyright-review': { group: 'reviews', next: ['let-through'] },
    'local-review': { group: 'reviews', next: ['fill-locally'] },
    asked: { group: 'waiting' },
    'will-supply': { group: 'waiting' },
    'terms-offered': { group: 'terms', next: ['agree-terms'] },
    'conditions-set': { group: 'terms', next: ['agree-terms'] },
    'retry-waiting': { group: 'waiting' },
    'cancel-pending': { group: 'waiting' },
    unfilled: { group: 'waiting' },
    'copy-received': { group: 'copies', next: ['deliver-copy'] },
    shipped: { group: 'waiting', next: ['receive'] },
    received: { group: 'waiting', next: ['lend'] },
    lent: { group: 'waiting', next: ['return'] },
    'renewal-asked': { group: 'waiting', next: ['return'] },
    overdue: { group: 'overdue', next: ['return'] },
    // It may be in transit, on the shelf or with the patron: no step is the usual one.
    recalled: { group: 'overdue' },
    'returned-by-patron': { group: 'to-send-home', next: ['ship-back'] },
    'shipped-back': { group: 'waiting' },
    // Paying or disputing is a decision, not a usual next step.
    'damage-claimed': { group: 'claims' },
    'claim-disputed': { group: 'waiting' },
    lost: { group: 'claims', next: ['found'] },
    'cost-claimed': { group: 'claims' },
    'replacement-claimed': { group: 'claims' },
  },
  supplier: {
    'request-received': { group: 'to-answer', next: ['accept'] },
    'terms-offered': { group: 'waiting' },
    'will-supply': { group: 'to-ship', next: ['ship', 'supply-copy'] },
    'cancel-requested': { group: 'to-answer', next: ['accept-cancel'] },
    shipped: { group: 'waiting', next: ['check-in'] },
    'on-loan': { group: 'waiting', next: ['check-in'] },
    'renewal-asked': { group: 'to-answer', next: ['accept-renewal'] },
    overdue: { group: 'overdue', next: ['check-in'] },
    recalled: { group: 'waiting', next: ['check-in'] },
    returned: { group: 'waiting', next: ['check-in'] },
    'damage-claimed': { group: 'waiting' },
    'claim-disputed': { group: 'claims' },
    lost: { group: 'claims', next: ['check-in'] },
  },
};

/** The group into which an attention moves what would otherwise only wait. */
export const ATTENTION_GROUPS: Record<Attention, WorkGroup> = {
  'sourcing-stalled': 'late',
  'ship-late': 'late',
  'arrival-late': 'late',
  'pickup-late': 'late',
  'ship-back-late': 'late',
  'home-late': 'late',
  'reply-late': 'late',
  'copy-late': 'late',
  'claim-late': 'late',
  'renewal-unanswered': 'late',
  overdue: 'overdue',
  recalled: 'overdue',
  'renewal-refused': 'notices',
  'due-changed': 'notices',
  'return-held': 'notices',
  'return-delayed': 'notices',
  'cost-claimed': 'claims',
  'reported-home': 'notices',
  'reported-lost': 'claims',
  'came-anyway': 'notices',
  'perhaps-double': 'notices',
  'message-undelivered': 'undelivered',
  'note-received': 'notices',
  'sides-disagree': 'notices',
};

const workOf = (side: Side, state: RequesterState | SupplierState): Work | undefined =>
  Object.entries<Work>(WORK[side]).find(([name]) => name === state)?.[1];

/** The attentions that need staff also after the end: an item is here, a note was received, or a message was not. */
export const AFTER_THE_END: ReadonlySet<Attention> = new Set([
  'came-anyway',
  'note-received',
  'sides-disagree',
  'message-undelivered',
]);

/**
 * Finds the one group of a request on a side; undefined at an end. A request that waits for our step stays there,
 * however late it is: only a failed message takes precedence, because the other library then does not know our step.
 */
export function workGroupOf(
  side: Side,
  state: RequesterState | SupplierState,
  attention?: Attention,
): WorkGroup | undefined {
  const work = workOf(side, state);
  // An item that arrived after the end still has to be handled, and a final message still has to arrive.
  if (work === undefined && attention !== undefined && AFTER_THE_END.has(attention)) return ATTENTION_GROUPS[attention];
  if (work === undefined) return undefined;
  if (attention === 'message-undelivered') return ATTENTION_GROUPS[attention];
  return work.group === 'waiting' && attention !== undefined ? ATTENTION_GROUPS[attention] : work.group;
}

/** Whether a step is the usual next one in this state. */
export const isUsualNext = (side: Side, state: RequesterState | SupplierState, trigger: Trigger): boolean =>
  workOf(side, state)?.next?.includes(trigger) === true;

/** Counts a member's open requests in each group, on one side; empty groups are omitted. */
export type WorkCounts = { [G in WorkGroup]?: number };
