import { keysOf, listKeysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of items in the shared table: their keys, with the access pattern of each key. */
export const keys = keysOf({
  item: {
    pk: 'ITEM#{itemId}',
    sk: 'CIRC',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'LOAN#{loanId}' },
    gsi2: { pk: '{list}', sk: '{since}#{itemId}' },
    personal: { patron: 'To know the borrower of a copy, and to recall it' },
    retention: {
      period: 'its loan and claim until they end; the row until the item is withdrawn',
      ends: ['code', 'erasure'],
    },
    question:
      'Where is this copy, who has it? gsi1: a patron’s loans (sparse); gsi2: the lists of a branch (in transit to it, on its hold shelf, to be fetched, missing there; sparse)',
  },
  barcode: {
    pk: 'BARCODE#{barcode}',
    sk: 'BARCODE',
    personal: 'none',
    retention: { period: 'until no item has it', ends: ['code'] },
    question: 'Which item of the consortium has this barcode? Two, if old numbers of members collide',
  },
  floatGuests: {
    pk: 'BRANCH#{branchId}',
    sk: 'GUESTS#{group}',
    personal: 'none',
    retention: { period: 'permanent: a counter', ends: [] },
    question:
      'How many copies of other branches of this floating group are at this branch, where their number is limited?',
  },
  inventory: {
    pk: 'INVENTORY#{inventoryId}',
    sk: 'INVENTORY',
    gsi2: { pk: 'INVENTORIES-OF#{branchId}', sk: '{inventoryId}' },
    gsi3: { pk: 'INVENTORIES-TO-COUNT', sk: '{lookAt}#{inventoryId}' },
    personal: { staff: 'Who scanned the shelves' },
    retention: { period: 'two years after it was opened', ends: ['ttl'] },
    question:
      'Which shelves are gone over, and what came of it? gsi2: the inventories of a branch; gsi3: those closed and not counted yet (sparse)',
  },
  inventoryScan: {
    pk: 'SCANNED#{inventoryId}#{about}',
    sk: 'SCANNED',
    gsi2: { pk: 'INVENTORY-FOUND#{inventoryId}#{finding}', sk: '{number}#{about}' },
    personal: 'none',
    retention: { period: 'as long as its inventory', ends: ['ttl'] },
    question:
      'Was this copy (or unknown number) scanned in this inventory? A partition each, so that many may scan at once; gsi2: what was found wrong, by kind (sparse)',
  },
  inventoryNotSeen: {
    pk: 'INVENTORY#{inventoryId}',
    sk: 'NOT-SEEN#{location}#{callNumber}#{itemId}',
    personal: 'none',
    retention: { period: 'as long as its inventory', ends: ['ttl'] },
    question: 'Which copies belong on these shelves and were not seen, by location and call number?',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;

/** Names of the lists of a branch or member in gsi2: one partition for each, so that none is of low cardinality. */
export const listKey = listKeysOf({ transitTo: 'TRANSIT-TO', shelf: 'SHELF', pull: 'PULL', missing: 'MISSING' });
