import { costOverMaximum } from '../charges/cost-over-maximum.ts';
import { dueOf } from '../items/due-of.ts';
import { isNote, NOTES, READ_AWAY, SETTLES_UNDELIVERED, UNDELIVERED } from '../workflow/notes.ts';
import { hasOccasion, speaksToPartner } from '../workflow/refusals.ts';
import type { Attention, RequesterState, SupplierState } from '../workflow/states.ts';
import { formOf, isAtOnceIn } from '../workflow/step-fields.ts';
import { type Side, TRIGGERS } from '../workflow/triggers.ts';
import { isUsualNext, workGroupOf } from '../workflow/work-groups.ts';
import { type Action, actionsFor, needsAttention, stateRow } from '../workflow/workflow.ts';
import { type Ask, currentAsk, type DoneBy, type LoanRequest, type Step } from './request.ts';
import type { ActionView, AskView, LoanRequestRow, LoanRequestView, StepView } from './view-schemas.ts';

/** The role in which a request is viewed. */
export type ViewerRole = { as: 'requester' | 'supplier'; member: string } | { as: 'patron' };

const named = (side: Side, state: string) => {
  const row = stateRow(side, state);
  return { state, label: row?.display ?? state, meaning: row?.meaning ?? '' };
};

const askView = (ask: Ask): AskView => {
  const { supplierState, sent: _sent, seen: _seen, ...rest } = ask;
  return { ...rest, supplier: named('supplier', supplierState) };
};

const branchOf = (by: DoneBy, viewer: ViewerRole): { branch?: string } =>
  by.kind === 'staff' && viewer.as !== 'patron' && by.branch.startsWith(`${viewer.member}.`)
    ? { branch: by.branch }
    : {};

const stepView = ({ by, trigger, ...step }: Step, viewer: ViewerRole): StepView => ({
  ...step,
  trigger,
  label: TRIGGERS[trigger].label,
  by: by.kind,
  ...branchOf(by, viewer),
});

type Listed = Omit<LoanRequest, 'rota' | 'history'>;

/**
 * How a step is offered: whether it is the usual one, whether for several requests at once, and the fields of its form.
 */
const offered = (side: Side, state: RequesterState | SupplierState, { trigger, to }: Action, isOutside: boolean) => {
  // Notes between members are not stored.
  const fields = formOf(trigger, state).filter(({ field }) => field !== 'note' || isOutside);
  return {
    ...(isUsualNext(side, state, trigger) && { usual: true as const }),
    ...(isAtOnceIn(trigger, state) && { atOnce: trigger }),
    ...(stateRow(side, to)?.final && { ends: true as const }),
    ...(fields.length > 0 && { fields }),
  };
};

/**
 * The notes that can be written to a partner, unless the request is over, the confirmation of a note read, and that a
 * message which failed is settled without it.
 */
const noteActions = (side: Side, state: string, isOutside: boolean, attention?: Attention): Action[] => {
  const { write, read } = NOTES[side];
  const isOpen = stateRow(side, state)?.final !== true;
  const steps = [
    ...(READ_AWAY.has(attention) ? [read] : []),
    ...(attention === UNDELIVERED ? [SETTLES_UNDELIVERED[side]] : []),
    ...(isOutside && isOpen ? [write] : []),
  ];
  return steps.map((trigger) => ({ trigger, label: TRIGGERS[trigger].label, to: state }));
};

/** An agreement to a cost above the maximum names a higher one. */
const withMaxCost = (action: ActionView, request: Listed): ActionView => {
  if (action.trigger !== 'agree-terms' || costOverMaximum(request) === undefined) return action;
  return { ...action, fields: [...(action.fields ?? []), { field: 'max-cost', must: true }] };
};

type At = { side: Side; state: RequesterState | SupplierState; attention?: Attention | undefined; askId?: string };

/** The steps of a side by the table, as offered; an item that the supplier asks to keep cannot be sent home. */
const actionsAt = (request: Listed, { side, state, attention, askId }: At): ActionView[] => {
  const whole = { ...request, rota: [], history: [] };
  const isOutside = speaksToPartner(whole, { side, ...(askId !== undefined && { askId }) });
  return [...actionsFor(state, side, request.service), ...noteActions(side, state, isOutside, attention)]
    .filter(({ trigger }) => !(trigger === 'ship-back' && request.holdsReturn) && hasOccasion(request, trigger))
    .map((action) => withMaxCost({ ...action, ...offered(side, state, action, isOutside) }, request));
};

/** The fields of a request in a list that both sides see. */
const wanted = (request: Listed) => {
  const { requestId, kind, service, recordId, citation, requesterMember, pickupBranch, serviceLevel } = request;
  return {
    ...{ requestId, kind, service, recordId, requesterMember, pickupBranch, serviceLevel },
    ...(citation && { citation }),
    ...(citation?.title !== undefined && { title: citation.title }),
    placedAt: request.placedAt,
    ...(request.needBy && { needBy: request.needBy }),
  };
};

const attended = (
  side: Side,
  state: RequesterState | SupplierState,
  { attention, undelivered }: Pick<Ask, 'attention' | 'undelivered'>,
) => {
  const group = workGroupOf(side, state, attention);
  return {
    status: named(side, state),
    needsAttention: needsAttention(state, side, attention),
    ...(attention && { attention }),
    ...(undelivered && { undelivered }),
    ...(group && { group }),
  };
};

const lent = (request: Listed) => {
  const { barcode, terms } = request;
  const due = dueOf(request);
  return { ...(barcode && { barcode }), ...(due && { due }), ...(terms && { terms }) };
};

/** A row of a requester's list, for its staff. The caller adds the title of a union record. */
export function requesterRow(request: Listed): LoanRequestRow {
  const open = currentAsk({ ...request, rota: [], history: [] });
  const by = open ?? request.asks.findLast(({ outcome }) => outcome === 'completed' || outcome === 'lost');
  return {
    ...wanted(request),
    ...attended('requester', request.state, request),
    ...(by && { supplierMember: by.supplierMember }),
    ...(open && { askId: open.askId, answerBy: open.answerBy }),
    ...lent(request),
    // After delivery the patron finds the copy by it. Before that only staff see it, with the request.
    ...(request.documentId && request.state === 'completed' && { documentId: request.documentId }),
    actions: actionsAt(request, { side: 'requester', state: request.state, attention: request.attention }),
  };
}

/** The steps that a patron may take: cancel the request, ask for a renewal. */
const patronsOwn: readonly string[] = ['cancel', 'renew'];

/** A row of the patron's own list: with a patron's steps, and without the work groups of staff. */
export function patronRow(request: Listed): LoanRequestRow {
  const { group: _, attention: _attention, undelivered: _undelivered, actions, ...row } = requesterRow(request);
  const own = actions.filter(({ trigger }) => patronsOwn.includes(trigger));
  // Only staff write notes to a library.
  return { ...row, actions: own.map(({ fields: _fields, ...action }) => action) };
}

/** A row of a supplier's queue: one ask of a request, without the patron. */
export function supplierRow(request: Listed, ask: Ask): LoanRequestRow {
  const { askId, supplierMember, answerBy, supplierState } = ask;
  const isLent = ask.closedAt === undefined || ask.outcome === 'completed' || ask.outcome === 'lost';
  return {
    ...wanted(request),
    ...attended('supplier', supplierState, ask),
    ...{ askId, supplierMember, answerBy },
    ...(isLent && lent(request)),
    actions: actionsAt(request, { side: 'supplier', state: supplierState, attention: ask.attention, askId }).map(
      (action) => ({ ...action, askId }),
    ),
  };
}

const agreed = ({ maxCost, terms, holdsReturn }: LoanRequest) => ({
  ...(maxCost && { maxCost }),
  ...(terms && { terms }),
  ...(holdsReturn && { holdsReturn }),
});

/** A partner's copyright statement with its request for a copy; also shown when it states none (CONTU 3). */
const statement = ({ partner, service }: LoanRequest): Pick<LoanRequestView, 'copyright'> => {
  if (partner === undefined || service === 'loan') return {};
  const { copyrightCompliance: states } = partner;
  return { copyright: states === undefined ? { missing: true } : { states } };
};

function asSupplier(request: LoanRequest, viewer: ViewerRole & { member: string }): LoanRequestView | undefined {
  const own = request.asks.filter((ask) => ask.supplierMember === viewer.member);
  const ask = own.at(-1);
  if (ask === undefined) return undefined;
  const steps = request.history.filter((step) => own.some(({ askId }) => askId === step.askId));
  const row = supplierRow(request, ask);
  return {
    ...row,
    seenAs: 'supplier',
    ...(row.barcode && request.itemId && { itemId: request.itemId }),
    ...(ask.closedAt === undefined && agreed(request)),
    ...statement(request),
    ...(request.partner?.deliverTo && { deliverTo: request.partner.deliverTo }),
    rota: [],
    asks: own.map(askView),
    steps: steps.map((step) => stepView(step, viewer)),
  };
}

/** A request as seen by this viewer; undefined for a supplier that was never asked. */
export function viewOf(request: LoanRequest, viewer: ViewerRole): LoanRequestView | undefined {
  if (viewer.as === 'supplier') return asSupplier(request, viewer);
  const steps = request.history.map((step) => stepView(step, viewer));
  if (viewer.as === 'patron') {
    // Notes between libraries are shown to these libraries only.
    const own = steps.filter(({ side, trigger }) => side === 'requester' && !isNote(trigger));
    const ownSteps = own.map(({ note: _note, ...step }) => step);
    return { ...patronRow(request), seenAs: 'patron', rota: [], asks: [], steps: ownSteps };
  }
  return {
    ...requesterRow(request),
    seenAs: 'requester',
    ...(request.patron && { patronId: request.patron.patronId }),
    ...(request.itemId && { itemId: request.itemId }),
    ...(request.possibleRecords && { possibleRecords: request.possibleRecords }),
    ...(request.ruledOut && { ruledOut: request.ruledOut }),
    ...agreed(request),
    ...(request.claims?.length && { claims: request.claims }),
    ...(request.documentId && { documentId: request.documentId }),
    rota: request.rota.map(({ points: _, ...entry }) => entry),
    ...(request.excluded && { excluded: request.excluded }),
    asks: request.asks.map(askView),
    steps,
  };
}
