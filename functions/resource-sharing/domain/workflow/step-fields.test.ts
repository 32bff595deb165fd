import { aLoanRequest, context } from '../../../../test/builders/loan-request.ts';
import { viewOf } from '../requests/views.ts';
import { act } from './act.ts';
import { formOf, isAtOnce, isAtOnceIn, STEP_FIELDS, stepFieldNames } from './step-fields.ts';
import { TRIGGERS, type Trigger } from './triggers.ts';
import { arrowsOf } from './workflow.ts';

const arrows = [...arrowsOf('requester'), ...arrowsOf('supplier')];
const persons = arrows.filter(({ trigger }) => TRIGGERS[trigger].source === 'person');

test('steps with a form are steps of staff, and every field is in use', () => {
  const named = Object.keys(STEP_FIELDS) as Trigger[];
  expect(named.filter((name) => TRIGGERS[name].source !== 'person')).toEqual([]);
  const used = new Set(Object.values(STEP_FIELDS).flatMap((fields) => fields.map(({ field }) => field)));
  expect(stepFieldNames.filter((name) => !used.has(name))).toEqual([]);
});

test('wherever the table allows a step that must name a reason, there are reasons to choose from', () => {
  const forms = persons.map(({ trigger, from }) => ({
    at: `${from} ${trigger}`,
    form: formOf(trigger, from as never),
  }));
  const empty = forms.filter(({ form }) => form.some(({ options }) => options?.length === 0));
  expect(empty.map(({ at }) => at)).toEqual([]);
});

test('a step for several requests takes at most a reason, a barcode, a due date or a note', () => {
  const plain = ['reason', 'copy', 'due', 'note'];
  const more = persons.filter(
    ({ trigger, from }) =>
      isAtOnceIn(trigger, from as never) && formOf(trigger, from as never).some(({ field }) => !plain.includes(field)),
  );
  expect(more).toEqual([]);
  const write = ['write-to-requester', 'write-to-supplier'];
  const left = [...new Set(persons.map(({ trigger }) => trigger))].filter((trigger) => !isAtOnce(trigger));
  expect(left.toSorted()).toEqual([
    'amend',
    'check-in-damaged',
    'deliver-copy',
    'offer-terms',
    'supply-copy',
    ...write,
  ]);
});

const asked = aLoanRequest().wanting('copy-or-loan').withRota('birch').asked();
const lent = aLoanRequest().withRota('birch').asked().promised().shipped().received().lent();
const inStates: [Trigger, ReturnType<typeof aLoanRequest>, 'requester' | 'supplier'][] = [
  ['decline', asked, 'supplier'],
  ['offer-terms', asked, 'supplier'],
  ['supply-copy', asked, 'supplier'],
  ['check-in-damaged', lent, 'supplier'],
];

test.each(inStates)('%s is refused without the required fields of its form', (trigger, made, side) => {
  const request = made.build();
  const askId = request.asks.at(-1)?.askId ?? '';
  const result = act(request, trigger, context({ side, askId }));
  expect('refused' in result).toBe(true);
  expect(STEP_FIELDS[trigger]?.some(({ must }) => must)).toBe(true);
});

test('the actions of a view name the fields of their forms and the usual action', () => {
  const view = viewOf(asked.build(), { as: 'supplier', member: 'birch' });
  const of = (name: string) => view?.actions.find(({ trigger }) => trigger === name);
  expect(of('accept')).toMatchObject({ usual: true, atOnce: 'accept', fields: [{ field: 'copy', must: false }] });
  expect(of('decline')?.fields?.[0]?.options).toContain('NotOnShelf');
  expect(of('offer-terms')).not.toHaveProperty('atOnce');
  expect(of('offer-terms')?.fields?.map(({ options }) => options?.[0])).toEqual([
    'MustMeetLoanCondition',
    'LibraryUseOnly',
  ]);
});

test('a copy beyond the guidelines is approved by a decision, for one request; everything else by a code', () => {
  const stopped = { ...asked.build(), asks: [], state: 'copyright-review' as const };
  const through = (request: typeof stopped | ReturnType<typeof asked.build>) =>
    viewOf(request, { as: 'requester', member: 'ash' })?.actions.find(({ trigger }) => trigger === 'let-through');
  expect(through(stopped)).toMatchObject({ fields: [{ field: 'decision', must: true }] });
  expect(through(stopped)).not.toHaveProperty('atOnce');
  expect(through({ ...stopped, state: 'over-limit' })).toMatchObject({
    atOnce: 'let-through',
    fields: [{ field: 'reason', options: ['LimitLifted'] }],
  });
});
