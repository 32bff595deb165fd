import type { Service } from '../requests/request.ts';
import { isNote } from './notes.ts';
import { hasOccasion } from './refusals.ts';
import { TIMERS } from './timers.ts';
import { TABLE } from './transitions.ts';
import { MESSAGES, TRIGGERS } from './triggers.ts';
import { actionsFor, arrowsOf, faultsOfTable, mermaid, needsAttention, sideOfStep, stateRow } from './workflow.ts';

const sides = ['requester', 'supplier'] as const;
const arrows = sides.flatMap((side) => arrowsOf(side));

describe('the workflow table', () => {
  test('has every state reachable, a path to an end, and a person or timer that moves it', () => {
    expect(faultsOfTable()).toEqual([]);
  });

  test('uses every trigger, sends every message and starts every timer', () => {
    const used = new Set<string | undefined>(
      arrows.flatMap(({ trigger, message, timer }) => [trigger, message, timer]),
    );
    const ours = Object.entries(MESSAGES).filter(([, message]) => !('partnersOnly' in message));
    const all = [TRIGGERS, Object.fromEntries(ours), TIMERS].flatMap((list) => Object.keys(list));
    expect(all.filter((name) => !used.has(name))).toEqual([]);
  });

  test('has a transition for a timer in every state that starts it', () => {
    const deaf = arrows.filter(({ side, to, timer }) => timer && !stateRow(side, to)?.on[TIMERS[timer]]);
    expect(deaf).toEqual([]);
  });

  test('has a transition for each message at the side that receives it', () => {
    const received = (side: 'requester' | 'supplier') => new Set<string>(arrowsOf(side).map(({ trigger }) => trigger));
    const unheard = Object.entries(MESSAGES).filter(
      ([, { from, trigger }]) =>
        trigger !== 'opens-ask' && !received(from === 'requester' ? 'supplier' : 'requester').has(trigger),
    );
    expect(unheard).toEqual([]);
  });

  test('closes the ask exactly where the requester releases a supplier', () => {
    const ends = arrows.filter(({ closesAsk }) => closesAsk !== undefined);
    expect([...new Set(ends.map(({ to }) => to))].sort()).toEqual([
      'cancelled',
      'closed-lost',
      'completed',
      'copy-received',
      'unfilled',
    ]);
  });

  test('names renew, recall, overdue and lost, which the peers lack', () => {
    expect(
      ['renewal-asked', 'recalled', 'overdue', 'lost'].map((state) => stateRow('requester', state)?.display),
    ).toEqual(['Renewal asked', 'Recalled', 'Overdue', 'Reported lost']);
  });
});

describe('consequences of the table', () => {
  const nothingLate = { asks: [] };
  const usual = (state: 'asked' | 'shipped' | 'end-of-rota') =>
    actionsFor(state, 'requester').filter(({ trigger }) => hasOccasion(nothingLate, trigger));

  test('every step by staff belongs to one side', () => {
    const persons = arrows.filter(({ trigger }) => TRIGGERS[trigger].source === 'person');
    expect(persons.filter(({ side, trigger }) => sideOfStep(trigger) !== side)).toEqual([]);
  });

  test('the supplier may accept, refuse, ship or send the copy, or name its terms', () => {
    expect(actionsFor('request-received', 'supplier')).toEqual([
      { trigger: 'accept', label: 'Will supply', to: 'will-supply' },
      { trigger: 'decline', label: 'Cannot supply', to: 'unfilled' },
      { trigger: 'ship', label: 'Ship the item', to: 'shipped' },
      { trigger: 'supply-copy', label: 'Send the copy', to: 'completed' },
      { trigger: 'offer-terms', label: 'Supply on terms only', to: 'terms-offered' },
    ]);
  });

  test('an action for another service is not offered', () => {
    const offered = (service: Service) => actionsFor('will-supply', 'supplier', service).map(({ trigger }) => trigger);
    expect(offered('loan')).toEqual(['decline', 'ship', 'offer-terms']);
    expect(offered('copy')).toEqual(['decline', 'supply-copy', 'offer-terms']);
    expect(offered('copy-or-loan')).toEqual(['decline', 'ship', 'supply-copy', 'offer-terms']);
  });

  test('the requester may cancel while a supplier is asked, not once it has shipped', () => {
    const triggers = (state: 'asked' | 'shipped') => usual(state).map(({ trigger }) => trigger);
    expect(triggers('asked')).toEqual(['withdraw', 'cancel']);
    expect(triggers('shipped')).toEqual(['report-lost', 'receive']);
  });

  test('no transition leaves an end; only late messages are handled there', () => {
    expect(usual('end-of-rota')).toEqual([]);
    const ended = arrows.filter(({ side, from, to }) => stateRow(side, from)?.final && from !== to);
    expect(ended).toEqual([]);
  });

  test('a state waits for staff, or a late timer makes it do so', () => {
    expect(needsAttention('request-received', 'supplier')).toBe(true);
    expect(needsAttention('will-supply', 'requester')).toBe(false);
    expect(needsAttention('will-supply', 'requester', 'ship-late')).toBe(true);
  });

  test('the diagram shows every state and every arrow, except notes', () => {
    for (const side of sides) {
      const lines = mermaid(side).split('\n');
      expect(lines[0]).toBe('stateDiagram-v2');
      expect(lines.filter((line) => line.includes(' as '))).toHaveLength(Object.keys(TABLE[side]).length);
      expect(lines.filter((line) => line.includes(': '))).toHaveLength(
        arrowsOf(side).filter(({ trigger }) => !isNote(trigger)).length,
      );
    }
    expect(mermaid('requester')).toContain('  requester_asked --> requester_will_supply: will-supply');
  });
});
