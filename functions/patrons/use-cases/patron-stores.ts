import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { cardStore } from '../data/card-store.ts';
import { lookStore } from '../data/look-store.ts';
import { patronStore } from '../data/patron-store.ts';
import { signInStore } from '../data/sign-in-store.ts';

/** The stores of patrons, their cards, their sign-in and the looks at them. */
export const patronStores = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    table,
    cards: cardStore(table),
    patrons: patronStore(table),
    looks: lookStore(table),
    attempts: signInStore(table),
  };
};
