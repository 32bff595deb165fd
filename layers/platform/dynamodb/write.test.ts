import { requireDistinctKeys, type Write } from './write.ts';

const at = (pk: string, sk = 'CARD') => ({ pk, sk });
const when = { expression: 'attribute_exists(pk)', names: {}, values: {} };

describe('finding S9: the writes of a transaction', () => {
  it('concern one item each', () => {
    const writes: Write[] = [
      { update: at('CARD#1') },
      { delete: at('CARD#2') },
      { check: at('CARD#1', 'STATUS'), when },
    ];
    expect(() => requireDistinctKeys(writes)).not.toThrow();
  });

  it('fail loudly otherwise, without the number in the error', () => {
    const writes: Write[] = [{ update: at('CARD#211') }, { check: at('CARD#211'), when }];
    expect(() => requireDistinctKeys(writes)).toThrow('A transaction writes one item twice: CARD CARD');
  });
});
