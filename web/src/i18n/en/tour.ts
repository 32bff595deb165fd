/** The tour of the demo: its ten pages, two sentences each. */
export const tour = {
  'tour.name': 'Tour in ten pages',
  'tour.place': '{place} of {of}:',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.leave': 'Leave the tour',
  'tour.end': 'End the tour',
  'tour.failed': 'This page could not be opened. Try again.',
  'tour.ask': 'A reader asks',
  'tour.refusal': 'The desk says no, and why',
  'tour.rule': 'The rule behind it',
  'tour.decided': 'Who decides it',
  'tour.alone': 'One person, one page',
  'tour.courier': 'The courier',
  'tour.paid': 'What we paid',
  'tour.got': 'What we got',
  'tour.what-if': 'What if we shared otherwise',
  'tour.trust': 'Why to trust it',
  'tour-text.ask':
    'Amara Okafor looks for Moby-Dick once and finds the copies of all six libraries as they are now. She requests it here, and Concord chooses the copy that reaches her fastest.',
  'tour-text.refusal':
    'Amina Diallo at the desk of Riverton scans an issue of a journal for Amara, and Concord refuses. “Why?” names the rule that decided, and what would have to be different.',
  'tour-text.rule':
    'All loan rules of six libraries are one table: who lends what to whom, and which rule wins. The test bench below answers for any patron, any item and any day.',
  'tour-text.decided':
    'Each library proposes, discusses and votes, and what is carried becomes the rule. Before she votes for Riverton, Judith Klein reads what the new rule would have changed in the last year, at each library.',
  'tour-text.alone':
    'Patricia Lindqvist runs the school library of Northfield alone. Her page has what waits for her today: the desk, the holds, the requests of other libraries and the money.',
  'tour-text.courier':
    'Walter Brandt packs what leaves with the courier today, tote by tote. One scan when a tote leaves and one when it arrives account for every book in it.',
  'tour-text.paid':
    'Rosa Delgado sees what the use by Riverton cost in each month, by service and down to single requests. What is charged and what is only shown are apart.',
  'tour-text.got':
    'What Riverton borrowed from others and lent to them, and the records it did not have to describe. Judith Klein enters her own prices and prints this page for her board.',
  'tour-text.what-if':
    'Kwame Boateng compares formulas for sharing the costs before anybody votes. Each shows every library its fee, the difference, and a warning where a larger library would pay less.',
  'tour-text.trust':
    'What is stored about readers and staff, for how long and who sees it, and what Concord cannot do yet. The figures come from the last runs of its own tests.',
};
