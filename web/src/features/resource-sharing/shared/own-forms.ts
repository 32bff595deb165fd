import type { Action, Field, GivenAction, GivenField } from './requests.ts';

type Offered = {
  service?: string | undefined;
  reason?: string | undefined;
  editions?: string[] | undefined;
  volumes?: string[] | undefined;
};
type Seen = {
  kind: string;
  recordId: string;
  documentId?: string | undefined;
  due?: string | undefined;
  terms?: { conditions?: string[] | undefined } | undefined;
  service?: string;
  asks?: { offer?: Offered | undefined }[];
  citation?: unknown;
};

/** The loan conditions for in-house use (ISO 18626 loanCondition): checkout asks how the item is used. */
export const IN_LIBRARY: readonly string[] = ['LibraryUseOnly', 'WatchLibraryUseOnly', 'SpecCollSupervReq'];

const must = (field: Field['field'], options?: string[]): Field => ({
  ...{ field, must: true },
  ...(options && { options }),
});
const may = (field: Field['field'], options?: string[]): Field => ({ ...must(field, options), must: false });
/** The barcode, scanned to verify the item. */
const scanned: Field = { ...may('copy'), hint: 'checks' };
/** The scan that identifies the packed copy. */
const leaving = (one: Field): Field => (one.field === 'copy' ? { ...one, hint: 'leaves' } : one);
const under = (conditions: string[]): Field[] => (conditions.length > 0 ? [may('conditions', conditions)] : []);

/** The item for a partner: where no record matched the request, the scanned item decides; an item of another record needs confirmation. */
const forOutside = ({ recordId }: Seen, fields: readonly Field[]): Field[] => {
  const isCited = recordId.startsWith('cit_');
  return fields.flatMap((one): Field[] => {
    if (one.field !== 'copy') return [one];
    return isCited ? [{ ...must('copy'), hint: 'decides' }] : [one, may('other-record')];
  });
};

/** Available on the request's own page only: its fields are accepted only by the step's own operation. */
const onRequestPage = ({ atOnce: _, ...action }: Action, fields: Field[]): Action => ({ ...action, fields });

/** Whether the agreement may be for a copy, as far as the request shows. */
const mayBeCopy = ({ service, asks = [] }: Seen): boolean =>
  asks.length > 0 && (service !== 'loan' || asks.at(-1)?.offer?.service === 'copy');

/** The supplier's reasons to ask for another date or citation (ISO 18626 reasonRetry). */
const OTHER_DAY: readonly string[] = [
  'OnLoan',
  'OnOrder',
  'AtBindery',
  'NotCurrentAvailableForILL',
  'ReqDelDateNotPossible',
];
const OTHER_CITATION: readonly string[] = ['NotFoundAsCited', 'ReqEditionNotPossible', 'ReqFormatNotPossible'];

/** The fields that change with an agreement (C81): edition or volume of those offered, citation, need-by date. */
const editableFields = ({ asks = [], citation }: Seen): Field[] => {
  const { reason = '', editions = [], volumes = [] } = asks.at(-1)?.offer ?? {};
  // Without a citation the whole record is requested, so there is nothing to select.
  const cites = citation !== undefined;
  const several: Field[] = [
    ...(cites && editions.length > 1 ? [must('edition', editions)] : []),
    ...(cites && volumes.length > 1 ? [may('volume', volumes)] : []),
  ];
  const isNotFound = reason === 'NotFoundAsCited' && several.length === 0;
  const anew = cites && several.length === 0 && OTHER_CITATION.includes(reason) ? [may('citation')] : [];
  return [
    ...several,
    ...(isNotFound ? [must('citation')] : anew),
    ...(OTHER_DAY.includes(reason) ? [may('need-by')] : []),
  ];
};

/** Returns the form of a step: the API's fields, and those of the step's own operation. */
export const ownForm = (seen: Seen, { fields: given, ...offered }: GivenAction): Action => {
  const isField = (one: GivenField): one is GivenField & Field => one.field !== 'max-cost';
  const action: Action = { ...offered, ...(given && { fields: given.filter(isField) }) };
  const raisesCost = given !== undefined && !given.every(isField);
  const { kind, due, terms } = seen;
  const { trigger } = action;
  const { conditions = [] } = terms ?? {};
  // A copy may exceed the guidelines, so the API asks for a justification.
  if (trigger === 'agree-terms') {
    const fields = [...editableFields(seen), ...(mayBeCopy(seen) ? [may('decision')] : [])];
    // A cost above the limit is agreed to beside the offer, where the limit is raised.
    return fields.length > 0 || raisesCost ? onRequestPage(action, fields) : action;
  }
  if (trigger === 'receive') {
    // An item from a partner may get a local barcode, to be shown and attached.
    return kind === 'outside-loan'
      ? onRequestPage(action, [...under(conditions), { ...scanned, hint: 'outside' }])
      : { ...action, fields: [...under(conditions), scanned] };
  }
  if (trigger === 'lend') {
    const isLibraryUse = conditions.some((code) => IN_LIBRARY.includes(code));
    const fields = [...under(conditions), scanned, isLibraryUse ? must('in-library') : may('in-library')];
    return isLibraryUse ? onRequestPage(action, fields) : { ...action, fields };
  }
  if (trigger === 'accept' || trigger === 'ship') {
    const fields = action.fields?.map((one) => (trigger === 'ship' ? leaving(one) : one)) ?? [];
    return { ...action, fields: kind === 'outside-supply' ? forOutside(seen, fields) : fields };
  }
  // A copy received by post or e-mail is handed to the patron, or uploaded and opened to the patron.
  if (trigger === 'deliver-copy' && (seen.documentId === undefined || kind === 'outside-loan')) {
    if (seen.documentId === undefined) return onRequestPage(action, [{ ...may('document'), hint: 'came' }]);
    return onRequestPage(action, [{ ...may('document'), hint: 'instead' }, may('handed-over')]);
  }
  if (trigger === 'return') return { ...action, fields: [scanned] };
  if (trigger === 'accept-renewal' && due !== undefined) {
    const lentUntil = (one: Field): Field => (one.field === 'due' ? { ...one, options: [due] } : one);
    return { ...action, fields: (action.fields ?? []).map(lentUntil) };
  }
  return action;
};

/** Adds the forms of its steps to a request. */
export const withForms = <T extends Seen & { actions: GivenAction[] }>(
  seen: T,
): Omit<T, 'actions'> & { actions: Action[] } => ({
  ...seen,
  actions: seen.actions.map((action) => ownForm(seen, action)),
});
