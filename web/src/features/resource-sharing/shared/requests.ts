import type { Answered } from '../../../api/current-user.ts';

type GivenRow = Answered<'resource-sharing-list-requests'>['requests'][number];
/** A step as the API offers it. */
export type GivenAction = GivenRow['actions'][number];
export type GivenField = NonNullable<GivenAction['fields']>[number];
/** A field of a form: those of the API, and those of the step's own operation. `options` are codes, or known values. */
export type Field = Omit<GivenField, 'field'> & {
  field:
    | Exclude<GivenField['field'], 'max-cost'>
    | 'conditions'
    | 'in-library'
    | 'other-record'
    | 'edition'
    | 'volume'
    | 'need-by'
    | 'handed-over';
  /** The purpose of scanning the barcode, where it does not select an item. */
  hint?: 'hint' | 'checks' | 'leaves' | 'outside' | 'decides' | 'came' | 'instead';
};
/** An available step with the fields of its form. */
export type Action = Omit<GivenAction, 'fields'> & { fields?: Field[] };
/** An open request in a list, as one side sees it. */
export type Row = Omit<GivenRow, 'actions'> & { actions: Action[] };
export type Side = 'requester' | 'supplier';
/** The heading of a request. */
export type Group = NonNullable<Row['group']>;

/** The two sides of a library's interlibrary loans: borrowing and lending. */
export const sides: readonly Side[] = ['requester', 'supplier'];

/** Returns the key of a row: a supplier may be asked twice for one request. */
export const keyOf = ({ requestId, askId = '' }: Pick<Row, 'requestId' | 'askId'>): string => `${requestId} ${askId}`;

/** Whether a step needs input, or confirmation because it ends a request unusually. */
export const asksFirst = ({ fields = [], ends, usual }: Action): boolean =>
  fields.some(({ must }) => must) || (ends === true && usual !== true);

/** A step for several rows together, and the rows to which it applies. */
export type Together = { action: Action; rows: Row[] };

const ofAll = (rows: readonly Row[], { trigger }: Action): Action[] =>
  rows.flatMap(({ actions }) => actions.filter((action) => action.trigger === trigger));

/** Returns a field with only the codes that all rows offer. */
const shared = (field: Field, actions: readonly Action[]): Field => {
  const { options } = field;
  if (options === undefined) return field;
  const others = actions.map(({ fields = [] }) => fields.find((one) => one.field === field.field)?.options ?? []);
  return { ...field, options: options.filter((code) => others.every((codes) => codes.includes(code))) };
};

/** Whether a field is the required barcode of one item, which excludes a step for several requests. */
const isOneCopy = ({ field, must }: Field): boolean => field === 'copy' && must;
const forSeveral = ({ actions }: Row): Action[] => actions.filter(({ fields = [] }) => !fields.some(isOneCopy));

/** Returns the steps for these rows together, the most common first; a form offers only the input that all rows accept. */
export const together = (rows: readonly Row[]): Together[] => {
  const steps = new Map(rows.flatMap(forSeveral).map((action) => [action.trigger, action]));
  return [...steps.values()]
    .filter(({ atOnce }) => atOnce !== undefined)
    .map((action) => ({
      action: {
        ...action,
        // A note is addressed to one library.
        ...(action.fields && {
          fields: action.fields.filter(({ field }) => field !== 'note').map((one) => shared(one, ofAll(rows, action))),
        }),
      },
      rows: rows.filter((row) => forSeveral(row).some(({ trigger }) => trigger === action.trigger)),
    }))
    .sort((a, b) => b.rows.length - a.rows.length || Number(b.action.usual === true) - Number(a.action.usual === true));
};
