/** The texts of the page: headings that are shown differently. */
export const shownHeadings = {
  'shown-headings.title': 'Headings that are shown differently',
  'shown-headings.none-adopted': 'No headings are adopted: subjects and names are shown as in the records.',
  'shown-headings.adopt-meaning':
    'Titles show the preferred form, and a search finds them by both forms. The records of libraries do not change. Pages of titles follow within a minute; the search follows when a record changes, and completely after a rebuild of the index.',
  'shown-headings.subjects': 'Subject headings',
  'shown-headings.subjects-hint': 'A heading is replaced as a whole and as the main part of one with subdivisions.',
  'shown-headings.names': 'Names of persons, bodies and meetings',
  'shown-headings.names-hint': 'A name is replaced as a whole, with its dates: Austen, Jane, 1775-1817.',
  'shown-headings.heading': 'In the records',
  'shown-headings.shown': 'Shown as',
};
