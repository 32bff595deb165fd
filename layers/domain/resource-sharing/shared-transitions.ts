// Transitions that several states of the table share, named once.

// Told by the supplier whenever the item is away: it has the item again, or has given it up.
export const ITEM_ENDS = {
  completed: { to: 'completed', closesAsk: 'completed' },
  'closed-without-return': { to: 'closed-lost', closesAsk: 'lost' },
} as const;
export const ITEM_OUT = { ...ITEM_ENDS, 'report-lost': { to: 'lost', message: 'Lost' } } as const;
export const SHIP_BACK = { to: 'shipped-back', message: 'ShippedReturn', timer: 'home-by' } as const;
export const TAKE_BACK = { to: 'returned-by-patron', timer: 'ship-back-by' } as const;
export const NEXT_SUPPLIER = { to: 'unfilled', timer: 'source-by' } as const;
export const ASK_TO_CANCEL = { to: 'cancel-pending', message: 'Cancel', timer: 'cancel-answer-by' } as const;

// What a supplier can do or learn whenever its item is away.
export const ITEM_HOME = {
  'check-in': { to: 'completed', message: 'LoanCompleted' },
  'declare-lost': { to: 'closed-lost', message: 'CompletedWithoutReturn' },
} as const;
export const ITEM_COMING = { ...ITEM_HOME, 'lost-reported': { to: 'lost' } } as const;
export const ITEM_AWAY = { ...ITEM_COMING, 'shipped-return': { to: 'returned' } } as const;
export const RECALL = { to: 'recalled', message: 'Recalled' } as const;
export const SHIP = { to: 'shipped', message: 'Loaned', timer: 'due' } as const;
export const DECLINE = { to: 'unfilled', message: 'Unfilled' } as const;
export const DUE_PASSED = { to: 'overdue', message: 'Overdue' } as const;
