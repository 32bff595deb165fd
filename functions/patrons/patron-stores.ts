import { cardStore } from '../../layers/data/card-store.ts';
import { lookStore } from '../../layers/data/look-store.ts';
import { patronStore } from '../../layers/data/patron-store.ts';
import { signInStore } from '../../layers/data/sign-in-store.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';

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
