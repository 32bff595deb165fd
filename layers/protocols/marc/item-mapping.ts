/**
 * How one member encodes its items in its records: configuration of the member, so that a load needs no code. A code is one subfield
 * code; "codes" are several, in order of preference.
 */
export type ItemMapping = {
  /** The field of an item. */
  tag: string;
  /** Only fields with these two indicators are items (` ` is a blank); any when omitted. */
  indicators?: string;
  /** Code of the barcode. */
  barcode: string;
  /** Codes of the branch: the first non-empty one is used. */
  branch: string;
  /** Codes of the shelving location: the first non-empty one is used. */
  location?: string;
  /** Codes of the call number, joined by spaces in this order. */
  callNumber: string;
  /** Codes of the item category: the first non-empty one is used. */
  category: string;
  /** Code of the copy number. */
  copy?: string;
  /** Code of volume or enumeration. */
  volume?: string;
  /** The holding of an item, when the item field omits data that its holding has. */
  holding?: HoldingMapping;
  /** Maps branch values to our branch ids; a key ending in `*` matches by prefix. Without a map the value is the id. */
  branchMap?: Record<string, string>;
  /** Maps category values to our item categories; like `branchMap`, but unmapped values become `defaultCategory`. */
  categoryMap?: Record<string, string>;
  /** The branch of items that name none. */
  defaultBranch?: string;
  /** The category of items that name none. */
  defaultCategory?: string;
  /** Items with one of these values are no physical copies (online access), by code. */
  notACopy?: Record<string, string[]>;
  /**
   * The codes under which the library marks fields as its own ($5): commitments (583) of others are ignored. All are accepted when
   * omitted.
   */
  institutions?: string[];
};

/** The field of a holding, how an item refers to it (without a link: the previous holding), and the data to use from it. */
export type HoldingMapping = {
  tag: string;
  link?: { item: string; holding: string };
  branch: string;
  location: string;
  callNumber: string;
};

const marc852 = { tag: '852', branch: 'b', location: 'c', callNumber: 'khijm' } as const;
const symphony = (tag: string): ItemMapping => ({
  tag,
  barcode: 'i',
  branch: 'm',
  location: 'l',
  callNumber: 'a',
  category: 't',
  copy: 'c',
  volume: 'v',
  notACopy: { m: ['ONLINE'], l: ['NET'] },
});

/**
 * Predefined mappings for the exports of common systems; a member starts from one and adds its maps. Codes as found in exports of these
 * systems; 852, 866 and 876 as in MARC 21 Holdings.
 */
export const itemDialects = {
  /** MARC 21 holdings in the bibliographic record: an 852 for each copy; a barcode in $p, if any. */
  'marc-852': { ...marc852, barcode: 'p', category: '', copy: 't', volume: '3' },
  /** Evergreen: 852 with circulation modifier in $g. */
  'evergreen-852': { ...marc852, barcode: 'p', category: 'g', copy: 't' },
  /** Alma with 852 for holdings and 876 for items, linked by the holding's id ($0 and $8). */
  'alma-876': {
    tag: '876',
    barcode: 'p',
    branch: 'y',
    location: 'z',
    callNumber: '',
    category: '',
    copy: 't',
    volume: '3',
    holding: { ...marc852, link: { item: '0', holding: '8' } },
  },
  /** A shared depository: 852 for the holding, then its items in 876, without a link. */
  'recap-876': {
    tag: '876',
    barcode: 'p',
    branch: '',
    callNumber: '',
    category: '',
    copy: 't',
    volume: '3',
    holding: marc852,
  },
  /** Alma, items published as ITM beside HLD. */
  'alma-itm': { tag: 'ITM', barcode: '9', branch: 'd', location: 'g', callNumber: 'i', category: 't' },
  /** Aleph or Alma, items published as 940; copy number within the description ("v.2 c.1"). */
  'aleph-940': {
    tag: '940',
    barcode: 'p',
    branch: 'bv',
    location: 'c',
    callNumber: 'h',
    category: 'r',
    volume: 'n',
    notACopy: { r: ['ITNET'] },
  },
  /** Innovative (Millennium, Sierra) item records in 945. */
  'innovative-945': {
    tag: '945',
    barcode: 'i',
    branch: 'l',
    callNumber: 'ab',
    category: 't',
    copy: 'g',
    volume: 'c',
  },
  /** Innovative order and load records in 949 with second indicator 1. */
  'innovative-949': {
    tag: '949',
    indicators: ' 1',
    barcode: 'i',
    branch: 'l',
    callNumber: 'ab',
    category: 't',
    copy: 'g',
    volume: 'c',
  },
  /** Sierra items republished as 999 with indicators 91. */
  'sierra-999': {
    tag: '999',
    indicators: '91',
    barcode: 'b',
    branch: 'l',
    callNumber: 'q',
    category: 't',
    copy: 'c',
    volume: 'v',
  },
  /** Symphony and Unicorn items in 949. */
  'symphony-949': symphony('949'),
  /** Symphony and Unicorn items in 999. */
  'symphony-999': symphony('999'),
  /** Koha items in 952. */
  'koha-952': {
    tag: '952',
    barcode: 'p',
    branch: 'ab',
    location: 'c',
    callNumber: 'o',
    category: 'y',
    copy: 't',
    volume: 'h',
  },
} satisfies Record<string, ItemMapping>;

/** The name of a predefined mapping. */
export type ItemDialect = keyof typeof itemDialects;
