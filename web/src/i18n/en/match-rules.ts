/** The texts of the page: what counts as the same title. */
export const matchRules = {
  'match-rules.title': 'What counts as the same title',
  'match-rules.none-adopted': 'No rules are adopted: the values above apply.',
  'match-rules.adopt-meaning':
    'The rules apply to records that are loaded or edited from their first day on, and to stored records within minutes to hours: titles are joined or separated with their holds and copies. What a person decided on two records is never changed. To take a change back, adopt the former values again.',
  'match-rules.reissues': 'Reissues',
  'match-rules.reissues-hint':
    'Published two or more years apart. With “the same title”, a person is still asked when the pages differ.',
  'match-rules.impressions': 'Impressions',
  'match-rules.impressions-hint': 'Another numbered printing of the same edition.',
  'match-rules.coEditions': 'Co-editions',
  'match-rules.coEditions-hint':
    'Publishers and countries differ. With “the same title”, a person is still asked when the pages differ.',
  'match-rules.microforms': 'Print and microform',
  'match-rules.microforms-hint': 'A printed book and its reproduction on film or fiche.',
  'match-rules.oclcNumbers': 'A common OCLC number',
  'match-rules.oclcNumbers-hint':
    '“Decides” joins records with one number; another form, part or edition still separates them.',
  'match-rules.isbns': 'A common ISBN',
  'match-rules.isbns-hint':
    'Be careful with “decides”: publishers use an ISBN again, and a set and its volumes may share one.',
  'match-rules.value-same': 'the same title',
  'match-rules.value-ask': 'ask a person',
  'match-rules.value-apart': 'two titles',
  'match-rules.value-decides': 'decides',
  'match-rules.value-counts': 'counts beside other evidence',
  'match-rules.value-not-used': 'is not used',
  'match-rules.same': 'Own threshold for the same title, percent',
  'match-rules.same-hint':
    'How sure the comparison must be to join two records without a person. Empty: as it was trained.',
  'match-rules.same-fault': 'Write a whole number from 50 to 99',
  'match-rules.ask': 'Own threshold for asking a person, percent',
  'match-rules.ask-hint':
    'How sure it must be to ask a person; two records below it are two titles. At least two below the other threshold.',
  'match-rules.ask-fault': 'Write a whole number from 5 on, at least two below the other',
  'match-rules.preview': 'What these values would change',
  'match-rules.preview-meaning':
    'Compares titles that the public sees with all similar records, by the rules in force and by the values above. Nothing is changed.',
  'match-rules.show': 'Show what would change',
  'match-rules.stop': 'Stop here',
  'match-rules.compared': 'Titles compared: {titles}',
  'match-rules.compared-all': 'All titles were compared: {records} records, {pairs} pairs.',
  'match-rules.compared-some': 'A sample of {titles} titles was compared: {records} records, {pairs} pairs.',
  'match-rules.not-changed':
    'Pairs that a person decided and that stay: {byStaff}. Pairs not compared, because a record has too many similar ones: {leftOut}.',
  'match-rules.effects': 'Pairs of records that would change',
  'match-rules.effects-meaning':
    'Pairs of records that would change. A pair of two libraries counts for both. Separated pairs include those about which a person is asked then.',
  'match-rules.library': 'Library',
  'match-rules.all-pairs': 'All pairs, each once',
  'match-rules.joined': 'Joined',
  'match-rules.parted': 'Separated',
  'match-rules.asked': 'A person is asked',
  'match-rules.settled': 'No longer asked',
  'match-rules.first-pairs': 'The first pairs',
  'match-rules.outdated': 'The values have changed since. Show again what would change.',
  'match-rules.becomes': 'Now: {before}. With these values: {after}.',
  'match-rules.stays': 'Now and with these values: {verdict}.',
  'match-rules.verdict-same': 'the same title',
  'match-rules.verdict-ask': 'a person is asked',
  'match-rules.verdict-different': 'two titles',
  'match-rules.examples': 'Examples from the catalogue',
  'match-rules.examples-meaning':
    'Up to three pairs for each choice: with another value of it they would be decided differently. The reasons are those of the comparison.',
  'match-rules.examples-of': '{choice}: {count, plural, one {# pair} other {# pairs}}',
  'match-rules.stored': 'Stored records',
  'match-rules.stored-meaning':
    'After new rules are in force, all stored records are decided again in the background. What a person decided stays. When the former values are adopted again, the titles are joined and separated as before.',
  'match-rules.stored-none': 'No rules were adopted: stored records were matched by the usual values.',
  'match-rules.stored-soon': 'Version {version} of the rules is in force. Deciding begins within five minutes.',
  'match-rules.stored-running': 'Version {version} is being applied since {at}. Records decided so far: {records}.',
  'match-rules.stored-done': 'Version {version} was applied to all stored records by {at}. Records decided: {records}.',
  'match-rules.stored-left':
    'Records left as they were, because their titles have too many records or could not be read: {left}.',
  'match-rules.stored-nothing': 'No record was joined, separated or put before a person.',
  'match-rules.stored-effects': 'What changed for the records of each library',
  'match-rules.stored-joined': 'Joined with others',
  'match-rules.stored-parted': 'Separated from others',
  'match-rules.stored-asked': 'In a pair for a person',
  'match-rules.no-examples': 'Among the first {titles} titles, no pair of records depends on: {choices}.',
};
