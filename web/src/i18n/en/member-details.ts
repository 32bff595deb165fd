/** The details of a member that an administrator changes. */
export const memberDetails = {
  'member-details.title': 'Change a library',
  'member-details.meaning': 'Its short name stays. Patrons read the new name at once.',
  'member-details.member': 'Library',
  'member-details.name': 'Name',
  'member-details.type': 'Type',
  'member-details.fiscal-year': 'Fiscal year starts in',
  'member-details.fiscal-year-meaning':
    'Budgets and year-end settlements follow it from now on; closed months do not change.',
  'member-details.on-request': 'Lends on request',
  'member-details.on-request-meaning':
    'Copies go to other libraries only with the agreement of this library each time.',
  'member-details.save': 'Save the details',
  'member-details.saved': 'The details are saved.',
};
