/** Works with differently made records of two or more members; the union must show each once. */
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

/** Pairs of similar works that must remain two records, with the reason. */
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

/** Titles in the catalogue without copies. */
export const heldByNobody: readonly string[] = ['nobody-voynich', 'nobody-hav'];

/** Titles with three possible suppliers, each of which must agree; for trying a consortium loan. */
export const threeSuppliers: readonly string[] = ['bowditch', 'mahan', 'beagle'];

/** The confidential collection: its owner, its location and its works. Other members and the public must never see them. */
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
