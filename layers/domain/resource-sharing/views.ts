import { type Ask, currentAsk, type DoneBy, type LoanRequest, type Step } from './request.ts';
import { type Side, TRIGGERS } from './triggers.ts';
import type { AskView, LoanRequestRow, LoanRequestView, StepView } from './view-schemas.ts';
import { actionsFor, needsAttention, stateRow } from './workflow.ts';

/** With whose eyes a request is seen. */
export type Eyes = { as: 'requester' | 'supplier'; member: string } | { as: 'patron' };

const named = (side: Side, state: string) => {
  const row = stateRow(side, state);
  return { state, label: row?.display ?? state, meaning: row?.meaning ?? '' };
};

const askView = (ask: Ask): AskView => {
  const { supplierState, sent: _sent, seen: _seen, ...rest } = ask;
  return { ...rest, supplier: named('supplier', supplierState) };
};

const branchOf = (by: DoneBy, eyes: Eyes): { branch?: string } =>
  by.kind === 'staff' && eyes.as !== 'patron' && by.branch.startsWith(`${eyes.member}.`) ? { branch: by.branch } : {};

const stepView = ({ by, trigger, ...step }: Step, eyes: Eyes): StepView => ({
  ...step,
  trigger,
  label: TRIGGERS[trigger].label,
  by: by.kind,
  ...branchOf(by, eyes),
});

/** A row of a requester's (or the patron's) list. */
export function requesterRow(request: Omit<LoanRequest, 'rota' | 'history'>): LoanRequestRow {
  const { requestId, recordId, requesterMember, pickupBranch, serviceLevel, placedAt, needBy } = request;
  const open = currentAsk({ ...request, rota: [], history: [] });
  return {
    ...{ requestId, recordId, requesterMember, pickupBranch, serviceLevel, placedAt },
    ...(needBy && { needBy }),
    status: named('requester', request.state),
    needsAttention: needsAttention(request.state, 'requester', request.attention),
    ...(request.attention && { attention: request.attention }),
    ...(open && { askId: open.askId, supplierMember: open.supplierMember, answerBy: open.answerBy }),
    ...(request.barcode && { barcode: request.barcode }),
    ...(request.due && { due: request.due }),
    // Handed on: the patron finds the copy by it. Before that only staff see it, with the request.
    ...(request.documentId && request.state === 'completed' && { documentId: request.documentId }),
  };
}

/** A row of a supplier's queue: one ask of a request, without the patron. */
export function supplierRow(request: Omit<LoanRequest, 'rota' | 'history'>, ask: Ask): LoanRequestRow {
  const { attention: _, documentId: _copy, barcode, due, ...row } = requesterRow(request);
  const lent = ask.closedAt === undefined || ask.outcome === 'completed' || ask.outcome === 'lost';
  return {
    ...row,
    status: named('supplier', ask.supplierState),
    needsAttention: needsAttention(ask.supplierState, 'supplier'),
    askId: ask.askId,
    supplierMember: ask.supplierMember,
    answerBy: ask.answerBy,
    ...(lent && barcode && { barcode }),
    ...(lent && due && { due }),
  };
}

function asSupplier(request: LoanRequest, eyes: Eyes & { member: string }): LoanRequestView | undefined {
  const own = request.asks.filter((ask) => ask.supplierMember === eyes.member);
  const ask = own.at(-1);
  if (ask === undefined) return undefined;
  const steps = request.history.filter((step) => own.some(({ askId }) => askId === step.askId));
  const row = supplierRow(request, ask);
  const actions = actionsFor(ask.supplierState, 'supplier', request.service).map((action) => ({
    ...action,
    askId: ask.askId,
  }));
  return {
    ...row,
    seenAs: 'supplier',
    ...(row.barcode && request.itemId && { itemId: request.itemId }),
    rota: [],
    asks: own.map(askView),
    steps: steps.map((step) => stepView(step, eyes)),
    actions,
  };
}

/** What the patron may do alone: give the request up, ask to keep the item longer. */
const patronsOwn: readonly string[] = ['cancel', 'renew'];

/** A request seen with these eyes; undefined for a supplier that was never asked. */
export function viewOf(request: LoanRequest, eyes: Eyes): LoanRequestView | undefined {
  if (eyes.as === 'supplier') return asSupplier(request, eyes);
  const actions = actionsFor(request.state, 'requester', request.service).filter(
    ({ trigger }) => !(trigger === 'ship-back' && request.holdsReturn),
  );
  const steps = request.history.map((step) => stepView(step, eyes));
  const row = requesterRow(request);
  if (eyes.as === 'patron') {
    const own = actions.filter(({ trigger }) => patronsOwn.includes(trigger));
    const told = steps.filter(({ side }) => side === 'requester').map(({ note: _note, ...step }) => step);
    return { ...row, seenAs: 'patron', rota: [], asks: [], steps: told, actions: own };
  }
  return {
    ...row,
    seenAs: 'requester',
    ...(request.patron && { patronId: request.patron.patronId }),
    ...(request.itemId && { itemId: request.itemId }),
    ...(request.documentId && { documentId: request.documentId }),
    rota: request.rota.map(({ points: _, ...entry }) => entry),
    asks: request.asks.map(askView),
    steps,
    actions,
  };
}
