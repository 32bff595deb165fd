import { contract as fastAdd } from '../../functions/catalogue/operations/fast-add/contract.ts';

const added = new Set<string>();

/** Adds an item without a record to the fixture, which knows its barcode from then on. */
export const fixtureFastAdded = ({ title: _t, author: _a, ...typed }: Record<string, unknown>, branchId = '') => {
  added.add(String(typed.barcode));
  return { ...fastAdd.example.output, ...typed, branchId };
};

/** Returns whether the item of a barcode was added in the fixture. */
export const isFastAdded = (barcode: string): boolean => added.has(barcode);
