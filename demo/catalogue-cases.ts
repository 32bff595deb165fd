/** Works whose records two or more members made in their own ways; the union must show each once. */
export const mustMerge: readonly string[] = [
  'rosa-ita',
  '1984-signet',
  'clrs-3',
  'ddia',
  'voina-i-mir',
  'prestuplenie',
  'genji',
  'santi',
  'zorba',
  'bayna',
  'godan',
  'parfum',
  'wonder',
  'sapiens',
  'thinking',
  'deuxieme',
];

/** Pairs of works that look alike and must stay two records, and why. */
export type MustNotMerge = {
  pair: readonly [string, string];
  because: 'print-and-online' | 'edition' | 'volume' | 'form';
};

const apart = (because: MustNotMerge['because'], ...pairs: (readonly [string, string])[]): MustNotMerge[] =>
  pairs.map((pair) => ({ pair, because }));

/** All pairs that must not merge. */
export const mustNotMerge: readonly MustNotMerge[] = [
  ...apart(
    'print-and-online',
    ['pride-penguin', 'pride-online'],
    ['moby-penguin', 'moby-online'],
    ['frankenstein-penguin', 'frankenstein-online'],
    ['gatsby-2004', 'gatsby-online'],
    ['nature', 'nature-online'],
    ['science', 'science-online'],
  ),
  ...apart(
    'edition',
    ['pride-penguin', 'pride-1813'],
    ['frankenstein-penguin', 'frankenstein-1818'],
    ['ulysses-1922', 'ulysses-1993'],
    ['1984-secker', '1984-signet'],
    ['krc-1', 'krc-2'],
    ['clrs-1', 'clrs-3'],
    ['kuhn-1962', 'kuhn-1996'],
    ['cien-1967', 'cien-2009'],
    ['potter-gb', 'potter-us'],
    ['goldberg-1956', 'goldberg-1982'],
  ),
  ...apart('volume', ['taocp-1', 'taocp-2']),
  ...apart('form', ['rashomon-1917-book', 'rashomon-film']),
];

/** Titles that only members lending on request hold. */
export const onlyMediated: readonly string[] = ['chapman', 'mare-liberum', 'pna-1939', 'conway'];

/** Titles in the catalogue that nobody has a copy of. */
export const heldByNobody: readonly string[] = ['nobody-voynich', 'nobody-hav'];

/** Titles with three possible suppliers, each of which must agree: what a consortium loan is tried with. */
export const threeSuppliers: readonly string[] = ['bowditch', 'mahan', 'beagle'];

/** The confidential collection: whose it is, where it stands, its works; other members and the public must never see them. */
export const confidentialCollection = {
  member: 'ashgrove',
  branch: 'ashgrove.vault',
  works: [
    'confidential-titanic',
    'confidential-mersey',
    'confidential-electric',
    'confidential-valdez',
    'confidential-fitzgerald',
  ],
} as const;
