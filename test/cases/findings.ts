import type { Case, CaseList } from './case.ts';

/** The faults that reviews of circulation (C), deployment (W), security (S), interlibrary loan (I), matching (M), finance (F) and the web app in the browser (B) found and that are repaired, each shown by tests that name it. */
const cases: readonly Case[] = [
  {
    case: 'C2',
    about:
      'An outdated policy does not replace a newer one; an adoption decides on later versions and names existing objects only',
  },
  {
    case: 'C3',
    about:
      'Policies, calendars and the directory are read as one item each, at the same cost after any number of versions',
  },
  { case: 'C4', about: 'A patron reads the own reading history, page by page, and switches it off' },
  {
    case: 'C5',
    about:
      'A checkout that a waiting hold could use is refused, also of a copy on its way home; by policy, with override',
  },
  { case: 'C6', about: 'A hold whose own copy is being fetched or set aside blocks no renewal of other copies' },
  { case: 'C7', about: 'A card scan and a hold cost the same however many copies and holds a title has' },
  { case: 'C8', about: 'Fines that open loans have accrued are shown, and count in the limit of debts' },
  { case: 'C9', about: 'Loans of three days or less are announced as due soon as well' },
  {
    case: 'C10',
    about:
      'Holds on travelling copies, missing copies in hand, deferred erasures, blocked proxies, one length of item types, processing fees of lost items, and notices in any language',
  },
  { case: 'W1', about: 'The documented commands deploy, with no other tool than Node' },
  { case: 'W2', about: 'Every service that must reach a topic, queue, bucket or function passes its resource policy' },
  { case: 'W3', about: 'A command restores into a new table, and resumable jobs rebuild scheduled checks and index' },
  { case: 'W4', about: 'An invitation can be sent again, the first administrator’s too' },
  { case: 'W5', about: 'Alarms on throttles and concurrency; the deployment states the quota that it needs' },
  { case: 'W6', about: 'Building and deploying need neither Python, Java nor Maven' },
  { case: 'W7', about: 'Each setting can be set, changed and removed: no export in use, no loss, no orphan' },
  {
    case: 'W8',
    about: 'E-mail to staff comes from the configured sender, with the person’s name and the site’s address',
  },
  { case: 'W9', about: 'A read that loses its connection is retried once, and every client has a time limit' },
  { case: 'W11', about: 'Bundles have source maps' },
  { case: 'W13', about: 'The firewall leaves MARC and XML bodies, and a campus behind one address, to the API' },
  { case: 'W15', about: 'A fault of the authorizer is not cached, and two origin secrets are valid during a change' },
  { case: 'B1', about: 'Patrons are registered at the desk and, where a library allows it, sign up online' },
  { case: 'B2', about: 'Patrons are found by name at the desk, from every page' },
  {
    case: 'B3',
    about: 'The desk places, lists and cancels the holds of patrons, and sees barcodes on the record page',
  },
  { case: 'B4', about: 'The slip of the hold shelf says for whom and until when' },
  { case: 'B5', about: 'No slip is lost: several are printed together or at once, and again' },
  { case: 'B6', about: 'The pull list has call numbers and whole barcodes' },
  { case: 'B7', about: 'Every role begins on lists and pages of its own, never on a refusal' },
  { case: 'B8', about: 'The evidence of a statement line is folded, in words, below the dispute' },
  { case: 'B9', about: 'The counts of the open patron follow each scan' },
  { case: 'B10', about: 'A link opened in a new tab stays signed in' },
  {
    case: 'B11',
    about: 'A hold is confirmed only when the ways to get the title are known',
  },
  { case: 'B12', about: 'An OpenURL or a citation of a book that the libraries hold leads to its record' },
  { case: 'B13', about: 'A hold is not cancelled by one click' },
  { case: 'B14', about: 'Undo stays on one line, and cancels the hold' },
  { case: 'B15', about: 'Hours, addresses and closures of branches are shown to everybody' },
  {
    case: 'B16',
    about: 'A month without a statement leads to the last one, and no page asks the signed-in to sign in',
  },
  { case: 'B17', about: 'A patron has the own data, its export and erasure, consents and dependants in the account' },
  { case: 'B18', about: 'The branch in use is the one that was selected last' },
  { case: 'B19', about: 'No text of a screen names a part of the system, a case or an operation' },
  { case: 'B20', about: 'Tables are sorted, moved through by keys, and are blocks on a phone' },
  { case: 'S2', about: 'PINs cannot be tried over many cards; short PINs, birthdays and trivial ones are refused' },
  { case: 'S3', about: 'A stranger who sends wrong PINs does not lock the owner of a card out' },
  { case: 'S5', about: 'A supervisor reorders the holds of own patrons only' },
  {
    case: 'S6',
    about:
      'Withdrawn machines, cards, PINs and roles and ended sessions are ineffective within a minute; patrons see and end sessions',
  },
  { case: 'S7', about: 'Erased patrons remain erased after a restore' },
  { case: 'S8', about: 'A flood of one kind of call leaves capacity to the others' },
  { case: 'S9', about: 'The replacement of a card by its own number is refused, not answered with 500' },
  { case: 'S10', about: 'Malformed text is answered with 400 everywhere' },
  { case: 'S11', about: 'Every answer of the API has HSTS and nosniff' },
  {
    case: 'S12',
    about: 'Readers of the index cannot write; readers of the bucket read and list files of their own prefixes only',
  },
  { case: 'S13', about: 'No record, export or answer contains an address that runs code in a browser' },
  { case: 'S14', about: 'Card numbers and names with markup, formulas or control characters are refused' },
  { case: 'S15', about: 'Invalid months, another’s patron and private addresses of partners are refused at once' },
  {
    case: 'I1',
    about:
      'Citations without a number are found by title and author, and no item that the consortium may hold is requested outside',
  },
  {
    case: 'I2',
    about: 'A failed message requires staff, also after the end, with its reason; after three days',
  },
  { case: 'I3', about: '“Message not delivered” ends as soon as the resend is confirmed' },
  { case: 'I4', about: 'An empty rota lists the excluded libraries with reasons; a patron request may have no number' },
  {
    case: 'I5',
    about:
      'SRU and OAI-PMH name ISIL, branch, location, call number, barcode and state of copies; SRU 2.0, bare queries, scan',
  },
  { case: 'I6', about: 'A new request under a used number is an ERROR; a repetition of the same request is confirmed' },
  { case: 'I7', about: 'NotFoundAsCited is answered with a better citation' },
  {
    case: 'I8',
    about:
      'An agreement names a maximum only where needed; no case numbers; an identifier in all Dublin Core; sound JSON-LD',
  },
  {
    case: 'M1',
    about: 'Different books whose titles differ in a short word, a number, a place or a day do not merge',
  },
  { case: 'M2', about: 'A romanised title merges with the same book in its own script' },
  { case: 'M3', about: 'A microform that 245 $h names is separate from the printed book' },
  { case: 'M4', about: 'Editions of two countries go to a person; editions from the twentieth on are read in words' },
  { case: 'M5', about: 'A leading article hides no title, typed first or after a comma' },
  { case: 'M6', about: 'Each sentence of an explanation is true of the comparison that counted' },
  {
    case: 'M7',
    about: 'UNIMARC is read, Alma JSON and Solr XML are recognised, and what is ignored in a record is reported',
  },
  {
    case: 'F1',
    about: 'What no meter confirms (fees, support, credits, refunds, tax) must be explained from a set sum on',
  },
  {
    case: 'F2',
    about: 'The tariff itself is checked, each class of members apart, and what was not checked is listed',
  },
  { case: 'F3', about: 'A restatement is booked into a later month only' },
  {
    case: 'F4',
    about: 'Polls, batches and web files are metered or estimated, and a month with nothing wrong has few exceptions',
  },
  { case: 'F5', about: 'An upheld dispute stays open until another person corrects or declines it' },
  { case: 'F6', about: 'Corrections, credits and one-off charges are bounded, and a cost shared in part is named' },
  { case: 'F7', about: 'A month has its own costs by accruals, and its invoices the fiscal year of the service' },
  { case: 'F8', about: 'Printed statements, workbooks and e-invoices are what a board and an accountant expect' },
  { case: 'F9', about: 'FOCUS files give what is passed on of a bill its category, and bill each line once' },
  { case: 'F10', about: 'The identical bill again changes nothing' },
  { case: 'F11', about: 'A changed statement is neither shown, printed nor booked' },
  {
    case: 'F12',
    about: 'The price book has the published prices, allowances by the day of the account, compressed logs',
  },
  {
    case: 'F13',
    about:
      'True-ups do not wait for other fiscal years, drafts are deleted, currencies are those billed, and permission is checked before the body',
  },
];

export const findings: CaseList = {
  letter: '(?<=\\bfinding )[CWSIBMF]',
  isWritten: true,
  projects: ['domain', 'unit', 'contract', 'infra', 'stores', 'browser'],
  cases,
  benches: [],
};
