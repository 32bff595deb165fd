import { candidateHistory } from '../functions/resource-sharing/domain/rota/lending-balance.ts';
import { pastLending } from './lending.ts';
import { members } from './members.ts';

const of = (wanted: string) => candidateHistory(pastLending.find(({ member }) => member === wanted)?.add ?? {});

describe('the lending of the past year', () => {
  it('covers every member, with one answer for each request except the unanswered ones', () => {
    expect(pastLending.map(({ member }) => member)).toEqual(members.map(({ memberId }) => memberId));
    for (const { add } of pastLending) {
      const { asked = 0, filled = 0, answeredIn120 = 0, answeredIn1440 = 0, answeredIn4320 = 0 } = add;
      const answered = answeredIn120 + answeredIn1440 + answeredIn4320;
      expect(answered).toBeLessThanOrEqual(asked);
      expect(answered).toBeGreaterThanOrEqual(filled);
    }
  });

  it('gives the rota data that distinguishes the suppliers', () => {
    expect(of('harcourt')).toMatchObject({
      balance: { lent: 221, borrowed: 143 },
      history: { medianAnswerMinutes: 1440 },
    });
    expect(of('ashgrove')).toMatchObject({
      balance: { lent: 51, borrowed: 22 },
      history: { medianAnswerMinutes: 4320 },
    });
    const { lent, borrowed } = of('northfield').balance;
    expect(lent).toBeLessThan(borrowed);
  });
});
