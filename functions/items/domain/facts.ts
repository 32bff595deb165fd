/** The kinds of fact; each is published by the stream and named in the past tense. */
export const factNames = {
  'item-checked-out': 'An item was lent.',
  'loan-renewed': 'A loan was renewed.',
  'item-checked-in': 'An item was scanned at a check-in, lent or not.',
  'loan-recalled': 'A loan was recalled for a patron who waits; its due date may be earlier.',
  'loan-closed': 'A loan ended: its item came back, was given up as missing, or was lost and paid for.',
  'item-sent': 'An item went in transit.',
  'transit-requested': 'An item was asked to be moved from afar.',
  'transit-lost': 'An item in transit never arrived.',
  'item-floated': 'An item of a floating group stayed where it was scanned.',
  'item-used-in-house': 'An item was used in the library without a loan.',
  'item-forwarded': 'An item in transit passed a branch that is not its destination.',
  'item-received': 'An item in transit arrived.',
  'transit-cancelled': 'A transit ended before arrival.',
  'item-repaired': 'The state of an item contradicted itself and was put right.',
  'item-lost': 'A loan was declared lost, or was overdue for so long that it counts as lost.',
  'item-claimed-returned': 'A patron says that an item was brought back.',
  'item-marked': 'Staff changed the state of an item that is not lent.',
  'hold-placed': 'A hold was placed.',
  'hold-targeted': 'A copy was chosen for a hold.',
  'hold-in-transit': 'A copy was captured for a hold and sent to its pickup branch.',
  'hold-on-shelf': 'A copy waits for the patron of a hold.',
  'hold-fulfilled': 'The patron of a hold has the copy.',
  'hold-ended': 'A hold was cancelled or expired.',
  'shelf-given-on': 'A copy on a hold shelf stands there for another patron now.',
  'hold-changed': 'A hold was suspended, resumed, moved, restored, or is picked up elsewhere.',
  'shelf-to-clear': 'A copy stands on a hold shelf for nobody.',
  'fine-charged': 'A loan was fined.',
  'lost-charged': 'A lost item was charged.',
  'damage-charged': 'A damaged item was charged to the patron who had it.',
  'lost-refunded': 'The charge of a lost item was taken back.',
  'refusals-overridden': 'Staff let through what a rule would refuse.',
} as const;
export type FactName = keyof typeof factNames;

/** The members of a use: the item's owner, the member where it happened, the patron's home member. */
export type Members = { owner?: string; desk?: string; patron?: string };

/** A fact, by ids only: no names, titles or card numbers. `detail` contains small values of the fact itself. */
export type Fact = {
  name: FactName;
  at: string;
  members: Members;
  itemId?: string;
  loanId?: string;
  holdId?: string;
  patronId?: string;
  branchId?: string;
  detail?: Record<string, string | number>;
};
