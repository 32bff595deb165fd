/** The two ends of a loan between libraries (ISO 18626: requesting and supplying agency). */
export type Side = 'requester' | 'supplier';

/** The source of a trigger: staff, the workflow, a timer, or a message from the other side. */
export type TriggerSource = 'person' | 'workflow' | 'timer' | 'message';

type TriggerRow = { source: TriggerSource; label: string };

/** Every trigger of the workflow: its source, and its label on a button or in the history. */
export const TRIGGERS = {
  // the workflow sources the request
  ask: { source: 'workflow', label: 'Ask the next supplier' },
  'rota-ended': { source: 'workflow', label: 'No further supplier' },
  // what is found out about a request before anybody is asked (C86)
  'patron-invalid': { source: 'workflow', label: 'Patron may not borrow' },
  'looks-double': { source: 'workflow', label: 'Looks like a request that stands already' },
  'form-blank': { source: 'workflow', label: 'Too little is known of what is wanted' },
  'limit-reached': { source: 'workflow', label: 'Patron has as many requests as allowed' },
  'copyright-limit': { source: 'workflow', label: 'More copies of this periodical than the law lets pass' },
  'held-locally': { source: 'workflow', label: 'The consortium holds it' },
  'send-failed': { source: 'workflow', label: 'The message did not reach the partner' },
  'request-refused': { source: 'workflow', label: 'The partner does not take the request' },
  undelivered: { source: 'workflow', label: 'A message did not reach the partner' },
  'delivered-late': { source: 'workflow', label: 'The message has reached the partner after all' },
  // people at the requesting member
  'let-through': { source: 'person', label: 'Go on all the same' },
  amend: { source: 'person', label: 'Amend the request' },
  'fill-locally': { source: 'person', label: 'Supply from the consortium' },
  'source-outside': { source: 'person', label: 'Ask outside all the same' },
  'agree-terms': { source: 'person', label: 'Agree to the supplier’s terms' },
  'refuse-terms': { source: 'person', label: 'Refuse the supplier’s terms' },
  'deliver-copy': { source: 'person', label: 'Hand the copy on to the patron' },
  'copy-unusable': { source: 'person', label: 'Copy is unusable: ask the next supplier' },
  'cannot-return': { source: 'person', label: 'Tell the supplier that the return is delayed' },
  'accept-claim': { source: 'person', label: 'Accept the claim for damage' },
  'dispute-claim': { source: 'person', label: 'Dispute the claim for damage' },
  'accept-cost': { source: 'person', label: 'Accept what the partner claims' },
  'refuse-cost': { source: 'person', label: 'Refuse what the partner claims' },
  'confirm-home': { source: 'person', label: 'Confirm that the supplier has the item' },
  'confirm-lost': { source: 'person', label: 'Confirm that the item is lost' },
  'send-back': { source: 'person', label: 'Send back what came all the same' },
  'set-aside': { source: 'person', label: 'Nothing is to be sent back' },
  cancel: { source: 'person', label: 'Cancel the request' },
  withdraw: { source: 'person', label: 'Ask another supplier instead' },
  receive: { source: 'person', label: 'Receive the item' },
  lend: { source: 'person', label: 'Lend to the patron' },
  renew: { source: 'person', label: 'Ask for a renewal' },
  return: { source: 'person', label: 'Take the item back' },
  'ship-back': { source: 'person', label: 'Send the item home' },
  'report-lost': { source: 'person', label: 'Report the item lost' },
  found: { source: 'person', label: 'Lost item found' },
  // people at the supplying member
  accept: { source: 'person', label: 'Will supply' },
  decline: { source: 'person', label: 'Cannot supply' },
  ship: { source: 'person', label: 'Ship the item' },
  'offer-terms': { source: 'person', label: 'Supply on terms only' },
  'supply-copy': { source: 'person', label: 'Send the copy' },
  'hold-return': { source: 'person', label: 'Ask to keep the item for now' },
  'release-return': { source: 'person', label: 'Ask for the item again' },
  'check-in-damaged': { source: 'person', label: 'Check in damaged and claim' },
  'waive-claim': { source: 'person', label: 'Let the claim go' },
  'insist-on-claim': { source: 'person', label: 'Insist on the claim' },
  'accept-cancel': { source: 'person', label: 'Accept the cancellation' },
  'refuse-cancel': { source: 'person', label: 'Refuse the cancellation' },
  'accept-renewal': { source: 'person', label: 'Renew' },
  'refuse-renewal': { source: 'person', label: 'Refuse the renewal' },
  recall: { source: 'person', label: 'Recall the item' },
  'check-in': { source: 'person', label: 'Check the item in' },
  'declare-lost': { source: 'person', label: 'Close as lost' },
  // words to a partner outside, and that its words were read
  'write-to-supplier': { source: 'person', label: 'Write to the supplier' },
  'supplier-note-read': { source: 'person', label: 'Supplier’s note has been read' },
  'write-to-requester': { source: 'person', label: 'Write to the requester' },
  'requester-note-read': { source: 'person', label: 'Requester’s note has been read' },
  // a message that did not reach a partner, settled in another way
  'failed-message-settled': { source: 'person', label: 'Settled without the message' },
  'failed-answer-settled': { source: 'person', label: 'Settled without the message' },
  // timers
  'sourcing-stalled': { source: 'timer', label: 'Nobody was asked in time' },
  'answer-timeout': { source: 'timer', label: 'No answer in time' },
  'cancel-timeout': { source: 'timer', label: 'Cancellation not answered in time' },
  'renew-timeout': { source: 'timer', label: 'Renewal not answered in time' },
  'ship-late': { source: 'timer', label: 'Promised but not shipped in time' },
  'arrival-late': { source: 'timer', label: 'Shipped but not arrived in time' },
  'pickup-late': { source: 'timer', label: 'Not collected in time' },
  'ship-back-late': { source: 'timer', label: 'Not sent home in time' },
  'home-late': { source: 'timer', label: 'Sent home but not arrived in time' },
  'due-passed': { source: 'timer', label: 'Due date passed' },
  'terms-lapsed': { source: 'timer', label: 'Terms not agreed in time' },
  'reply-late': { source: 'timer', label: 'Not answered in time' },
  'claim-late': { source: 'timer', label: 'Claim not answered in time' },
  'retry-due': { source: 'timer', label: 'The supplier can be asked again' },
  'copy-late': { source: 'timer', label: 'Copy not handed on in time' },
  // messages that reach the requester
  expected: { source: 'message', label: 'Supplier expects to supply' },
  'goes-on': { source: 'message', label: 'Broker asks the next of its libraries' },
  'terms-offered': { source: 'message', label: 'Supplier offers terms' },
  'conditions-set': { source: 'message', label: 'Supplier will supply under conditions' },
  'copy-supplied': { source: 'message', label: 'Supplier sent the copy' },
  'return-held': { source: 'message', label: 'Supplier asks to keep the item for now' },
  'return-released': { source: 'message', label: 'Supplier asks for the item again' },
  'damage-claimed': { source: 'message', label: 'Supplier claims for damage' },
  'will-supply': { source: 'message', label: 'Supplier will supply' },
  unfilled: { source: 'message', label: 'Supplier cannot supply' },
  loaned: { source: 'message', label: 'Supplier shipped the item' },
  'cancel-accepted': { source: 'message', label: 'Supplier accepted the cancellation' },
  'cancel-refused': { source: 'message', label: 'Supplier refused the cancellation' },
  renewed: { source: 'message', label: 'Supplier renewed the loan' },
  'renew-refused': { source: 'message', label: 'Supplier refused the renewal' },
  overdue: { source: 'message', label: 'Supplier says the loan is overdue' },
  recalled: { source: 'message', label: 'Supplier recalls the item' },
  completed: { source: 'message', label: 'Supplier has the item back' },
  'closed-without-return': { source: 'message', label: 'Supplier closed the loan as lost' },
  'item-came-anyway': { source: 'message', label: 'Supplier shipped although it is asked no more' },
  'copy-came-anyway': { source: 'message', label: 'Supplier sent the copy although it is asked no more' },
  'promised-anyway': { source: 'message', label: 'Supplier will supply although it is asked no more' },
  'due-changed': { source: 'message', label: 'Supplier names another due date' },
  'supplier-wrote': { source: 'message', label: 'Supplier writes' },
  // messages that reach either, and for which the table has no place
  contradicted: { source: 'message', label: 'The other library says what cannot be by our state' },
  // messages that reach the supplier
  'requester-wrote': { source: 'message', label: 'Requester writes' },
  'cancel-requested': { source: 'message', label: 'Requester asks to cancel' },
  withdrawn: { source: 'message', label: 'Requester no longer asks this supplier' },
  received: { source: 'message', label: 'Requester received the item' },
  'renew-requested': { source: 'message', label: 'Requester asks for a renewal' },
  'shipped-return': { source: 'message', label: 'Requester sent the item home' },
  'lost-reported': { source: 'message', label: 'Requester reports the item lost' },
  'terms-agreed': { source: 'message', label: 'Requester agrees to the terms' },
  'conditions-agreed': { source: 'message', label: 'Requester agrees to the conditions' },
  'return-delayed': { source: 'message', label: 'Requester cannot send the item home yet' },
  'claim-accepted': { source: 'message', label: 'Requester accepts the claim' },
  'claim-disputed': { source: 'message', label: 'Requester disputes the claim' },
} as const satisfies Record<string, TriggerRow>;

/** The name of a trigger. */
export type Trigger = keyof typeof TRIGGERS;

type MessageRow = {
  from: Side;
  trigger: Trigger | 'opens-ask';
  iso18626: string;
  /** The sender's state after a message that our own table never sends: partners do. */
  partnersOnly?: string;
  /** The sender's state stays. */
  stays?: true;
};

/**
 * Every message between the sides: its sender, the trigger that it sets off at the receiver, and its form in ISO 18626,
 * so that the same table serves partners.
 */
export const MESSAGES = {
  Request: { from: 'requester', trigger: 'opens-ask', iso18626: 'request' },
  Cancel: { from: 'requester', trigger: 'cancel-requested', iso18626: 'requestingAgencyMessage action=Cancel' },
  // ISO 18626 has one Cancel; ours distinguishes a question from a notice that needs no answer.
  Withdraw: { from: 'requester', trigger: 'withdrawn', iso18626: 'requestingAgencyMessage action=Cancel' },
  Received: { from: 'requester', trigger: 'received', iso18626: 'requestingAgencyMessage action=Received' },
  Renew: { from: 'requester', trigger: 'renew-requested', iso18626: 'requestingAgencyMessage action=Renew' },
  ShippedReturn: {
    from: 'requester',
    trigger: 'shipped-return',
    iso18626: 'requestingAgencyMessage action=ShippedReturn',
  },
  Lost: { from: 'requester', trigger: 'lost-reported', iso18626: 'requestingAgencyMessage action=Lost' },
  Retry: { from: 'requester', trigger: 'terms-agreed', iso18626: 'request requestType=Retry' },
  ConditionsAgreed: {
    from: 'requester',
    trigger: 'conditions-agreed',
    iso18626: 'requestingAgencyMessage action=Notification',
  },
  ReturnDelayed: {
    from: 'requester',
    trigger: 'return-delayed',
    iso18626: 'requestingAgencyMessage action=HoldReturn',
  },
  ClaimAccepted: {
    from: 'requester',
    trigger: 'claim-accepted',
    iso18626: 'requestingAgencyMessage action=Notification',
  },
  ClaimDisputed: {
    from: 'requester',
    trigger: 'claim-disputed',
    iso18626: 'requestingAgencyMessage action=Notification',
  },
  CostRefused: {
    from: 'requester',
    trigger: 'requester-wrote',
    iso18626: 'requestingAgencyMessage action=Notification, note',
    stays: true,
  },
  RequesterWrites: {
    from: 'requester',
    trigger: 'requester-wrote',
    iso18626: 'requestingAgencyMessage action=Notification, note',
    stays: true,
  },
  SupplierWrites: {
    from: 'supplier',
    trigger: 'supplier-wrote',
    iso18626: 'supplyingAgencyMessage reason=Notification, note',
    stays: true,
  },
  Expected: {
    from: 'supplier',
    trigger: 'expected',
    iso18626: 'supplyingAgencyMessage status=ExpectToSupply',
    partnersOnly: 'request-received',
  },
  // A broker forwards the refusal of one of its libraries and asks the next one itself.
  GoesOn: {
    from: 'supplier',
    trigger: 'goes-on',
    iso18626: 'supplyingAgencyMessage reason=Notification status=Unfilled, of a broker',
    partnersOnly: 'request-received',
  },
  TermsOffered: {
    from: 'supplier',
    trigger: 'terms-offered',
    iso18626: 'supplyingAgencyMessage status=RetryPossible (to some partners status=WillSupply, loanCondition)',
  },
  // Some peers promise under conditions instead of offering a retry; ours offers terms, and accepts both.
  ConditionsSet: {
    from: 'supplier',
    trigger: 'conditions-set',
    iso18626: 'supplyingAgencyMessage status=WillSupply, loanCondition',
    partnersOnly: 'will-supply',
  },
  CopySupplied: {
    from: 'supplier',
    trigger: 'copy-supplied',
    iso18626: 'supplyingAgencyMessage status=CopyCompleted',
  },
  HoldReturn: { from: 'supplier', trigger: 'return-held', iso18626: 'supplyingAgencyMessage status=HoldReturn' },
  ReleaseHoldReturn: {
    from: 'supplier',
    trigger: 'return-released',
    iso18626: 'supplyingAgencyMessage status=ReleaseHoldReturn',
  },
  DamageClaimed: {
    from: 'supplier',
    trigger: 'damage-claimed',
    iso18626: 'supplyingAgencyMessage reason=Notification, deliveryCosts',
  },
  WillSupply: { from: 'supplier', trigger: 'will-supply', iso18626: 'supplyingAgencyMessage status=WillSupply' },
  Unfilled: { from: 'supplier', trigger: 'unfilled', iso18626: 'supplyingAgencyMessage status=Unfilled' },
  Loaned: { from: 'supplier', trigger: 'loaned', iso18626: 'supplyingAgencyMessage status=Loaned' },
  CancelAccepted: {
    from: 'supplier',
    trigger: 'cancel-accepted',
    iso18626: 'supplyingAgencyMessage reason=CancelResponse answer=Y',
  },
  CancelRefused: {
    from: 'supplier',
    trigger: 'cancel-refused',
    iso18626: 'supplyingAgencyMessage reason=CancelResponse answer=N',
  },
  Renewed: {
    from: 'supplier',
    trigger: 'renewed',
    iso18626: 'supplyingAgencyMessage reason=RenewResponse answer=Y',
  },
  RenewRefused: {
    from: 'supplier',
    trigger: 'renew-refused',
    iso18626: 'supplyingAgencyMessage reason=RenewResponse answer=N',
  },
  Overdue: { from: 'supplier', trigger: 'overdue', iso18626: 'supplyingAgencyMessage status=Overdue' },
  Recalled: { from: 'supplier', trigger: 'recalled', iso18626: 'supplyingAgencyMessage status=Recalled' },
  LoanCompleted: {
    from: 'supplier',
    trigger: 'completed',
    iso18626: 'supplyingAgencyMessage status=LoanCompleted',
  },
  CompletedWithoutReturn: {
    from: 'supplier',
    trigger: 'closed-without-return',
    iso18626: 'supplyingAgencyMessage status=CompletedWithoutReturn',
  },
} as const satisfies Record<string, MessageRow>;

/** The name of a message between the two sides. */
export type MessageName = keyof typeof MESSAGES;

/** The other end of the loan. */
export const otherSide = (side: Side): Side => (side === 'requester' ? 'supplier' : 'requester');
