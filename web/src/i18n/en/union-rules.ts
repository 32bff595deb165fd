/** The texts of the page of the rules for union records. */
export const unionRules = {
  'union-rules.title': 'Rules for union records',
  'union-rules.none-adopted': 'No rules are adopted: the fullest record supplies each field.',
  'union-rules.adopt-meaning':
    'They decide which library’s record supplies a field where several libraries describe the same edition. Records change as they are next saved.',
  'union-rules.leads': 'Libraries that lead',
  'union-rules.leads-hint':
    'The first library with the field in its record supplies it. Each kind of field has one entry.',
  'union-rules.fields': 'Fields',
  'union-rules.members': 'Libraries, the first first',
  'union-rules.members-fault': 'Write the codes of libraries: riverton, calder',
  'union-rules.fields-description': 'the whole description',
  'union-rules.fields-main-entry': 'main entry',
  'union-rules.fields-edition': 'edition',
  'union-rules.fields-extent': 'extent',
  'union-rules.fields-series': 'series',
  'union-rules.fields-contents': 'contents',
  'union-rules.fields-summary': 'summary',
};
