import { rowsOf, trimmed, unlessEmpty } from '../../../components/policy-columns.ts';
import type { PolicyValues } from '../../../components/policy-values.ts';
import { inForceAt, type PolicyVersion } from '../../../components/policy-versions.ts';
import { ownNames } from '../../circulation/own-values/own-kinds.ts';
import { boundable, isAmount } from '../../circulation/rule-bounds/rule-bounds.ts';
import type { BodyMeetings } from '../shared/bodies.ts';

export type ExceptionsVersion = PolicyVersion<'exceptions'>;
export type Exception = ExceptionsVersion['body']['exceptions'][number];

/** The values that an exception can set, each after its policy: `blocks maxLoans`. */
export const settable: readonly string[] = [
  ...boundable.map((value) => `loan-rules ${value}`),
  ...ownNames.blocks.map((value) => `blocks ${value}`),
];

/** Returns whether a value after its policy is an amount of money. */
export const isMoney = (value: string): boolean =>
  isAmount(value.startsWith('loan-rules ') ? value.slice('loan-rules '.length) : value);

/** Returns the exceptions of a version as typed; `typed` writes an amount in major units. */
export const exceptionValues = (
  version: ExceptionsVersion | undefined,
  typed: (minor: number) => string,
): PolicyValues => ({
  texts: {},
  lists: {
    exceptions: (version?.body.exceptions ?? []).map(
      ({ id, memberId, kind, value, itemCategory = '', patronCategory = '', amount, untilDay, reason, decidedIn }) => ({
        texts: {
          ...{ id, memberId, value: `${kind} ${value}`, itemCategory, patronCategory, untilDay, reason },
          amount: isMoney(`${kind} ${value}`) ? typed(amount) : String(amount),
          decidedIn: decidedIn ? `${decidedIn.bodyId} ${decidedIn.meetingId} ${decidedIn.number}` : '',
        },
      }),
    ),
  },
});

const numberIn = (id: string): number => Number(id.slice('exception-'.length));

/** Returns the first number that no exception of any version has. */
export const nextNumber = (versions: readonly ExceptionsVersion[]): number =>
  1 + Math.max(0, ...versions.flatMap(({ body }) => body.exceptions.map(({ id }) => numberIn(id))));

/** Returns exceptions with the values as typed; new ones are numbered from `next`. */
export const withExceptionValues = (
  { zone, next }: { zone: string; next: number },
  values: PolicyValues,
  minor: (text: string) => number | undefined,
): ExceptionsVersion['body'] => {
  let free = next;
  return {
    zone,
    exceptions: rowsOf(values)('exceptions').map((row) => {
      const [kind, value = ''] = (row.value || settable[0] || '').split(' ');
      const [bodyId = '', meetingId = '', number = ''] = (row.decidedIn ?? '').split(' ');
      const amount = isMoney(`${kind} ${value}`) ? minor(row.amount ?? '') : Number(row.amount);
      const id = row.id ?? `exception-${free++}`;
      return {
        ...{ id, memberId: trimmed(row.memberId), value, amount: amount ?? 0 },
        kind: kind === 'blocks' ? ('blocks' as const) : ('loan-rules' as const),
        ...unlessEmpty('itemCategory', row.itemCategory),
        ...unlessEmpty('patronCategory', row.patronCategory),
        ...{ untilDay: trimmed(row.untilDay), reason: trimmed(row.reason) },
        ...(number !== '' && { decidedIn: { bodyId, meetingId, number: Number(number) } }),
      };
    }),
  };
};

/** Returns whether an exception applies on a day. */
export const appliesOn = ({ untilDay }: Pick<Exception, 'untilDay'>, day: string): boolean => day <= untilDay;

/** An exception that applies, with the version that granted it. */
export type Granted = { exception: Exception; by: ExceptionsVersion };

/** Returns the exceptions that apply at an instant, each with the first version that has it. */
export const grantedAt = (versions: readonly ExceptionsVersion[], now: Date): Granted[] => {
  const inForce = inForceAt(versions, now.toISOString());
  if (!inForce) return [];
  // The day of the consortium's time zone, which need not be that of the browser.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: inForce.body.zone }).format(now);
  const inOrder = versions.toSorted((one, other) => one.version - other.version);
  return inForce.body.exceptions
    .filter((one) => appliesOn(one, day))
    .map((exception) => ({
      exception,
      by: inOrder.find(({ body }) => body.exceptions.some(({ id }) => id === exception.id)) ?? inForce,
    }));
};

/** Returns the carried decisions of a body, each with the code by which an exception names it. */
export const carriedDecisions = ({ body, meetings }: BodyMeetings) =>
  meetings.flatMap(({ meetingId, startsAt, agenda }) =>
    agenda.flatMap(({ title, decision }, place) =>
      decision?.outcome === 'carried'
        ? [{ value: `${body.bodyId} ${meetingId} ${place + 1}`, startsAt, number: place + 1, title }]
        : [],
    ),
  );
