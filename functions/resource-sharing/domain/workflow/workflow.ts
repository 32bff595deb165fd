import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import type { LoanRequest, Service } from '../requests/request.ts';
import { isNote } from './notes.ts';
import type { Attention, RequesterState, StateRow, SupplierState, Transition } from './states.ts';
import { TABLE } from './transitions.ts';
import { MESSAGES, type Side, TRIGGERS, type Trigger } from './triggers.ts';

/** A button: its trigger, its label, and the state that it leads to. */
export type Action = { trigger: Trigger; label: string; to: string };

/** One transition of the workflow, as a flat record. */
export type Arrow = { side: Side; from: string; trigger: Trigger } & Transition<string>;

const rowsOf = (side: Side): [string, StateRow<string>][] => Object.entries<StateRow<string>>(TABLE[side]);

const isTrigger = (name: string): name is Trigger => Object.hasOwn(TRIGGERS, name);

/** The row of a state; undefined when the side has no such state. */
export const stateRow = (side: Side, state: string): StateRow<string> | undefined =>
  rowsOf(side).find(([name]) => name === state)?.[1];

/** Lists every transition of one side, in table order. */
export function arrowsOf(side: Side): Arrow[] {
  return rowsOf(side).flatMap(([from, row]) =>
    Object.entries(row.on).flatMap(([trigger, { outside, unpaid, early, back = {}, ...transition }]) =>
      isTrigger(trigger)
        ? [transition, outside, unpaid, early, ...Object.values(back)].flatMap((arrow) =>
            arrow ? [{ side, from, trigger, ...arrow }] : [],
          )
        : [],
    ),
  );
}

/** Whether a side of a request has ended by the table. */
const isFinal = (side: Side, state: string | undefined): boolean =>
  state !== undefined && stateRow(side, state)?.final === true;

/**
 * Whether a request has ended: for its requester, or for our supplier when the requester is external; a broadcast
 * request continues while another member is to be asked.
 */
export const hasEnded = ({
  requesterMember,
  state,
  asks,
  partner,
}: Pick<LoanRequest, 'requesterMember' | 'state' | 'asks' | 'partner'>): boolean => {
  if (!isPartner(requesterMember)) return isFinal('requester', state);
  const goesOn = partner?.anyOfUs === true && state === 'unfilled';
  return !goesOn && isFinal('supplier', asks.at(-1)?.supplierState);
};

/**
 * Lists the steps of staff on this side in this state: the buttons of the work screen, none in a final state; for a
 * known service only those that fit it. Notes are not included.
 */
export function actionsFor(state: RequesterState | SupplierState, side: Side, service?: Service): Action[] {
  const serves = (wants?: Service): boolean =>
    wants === undefined || service === undefined || service === wants || service === 'copy-or-loan';
  const persons = arrowsOf(side)
    .filter(({ from, trigger }) => from === state && TRIGGERS[trigger].source === 'person' && !isNote(trigger))
    .filter(({ wants }) => serves(wants));
  return persons
    .filter(({ trigger }, i) => persons.findIndex((one) => one.trigger === trigger) === i)
    .map(({ trigger, to }) => ({ trigger, label: TRIGGERS[trigger].label, to }));
}

/** Finds the side of a staff trigger: no step is in both halves of the table. */
export const sideOfStep = (trigger: Trigger): Side =>
  arrowsOf('supplier').some((arrow) => arrow.trigger === trigger) ? 'supplier' : 'requester';

/** Whether staff of this side have to act: the state waits for them, or a timer or message has flagged it. */
export const needsAttention = (state: RequesterState | SupplierState, side: Side, attention?: Attention): boolean =>
  attention !== undefined || stateRow(side, state)?.needsAttention === true;

const nodeId = (side: Side, state: string): string => `${side}_${state.replaceAll('-', '_')}`;

/**
 * Writes the workflow of one side as a Mermaid state diagram, for the generated documents; notes, which move nothing,
 * are omitted.
 */
export function mermaid(side: Side): string {
  const names = rowsOf(side).map(([state, row]) => `  state "${row.display}" as ${nodeId(side, state)}`);
  const starts = rowsOf(side).flatMap(([state, row]) => (row.initial ? [`  [*] --> ${nodeId(side, state)}`] : []));
  const moving = arrowsOf(side).filter(({ trigger }) => !isNote(trigger));
  const arrows = moving.map(({ from, to, trigger }) => `  ${nodeId(side, from)} --> ${nodeId(side, to)}: ${trigger}`);
  const ends = rowsOf(side).flatMap(([state, row]) => (row.final ? [`  ${nodeId(side, state)} --> [*]`] : []));
  return ['stateDiagram-v2', ...names, ...starts, ...arrows, ...ends].join('\n');
}

function reachable(side: Side): Set<string> {
  const seen = new Set(rowsOf(side).flatMap(([state, row]) => (row.initial ? [state] : [])));
  let before = -1;
  while (seen.size > before) {
    before = seen.size;
    for (const { from, to } of arrowsOf(side)) if (seen.has(from)) seen.add(to);
  }
  return seen;
}

/** Whether a final state can be reached from this one. */
function canEnd(side: Side, state: string, seen: ReadonlySet<string> = new Set()): boolean {
  if (stateRow(side, state)?.final) return true;
  const next = arrowsOf(side).filter((arrow) => arrow.from === state && !seen.has(arrow.to));
  return next.some(({ to }) => canEnd(side, to, new Set([...seen, state])));
}

function faultsOfState(side: Side, state: string, row: StateRow<string>): string[] {
  const arrows = arrowsOf(side).filter((arrow) => arrow.from === state && !isNote(arrow.trigger));
  const moved = (sources: string[]): boolean =>
    arrows.some(({ trigger }) => sources.includes(TRIGGERS[trigger].source));
  const faults = [];
  if (row.final && arrows.some(({ to }) => to !== state)) faults.push(`${side} ${state}: final, yet it has a way out`);
  if (!row.final && !canEnd(side, state)) faults.push(`${side} ${state}: no way to an end`);
  if (!row.final && !moved(['person', 'timer'])) faults.push(`${side} ${state}: neither a person nor a timer moves it`);
  return faults;
}

/**
 * Lists the faults of the table: unreachable states, dead ends, states that nobody leaves, messages in the wrong
 * direction.
 */
export function faultsOfTable(): string[] {
  return (['requester', 'supplier'] as const).flatMap((side) => {
    const seen = reachable(side);
    const unreachable = rowsOf(side).flatMap(([state]) => (seen.has(state) ? [] : [`${side} ${state}: unreachable`]));
    const backwards = arrowsOf(side).flatMap(({ from, message }) =>
      message && MESSAGES[message].from !== side ? [`${side} ${from}: sends ${message}`] : [],
    );
    return [...unreachable, ...backwards, ...rowsOf(side).flatMap(([state, row]) => faultsOfState(side, state, row))];
  });
}
