import type { keyTable } from '../layers/platform/dynamodb/key-table.ts';

/**
 * The question that each entity of the table answers by its base key, then that of each index: what docs/data-model.md says.
 * Apart from the keys, for these are in every bundle and their questions are read by people only.
 */
export const keyQuestions: Record<keyof typeof keyTable, string> = {
  member: 'Which member is this? gsi2: all members and branches, for choosing a library',
  branch: 'Which branches has a member, when are they open? gsi2: the directory',
  department: 'Which departments has this member, and on which cost centre are their people’s charges booked?',
  itemMapping: 'How does this member put items into its MARC records?',
  fieldProtection:
    'Which fields of this member’s records stay as its staff edited them when its system loads them anew?',
  staff: 'Which roles does this person hold? gsi2: the staff of a member (or of the consortium)',
  staffEmail: 'Whose address is this? Claimed once',
  audit: 'Who changed roles, policies or prices, when and why?',
  machineClient: 'Which machine is this? gsi2: the machines of a member',
  patronStanding: 'May this patron borrow: counters, blocks, expiry?',
  patronPerson:
    'Who is this patron (the one erasable item with personal data)? gsi2: the patrons of a home library by name',
  patronPin: 'Does the PIN fit, and since when is it this one?',
  signIn: 'How many wrong PINs came for this card number (whether or not there is such a card), is it locked?',
  patronLook: 'Which staff elsewhere looked at this patron, when and why?',
  erasure: 'Is this patron to be erased, and how far is it? gsi2: the erasures that are not through',
  pinCode: 'Which one-time code may set a new PIN, until when, and how many were sent today?',
  patronWard: 'For whom does this patron answer as guarantor?',
  proxy: 'Who may borrow or collect for this patron, and until when?',
  proxyFor: 'For whom may this patron borrow or collect?',
  patronChange: 'What did staff change of this patron, who, when and why? Erased with the patron',
  alikeKey: 'Who else has this name and birth date, e-mail or phone? Hashed; erased with the patron',
  alikePair: 'Who may be the same person, or was said not to be? gsi2: what a member has to decide (sparse)',
  agesOut:
    'Who grows out of a category, and when? In shards; a row that came true or too late is passed over and deleted',
  signUp: 'Who asked for a card and has not sent the code back yet?',
  signUpCount: 'How many sign-ups were there at this branch in this hour, or to this (hashed) address on this day?',
  temporaryPatron: 'Which temporary cards end on a day? Who is not verified by then is erased; in shards',
  patronRows: 'Under which policy of patrons were all patrons given the rows by which they are found?',
  patronMerge: 'Into whom was this patron merged, and is all of it moved? gsi2: merges that are not through (sparse)',
  patronFormer: 'Which patrons were merged into this one? Erased with it',
  pastLoan: 'What did this patron return, as long as the patron’s wish, a rule or an open fee keeps it?',
  loanStatistic: 'What was lent at this member’s desks and ended in this month, and to which category? Never to whom',
  patronLists: 'Which lists does this patron keep, and how many titles are in each? Erased with the patron',
  savedTitle: 'Which titles did this patron put into this list, by the record it then was? Erased with the patron',
  patronBill: 'Which bills are open? The only link from a bill to a person',
  notice:
    'What was this patron told, and is it sent? Claimed once, so that no message is sent twice; gsi2: what waits for a member’s next letters (sparse)',
  noticeChoices: 'Of what does this patron not want to be told, by which channel?',
  noticeDigest: 'For whom does a digest go out in this hour? In shards',
  noticeDigestDone: 'Up to which hour are the digests out?',
  noticeText: 'In which words of their own do a member or the consortium tell their patrons something?',
  letter:
    'What was written to this patron in a batch of letters? Erased with the patron; gsi2: the letters of a batch in order',
  letterBatch: 'Which batches of letters did this member make, and were they printed? Never to whom',
  card: 'Whose card is this (two patrons where old numbers of members collide), or was it replaced?',
  record: 'Which source records make this union record; where did it go when merged?',
  recordDocument: 'Which members does its index document show with a copy on the shelf, as of which number?',
  indexNumber: 'Which number do the next documents for the index get?',
  source:
    'What did this member contribute (MARC as it stands, and as it came where staff edited it), and in which union record is it?',
  sourceChange: 'Who edited this source record, when and why, and which loads met what was edited?',
  sourceAct:
    'Who hid this source record, a holding or a copy of it, relabelled a copy, took its offer back or ruled on its work, when, why, from what to what?',
  unionDecision: 'Which source records did staff part or keep together, who, when, why, and was it undone?',
  doubt:
    'Which pairs of source records, one of them this member’s, should a person look at? gsi2: the likeliest first. Shown as far as the records still agree',
  double: 'In which union records do two or more source records of this member stand, and what is behind it?',
  recordDecision: 'Which decisions of staff made this union record what it is?',
  itemDescription: 'Which items hang on this source record?',
  authority: 'Which unused forms lead to this heading (normalized), and which authority records say so?',
  authorityRecord: 'Which headings did this authority record have when it was loaded last?',
  itemTemplate: 'Which values does this member give to new items by this name?',
  itemBatch:
    'Which items are changed together, to what, and how far is it? gsi2: the batches of a member; gsi3: those that a background job is to carry on (sparse)',
  itemBatchLine:
    'What does a batch do with this copy, from what to what, was it done? gsi2: the copies that it changes, leaves, refuses or has changed',
  matchBlock: 'Which source records share this match key?',
  harvest:
    'What has the public of this union record, since when, in which sets? gsi3: a set by datestamp, in shards (sparse)',
  import: 'How far is this load? gsi2: the loads of a member',
  importPart: 'What came of this part of a load?',
  load: 'How are the files of this load from an old system read? gsi2: the loads of a member',
  loadFile: 'What is in this file, by its control totals?',
  loadRun: 'How far is this dry run or apply, what came of it?',
  loadPart: 'What came of this part of a run?',
  loadedRow: 'Was this row of an old system (by a digest of member, kind and old number) loaded, and as what?',
  patronFeed: 'What did the last file say of this patron (digests only)? Erased with the patron',
  item: 'Where is this copy, who has it? gsi1: a patron’s loans (sparse); gsi2: the lists of a branch (in transit to it, on its hold shelf, to be fetched, missing there; sparse)',
  floatGuests: 'How many guests of this floating group has this branch, where it takes only so many?',
  watch:
    'At which loans and cards is to be looked by now: due soon, overdue, to be told again, to age to lost, soon to expire? In shards; a row that came true or too late is passed over and deleted',
  lateLoan:
    'Which loans made at this branch, or of its items, are overdue or lost, the oldest first? Shown as far as the item agrees',
  cardExpiry: 'Which cards of this home branch end in the coming days? Shown as far as the patron’s standing agrees',
  barcode: 'Which item bears this barcode, anywhere in the consortium? Two where old numbers of members collide.',
  hold: 'Who waits for this record, in order of request? gsi1: a patron’s open holds (sparse); gsi2: a pickup branch’s holds that no copy can fill (sparse); gsi3: the holds that time changes on a day, by shard (sparse); gsi4: the open holds that staff moved before older ones (sparse)',
  holdElsewhere: 'Which holds for a work, placed on another edition, could this record fill?',
  holdLook:
    'Which waiting holds are to be looked at again by now: whose page times out, whose branch opens? In shards; a row that came true or too late is passed over and deleted',
  copyOffer:
    'Is this last copy offered to the members, until when, and who took it? gsi2: the offers that stand, the next to end first (sparse)',
  withdrawals: 'Was a copy of this union record withdrawn meanwhile? A guard: two last copies do not go at once',
  inventory:
    'Which shelves are gone over, and what came of it? gsi2: the inventories of a branch; gsi3: those closed and not counted yet (sparse)',
  inventoryScan:
    'Was this copy (or unknown number) scanned in this inventory? A partition each, so that many may scan at once; gsi2: what was found wrong, by kind (sparse)',
  inventoryNotSeen: 'Which copies should have stood on these shelves and were not seen, by location and call number?',
  holdReset: 'Which copies did this hold lose, when, why, by whom and where?',
  loanRequest:
    'How far is this loan request? gsi1: a patron’s requests (sparse); gsi2: a member’s open requests as requester',
  loanRequestAsk:
    'What was this supplier asked and what did it answer? gsi1: for which requests this copy is to be shipped (sparse); gsi2: a supplier’s queue (sparse)',
  loanRequestRota: 'Whom to ask for this loan request, in which order and why so?',
  loanRequestStep: 'What happened to this loan request, in order?',
  loanRequestWait: 'Which task of its workflow waits for news of this loan request?',
  loanRequestClaim: 'Has this patron an open loan request for this record? Claimed once',
  partner: 'Which library or broker outside is this, where and how is it spoken to? gsi2: all partners',
  illSymbol: 'Whose symbol (or account name) is this: a partner’s, a member’s, the consortium’s? Claimed once',
  librarySymbol: 'By which symbol do partners know this member (or the consortium)? gsi2: those of all members',
  partnerRequest:
    'Which request of ours does this partner, at this side of it, know by this number, of this library behind it (asked of this symbol of ours, or `*`)? Claimed once',
  partnerWish: 'Which request of this partner was the last for this record, library and patron (a digest)?',
  partnerDay: 'How many messages came from this partner on this day?',
  partnerHeard: 'Did this very message come from this partner before? Claimed once',
  partnerMessage:
    'What was said to and by partners about this request, in order, and how far is it? gsi2: all mail of a partner; gsi4: what could not be delivered to it (sparse)',
  loanDocument:
    'Which copy was sent for this loan request, until when and how often may its link be used? Never to whom; gsi3: the files to be forgotten on a day, by shard (sparse)',
  lendingBalance: 'How much did this member lend, borrow, and how fast did it answer?',
  copyrightCount:
    'How many copies of articles of this periodical did this member ask for in this calendar year, within the limit and beyond it?',
  periodicalName:
    'By which other ISSNs and titles is this periodical known, as citations and records say them together?',
  copyrightCopy:
    'As which copy does this loan request count, was it filled, who let it pass? Never for whom; gsi2: the copies of a member’s year by periodical',
  loanReport:
    'What came in this month of what one library asked of another: filled, unfilled and why, how fast, at what cost? gsi2: the same by supplier',
  term: 'From when to when is this term? gsi2: the terms that are not closed, by their last day (sparse)',
  courseOfTerm: 'Which courses has this term; which one bears this code? Claimed once a term',
  course: 'What is this course, who teaches it, in which term?',
  courseMaterial: 'What is on the list of this course: copies on reserve, records, links?',
  courseWord: 'Which running courses have a word that begins so, in code, title, department or an instructor’s name?',
  itemReserves: 'Which courses have this copy on reserve, in the order in which they asked?',
  schoolScheme: 'How does this school count its grades, and what becomes of those who leave?',
  schoolClass: 'Which classes has this school, and who teaches them?',
  pupilNumber: 'Whom does the school’s register know by this number? Claimed once',
  pupil: 'Is this patron a pupil, in which grade and class? gsi2: a class by name (sparse)',
  classTeacher: 'Which classes does this patron teach?',
  schoolYear: 'When does this school year begin, how far is it? gsi2: the years to be begun or taken back (sparse)',
  policy: 'Which version of this policy is or was in force?',
  policyVersion: 'Is this version of a policy adopted? Claimed once, so that two adopted at once follow each other',
  priceProposal: 'Which price change waits for an approver, or was adopted last? A decision at a time',
  receiptNumbers: 'Which was the last receipt number of this branch? Raised with the receipt, so that none is left out',
  receipt: 'Which receipts did this branch give on this day? Never to whom',
  till: 'What should be in the till of this branch on this day, and what was counted?',
  ledgerEntry:
    'Which entries were posted in this month? gsi2: what a member owes other libraries for loans and copies (sparse); gsi4: what it is owed (sparse)',
  ledgerClaim:
    'Was this charge between libraries booked, and when? Claimed once, at whatever instant it is tried again',
  partnerAccount: 'What do this member and this library outside owe each other, by currency?',
  voucherStock: 'How many vouchers of each kind has this member?',
  memberFigures:
    'What does a cost-sharing formula know of this member? Of all members, to reckon their fees (one row a member)',
  scenario:
    'By which formula would costs be shared, and was it adopted? gsi2: all scenarios; gsi4: the adopted ones, for members (sparse)',
  scenarioFee:
    'Which fee has this member by an adopted scenario, from which figures? Those of the seal in its header count',
  scenarioYear: 'Which scenarios were adopted for this year? Raised by each adoption, so that none overlooks another',
  period: 'How far is this month’s money, who took which step, by which figures?',
  periodChain:
    'Which period was closed last, and what is its seal? Raised with each close, so that the chain has one end',
  periodWait: 'Which task of its workflow waits for the next step of this period?',
  periodPreparer:
    'Who had a part in preparing this month, also by what was withdrawn? Whoever is here does not approve it',
  adjustment: 'Which corrections and credits go into this period’s statements? Each line is claimed once a period',
  statement:
    'What does a member’s statement of this month come to, what is its hash, is it booked and by which invoice?',
  statementPart: 'What does the statement say, byte by byte, as it was written in this round?',
  invoiceNumbers:
    'Which was the last invoice number of this issuer’s fiscal year? Raised with the invoice: none is left out',
  invoice: 'Which invoices and credit notes were issued in this fiscal year, in order?',
  accountLine: 'What was this member charged by the consortium, credited, and what has it paid?',
  accountHead:
    'How often was this member’s account written? What is decided by its lines is written while none is added',
  bankReference: 'Was this transfer of the bank booked already? Claimed once',
  payout:
    'Who asked for this credit to be paid out, who decided and how? gsi2: those that wait for an approver (sparse)',
  accountCodes:
    'By which codes of its own books are lines of this member’s statements named, from which day? Of all members, to write statements; a version is never changed',
  trueUp:
    'What did this fee of this year come to against what was billed, who prepared and approved it, into which month did it go? Once a fee and year',
  restatement:
    'By which later bills was this closed month set right, who prepared and approved it, into which months did it go? The last, with those before it',
  dispute: 'Does this member dispute a line of a statement, and what was said? gsi2: those not answered yet (sparse)',
  budget:
    'What may this member, or the consortium, spend in a month or fiscal year from this one on? gsi2: the budgets of all, to be watched',
  budgetAlert: 'Which threshold of a budget was passed, when, in which period? Claimed once, and told to subscribers',
  budgetAlerts: 'How many alerts of budgets were raised in this month, of all? Raised with each',
  spending:
    'What has this member, or the consortium, spent in this month: by the report so far, by its closed statement?',
  usageDay: 'What did this member use, by day and operation?',
  usageBatch: 'Was this batch of log lines, none of which tells of use, counted before?',
  usageEvidence:
    'Which requests make up this line, until the day is packed? And was this batch of log lines counted before?',
  evidencePack: 'Which files in the bucket hold the requests that make up this line, and which members are in each?',
  lateEvidence:
    'Of which days did evidence come when they may have been packed already? Gone when they are packed again',
  evidencePacked: 'Up to which day is all evidence packed?',
  usageWaiting: 'Which half of a request (its line or the platform’s report) still waits for the other?',
  idleReading: 'How large was what stands idle (search domain, table, files, alarms, keys) on the days of this month?',
  platformBill: 'Which bills of the platform came for this month, whose files are they, what became of each?',
  platformBillHead:
    'How often was a bill of this month taken in? Raised with each, so that no approval overlooks the latest',
  acceptedException: 'Did somebody say why the bill differs so, by exactly this amount? Once',
  request: 'Was this Idempotency-Key used before, and what was answered?',
};
