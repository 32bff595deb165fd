import type { Action, Field, GivenAction } from './requests.ts';

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

/** The conditions under which an item leaves no library (ISO 18626 loanCondition): lending it asks how it is used. */
export const IN_LIBRARY: readonly string[] = ['LibraryUseOnly', 'WatchLibraryUseOnly', 'SpecCollSupervReq'];

const must = (field: Field['field'], options?: string[]): Field => ({
  ...{ field, must: true },
  ...(options && { options }),
});
const may = (field: Field['field'], options?: string[]): Field => ({ ...must(field, options), must: false });
/** The barcode, scanned to make sure that it is the item that is meant. */
const scanned: Field = { ...may('copy'), hint: 'checks' };
const under = (conditions: string[]): Field[] => (conditions.length > 0 ? [may('conditions', conditions)] : []);

/**
 * The copy for a library outside: where no record was found for what it asks, the copy that is scanned decides; and a copy of
 * another record is meant only when people say so.
 */
const forOutside = ({ recordId }: Seen, fields: readonly Field[]): Field[] => {
  const isCited = recordId.startsWith('cit_');
  return fields.flatMap((one): Field[] => {
    if (one.field !== 'copy') return [one];
    return isCited ? [{ ...must('copy'), hint: 'decides' }] : [one, may('other-record')];
  });
};

/** Taken in the request's own room only: by the operation of the step itself, which alone takes what is said. */
const onRequestPage = ({ atOnce: _, ...action }: GivenAction, fields: Field[]): Action => ({ ...action, fields });

/** Whether what is agreed to may be a copy, as far as a request in its own room tells. */
const mayBeCopy = ({ service, asks = [] }: Seen): boolean =>
  asks.length > 0 && (service !== 'loan' || asks.at(-1)?.offer?.service === 'copy');

/** Why the supplier asks for the day, and why for the citation, to be said otherwise (ISO 18626 reasonRetry). */
const OTHER_DAY: readonly string[] = [
  'OnLoan',
  'OnOrder',
  'AtBindery',
  'NotCurrentAvailableForILL',
  'ReqDelDateNotPossible',
];
const OTHER_CITATION: readonly string[] = ['NotFoundAsCited', 'ReqEditionNotPossible', 'ReqFormatNotPossible'];

/** What is said anew as terms are agreed to (C81): which edition or volume of those offered, what is cited, by when it is needed. */
const editableFields = ({ asks = [], citation }: Seen): Field[] => {
  const { reason = '', editions = [], volumes = [] } = asks.at(-1)?.offer ?? {};
  // Without a citation nothing of it can be chosen: the record that is asked for is meant.
  const cites = citation !== undefined;
  const several: Field[] = [
    ...(cites && editions.length > 1 ? [must('edition', editions)] : []),
    ...(cites && volumes.length > 1 ? [may('volume', volumes)] : []),
  ];
  const anew = cites && several.length === 0 && OTHER_CITATION.includes(reason) ? [may('citation')] : [];
  return [...several, ...anew, ...(OTHER_DAY.includes(reason) ? [may('need-by')] : [])];
};

/** The form of a step: what the API names, and what the step's own operation takes besides. */
export const ownForm = (seen: Seen, action: GivenAction): Action => {
  const { kind, due, terms } = seen;
  const { trigger } = action;
  const { conditions = [] } = terms ?? {};
  // As a copy it may be one more than the guidelines let pass: then the API asks why it may be made.
  if (trigger === 'agree-terms') {
    const fields = [...editableFields(seen), ...(mayBeCopy(seen) ? [may('decision')] : [])];
    return fields.length > 0 ? onRequestPage(action, fields) : action;
  }
  if (trigger === 'receive') {
    // What comes from outside may get a barcode here, which is to be seen and stuck on.
    return kind === 'outside-loan'
      ? onRequestPage(action, [...under(conditions), { ...scanned, hint: 'outside' }])
      : { ...action, fields: [...under(conditions), scanned] };
  }
  if (trigger === 'lend') {
    const isLibraryUse = conditions.some((code) => IN_LIBRARY.includes(code));
    const fields = [...under(conditions), scanned, isLibraryUse ? must('in-library') : may('in-library')];
    return isLibraryUse ? onRequestPage(action, fields) : { ...action, fields };
  }
  if ((trigger === 'accept' || trigger === 'ship') && kind === 'outside-supply') {
    return { ...action, fields: forOutside(seen, action.fields ?? []) };
  }
  // What came by mail or e-mail is given to the patron, or uploaded here and opened for him.
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

/** A request with the forms of its steps. */
export const withForms = <T extends Seen & { actions: GivenAction[] }>(
  seen: T,
): Omit<T, 'actions'> & { actions: Action[] } => ({
  ...seen,
  actions: seen.actions.map((action) => ownForm(seen, action)),
});
