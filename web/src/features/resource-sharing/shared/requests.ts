import type { Answered } from '../../../api/current-user.ts';

type GivenRow = Answered<'resource-sharing-list-requests'>['requests'][number];
/** A step as the API offers it. */
export type GivenAction = GivenRow['actions'][number];
type GivenField = NonNullable<GivenAction['fields']>[number];
/** What a form asks for: what the API names, and what only the step's own operation takes. `options` are codes, or what is known. */
export type Field = Omit<GivenField, 'field'> & {
  field:
    | GivenField['field']
    | 'conditions'
    | 'in-library'
    | 'other-record'
    | 'edition'
    | 'volume'
    | 'need-by'
    | 'handed-over';
  /** What scanning the barcode is for, where it is no choice of a copy. */
  hint?: 'hint' | 'checks' | 'outside' | 'decides' | 'came' | 'instead';
};
/** A step that may be taken now, with what its form asks for. */
export type Action = Omit<GivenAction, 'fields'> & { fields?: Field[] };
/** An open loan request in a list, as one side sees it. */
export type Row = Omit<GivenRow, 'actions'> & { actions: Action[] };
export type Side = 'requester' | 'supplier';
/** Under which heading a request stands. */
export type Group = NonNullable<Row['group']>;

/** The two sides of a library’s work with loans: what it asks, and what it is asked. */
export const sides: readonly Side[] = ['requester', 'supplier'];

/** The name of a row: a supplier may be asked twice for one request. */
export const keyOf = ({ requestId, askId = '' }: Pick<Row, 'requestId' | 'askId'>): string => `${requestId} ${askId}`;

/** Whether a step can only be taken with something said, or after a question because it ends a request unusually. */
export const asksFirst = ({ fields = [], ends, usual }: Action): boolean =>
  fields.some(({ must }) => must) || (ends === true && usual !== true);

/** A step that may be taken for several rows together, and for which of them. */
export type Together = { action: Action; rows: Row[] };

const ofAll = (rows: readonly Row[], { trigger }: Action): Action[] =>
  rows.flatMap(({ actions }) => actions.filter((action) => action.trigger === trigger));

/** A field with those codes only that all offer. */
const shared = (field: Field, actions: readonly Action[]): Field => {
  const { options } = field;
  if (options === undefined) return field;
  const others = actions.map(({ fields = [] }) => fields.find((one) => one.field === field.field)?.options ?? []);
  return { ...field, options: options.filter((code) => others.every((codes) => codes.includes(code))) };
};

/** Of one copy its barcode must be said: that is no step for several requests. */
const isOneCopy = ({ field, must }: Field): boolean => field === 'copy' && must;
const forSeveral = ({ actions }: Row): Action[] => actions.filter(({ fields = [] }) => !fields.some(isOneCopy));

/** What can be done to these rows at once, what most of them allow first; a form offers what all that are meant can be told. */
export const together = (rows: readonly Row[]): Together[] => {
  const steps = new Map(rows.flatMap(forSeveral).map((action) => [action.trigger, action]));
  return [...steps.values()]
    .filter(({ atOnce }) => atOnce !== undefined)
    .map((action) => ({
      action: {
        ...action,
        // What is written is written to one library.
        ...(action.fields && {
          fields: action.fields.filter(({ field }) => field !== 'note').map((one) => shared(one, ofAll(rows, action))),
        }),
      },
      rows: rows.filter((row) => forSeveral(row).some(({ trigger }) => trigger === action.trigger)),
    }))
    .sort((a, b) => b.rows.length - a.rows.length || Number(b.action.usual === true) - Number(a.action.usual === true));
};
