/**
 * The key table: every entity of the one table, its keys and the question they answer. docs/data-model.md is generated
 * from it. `{name}` is a value; values are escaped so that none can forge another entity's key. Hand-written, no ORM (ADR 2).
 */
type Row = {
  pk: string;
  sk: string;
  gsi1?: { pk: string; sk: string };
  gsi2?: { pk: string; sk: string };
  gsi3?: { pk: string; sk: string };
  gsi4?: { pk: string; sk: string };
  /** The question that the base table answers, then the one of each index. */
  question: string;
  /** Seconds after which a copy may vanish (TTL attribute `expiresAt`). */
  expires?: true;
};

const rows = <T extends Record<string, Row>>(table: T): T => table;

export const keyTable = rows({
  // membership
  member: {
    pk: 'MEMBER#{memberId}',
    sk: 'MEMBER',
    gsi2: { pk: 'DIRECTORY', sk: '{memberId}' },
    question: 'Which member is this? gsi2: all members and branches, for choosing a library',
  },
  branch: {
    pk: 'MEMBER#{memberId}',
    sk: 'BRANCH#{branchId}',
    gsi2: { pk: 'DIRECTORY', sk: '{memberId}#{branchId}' },
    question: 'Which branches has a member, when are they open? gsi2: the directory',
  },
  department: {
    pk: 'MEMBER#{memberId}',
    sk: 'DEPARTMENT#{code}',
    question: 'Which departments has this member, and on which cost centre are their people’s charges booked?',
  },
  itemMapping: {
    pk: 'MEMBER#{memberId}',
    sk: 'ITEM-MAPPING',
    question: 'How does this member put items into its MARC records?',
  },
  staff: {
    pk: 'STAFF#{staffId}',
    sk: 'STAFF',
    gsi2: { pk: 'STAFF-OF#{memberId}', sk: '{staffId}' },
    question: 'Which roles does this person hold? gsi2: the staff of a member (or of the consortium)',
  },
  staffEmail: { pk: 'EMAIL#{email}', sk: 'EMAIL', question: 'Whose address is this? Claimed once' },
  audit: {
    pk: 'AUDIT#{subject}',
    sk: '{at}#{auditId}',
    question: 'Who changed roles, policies or prices, when and why?',
  },
  machineClient: {
    pk: 'CLIENT#{clientId}',
    sk: 'CLIENT',
    gsi2: { pk: 'CLIENTS-OF#{memberId}', sk: '{clientId}' },
    question: 'Which machine is this? gsi2: the machines of a member',
  },
  // patrons
  patronStanding: {
    pk: 'PATRON#{patronId}',
    sk: 'STANDING',
    question: 'May this patron borrow: counters, blocks, expiry?',
  },
  patronPerson: {
    pk: 'PATRON#{patronId}',
    sk: 'PERSON',
    gsi2: { pk: 'PATRONS-OF#{memberId}', sk: '{nameKey}#{patronId}' },
    question:
      'Who is this patron (the one erasable item with personal data)? gsi2: the patrons of a home library by name',
  },
  patronPin: { pk: 'PATRON#{patronId}', sk: 'PIN', question: 'Does the PIN fit, and since when is it this one?' },
  signIn: {
    pk: 'SIGNIN#{number}',
    sk: 'SIGNIN',
    question: 'How many wrong PINs came for this card number (whether or not there is such a card), is it locked?',
    expires: true,
  },
  patronLook: {
    pk: 'PATRON#{patronId}',
    sk: 'LOOK#{at}#{lookId}',
    question: 'Which staff elsewhere looked at this patron, when and why?',
  },
  erasure: {
    pk: 'ERASURE#{patronId}',
    sk: 'ERASURE',
    gsi2: { pk: 'ERASURES', sk: '{patronId}' },
    question: 'Is this patron to be erased, and how far is it? gsi2: the erasures that are not through',
  },
  pinCode: {
    pk: 'PATRON#{patronId}',
    sk: 'PIN-CODE',
    question: 'Which one-time code may set a new PIN, until when, and how many were sent today?',
    expires: true,
  },
  patronWard: {
    pk: 'PATRON#{patronId}',
    sk: 'WARD#{wardId}',
    question: 'For whom does this patron answer as guarantor?',
  },
  proxy: {
    pk: 'PATRON#{patronId}',
    sk: 'PROXY#{proxyId}',
    question: 'Who may borrow or collect for this patron, and until when?',
  },
  proxyFor: {
    pk: 'PATRON#{patronId}',
    sk: 'PROXY-FOR#{sponsorId}',
    question: 'For whom may this patron borrow or collect?',
  },
  patronChange: {
    pk: 'PATRON#{patronId}',
    sk: 'CHANGE#{at}#{changeId}',
    question: 'What did staff change of this patron, who, when and why? Erased with the patron',
  },
  alikeKey: {
    pk: 'ALIKE#{likeness}',
    sk: '{patronId}',
    question: 'Who else has this name and birth date, e-mail or phone? Hashed; erased with the patron',
  },
  alikePair: {
    pk: 'PATRON#{patronId}',
    sk: 'ALIKE#{otherId}',
    gsi2: { pk: 'ALIKE-OF#{memberId}', sk: '{at}#{patronId}#{otherId}' },
    question: 'Who may be the same person, or was said not to be? gsi2: what a member has to decide (sparse)',
  },
  agesOut: {
    pk: 'AGES-OUT#{shard}',
    sk: '{day}#{patronId}',
    question:
      'Who grows out of a category, and when? In shards; a row that came true or too late is passed over and deleted',
  },
  signUp: {
    pk: 'SIGN-UP#{signUpId}',
    sk: 'SIGN-UP',
    question: 'Who asked for a card and has not sent the code back yet?',
    expires: true,
  },
  signUpCount: {
    pk: 'SIGN-UPS#{about}',
    sk: '{window}',
    question: 'How many sign-ups were there at this branch in this hour, or to this (hashed) address on this day?',
    expires: true,
  },
  temporaryPatron: {
    pk: 'TEMPORARY#{shard}',
    sk: '{day}#{patronId}',
    question: 'Which temporary cards end on a day? Who is not verified by then is erased; in shards',
  },
  patronRows: {
    pk: 'PATRON-ROWS',
    sk: 'DONE',
    question: 'Under which policy of patrons were all patrons given the rows by which they are found?',
  },
  patronMerge: {
    pk: 'PATRON#{patronId}',
    sk: 'MERGE',
    gsi2: { pk: 'MERGES', sk: '{patronId}' },
    question: 'Into whom was this patron merged, and is all of it moved? gsi2: merges that are not through (sparse)',
  },
  patronFormer: {
    pk: 'PATRON#{patronId}',
    sk: 'FORMER#{formerId}',
    question: 'Which patrons were merged into this one? Erased with it',
  },
  pastLoan: {
    pk: 'PATRON#{patronId}',
    sk: 'PAST#{loanId}',
    question: 'What did this patron return, as long as the patron’s wish, a rule or an open fee keeps it?',
    expires: true,
  },
  loanStatistic: {
    pk: 'LOANS-ENDED#{memberId}#{month}',
    sk: '{day}#{loanId}',
    question: 'What was lent at this member’s desks and ended in this month, and to which category? Never to whom',
  },
  patronBill: {
    pk: 'PATRON#{patronId}',
    sk: 'BILL#{billId}',
    question: 'Which bills are open? The only link from a bill to a person',
  },
  notice: {
    pk: 'PATRON#{patronId}',
    sk: 'NOTICE#{noticeId}',
    gsi2: { pk: '{list}', sk: '{since}#{patronId}#{noticeId}' },
    question:
      'What was this patron told, and is it sent? Claimed once, so that no message is sent twice; gsi2: what waits for a member’s next letters (sparse)',
    expires: true,
  },
  noticeChoices: {
    pk: 'PATRON#{patronId}',
    sk: 'NOTICE-CHOICES',
    question: 'Of what does this patron not want to be told, by which channel?',
  },
  noticeDigest: {
    pk: 'NOTICE-DIGEST#{hour}#{shard}',
    sk: '{patronId}',
    question: 'For whom does a digest go out in this hour? In shards',
  },
  noticeDigestDone: {
    pk: 'NOTICE-DIGEST',
    sk: 'DONE',
    question: 'Up to which hour are the digests out?',
  },
  noticeText: {
    pk: 'NOTICE-TEXTS#{owner}',
    sk: '{language}#{channel}#{template}',
    question: 'In which words of their own do a member or the consortium tell their patrons something?',
  },
  letter: {
    pk: 'PATRON#{patronId}',
    sk: 'LETTER#{batchId}',
    gsi2: { pk: 'LETTERS#{batchId}', sk: '{place}#{patronId}' },
    question:
      'What was written to this patron in a batch of letters? Erased with the patron; gsi2: the letters of a batch in order',
    expires: true,
  },
  letterBatch: {
    pk: 'MEMBER#{memberId}',
    sk: 'LETTER-BATCH#{batchId}',
    question: 'Which batches of letters did this member make, and were they printed? Never to whom',
  },
  card: {
    pk: 'CARD#{number}',
    sk: 'CARD',
    question: 'Whose card is this (two patrons where old numbers of members collide), or was it replaced?',
  },
  // catalogue
  record: {
    pk: 'REC#{recordId}',
    sk: 'REC',
    question: 'Which source records make this union record; where did it go when merged?',
  },
  recordDocument: {
    pk: 'REC#{recordId}',
    sk: 'DOC',
    question: 'Which members does its index document show with a copy on the shelf, as of which number?',
  },
  indexNumber: {
    pk: 'INDEXNUMBER',
    sk: 'INDEXNUMBER',
    question: 'Which number do the next documents for the index get?',
  },
  source: {
    pk: 'SRC#{sourceId}',
    sk: 'SRC',
    question: 'What did this member contribute (MARC as it came), and in which union record is it?',
  },
  unionDecision: {
    pk: 'UNION-DECISION#{decisionId}',
    sk: 'DECISION',
    question: 'Which source records did staff part or keep together, who, when, why, and was it undone?',
  },
  doubt: {
    pk: 'DOUBTS-OF#{memberId}',
    sk: '{one}#{two}',
    gsi2: { pk: 'DOUBTS-OF#{memberId}', sk: '{unlikelihood}#{one}#{two}' },
    question:
      'Which pairs of source records, one of them this member’s, should a person look at? gsi2: the likeliest first. Shown as far as the records still agree',
  },
  recordDecision: {
    pk: 'REC#{recordId}',
    sk: 'DECISION#{decisionId}',
    question: 'Which decisions of staff made this union record what it is?',
  },
  itemDescription: { pk: 'SRC#{sourceId}', sk: 'ITEM#{itemId}', question: 'Which items hang on this source record?' },
  matchBlock: { pk: 'MATCH#{matchKey}', sk: 'MATCH', question: 'Which source records share this match key?' },
  harvest: {
    pk: 'HARVEST#{recordId}',
    sk: '{set}',
    gsi3: { pk: 'HARVEST-LIST#{set}#{shard}', sk: '{changedAt}#{recordId}' },
    question:
      'What has the public of this union record, since when, in which sets? gsi3: a set by datestamp, in shards (sparse)',
  },
  import: {
    pk: 'IMPORT#{importId}',
    sk: 'IMPORT',
    gsi2: { pk: 'IMPORTS-OF#{memberId}', sk: '{importId}' },
    question: 'How far is this load? gsi2: the loads of a member',
  },
  importPart: { pk: 'IMPORT#{importId}', sk: 'PART#{part}', question: 'What came of this part of a load?' },
  // onboarding
  load: {
    pk: 'LOAD#{loadId}',
    sk: 'LOAD',
    gsi2: { pk: 'LOADS-OF#{memberId}', sk: '{loadId}' },
    question: 'How are the files of this load from an old system read? gsi2: the loads of a member',
  },
  loadFile: { pk: 'LOAD#{loadId}', sk: 'FILE#{fileId}', question: 'What is in this file, by its control totals?' },
  loadRun: { pk: 'LOAD#{loadId}', sk: 'RUN#{runId}', question: 'How far is this dry run or apply, what came of it?' },
  loadPart: { pk: 'LOAD-RUN#{runId}', sk: 'PART#{part}', question: 'What came of this part of a run?' },
  loadedRow: {
    pk: 'LOADED#{digest}',
    sk: 'LOADED',
    question: 'Was this row of an old system (by a digest of member, kind and old number) loaded, and as what?',
  },
  patronFeed: {
    pk: 'PATRON#{patronId}',
    sk: 'FEED',
    question: 'What did the last file say of this patron (digests only)? Erased with the patron',
  },
  // circulation
  item: {
    pk: 'ITEM#{itemId}',
    sk: 'CIRC',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'LOAN#{loanId}' },
    gsi2: { pk: '{list}', sk: '{since}#{itemId}' },
    question:
      'Where is this copy, who has it? gsi1: a patron’s loans (sparse); gsi2: the lists of a branch (in transit to it, on its hold shelf, to be fetched, missing there; sparse)',
  },
  floatGuests: {
    pk: 'BRANCH#{branchId}',
    sk: 'GUESTS#{group}',
    question: 'How many guests of this floating group has this branch, where it takes only so many?',
  },
  watch: {
    pk: 'WATCH#{shard}',
    sk: '{at}#{about}',
    question:
      'At which loans and cards is to be looked by now: due soon, overdue, to be told again, to age to lost, soon to expire? In shards; a row that came true or too late is passed over and deleted',
  },
  lateLoan: {
    pk: 'LATE#{branchId}',
    sk: '{stage}#{since}#{loanId}',
    question:
      'Which loans made at this branch, or of its items, are overdue or lost, the oldest first? Shown as far as the item agrees',
  },
  cardExpiry: {
    pk: 'CARDS-EXPIRE#{branchId}',
    sk: '{expiresOn}#{patronId}',
    question: 'Which cards of this home branch end in the coming days? Shown as far as the patron’s standing agrees',
    expires: true,
  },
  barcode: {
    pk: 'BARCODE#{barcode}',
    sk: 'BARCODE',
    question: 'Which item bears this barcode, anywhere in the consortium? Two where old numbers of members collide.',
  },
  hold: {
    pk: 'REC#{recordId}',
    sk: 'HOLD#{holdId}',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'HOLD#{holdId}' },
    gsi2: { pk: '{list}', sk: '{since}#{holdId}' },
    gsi3: { pk: 'HOLDS-DUE#{day}#{shard}', sk: '{due}#{holdId}' },
    gsi4: { pk: 'REC-MOVED-UP#{recordId}', sk: '{queuedAt}#{holdId}' },
    question:
      'Who waits for this record, in order of request? gsi1: a patron’s open holds (sparse); gsi2: a pickup branch’s holds that no copy can fill (sparse); gsi3: the holds that time changes on a day, by shard (sparse); gsi4: the open holds that staff moved before older ones (sparse)',
    expires: true,
  },
  holdElsewhere: {
    pk: 'REC#{recordId}',
    sk: 'HOLD-ELSEWHERE#{holdId}',
    question: 'Which holds for a work, placed on another edition, could this record fill?',
  },
  holdLook: {
    pk: 'HOLDS-LOOK#{shard}',
    sk: '{lookAt}#{holdId}',
    question:
      'Which waiting holds are to be looked at again by now: whose page times out, whose branch opens? In shards; a row that came true or too late is passed over and deleted',
    expires: true,
  },
  inventory: {
    pk: 'INVENTORY#{inventoryId}',
    sk: 'INVENTORY',
    gsi2: { pk: 'INVENTORIES-OF#{branchId}', sk: '{inventoryId}' },
    gsi3: { pk: 'INVENTORIES-TO-COUNT', sk: '{lookAt}#{inventoryId}' },
    question:
      'Which shelves are gone over, and what came of it? gsi2: the inventories of a branch; gsi3: those closed and not counted yet (sparse)',
    expires: true,
  },
  inventoryScan: {
    pk: 'SCANNED#{inventoryId}#{about}',
    sk: 'SCANNED',
    gsi2: { pk: 'INVENTORY-FOUND#{inventoryId}#{finding}', sk: '{number}#{about}' },
    question:
      'Was this copy (or unknown number) scanned in this inventory? A partition each, so that many may scan at once; gsi2: what was found wrong, by kind (sparse)',
    expires: true,
  },
  inventoryNotSeen: {
    pk: 'INVENTORY#{inventoryId}',
    sk: 'NOT-SEEN#{location}#{callNumber}#{itemId}',
    question: 'Which copies should have stood on these shelves and were not seen, by location and call number?',
    expires: true,
  },
  holdReset: {
    pk: 'HOLD-LOG#{holdId}',
    sk: '{at}#{v}',
    question: 'Which copies did this hold lose, when, why, by whom and where?',
    expires: true,
  },
  // resource sharing
  loanRequest: {
    pk: 'LOANREQ#{requestId}',
    sk: 'REQUEST',
    gsi1: { pk: 'PATRON#{patronId}', sk: 'LOANREQ#{requestId}' },
    gsi2: { pk: '{list}', sk: '{since}#{requestId}' },
    question:
      'How far is this loan request? gsi1: a patron’s requests (sparse); gsi2: a member’s open requests as requester',
  },
  loanRequestAsk: {
    pk: 'LOANREQ#{requestId}',
    sk: 'ASK#{ordinal}',
    gsi1: { pk: 'ITEM-ASKED#{itemId}', sk: '{askedAt}#{requestId}' },
    gsi2: { pk: '{list}', sk: '{since}#{requestId}' },
    question:
      'What was this supplier asked and what did it answer? gsi1: for which requests this copy is to be shipped (sparse); gsi2: a supplier’s queue (sparse)',
  },
  loanRequestRota: {
    pk: 'LOANREQ#{requestId}',
    sk: 'ROTA',
    question: 'Whom to ask for this loan request, in which order and why so?',
  },
  loanRequestStep: {
    pk: 'LOANREQ#{requestId}',
    sk: 'STEP#{step}',
    question: 'What happened to this loan request, in order?',
  },
  loanRequestWait: {
    pk: 'LOANREQ#{requestId}',
    sk: 'WAIT',
    question: 'Which task of its workflow waits for news of this loan request?',
  },
  loanRequestClaim: {
    pk: 'PATRON#{patronId}',
    sk: 'LOANREQ-FOR#{recordId}',
    question: 'Has this patron an open loan request for this record? Claimed once',
  },
  partner: {
    pk: 'PARTNER#{partnerId}',
    sk: 'PARTNER',
    gsi2: { pk: 'PARTNERS', sk: '{partnerId}' },
    question: 'Which library or broker outside is this, where and how is it spoken to? gsi2: all partners',
  },
  illSymbol: {
    pk: 'ILLSYMBOL#{symbol}',
    sk: 'ILLSYMBOL',
    question: 'Whose symbol (or account name) is this: a partner’s, a member’s, the consortium’s? Claimed once',
  },
  librarySymbol: {
    pk: 'MEMBER#{memberId}',
    sk: 'ILLSYMBOL',
    gsi2: { pk: 'LIBRARY-SYMBOLS', sk: '{memberId}' },
    question: 'By which symbol do partners know this member (or the consortium)? gsi2: those of all members',
  },
  partnerRequest: {
    pk: 'PARTNER#{partnerId}',
    sk: 'REQUEST#{side}#{number}#{symbol}',
    question:
      'Which request of ours does this partner, at this side of it, know by this number (asked of this symbol of ours, or `*`)? Claimed once',
  },
  partnerWish: {
    pk: 'PARTNER#{partnerId}',
    sk: 'WISH#{digest}',
    question: 'Which request of this partner was the last for this record, library and patron (a digest)?',
  },
  partnerDay: {
    pk: 'PARTNER#{partnerId}',
    sk: 'DAY#{day}',
    question: 'How many messages came from this partner on this day?',
    expires: true,
  },
  partnerHeard: {
    pk: 'HEARD#{partnerId}#{hash}',
    sk: 'HEARD',
    question: 'Did this very message come from this partner before? Claimed once',
    expires: true,
  },
  partnerMessage: {
    pk: 'LOANREQ-MAIL#{requestId}',
    sk: '{at}#{messageId}',
    gsi2: { pk: 'PARTNER-MAIL#{partnerId}', sk: '{at}#{messageId}' },
    gsi4: { pk: 'PARTNER-FAILED#{partnerId}', sk: '{at}#{messageId}' },
    question:
      'What was said to and by partners about this request, in order, and how far is it? gsi2: all mail of a partner; gsi4: what could not be delivered to it (sparse)',
    expires: true,
  },
  loanDocument: {
    pk: 'LOANDOC#{documentId}',
    sk: 'DOCUMENT',
    gsi3: { pk: 'LOANDOCS-END#{day}#{shard}', sk: '{forgetAt}#{documentId}' },
    question:
      'Which copy was sent for this loan request, until when and how often may its link be used? Never to whom; gsi3: the files to be forgotten on a day, by shard (sparse)',
    expires: true,
  },
  lendingBalance: {
    pk: 'MEMBER#{memberId}',
    sk: 'LENDING',
    question: 'How much did this member lend, borrow, and how fast did it answer?',
  },
  copyrightCount: {
    pk: 'MEMBER#{memberId}',
    sk: 'CONTU#{year}#{periodical}',
    question:
      'How many copies of articles of this periodical did this member ask for in this calendar year, within the limit and beyond it?',
    expires: true,
  },
  periodicalName: {
    pk: 'PERIODICAL#{name}',
    sk: 'ALSO#{also}',
    question: 'By which other ISSNs and titles is this periodical known, as citations and records say them together?',
  },
  copyrightCopy: {
    pk: 'LOANREQ#{requestId}',
    sk: 'COPYRIGHT',
    gsi2: { pk: 'CONTU-OF#{memberId}#{year}', sk: '{periodical}#{requestId}' },
    question:
      'As which copy does this loan request count, was it filled, who let it pass? Never for whom; gsi2: the copies of a member’s year by periodical',
    expires: true,
  },
  loanReport: {
    pk: 'MEMBER#{requester}',
    sk: 'LOANREPORT#{month}#{supplier}#{service}',
    gsi2: { pk: 'LOANS-SUPPLIED#{supplier}', sk: '{month}#{requester}#{service}' },
    question:
      'What came in this month of what one library asked of another: filled, unfilled and why, how fast, at what cost? gsi2: the same by supplier',
  },
  // teaching
  term: {
    pk: 'MEMBER#{memberId}',
    sk: 'TERM#{termId}',
    gsi2: { pk: 'TERMS-OPEN', sk: '{endsOn}#{memberId}#{termId}' },
    question: 'From when to when is this term? gsi2: the terms that are not closed, by their last day (sparse)',
  },
  courseOfTerm: {
    pk: 'TERM#{memberId}#{termId}',
    sk: '{code}',
    question: 'Which courses has this term; which one bears this code? Claimed once a term',
  },
  course: { pk: 'COURSE#{courseId}', sk: 'COURSE', question: 'What is this course, who teaches it, in which term?' },
  courseMaterial: {
    pk: 'COURSE#{courseId}',
    sk: 'MATERIAL#{entryId}',
    question: 'What is on the list of this course: copies on reserve, records, links?',
  },
  courseWord: {
    pk: 'COURSE-WORD#{head}',
    sk: '{word}#{courseId}#{whose}',
    question: 'Which running courses have a word that begins so, in code, title, department or an instructor’s name?',
    expires: true,
  },
  itemReserves: {
    pk: 'ITEM#{itemId}',
    sk: 'RESERVES',
    question: 'Which courses have this copy on reserve, in the order in which they asked?',
  },
  schoolScheme: {
    pk: 'MEMBER#{memberId}',
    sk: 'SCHOOL',
    question: 'How does this school count its grades, and what becomes of those who leave?',
  },
  schoolClass: {
    pk: 'SCHOOL#{memberId}',
    sk: 'CLASS#{classId}',
    question: 'Which classes has this school, and who teaches them?',
  },
  pupilNumber: {
    pk: 'SCHOOL#{memberId}',
    sk: 'NUMBER#{localId}',
    question: 'Whom does the school’s register know by this number? Claimed once',
  },
  pupil: {
    pk: 'PATRON#{patronId}',
    sk: 'PUPIL',
    gsi2: { pk: 'CLASS#{memberId}#{classId}', sk: '{nameKey}#{patronId}' },
    question: 'Is this patron a pupil, in which grade and class? gsi2: a class by name (sparse)',
  },
  classTeacher: {
    pk: 'PATRON#{patronId}',
    sk: 'TEACHES#{memberId}#{classId}',
    question: 'Which classes does this patron teach?',
  },
  schoolYear: {
    pk: 'SCHOOL#{memberId}',
    sk: 'YEAR#{year}',
    gsi2: { pk: 'YEARS-DUE', sk: '{on}#{memberId}#{year}' },
    question: 'When does this school year begin, how far is it? gsi2: the years to be begun or taken back (sparse)',
  },
  // governance
  policy: {
    pk: 'POLICY#{kind}',
    sk: '{effectiveFrom}#{version}',
    question: 'Which version of this policy is or was in force?',
  },
  policyVersion: {
    pk: 'POLICY-VERSION#{kind}',
    sk: '{version}',
    question: 'Is this version of a policy adopted? Claimed once, so that two adopted at once follow each other',
  },
  priceProposal: {
    pk: 'PRICE-PROPOSAL',
    sk: 'LATEST',
    question: 'Which price change waits for an approver, or was adopted last? A decision at a time',
  },
  // finance
  receiptNumbers: {
    pk: 'BRANCH#{branchId}',
    sk: 'RECEIPTS',
    question: 'Which was the last receipt number of this branch? Raised with the receipt, so that none is left out',
  },
  receipt: {
    pk: 'RECEIPTS#{branchId}#{day}',
    sk: '{number}',
    question: 'Which receipts did this branch give on this day? Never to whom',
  },
  till: {
    pk: 'TILLS#{memberId}#{month}',
    sk: '{day}#{branchId}',
    question: 'What should be in the till of this branch on this day, and what was counted?',
  },
  ledgerEntry: {
    pk: 'LEDGER#{period}#{shard}',
    sk: '{at}#{entryId}',
    gsi2: { pk: 'LEDGER-OWING#{memberId}#{period}', sk: '{at}#{entryId}' },
    gsi4: { pk: 'LEDGER-OWED#{memberId}#{period}', sk: '{at}#{entryId}' },
    question:
      'Which entries were posted in this month? gsi2: what a member owes other libraries for loans and copies (sparse); gsi4: what it is owed (sparse)',
  },
  ledgerClaim: {
    pk: 'LEDGER-ENTRY#{entryId}',
    sk: 'CLAIM',
    question: 'Was this charge between libraries booked, and when? Claimed once, at whatever instant it is tried again',
  },
  partnerAccount: {
    pk: 'MEMBER#{memberId}',
    sk: 'PARTNER-ACCOUNT#{partnerId}',
    question: 'What do this member and this library outside owe each other, by currency?',
  },
  voucherStock: {
    pk: 'MEMBER#{memberId}',
    sk: 'VOUCHERS',
    question: 'How many vouchers of each kind has this member?',
  },
  memberFigures: {
    pk: 'COST-FIGURES',
    sk: '{memberId}',
    question:
      'What does a cost-sharing formula know of this member? Of all members, to reckon their fees (one row a member)',
  },
  scenario: {
    pk: 'SCENARIO#{scenarioId}',
    sk: 'SCENARIO',
    gsi2: { pk: 'SCENARIOS', sk: '{scenarioId}' },
    gsi4: { pk: 'SCENARIOS-ADOPTED', sk: '{scenarioId}' },
    question:
      'By which formula would costs be shared, and was it adopted? gsi2: all scenarios; gsi4: the adopted ones, for members (sparse)',
  },
  scenarioFee: {
    pk: 'SCENARIO#{scenarioId}',
    sk: 'FEE#{seal}#{memberId}',
    question:
      'Which fee has this member by an adopted scenario, from which figures? Those of the seal in its header count',
  },
  scenarioYear: {
    pk: 'SCENARIO-YEARS',
    sk: '{year}',
    question: 'Which scenarios were adopted for this year? Raised by each adoption, so that none overlooks another',
  },
  period: {
    pk: 'PERIODS',
    sk: 'MONTH#{month}',
    question: 'How far is this month’s money, who took which step, by which figures?',
  },
  periodChain: {
    pk: 'PERIODS',
    sk: 'CHAIN',
    question:
      'Which period was closed last, and what is its seal? Raised with each close, so that the chain has one end',
  },
  periodWait: {
    pk: 'PERIOD#{month}',
    sk: 'WAIT',
    question: 'Which task of its workflow waits for the next step of this period?',
  },
  adjustment: {
    pk: 'PERIOD#{month}',
    sk: 'ADJUSTMENT#{memberId}#{lineId}',
    question: 'Which corrections and credits go into this period’s statements? Each line is claimed once a period',
  },
  statement: {
    pk: 'PERIOD#{month}',
    sk: 'STATEMENT#{memberId}',
    question:
      'What does a member’s statement of this month come to, what is its hash, is it booked and by which invoice?',
  },
  statementPart: {
    pk: 'STATEMENT#{month}#{memberId}',
    sk: '{round}#{part}',
    question: 'What does the statement say, byte by byte, as it was written in this round?',
  },
  invoiceNumbers: {
    pk: 'INVOICES#{issuer}#{year}',
    sk: 'NUMBERS',
    question:
      'Which was the last invoice number of this issuer’s fiscal year? Raised with the invoice: none is left out',
  },
  invoice: {
    pk: 'INVOICES#{issuer}#{year}',
    sk: 'INVOICE#{number}',
    question: 'Which invoices and credit notes were issued in this fiscal year, in order?',
  },
  accountLine: {
    pk: 'ACCOUNT#{memberId}',
    sk: '{at}#{entryId}',
    question: 'What was this member charged by the consortium, credited, and what has it paid?',
  },
  accountHead: {
    pk: 'MEMBER#{memberId}',
    sk: 'ACCOUNT',
    question:
      'How often was this member’s account written? What is decided by its lines is written while none is added',
  },
  bankReference: {
    pk: 'BANK-REFERENCE#{reference}',
    sk: 'BANK-REFERENCE',
    question: 'Was this transfer of the bank booked already? Claimed once',
  },
  payout: {
    pk: 'MEMBER#{memberId}',
    sk: 'PAYOUT#{payoutId}',
    gsi2: { pk: 'PAYOUTS-ASKED', sk: '{payoutId}' },
    question:
      'Who asked for this credit to be paid out, who decided and how? gsi2: those that wait for an approver (sparse)',
  },
  accountCodes: {
    pk: 'ACCOUNT-CODES',
    sk: '{memberId}#{version}',
    question:
      'By which codes of its own books are lines of this member’s statements named, from which day? Of all members, to write statements; a version is never changed',
  },
  trueUp: {
    pk: 'TRUE-UPS',
    sk: '{year}#{fee}',
    question:
      'What did this fee of this year come to against what was billed, who prepared and approved it, into which month did it go? Once a fee and year',
  },
  dispute: {
    pk: 'MEMBER#{memberId}',
    sk: 'DISPUTE#{month}#{lineId}',
    gsi2: { pk: 'DISPUTES-OPEN', sk: '{since}#{memberId}#{month}#{lineId}' },
    question:
      'Does this member dispute a line of a statement, and what was said? gsi2: those not answered yet (sparse)',
  },
  budget: {
    pk: 'BUDGETS#{owner}',
    sk: 'BUDGET#{measure}#{span}#{from}',
    gsi2: { pk: 'BUDGETS', sk: '{owner}#{measure}#{span}#{from}' },
    question:
      'What may this member, or the consortium, spend in a month or fiscal year from this one on? gsi2: the budgets of all, to be watched',
  },
  budgetAlert: {
    pk: 'BUDGETS#{owner}',
    sk: 'ALERT#{name}',
    question: 'Which threshold of a budget was passed, when, in which period? Claimed once, and told to subscribers',
  },
  spending: {
    pk: 'SPENDING#{owner}',
    sk: '{month}',
    question:
      'What has this member, or the consortium, spent in this month: by the report so far, by its closed statement?',
  },
  usageDay: {
    pk: 'USAGE#{month}#{member}',
    sk: '{day}#{operation}',
    question: 'What did this member use, by day and operation?',
  },
  usageBatch: {
    pk: 'BATCH#{batchId}',
    sk: 'BATCH',
    question: 'Was this batch of log lines, none of which tells of use, counted before?',
    expires: true,
  },
  usageEvidence: {
    pk: 'EVIDENCE#{day}#{operation}',
    sk: '{batchId}#{part}',
    question:
      'Which requests make up this line, until the day is packed? And was this batch of log lines counted before?',
    expires: true,
  },
  evidencePack: {
    pk: 'EVIDENCE-PACK#{day}#{operation}',
    sk: 'PACK',
    question: 'Which files in the bucket hold the requests that make up this line, and which members are in each?',
  },
  lateEvidence: {
    pk: 'EVIDENCE-LATE',
    sk: '{day}#{operation}',
    question: 'Of which days did evidence come when they may have been packed already? Gone when they are packed again',
  },
  evidencePacked: {
    pk: 'EVIDENCE-PACKED',
    sk: 'UNTIL',
    question: 'Up to which day is all evidence packed?',
  },
  usageWaiting: {
    pk: 'WAITING#{lambdaRequestId}',
    sk: 'WAITING',
    question: 'Which half of a request (its line or the platform’s report) still waits for the other?',
    expires: true,
  },
  idleReading: {
    pk: 'IDLE#{month}',
    sk: '{day}',
    question: 'How large was what stands idle (search domain, table, files, alarms, keys) on the days of this month?',
  },
  platformBill: {
    pk: 'PLATFORM-BILLS#{month}',
    sk: 'BILL#{billId}',
    question: 'Which bills of the platform came for this month, whose files are they, what became of each?',
  },
  acceptedException: {
    pk: 'PLATFORM-BILLS#{month}',
    sk: 'ACCEPTED#{exceptionId}#{difference}',
    question: 'Did somebody say why the bill differs so, by exactly this amount? Once',
  },
  // shared
  request: {
    pk: 'IDEM#{actor}#{operation}#{requestKey}',
    sk: 'IDEM',
    question: 'Was this Idempotency-Key used before, and what was answered?',
    expires: true,
  },
});

export type Entity = keyof typeof keyTable;

type Holes<T extends string> = T extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
type KeyValues<E extends Entity> = Record<
  Holes<(typeof keyTable)[E]['pk']> | Holes<(typeof keyTable)[E]['sk']>,
  string
>;
type Index = 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4';
type IndexOf<E extends Entity, G extends Index> = (typeof keyTable)[E] extends {
  [K in G]: { pk: infer P extends string; sk: infer S extends string };
}
  ? Record<Holes<P> | Holes<S>, string>
  : never;

export type Key = { pk: string; sk: string };

/** `#` parts a key and `%` escapes, so a value holding either is escaped: no value can reach into another entity. */
const escaped = (value: string): string => value.replaceAll('%', '%25').replaceAll('#', '%23');

const fill = (template: string, values: Record<string, string>, whole: readonly string[] = []): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === '') throw new Error(`A key needs ${name} (${template})`);
    return whole.includes(name) ? value : escaped(value);
  });

/** The primary key of an entity. Takes its values; throws when one is missing or empty. */
export const key = <E extends Entity>(entity: E, values: KeyValues<E>): Key => {
  const row: Row = keyTable[entity];
  return { pk: fill(row.pk, values), sk: fill(row.sk, values) };
};

/** The first part of an entity's sort key up to the first value, for `begins_with` (e.g. `HOLD#`). */
export const sortPrefix = (entity: Entity): string => keyTable[entity].sk.split('{')[0] ?? '';

const indexed = (entity: Entity, index: Index, values: Record<string, string>): Record<string, string> => {
  const keys = (keyTable[entity] as Row)[index];
  if (!keys) throw new Error(`${entity} has no ${index}`);
  // `{list}` is the name of a list made by `listKey`, already escaped.
  return { [`${index}pk`]: fill(keys.pk, values, ['list']), [`${index}sk`]: fill(keys.sk, values) };
};

/** The gsi1 attributes of an entity (sparse: leave them out and the item is not in the index). */
export const gsi1 = <E extends Entity>(entity: E, values: IndexOf<E, 'gsi1'>): Record<string, string> =>
  indexed(entity, 'gsi1', values);

/** The gsi2 attributes of an entity (sparse). */
export const gsi2 = <E extends Entity>(entity: E, values: IndexOf<E, 'gsi2'>): Record<string, string> =>
  indexed(entity, 'gsi2', values);

/** The gsi3 attributes of an entity (sparse). */
export const gsi3 = <E extends Entity>(entity: E, values: IndexOf<E, 'gsi3'>): Record<string, string> =>
  indexed(entity, 'gsi3', values);

/** The gsi4 attributes of an entity (sparse). */
export const gsi4 = <E extends Entity>(entity: E, values: IndexOf<E, 'gsi4'>): Record<string, string> =>
  indexed(entity, 'gsi4', values);

/** Names of a branch's or member's lists in gsi2: one partition per branch, so none is of low cardinality. */
export const lists = {
  transitTo: 'TRANSIT-TO',
  shelf: 'SHELF',
  pull: 'PULL',
  missing: 'MISSING',
  hopeless: 'HOPELESS',
  requester: 'REQUESTER',
  supplier: 'SUPPLIER',
  pile: 'LETTER-PILE',
} as const;
export const listKey = (list: keyof typeof lists, place: string): string => `${lists[list]}#${escaped(place)}`;

/** The partition key of an index list by entity, for queries. */
export const indexPartition = <E extends Entity>(entity: E, index: Index, values: Record<string, string>): string => {
  const keys = (keyTable[entity] as Row)[index];
  if (!keys) throw new Error(`${entity} has no ${index}`);
  return fill(keys.pk, values, ['list']);
};
