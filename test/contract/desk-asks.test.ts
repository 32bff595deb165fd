import { type Around, actOnScan } from '../../web/src/features/circulation/desk/act-on-scan.ts';
import type { DeskCalls, Row, Scanned } from '../../web/src/features/circulation/desk/desk-types.ts';

const copyOf = (memberId: string) => ({
  itemId: `itm_${memberId}`,
  barcode: '4711',
  ...{ memberId, branchId: `${memberId}.main`, location: 'stacks', currentBranch: `${memberId}.main` },
  state: 'available' as const,
});
const scanned: Scanned = {
  ...{ number: '4711', is: 'item', looksLike: 'unknown', checkDigit: 'none', patrons: [] },
  items: [copyOf('ash'), copyOf('elm')],
};
const row: Row = { key: 'k1', scan: '4711', mode: 'in', session: 1, state: 'running', at: '2026-03-02T11:00:00.000Z' };

/** Creates a desk that answers its question with a value (without one: cancels it), and records what it checked in and learnt. */
const aDesk = (says: string | undefined) => {
  const [takenBack, asked, known]: [string[], unknown[], unknown[]] = [[], [], []];
  const calls = {
    scan: async () => scanned,
    checkIn: async (item: string) => {
      takenBack.push(item);
      return { itemId: item, warnings: [] };
    },
  } as unknown as DeskCalls;
  const around: Around = {
    ...{ calls, patron: () => undefined, opened: () => {} },
    known: (item, chosen) => void (item && known.push([item.itemId, chosen])),
    ask: async (question) => {
      asked.push(question);
      return says;
    },
  };
  return { around, takenBack, asked, known };
};

test('a desk asks which item it has where items of two libraries have the number, and acts on that one', async () => {
  const desk = aDesk('itm_elm');
  expect(await actOnScan(row, desk.around)).toMatchObject({ is: 'back' });
  expect(desk.asked).toEqual([
    {
      kind: 'whose-item',
      choices: [
        { letter: 'a', value: 'itm_ash', memberId: 'ash' },
        { letter: 'b', value: 'itm_elm', memberId: 'elm' },
      ],
    },
  ]);
  expect([desk.takenBack, desk.known]).toEqual([['itm_elm'], [['itm_elm', true]]]);
});

test('a cancelled question does nothing', async () => {
  const desk = aDesk(undefined);
  expect(await actOnScan(row, desk.around)).toEqual({ is: 'dropped' });
  expect(desk.takenBack).toEqual([]);
});
