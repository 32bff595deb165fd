/** Returns the attribute in which a patron's status stores a counter. */
export const counterAttribute = (counter: string): string =>
  counter.startsWith('group:') ? `counters.perGroup.${counter.slice('group:'.length)}` : `counters.${counter}`;
