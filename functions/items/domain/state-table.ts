/** The actors of a transition, as the documentation of the tables describes them. */
export const movers = {
  desk: 'any desk of the consortium, or a self-check if it is permitted',
  involved: 'a desk of the member that owns the item, of where it is, or of where it goes',
  'loan-party': 'a desk of the member that owns the item, that lent it, or whose patron has it',
  owner: 'a desk of the member that owns the item',
  patron: 'the patron, or a desk for the patron',
  preparer: 'a finance preparer of the consortium',
  approver: 'a finance approver, who is another person than the preparer',
  engine: 'the system, by a rule or another step',
  clock: 'a time-out',
} as const;
export type Mover = keyof typeof movers;

/** One transition of a workflow: from a state, on a trigger, by an actor, to a state. */
export type Transition<S extends string> = { from: S; trigger: string; to: S; by: Mover };

/** A workflow as data: the meaning of each state, the initial and final states, and every transition. */
export type StateTable<S extends string> = {
  of: string;
  states: Readonly<Record<S, string>>;
  initial: readonly NoInfer<S>[];
  final: readonly NoInfer<S>[];
  transitions: readonly Transition<NoInfer<S>>[];
};

/** Types a table by the names of its states. */
export const stateTable = <S extends string>(table: StateTable<S>): StateTable<S> => table;

/** Returns transitions from many states to one on the same trigger. */
export const fromEach = <F extends string, T extends string>(
  froms: readonly F[],
  step: { trigger: string; to: T; by: Mover },
): { from: F; trigger: string; to: T; by: Mover }[] => froms.map((from) => ({ from, ...step }));

/** Returns whether a table allows a transition: a row for it exists (staying in a state needs a row too). */
export const allows = <S extends string>(table: StateTable<S>, from: S, to: S): boolean =>
  table.transitions.some((step) => step.from === from && step.to === to);

const closure = (start: readonly string[], steps: readonly { a: string; b: string }[]): Set<string> => {
  const reached = new Set(start);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { a, b } of steps) if (reached.has(a)) reached.add(b);
  }
  return reached;
};

const names = <S extends string>(table: StateTable<S>): string[] => Object.keys(table.states);

/** Returns the states that no path from an initial one reaches; a valid table has none. */
export const unreachable = <S extends string>(table: StateTable<S>): string[] => {
  const reached = closure(
    table.initial,
    table.transitions.map(({ from, to }) => ({ a: from, b: to })),
  );
  return names(table).filter((state) => !reached.has(state));
};

/** Returns the states from which no path leads to a final one; a valid table has none. */
export const traps = <S extends string>(table: StateTable<S>): string[] => {
  const leaving = closure(
    table.final,
    table.transitions.map(({ from, to }) => ({ a: to, b: from })),
  );
  return names(table).filter((state) => !leaving.has(state));
};

/** Returns the table as a Mermaid state diagram, for the documentation. */
export const mermaid = <S extends string>(table: StateTable<S>): string => {
  const id = (state: string) => state.replaceAll('-', '_');
  // Mermaid ends a text at a second colon or a semicolon.
  const text = (phrase: string) => phrase.replaceAll(/[:;]/g, ',');
  const lines = [
    'stateDiagram-v2',
    ...Object.entries<string>(table.states).map(([state, meaning]) => `  ${id(state)}: ${state}<br/>${text(meaning)}`),
    ...table.initial.map((state) => `  [*] --> ${id(state)}`),
    ...table.transitions.map(({ from, trigger, to }) => `  ${id(from)} --> ${id(to)}: ${text(trigger)}`),
    ...table.final.map((state) => `  ${id(state)} --> [*]`),
  ];
  return `${lines.join('\n')}\n`;
};
