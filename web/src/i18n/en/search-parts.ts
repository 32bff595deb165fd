/** The parts of the search page that load after its results. */
export const searchParts = {
  'search.meant': 'Did you mean:',
  'search.none': 'Nothing found',
  'search.none-hint': 'Try fewer words, another spelling, or search in all fields.',
  'search.none-filtered': 'Your filters may be too narrow.',
  'within.choice': 'Holdings searched',
  'within.all': 'All libraries',
  'within.public': 'Public libraries',
  'within.academic': 'Academic libraries',
  'within.school': 'School libraries',
  'within.special': 'Special libraries',
} as const;
