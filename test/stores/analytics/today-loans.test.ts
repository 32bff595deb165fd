import { at } from '../../builders/lending.ts';
import { type LoansAtDesks, loansAtDesks } from '../../builders/loans-at-desks.ts';
import { staffAt } from '../../builders/people.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { todayOf } from '../../builders/today.ts';
import '../../builders/loan-machine.ts';

let world: LoansAtDesks;
let index: TestIndex;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  index = anIndex();
  world = await loansAtDesks();
});
afterEach(() => index.drop());

/** Returns the lists of loan requests on Today of the lender, ash, and of the borrower, cedar. */
const lists = async () => {
  const of = async (member: string) => {
    const runtime = at(world.sharing.instant());
    return (await todayOf(staffAt(member, 'ill'), `${member}.main`, runtime)).loans?.counts;
  };
  return [await of('ash'), await of('cedar')];
};

test('a loan is answered, shipped, received and lent: it leaves each list of Today with the step that it waits for', async () => {
  const { sharing } = world;
  const { copy, patron, requestId, askId } = await world.asked();
  const { barcode } = copy;
  expect(await lists()).toEqual([{ answer: 1 }, {}]);
  await sharing.step('answer', requestId, 'ash.main', { askId, answer: 'will-supply', barcode });
  expect(await lists()).toEqual([{ ship: 1 }, {}]);
  await world.scan('ash.main', barcode);
  expect(await lists()).toEqual([{}, {}]);
  await world.scan('cedar.main', barcode);
  expect(await lists()).toEqual([{}, { arrived: 1 }]);
  await world.lend('cedar.main', barcode, patron.card);
  expect(await lists()).toEqual([{}, {}]);
  sharing.later(90 * 24 * 60);
  await sharing.round(requestId);
  expect(await lists()).toEqual([{ overdue: 1 }, { overdue: 1 }]);
  await world.scan('cedar.main', barcode);
  expect((await lists())[1]).toEqual({});
  await world.scan('ash.main', barcode);
  expect(await lists()).toEqual([{}, {}]);
});

test('terms of a supplier leave Today when they are refused, a lost copy when it is found', async () => {
  const { sharing } = world;
  const offered = await world.asked();
  const terms = { conditions: ['SignatureRequired'] };
  const offer = { askId: offered.askId, step: 'offer-terms', reason: 'MustMeetLoanCondition', terms };
  await sharing.step('step', offered.requestId, 'ash.main', offer);
  expect((await lists())[1]).toEqual({ terms: 1 });
  await sharing.step('step', offered.requestId, 'cedar.main', { step: 'refuse-terms' });
  expect((await lists())[1]).toEqual({});
  const { copy, patron } = await world.asked();
  await world.scan('ash.main', copy.barcode);
  await world.scan('cedar.main', copy.barcode);
  await world.lend('cedar.main', copy.barcode, patron.card);
  await world.desk('declare-lost', 'cedar.main', { item: copy.barcode });
  await world.settle();
  expect((await lists())[1]).toEqual({ other: 1 });
  await world.scan('cedar.main', copy.barcode);
  await world.scan('ash.main', copy.barcode);
  expect(await lists()).toEqual([{}, {}]);
});
