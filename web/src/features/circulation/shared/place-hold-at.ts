/** Where a hold is placed: at a desk, of a title or for a patron when one of them is known. */
export type PlaceHoldAt = {
  branchId: string;
  recordId?: string | undefined;
  /** The patron's id and name. */
  patron?: { patronId: string; name: string } | undefined;
  placed?: (() => void) | undefined;
};
