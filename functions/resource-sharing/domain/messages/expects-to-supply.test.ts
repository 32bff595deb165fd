import { aLoanRequest, context, minutesLater, PARTNER } from '../../../../test/builders/loan-request.ts';
import type { LoanRequest } from '../requests/request.ts';
import { type ActResult, act } from '../workflow/act.ts';
import { receive } from './receive.ts';

const done = (result: ActResult): LoanRequest => {
  if ('refused' in result) throw new Error(result.refused.map(({ code }) => code).join());
  return result.request;
};
const asked = (needBy?: string): LoanRequest => {
  const request = aLoanRequest().askingOutside().withRota(PARTNER, 'prt_2').build();
  return done(act({ ...request, ...(needBy && { needBy }) }, 'ask', context({ askId: 'ask-1', at: minutesLater(0) })));
};
const expects = (request: LoanRequest, minutes: number): LoanRequest =>
  done(receive(request, { name: 'Expected', askId: 'ask-1' }, context({ at: minutesLater(minutes) })));
const waitsUntil = ({ timers, asks }: LoanRequest) => [timers.requester?.name, timers.requester?.at, asks[0]?.answerBy];
const until = (minutes: number) => ['answer-by', minutesLater(minutes), minutesLater(minutes)];

describe('a supplier that expects to supply', () => {
  test('has its time to answer again, and is released when it sends nothing more', () => {
    expect(waitsUntil(asked())).toEqual(until(3));
    const waiting = expects(asked(), 2);
    expect(waitsUntil(waiting)).toEqual(until(5));
    const late = (minutes: number) =>
      act(waiting, 'answer-timeout', context({ askId: 'ask-1', at: minutesLater(minutes) }));
    expect('refused' in late(4) && late(4)).toMatchObject({ refused: [{ code: 'timer-not-due' }] });
    expect(done(late(5))).toMatchObject({ state: 'unfilled', asks: [{ outcome: 'timed-out' }] });
  });

  test('and repeats that forever is awaited for at most ten times the time to answer', () => {
    let request = asked();
    for (let minutes = 2; minutes < 29; minutes += 2) request = expects(request, minutes);
    expect(waitsUntil(request)).toEqual(until(30));
    expect(waitsUntil(expects(request, 29))).toEqual(until(30));
  });

  test('is never awaited after the patron needs the item, nor for less than it had', () => {
    const soon = expects(asked(minutesLater(4)), 2);
    expect(waitsUntil(soon)).toEqual(until(4));
    expect(waitsUntil(expects(soon, 4))).toEqual(until(4));
  });
});
