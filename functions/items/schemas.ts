import * as z from 'zod';
import type { Refusal } from '../../layers/platform/http/contract.ts';
import type { RefusalOf } from '../../layers/platform/http/outcome.ts';
import { itemStates } from './domain/item-states.ts';

const names = Object.keys(itemStates.states) as (keyof typeof itemStates.states)[];

/** The state of an item, as the API names it. */
export const itemStateSchema = z.enum(names);

/** The errors for a barcode that several items share: old numbers of two members collide until one item is relabelled. */
export const sharedBarcodeRefusals = {
  'barcode-shared': { status: 409, meaning: 'Items of two members bear this barcode: ask which, and send its id.' },
  'borne-by': {
    status: 409,
    meaning: 'One of the items to choose from; detail is its id.',
    params: { item: 'Its id.', member: 'The member whose item it is.' },
  },
} as const satisfies Record<string, Refusal>;

/** Returns the error that asks which item is meant: its members, then the id of each item. `pointer` names the field at fault. */
export const askWhich = (
  items: readonly { itemId: string; memberId: string }[],
  pointer: string,
): { refused: RefusalOf<keyof typeof sharedBarcodeRefusals>[] } => {
  const owners = items.map(({ memberId }) => memberId).join(' and ');
  return {
    refused: [
      { code: 'barcode-shared', detail: `Items of ${owners} bear this barcode.`, pointer },
      ...items.map(({ itemId: item, memberId: member }) => ({
        code: 'borne-by' as const,
        detail: item,
        pointer,
        params: { item, member },
      })),
    ],
  };
};
