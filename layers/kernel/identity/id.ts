/** The kinds of things with a random id, and the prefixes by which people recognise them in logs. */
export const ID_PREFIXES = {
  patron: 'pat',
  item: 'itm',
  staff: 'stf',
  machine: 'mch',
  desk: 'dsk',
  hold: 'hld',
  loan: 'lon',
  transit: 'trn',
  tote: 'tot',
  'loan-request': 'req',
  ask: 'ask',
  partner: 'prt',
  'partner-message': 'msg',
  'loan-document': 'doc',
  import: 'imp',
  record: 'rec',
  decision: 'dcs',
  policy: 'pol',
  proposal: 'prp',
  entry: 'ent',
  bill: 'bil',
  'platform-bill': 'pbl',
  audit: 'aud',
  access: 'acc',
  block: 'blk',
  note: 'nte',
  'patron-batch': 'pbt',
  change: 'chg',
  'letter-batch': 'ltr',
  load: 'lod',
  'load-file': 'lfl',
  'load-run': 'lrn',
  course: 'crs',
  listing: 'lst',
  inventory: 'inv',
  'item-batch': 'ibt',
  scenario: 'scn',
  payout: 'pyo',
  'online-payment': 'opy',
  refund: 'rfd',
  'saved-list': 'svl',
  'erasure-pass': 'erp',
  closing: 'cls',
  webhook: 'whk',
  'webhook-send': 'whs',
  'consortium-proposal': 'cpr',
  ballot: 'bal',
  remark: 'rmk',
  body: 'bdy',
  meeting: 'mtg',
  'action-item': 'aci',
  'saved-search': 'svs',
  amendment: 'amd',
  order: 'ord',
  'vendor-invoice': 'vin',
  subscription: 'sub',
  purchase: 'pur',
} as const;

/** A kind of thing with a random id. */
export type IdKind = keyof typeof ID_PREFIXES;

// Crockford's base 32 in lower case: without i, l, o, u, so that an id read aloud is written down correctly.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;
const LATEST = 2 ** 48 - 1;
const SHAPE = /^([a-z]{3})_([0-7][0-9a-hjkmnp-tv-z]{9})[0-9a-hjkmnp-tv-z]{16}$/;

/** The number of random bytes of an id (80 bits, as in a ULID). */
export const ID_RANDOM_BYTES = 10;

function base32(value: bigint, chars: number): string {
  let rest = value;
  let text = '';
  for (let i = 0; i < chars; i += 1) {
    text = `${ALPHABET.charAt(Number(rest % 32n))}${text}`;
    rest /= 32n;
  }
  return text;
}

/**
 * Returns a random id: prefix, `_`, 10 characters of time (epoch ms) and 16 random ones, so that ids of one kind sort by creation time.
 * The same bytes in the same millisecond give the same id. Throws on a time or byte count that the format cannot represent: a bug of the
 * caller, never bad input.
 */
export function makeId(kind: IdKind, at: number, random: Uint8Array): string {
  if (!Number.isInteger(at) || at < 0 || at > LATEST) throw new RangeError('time outside 48 bits of milliseconds');
  if (random.length !== ID_RANDOM_BYTES) throw new RangeError(`an id takes ${ID_RANDOM_BYTES} random bytes`);
  const bits = random.reduce((value, byte) => value * 256n + BigInt(byte), 0n);
  return `${ID_PREFIXES[kind]}_${base32(BigInt(at), TIME_CHARS)}${base32(bits, RANDOM_CHARS)}`;
}

/** Returns whether a text is an id of this kind. */
export const isId = (kind: IdKind, text: string): boolean => SHAPE.exec(text)?.[1] === ID_PREFIXES[kind];

/** Returns the creation time of an id (epoch ms); undefined when the text is no id. */
export function idTime(text: string): number | undefined {
  const time = SHAPE.exec(text)?.[2];
  return time === undefined ? undefined : [...time].reduce((ms, char) => ms * 32 + ALPHABET.indexOf(char), 0);
}

/** Returns whether a text is a valid member id: a lower-case letter, then letters, digits and hyphens, 2 to 32 in all. */
export const isMemberId = (text: string): boolean => /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,31}$/.test(text);

/** Returns whether a text is a valid branch id: `<member>.<code>`, which includes its member. */
export function isBranchId(text: string): boolean {
  const [member = '', code = '', ...more] = text.split('.');
  return more.length === 0 && isMemberId(member) && /^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){0,31}$/.test(code);
}
