/** Help topics, each with what to do next where that is another page. */
export const help = {
  'help.title': 'Help',
  'help.here': 'About this page',
  'help.none': 'There is no topic for this page yet.',
  'help.all': 'All topics',
  'help.find': 'Find a topic',
  'help.reviewed': 'Reviewed {date}',
  'help.owner': 'Further questions: {who}',
  'help-owner.desk-supervisor': 'a desk supervisor',
  'help-owner.ill': 'the interlibrary loan staff',
  'help-owner.cataloguer': 'a cataloguer of your library',
  'help-owner.member-admin': 'the administrator of your library',
  'help-owner.member-finance': 'the finance staff of your library',
  'help-owner.finance-preparer': 'the finance staff of the consortium',
  'help-owner.admin': 'the administrator of the consortium',
  'help-title.today': 'What is on this page?',
  'help-text.today':
    'Today lists the work that waits for you at the branch in use, by your roles: each list has its count and its first entries. An entry leaves the list when its work is done. The keys 1 to 7 go to the lists.',
  'help-next.today': 'Choose another branch at the top of the navigation.',
  'help-title.online-payments': 'How do online payments get to the bills?',
  'help-text.online-payments':
    'Patrons pay on the page of the payment provider. Its signed confirmation closes the bills and posts the payment to the ledger; what the browser brings back changes nothing. A refund is posted when the provider confirms it. A disputed payment opens its bill again until the dispute is won. Every 15 minutes the payouts are compared with the payments here: what differs stands beside the payout until finance staff mark it as checked with a note, and a payment whose confirmation was lost is posted.',
  'help-next.online-payments': 'Look at the payments that need a person.',
  'help-title.may-not-borrow': 'Why may this patron not borrow?',
  'help-text.may-not-borrow':
    'The refusal names each reason: a block with its end, a debt or a number of loans against its limit, an expired card, an item that does not circulate. “Why?” opens the rule and the decision that set it. What can be done now stands beside it: pay, renew the card, return an overdue item. A supervisor may override the reasons that the policy allows, with a reason of their own.',
  'help-next.may-not-borrow': 'See the limits in force.',
  'help-title.due-date': 'Which rule gave this due date?',
  'help-text.due-date':
    '“Why?” beside the due date names the rule that matched, who decides the loan period (the owner of the item or the branch of the loan), the least and greatest period, and the closed days that were passed over. The rules of the library that decides go before those of the consortium; among them the one with the most specific conditions wins.',
  'help-next.due-date': 'Try another patron and item on the test bench.',
  'help-title.override': 'What happens when I override?',
  'help-text.override':
    'The loan is made, and the record keeps who overrode which refusal and with which reason; administrators and auditors can read it. The rule itself does not change, and the next loan is checked as before. Refusals that the policy excludes cannot be overridden.',
  'help-next.override': 'Lend within the rule where you can, or write the reason.',
  'help-title.no-network': 'The network is down',
  'help-text.no-network':
    'The desk says Offline and goes on: lending, taking back and renewing by scan work, and each scan keeps its own time. Patrons cannot be searched or registered meanwhile. When the network is back, the scans are entered in order. What needs a person is listed with what to do: a blocked patron, an item that somebody else has, an unknown number.',
  'help-next.no-network': 'Leave the browser tab open, or open the desk again in the same browser.',
  'help-title.renewed-same-day': 'Why can this loan not be renewed?',
  'help-text.renewed-same-day':
    'A loan is not renewed when the number of renewals is used up, when it was recalled, when patrons wait for the title and no other copy can serve them, or when it would not be due later than now: no due date goes beyond the greatest period of the rule or the end of the card. “Why?” beside the loan names which of these applies.',
  'help-next.renewed-same-day': 'Open “Why?” beside the loan and tell the patron the reason.',
  'help-title.returned-still-on-card': 'Returned, but still on the card',
  'help-text.returned-still-on-card':
    'Scan the item: its page says the last scan, where it was and what state it has. If it stands on the shelf, check it in; a return can be dated back to the day of the book drop. If it cannot be found, note “claims returned” on the loan: no reminders are sent and no fines accrue while you look for it.',
  'help-next.returned-still-on-card': 'Look the item up.',
  'help-title.till-differs': 'The drawer does not agree',
  'help-text.till-differs':
    'Count again before closing: a payment that came in meanwhile stops the closing and asks for a new count. When the day is closed with another sum than expected, the difference stands with the day and with who counted; it is never corrected silently. A second person can see it under Tills and netting.',
  'help-next.till-differs': 'Count again, then close the day.',
  'help-title.refund': 'Refund: to whom and how',
  'help-text.refund':
    'A refund goes against the payment that it returns, with a reason. Open the bill on the patron’s record, choose the payment and what to give back. Desk staff refund up to the limit of the policy, a supervisor above it; cash leaves the till of today. What other bills remain open is shown first.',
  'help-next.refund': 'Open the patron’s record and choose the bill.',
  'help-title.no-notice': '“I got no notice”',
  'help-text.no-notice':
    'The list says what was sent to whom, when and by which channel, and what failed and why. Check the address and the consents on the patron’s record: nothing is sent by a channel that the patron refused, except notices that must go out. Letters wait here to be printed.',
  'help-next.no-notice': 'Find the patron.',
  'help-title.found-missing': 'Found, but marked missing',
  'help-text.found-missing':
    'Scan it. The check-in clears the missing status, and the item goes where it is needed: back to the shelf, to the hold shelf for a waiting patron, or to another branch. The slip says which.',
  'help-next.found-missing': 'Scan it at the desk.',
  'help-title.not-found': 'Our book is not found',
  'help-text.not-found':
    'A new record can be searched after a few seconds. Try fewer words, the title alone, or the ISBN; accents and word order do not matter. What is hidden from the public is found by staff only, what is hidden from other libraries by its own staff only. Its page says what is hidden, by whom and why.',
  'help-next.not-found': 'See what is hidden.',
  'help-title.many-editions': 'One line, many editions',
  'help-text.many-editions':
    'Editions and formats of one work are shown in one line, with the copies of all libraries. Open it to see each edition with its year and format. A hold may take any edition or one of them.',
  'help-next.many-editions': 'Open the line and choose an edition.',
  'help-title.whose-copy': 'Which copy comes first?',
  'help-text.whose-copy':
    'A hold takes a copy that is in at the pickup branch; if there is none, the policy decides: how near each branch is, any advantage or handicap that it gives a branch, how many copies the branch has to fetch already, and how many it did not find. “Why?” on the hold lists each copy with the reason why it was or was not chosen.',
  'help-next.whose-copy': 'Open “Why?” on the hold.',
  'help-title.which-library-next': 'Which library is asked next, and why?',
  'help-text.which-library-next':
    'The request lists the libraries in the order in which they are asked, with the points of each: distance, balance of lending and borrowing, cost, speed. A library that is left out is shown with the reason, for instance that its copy does not lend.',
  'help-next.which-library-next': 'Open the request and read its list of libraries.',
  'help-title.not-on-shelf': 'Not on the shelf: what to answer',
  'help-text.not-on-shelf':
    'Choose “Not on the shelf”. The hold goes to another copy at once, and this copy is not asked again for it; mark the copy as missing if it does not turn up. For a request of another library, answer “cannot supply” with the reason: the next library is asked.',
  'help-next.not-on-shelf': 'Choose “Not on the shelf” on the pull list.',
  'help-title.conditions': 'Conditions before sending',
  'help-text.conditions':
    'Before shipping you can set conditions: use in the library only, a fee, a shorter loan. The asking library sees them and agrees or refuses; nothing is sent before it agrees.',
  'help-next.conditions': 'Open the request and set the conditions before you ship.',
  'help-title.partner-late': 'The partner does not return',
  'help-text.partner-late':
    'Reminders go out by the days of the policy, then a claim. The request shows each step with its date. When an item is given up, a bill follows the agreement with the partner; the figures of lending count it as lost.',
  'help-next.partner-late': 'See the accounts with partners.',
  'help-title.may-we-copy': 'May we copy this?',
  'help-text.may-we-copy':
    'The page counts the copies that your library has requested of each journal in the calendar year, against the limit of the rule that applies. Above the limit, a person decides: pay the fee, take another source, or refuse. The decision is stored with the request.',
  'help-next.may-we-copy': 'Open the request that waits and decide.',
  'help-title.field-protected': 'This field is protected',
  'help-text.field-protected':
    'A library protects fields of its own records from loads: what a load brings for a protected field is left out, and a cataloguer still edits the field by hand. The page of protected fields lists them; the library’s cataloguers add or remove fields there.',
  'help-next.field-protected': 'Open the protected fields.',
  'help-title.undo-batch': 'Undo a batch change',
  'help-text.undo-batch':
    'A batch is first tried: each copy is listed with what would change. Once it has run, “Undo” restores what the batch changed, except on copies that were changed again since; these are listed. What left the collection in between does not come back.',
  'help-next.undo-batch': 'Open the change and choose “Undo”.',
  'help-title.record-changes': 'Change a field in many records',
  'help-text.record-changes':
    'Choose the records by control numbers, by a search or by a condition, and describe the steps: add, delete or replace fields and subfields, find and replace text, change an indicator. The preview lists each record with its differences and each record that cannot change, with the reason. Running it stores each record as the editor does, with you and your reason in its history. “Undo” brings each record back to what it was, except those that were changed since; these are listed. One change takes at most 5,000 records.',
  'help-next.record-changes': 'Make a preview before you run the change.',
  'help-title.item-category': 'Which item type?',
  'help-text.item-category':
    'The item type decides loan period, fines and whether the copy lends. The loan rules list the types of your library: choose the one with the rule that fits, not the one that describes the binding. A template fills type, location and price for the next copies.',
  'help-next.item-category': 'See the loan rules.',
  'help-title.join-or-split': 'Join or split?',
  'help-text.join-or-split':
    'The page sets both records side by side and lists what speaks for and against one edition: standard numbers, title, names, year, extent. Joining moves holds to the joined record; splitting gives each copy and hold back to its record. Both can be undone, and the decision holds against later loads.',
  'help-next.join-or-split': 'Look at the pairs that wait for a decision.',
  'help-title.fast-added': 'An item without a record at the desk',
  'help-text.fast-added':
    'Open the patron, scan the barcode, and choose “Add it and lend it now”: type the title and lend it. Patrons do not see the brief record. It waits under Fast-added records for a cataloguer; the first time it is saved there, it is matched with the records of all libraries and shown.',
  'help-next.fast-added': 'See the records that wait',
  'help-title.withdraw-last': 'May I withdraw this copy?',
  'help-text.withdraw-last':
    'Before a copy is withdrawn the page says whether it is the last in the consortium, who else holds it, and whether a library has promised to keep it. A last copy can be offered: others have the days of the policy to take it over.',
  'help-next.withdraw-last': 'Offer the copy, or withdraw it.',
  'help-title.rows-refused': 'Rows were refused: what now?',
  'help-text.rows-refused':
    'The report lists the refused rows by reason, with the row’s number and field; download them as CSV. Mend them in the old system or in the file and load the file again: what was loaded already is recognised and not doubled. A dry run changes nothing.',
  'help-next.rows-refused': 'Download the refused rows, correct them and load the file again.',
  'help-title.legacy-code': 'A code of the old system has no match',
  'help-text.legacy-code':
    'Each code of the old system is given a meaning once: a branch, a location, an item type, a patron category. The page says how many rows use it. Until then these rows wait or are refused; nothing is guessed.',
  'help-next.legacy-code': 'Give each open code its meaning.',
  'help-title.role-refused': 'Somebody cannot open a page',
  'help-text.role-refused':
    'Pages open by role: the person’s roles stand here with their library. A library’s administrator gives roles in the own library, the consortium’s administrator those of the consortium. A role works within a minute after it was given.',
  'help-next.role-refused': 'Give the person the role under Staff.',
  'help-title.somebody-left': 'Somebody left today',
  'help-text.somebody-left':
    'Withdraw all roles with a reason: access ends within a minute in every browser. What the person did stays in the record with the name. Open work is not tied to persons; the next colleague finds it on Today.',
  'help-next.somebody-left': 'Withdraw the roles of the person.',
  'help-title.new-closed-day': 'A new closed day: what moves?',
  'help-text.new-closed-day':
    'A closure counts for due dates and dates on the hold shelf that are calculated from now on; loans made before keep their date, and a renewal takes the new hours into account. Fines are not counted for closed days where the policy says so. Every change of hours is a version, stored with who made it and when.',
  'help-next.new-closed-day': 'Enter the closure before the days that it covers.',
  'help-title.statement-line': 'Where does this line come from?',
  'help-text.statement-line':
    'Open the line: its discussion comes first, then the evidence by day, with operations, units and the price of each unit in the month. Each day opens its requests. Finance staff of a library dispute a line of a closed month here; the consortium answers, and an upheld dispute is corrected in the next statement.',
  'help-next.statement-line': 'Open a line to read its evidence or to dispute it.',
  'help-title.consortium-books': 'How do the books agree with the ledger?',
  'help-text.consortium-books':
    'They are derived from it: what a member owes in its own books is owed to the consortium here, its cost is revenue, and its payment is money at the bank. The consortium’s own costs, payments and grants are entries of the same ledger. So all balances sum to zero, and what a member owes equals its account.',
  'help-next.consortium-books': 'Enter what the consortium spent, and compare it with the budget.',
  'help-title.share-changed': 'Why did our share change?',
  'help-text.share-changed':
    'Costs over the months shows the change; Costs of a month parts it into volume (more or less use) and price. What is shared follows the agreed key: the workbench shows the figures of each library, old and new, and what the formula and what the figures changed.',
  'help-next.share-changed': 'Compare the months.',
  'help-title.find-patron': 'Find or register a patron',
  'help-text.find-patron':
    'Type a name in any order, a birth date, a card, an e-mail address or a phone number. Before a new patron is saved, similar people are shown: open the existing record rather than making a second one. A card of any library of the consortium can be scanned here; where the policy asks for it, the patron first agrees that this library opens the record.',
  'help-next.find-patron': 'Register a new patron when nobody similar is found.',
  'help-title.verify-sign-up': 'Verify a sign-up',
  'help-text.verify-sign-up':
    'Look at an identity document and compare name, birth date and address. Verifying makes the account a full one; refusing asks for a reason. Until then the account is blocked as unverified and may do only what the policy allows.',
  'help-next.verify-sign-up': 'Open the sign-up and compare it with the document.',
  'help-title.merge-patrons': 'Two records of one person',
  'help-text.merge-patrons':
    'Compare both, then merge: loans, holds, bills and messages go to the record that stays, and the other card leads to it. If they are two people, mark them as distinct: the pair is not shown again. A wrong merge is undone for 30 days on the record that stays, under Changes: what has changed since stays there, and the preview lists it.',
  'help-next.merge-patrons': 'Open a pair and compare both records.',
  'help-title.change-rule': 'Change a rule',
  'help-text.change-rule':
    'All staff read the rules in force; the administrator of the consortium changes them. The differences are shown in words before a version is adopted, and it begins on the day you choose. A change made meanwhile by somebody else is shown to be compared, never overwritten.',
  'help-next.change-rule': 'Propose a version and choose the day it begins.',
  'help-title.patron-changes': 'Change many patrons at once',
  'help-text.patron-changes':
    'Choose the patrons by category, home branch, place of residence or expiry, and which of these changes. The preview lists each person with what would change. Afterwards “Undo” restores what the change did, except for patrons who were changed again since.',
  'help-next.patron-changes': 'Choose the patrons and make a preview.',
  'help-title.who-sees-record': 'Hide or show a record, a branch or an item',
  'help-text.who-sees-record':
    'Hide the record of your library, its items at one branch, or single items: from readers, from other libraries or from both. What is hidden with the record or the branch cannot be shown item by item. Say why: the history of the record keeps the reason with your name. Searches follow in some seconds.',
  'help-next.who-sees-record': 'See the records of your library',
  'help-title.my-classes': 'What a teacher sees',
  'help-text.my-classes':
    'Teachers sign in with their own card and find their classes under My classes: the pupils, and what is due when. Titles are shown only where the policy of the library allows it. A teacher sees a class as long as the class names that card as one of its teachers.',
  'help-next.my-classes': 'Add the teacher’s card to the class.',
  'help-title.class-work': 'Classes and the school year',
  'help-text.class-work':
    'A class shows what each pupil has on loan and what is overdue; print letters, card barcodes or the list. Class sets are lent by scanning one item after another. The school year moves all pupils up a grade on a day, and can be taken back.',
  'help-next.class-work': 'Open a class.',
  'help-title.course-reserves': 'Course reserves',
  'help-text.course-reserves':
    'A course belongs to a term and has instructors and a reading list. Items placed on reserve take the loan period of the list until the term ends, then go back to their shelves.',
  'help-next.course-reserves': 'Open a course and scan copies for its list.',
  'help-title.hold-lists': 'Work through the lists of holds',
  'help-text.hold-lists':
    'The pull list is in the order of the shelves: scan each copy where you find it. The hold shelf says for whom and until when; the shelf to clear says where each copy goes next. Every list is worked by scanning, and slips wait until you print them (F8 at the desk).',
  'help-next.hold-lists': 'Begin with the pull list.',
  'help-title.new-record': 'Add a record',
  'help-text.new-record':
    'Search first: another library may have it, and a copy is then added to that record. Otherwise begin with a template; the fixed fields are shown in words. Before saving you see records that are alike.',
  'help-next.new-record': 'Search the catalogue first.',
  'help-title.money-between': 'Money between libraries',
  'help-text.money-between':
    'The page lists what libraries owe each other: fees taken for others, lost items, loans between libraries. It is netted by month: each library pays or receives one sum. Each entry opens what it came from.',
  'help-next.money-between': 'Open an entry to see what it came from.',
  'help-title.provider-bill': 'The provider’s bill',
  'help-text.provider-bill':
    'The page compares the bill of the cloud provider with what was metered, service by service. A difference beyond the bounds must be explained by a person before the month can go on; the explanation stays with the month.',
  'help-next.provider-bill': 'Explain the open differences, then reconcile the month.',
  'help-title.budget-set': 'Budgets and prices',
  'help-text.budget-set':
    'A budget is set for a month or a fiscal year, with alerts at percentages that you choose; the forecast goes on at the present rate. Prices come from the price book in force: one person proposes a change, another adopts it.',
  'help-next.budget-set': 'Set a budget with its alerts.',
  'help-title.e-books': 'Lend e-books of a vendor',
  'help-text.e-books':
    'Add the feed of the vendor as a collection, and choose the libraries with patrons who may borrow. It is read within 15 minutes and then once a day: each title becomes a record of each library. Patrons sign in at the vendor once with their PIN, and borrow and return in search, on the record and in My account. What they borrow is not stored here.',
  'help-next.e-books': 'Add a collection.',
  'help-title.set-up-library': 'Set up a library',
  'help-text.set-up-library':
    'The template of the library’s type fills hours, fiscal year and whether it lends on request; names, branch and first administrator are typed. It goes on where it was interrupted. Membership days decide of which months the library takes a share. Departments are cost centres for charges.',
  'help-next.set-up-library': 'Do the parts that are marked “To do”.',
  'help-title.machine-access': 'Self-checks and other machines',
  'help-text.machine-access':
    'Each machine has a client of its own with the scopes it needs and, if it stands at a desk, its branch. The secret is shown once: copy it then. Withdraw the client of a lost machine; the others go on.',
  'help-title.payment-accounts': 'Turn on online payment for a library',
  'help-text.payment-accounts':
    'Open an account at the payment provider. Set its number here, copy the address for events to a webhook endpoint at the provider, and enter the secret key and the signing secret of that endpoint: they are stored encrypted and never shown again. Patrons pay as soon as the account is on. Off, what was paid still arrives. The guide is docs/payments.md.',
  'help-next.payment-accounts': 'See the payments of a library.',
  'help-next.machine-access': 'Add a client for the machine.',
  'help-title.webhooks': 'Send facts to other systems',
  'help-text.webhooks':
    'A webhook sends a signed request to a system of yours when something happens, for example a loan. The secret is shown once: give it to those who write the receiver, with the guide docs/webhooks.md. Open a webhook to see what was delivered, to send a test, or to send something again.',
  'help-next.webhooks': 'Add a webhook and send a test.',
  'help-title.loan-report': 'Read the report on loans',
  'help-text.loan-report':
    'The report has what was asked, supplied and refused, how long it took, and the cost of a filled request, by library and by pair of libraries. Requests that still run are counted apart.',
  'help-next.loan-report': 'Choose the months and the library.',
  'help-title.labels': 'Print labels',
  'help-text.labels':
    'Scan barcodes or paste a list, then choose the label (spine, pocket or barcode) and the sheet or roll. “Begin at label” uses up a sheet that is partly printed. Print without margins and at full size. The page names barcodes that no item has.',
  'help-next.labels': 'Scan the first barcode.',
  'help-title.copy-records': 'Copy records from other catalogues',
  'help-text.copy-records':
    'Search another catalogue and take a record over instead of typing it: look at it first, then save it as your library’s record. The catalogues that can be searched are those of the list that the consortium adopted. A new version of that list replaces the one before.',
  'help-next.copy-records': 'Search by title or ISBN.',
  'help-title.voting': 'How do the members decide together?',
  'help-text.voting':
    'A library proposes: on the page of the rules, enter the new values and choose that the members vote; or write a proposal that changes no rules. Open the draft for discussion, and let other libraries support its text as the bylaws ask. The secretary opens the vote: question, rule and list of voters are fixed then. The administrator of each library votes for it and can change the vote until it closes. After the close the votes are counted, and carried rules are adopted at once. Anybody on the staff can download the record and count again.',
  'help-next.voting': 'See the bylaws.',
  'help-title.meetings': 'How do boards and councils meet?',
  'help-text.meetings':
    'The secretary founds a body, adds its seats, and fills each for a term; a holder need not be staff. To meet, plan a meeting and write its agenda: minutes to approve, decisions to review, action items and proposals are offered. Call it with as many clear days as the rules of the body ask. During the meeting record who is present and what is decided: a decision needs a quorum at its time. End the meeting, write the minutes from the draft, and let the next meeting approve them. After that only corrections are added. Everybody reads agendas, minutes and decisions of public bodies without signing in.',
  'help-next.meetings': 'See proposals and decisions.',
  'help-title.match-rules': 'What counts as the same title?',
  'help-text.match-rules':
    'Records of several libraries become one title by these rules. For each choice the page shows pairs of your own catalogue that it decides. Enter other values and let the page show what would change, before the consortium adopts them. Adopted rules apply to new and to stored records, with their holds and copies; what a person decided on two records stays. At the end of the page you see how far that is.',
  'help-next.match-rules': 'See the pairs that a person should decide.',
  'help-title.shown-headings': 'Show a subject heading or a name in another form',
  'help-text.shown-headings':
    'The consortium lists subject headings and names with the form in which titles show them. A search finds titles by both forms, and lists of subjects and names lead from the old form to the shown one. No record of a library changes: exports and the MARC view have the heading as it was catalogued.',
  'help-next.shown-headings': 'Add a heading with the form to be shown.',
  'help-title.orders': 'How do we order a title?',
  'help-text.orders':
    'Enter the vendor once. A new order has a line for each title, with its copies, its price and the fund that pays; a line may be split over several funds. Placing it reserves the money in each fund: where a limit does not allow it, nothing is placed and the fund is named. Above the limit of the fiscal year another person approves. Record what arrives on the page of the order. What does not arrive is cancelled with a reason, and its money is free again. An invoice is entered from its order, with the received copies and the ordered prices; approving it spends the money, and what does not match is approved with a reason.',
  'help-next.orders': 'Look at what your funds have left.',
  'help-title.funds': 'How much may we still order?',
  'help-text.funds':
    'Each fund shows what it was given, what is ordered, spent and available, with the funds under it. The largest order is what every limit allows: those of the fund and of the funds above it. A warning shows where so much is used as the finance staff chose. Those who order move money between funds; only money that is available leaves a fund, and a refusal names the most that may be moved. Finance staff make the fiscal year and its funds, and allocate money.',
  'help-next.funds': 'Look at what is available in your fund.',
  'help-title.audit-log': 'Who changed something?',
  'help-text.audit-log':
    'The audit log lists who changed what, when and why, by library and month; the consortium has a log of its own. Limit it to one person or one object. Entries cannot be changed. Who worked at a shared desk is named together with the desk.',
  'help-next.audit-log': 'Choose a month, then a person or an object.',
  'help-title.home-content': 'Staff picks and events',
  'help-text.home-content':
    'A library recommends up to 12 titles, each with the reason in one sentence, and announces events of its branches. Everybody sees both on the home page and on the pages of the branches. A title that is hidden later, and an event that is over, leave the pages by themselves. Days and times are those of the branch. The audit log has each change.',
  'help-next.home-content': 'Open a record that you recommend, and choose “Recommend this title on the home page”.',
  'help-title.cover-providers': 'Covers of books',
  'help-text.cover-providers':
    'Without a provider every title has a drawn cover. The consortium may choose providers of real covers: they are asked in the order of the list, by the servers of the library and never by the browser of a reader, so that no provider learns who reads what. Covers are stored for 60 days, and that there is none for 7 days. Read the terms of a provider before you choose it: its name is shown on the pages of records.',
  'help-next.cover-providers': 'Choose a provider, then open the record of a new book.',
  'help-title.location-names': 'Names of locations and item types',
  'help-text.location-names':
    'Items have codes for their shelving location and type. Here a library gives each code the name that patrons read. A code without a name is shown as it is. Several names are changed and saved together.',
  'help-next.location-names': 'Name the codes that have no name.',
  'help-title.loans-by-month': 'Loans by month',
  'help-text.loans-by-month':
    'Choose the months and, if you like, one library. “Initial checkouts” has first loans of the consortium’s own items, without equipment; “All circulation” has renewals and items borrowed from outside too. Loans count by the local day of each desk.',
  'help-next.loans-by-month': 'Choose the months.',
  'help-title.value': 'Value of membership',
  'help-text.value':
    'Choose the months. The page counts what the library borrowed and lent, and the records that others had described. Enter the prices and times that Concord cannot know. Cash and avoided cost stay apart. Print the page for a board.',
  'help-next.value': 'Enter your own assumptions, then print.',
  'help-title.open-and-close': 'Open and close the day',
  'help-text.open-and-close':
    'The page lists what opens and closes the day at the branch in use, with what is done and how much still waits: till, book drop, holds to fetch, arrivals, hold shelf, letters, slips. Each line leads to the page where it is done.',
  'help-next.open-and-close': 'Begin with the first line that is marked “to do”.',
  'help-title.practice': 'Practise without harm',
  'help-text.practice':
    'The Practice Library has invented patrons and items. Enter it in the role that you want to try; this page then lists what to scan. Lend, take back, charge, register and catalogue: nothing reaches a patron, a bill, a figure or the catalogue, and nothing is sent. Letters are made and printed there. Interlibrary loan is missing there. The bar at the top leads back to your own library; a new tab is there already. Everything is deleted each night.',
  'help-next.practice': 'Enter the Practice Library in a role.',
  'help-title.shared-desk': 'Work at a shared desk',
  'help-text.shared-desk':
    'An administrator enrols the browser of a computer for a branch. Each person makes a code of six digits or scans a badge under “My code and badge”, after the full sign-in. At the desk both sign in. F9 locks the screen; so do some minutes without use. Wrong codes lock the desk: five in a row, ten in a quarter of an hour, thirty in a day. Lists of many patrons, classes, rules and administration take the full sign-in. Withdraw a computer that is lost or replaced.',
  'help-next.shared-desk': 'Make your code under “My code and badge”.',
} as const;
