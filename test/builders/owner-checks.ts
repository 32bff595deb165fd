import * as z from 'zod';
import { type AnyContract, isSafe } from '../../layers/platform/http/contract.ts';

/** Names in a path that tell a time, a kind or a form, and no object. */
const timesAndKinds = [
  ...['month', 'day', 'year', 'period', 'from', 'span'],
  ...['kind', 'list', 'form', 'language', 'channel', 'template', 'measure'],
];

/** What the consortium shares by design, by the names that requests give it. */
export const shared: Readonly<Record<string, string>> = {
  recordId: 'The union catalogue belongs to all members; what a member hides is tested by its visibility.',
  sourceId: 'Members read the source records of each other; to name one in a change needs a check all the same.',
  barcode: 'Any desk finds, lends and receives the copies of all members.',
  partnerId: 'Partners are partners of the consortium; what a member reads of them is limited to its own requests.',
  pickupBranch: 'Patrons collect at any branch with a hold shelf.',
  member: 'Beside a card, it says which of the members’ equal numbers is meant: one card is valid everywhere.',
};

/** Names of what is found below the object or the place that the same request names, so that another’s is not there. */
const below = ['askId', 'lineId', 'entryId', 'messageId', 'fileIds', 'runId', 'termId', 'material.recordId'];

/** A field that names an object by its id, or a branch. */
const isObject = (name: string): boolean => /(Ids?|[bB]ranch|^(member|teachers|order|items?))$/.test(name);

/** Whether an operation changes nothing in the table. */
export const isRead = (contract: Pick<AnyContract, 'method' | 'touches'>): boolean =>
  isSafe(contract) || contract.touches.table !== 'write';

/** Returns the names in a path. */
export const pathNames = ({ path }: Pick<AnyContract, 'path'>): string[] =>
  [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);

type Judged = Pick<AnyContract, 'method' | 'path' | 'permission' | 'touches'>;

/** The permissions that are limited to a place or a person; staff of the whole consortium may act on every object. */
const limited = ({ permission }: Pick<AnyContract, 'permission'>) =>
  permission.filter((one) => !('at' in one && one.at === 'consortium'));

const placesOf = (contract: Judged): (string | undefined)[] =>
  limited(contract).map((one) => ('at' in one && typeof one.at === 'object' ? Object.values(one.at)[0] : undefined));

/** Whether anybody may call it: it shows what is public, or asks for a secret. */
export const isOpen = (contract: Judged): boolean =>
  limited(contract).some(({ who }) => who === 'anyone' || who === 'partner');

/**
 * Returns what an operation finds by names in its path beyond the place of its permission: what may belong to another member, branch or
 * patron.
 */
export const foundByPath = (contract: Judged): string[] => {
  const places = placesOf(contract);
  if (places.length === 0 || (isRead(contract) && isOpen(contract))) return [];
  return pathNames(contract).filter(
    (name) =>
      !timesAndKinds.includes(name) &&
      !places.every((place) => place === `path.${name}`) &&
      // What changes is never shared.
      !(isRead(contract) && (name in shared || below.includes(name))),
  );
};

type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

const fieldsOf = (schema: Schema, under = ''): string[] => {
  const { properties = {}, items, additionalProperties, anyOf = [], oneOf = [], allOf = [] } = schema;
  const own = Object.entries(properties).flatMap(([name, one]) => [under + name, ...fieldsOf(one, `${under}${name}.`)]);
  const inside = [items, additionalProperties, ...anyOf, ...oneOf, ...allOf];
  return [...new Set([...own, ...inside.flatMap((one) => (one ? fieldsOf(one, under) : []))])];
};

/** Returns the fields of a schema with those inside them, as `lines.itemId`. */
export const fields = (schema: z.ZodType | undefined): string[] =>
  schema ? fieldsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema) : [];

/** Returns the fields of query and body that name an object or a branch, beyond the place of the permission and what is shared. */
export const foundByName = (contract: Judged & Pick<AnyContract, 'query' | 'body'>): string[] => {
  const places = placesOf(contract);
  if (places.length === 0 || isOpen(contract)) return [];
  const named = (['query', 'body'] as const).flatMap((part) =>
    fields(contract[part]).map((field) => `${part}.${field}`),
  );
  return named.filter((field) => {
    const name = field.split('.').at(-1) ?? '';
    if (!isObject(name) || places.includes(field as (typeof places)[number])) return false;
    return (
      !below.some((one) => field.endsWith(`.${one}`)) &&
      (!(name in shared) || (name === 'sourceId' && !isRead(contract)))
    );
  });
};

type Owner = AnyContract['owner'];

const faultOf = (contract: AnyContract, field: 'owner' | 'namedOwner', owner: Owner, found: string[]) => {
  const { id, refusals } = contract;
  if (owner === undefined) {
    return found.length === 0 ? undefined : `${id} acts on what it finds by ${found}: say its owner check (${field})`;
  }
  if (typeof owner === 'object') return owner.none.length > 20 ? undefined : `${id}: say why it needs no owner check`;
  const status = refusals[owner]?.status ?? 0;
  // A field of a request is refused as a wrong value, too.
  const allowed = field === 'owner' ? [403, 404] : [403, 404, 409, 422];
  return allowed.includes(status) ? undefined : `${id} refuses another's object by ${owner}, which is ${status}`;
};

/** Returns what is wrong with an operation's naming of its owner checks; undefined when nothing is. */
export const ownerFault = (contract: AnyContract): string | undefined => {
  const [path, named] = [foundByPath(contract), foundByName(contract)];
  const { id, owner, namedOwner } = contract;
  if (owner !== undefined && path.length === 0) return `${id} finds nothing by its path: drop owner`;
  if (namedOwner !== undefined && fields(contract.query).length + fields(contract.body).length === 0)
    return `${id} names nothing in a query or a body: drop namedOwner`;
  return faultOf(contract, 'owner', owner, path) ?? faultOf(contract, 'namedOwner', namedOwner, named);
};

/** What a desk does for any patron whose card it holds, though the record is closed to it; by operation, with the reason. */
export const forAnyCard: Readonly<Record<string, string>> = {
  'circulation-charge-fee': 'A desk charges what happened at it; nothing of the record is shown.',
  'circulation-check-in-damaged': 'A desk charges the damage that it finds; nothing of the record is shown.',
  'circulation-pay-bill': 'Debts are paid at any desk, by who names the bill.',
  'circulation-report-device-transaction':
    'What a device did is noted for staff with the id of the patron; nothing of the record is shown to the device.',
  'circulation-renew': 'A desk renews any loan; the card says whose it has to be, and nothing of the record is shown.',
  'circulation-refund-credit': 'Credits are paid out at any desk, to who names the bill.',
  'circulation-waive-bill': 'A library waives the bills that it made.',
  'patrons-finish-sign-up': 'The card is a new one.',
  'patrons-give-proxy':
    'The home library of the patron notes who may act; nothing of the record of the other is shown.',
  'patrons-register-patron': 'The card is a new one.',
  'patrons-replace-card': 'The card is a new one.',
};

/** Returns whether staff or a machine name a patron by a card, an id or a path: the record may be closed to their library. */
export const namesAnyPatron = (contract: AnyContract): boolean => {
  const named = [...fields(contract.query), ...fields(contract.body)].some(
    (name) => name === 'patron' || name === 'card',
  );
  return named && !isOpen(contract) && limited(contract).some(({ who }) => who !== 'patron');
};
