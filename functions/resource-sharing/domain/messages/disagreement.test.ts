import { aLoanRequest, context, minutesLater, PARTNER, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import type { LoanRequest } from '../requests/request.ts';
import { viewOf } from '../requests/views.ts';
import { act } from '../workflow/act.ts';
import type { MessageName, Side } from '../workflow/triggers.ts';
import { disagreed } from './disagreement.ts';

const hears = (request: LoanRequest, name: MessageName): LoanRequest | undefined => {
  const { at, by, policy } = context({ at: minutesLater(5), by: { kind: 'partner', member: PARTNER } });
  const result = disagreed(request, { name, askId: 'ask-1', at, by, policy });
  if (result && 'refused' in result) throw new Error(result.refused.map(({ code }) => code).join());
  return result?.request;
};
const asking = () => aLoanRequest().askingOutside().withRota(PARTNER, 'prt_2').asked();
const asked = () => aLoanRequest().askedByPartner().withRota('birch').asked();
const buttons = (request: LoanRequest, as: Side, member: string) =>
  viewOf(request, { as, member })?.actions.map(({ trigger }) => trigger) ?? [];

describe('a message of a partner that contradicts our own state', () => {
  test.each(['Unfilled', 'CancelAccepted'] as const)(
    '%s of what it has sent requires attention until staff have read it',
    (name) => {
      const before = asking().message('Loaned', SHIPMENT).build();
      const request = hears(before, name);
      expect(request).toMatchObject({ state: 'shipped', attention: 'sides-disagree', due: SHIPMENT.due });
      expect(request && buttons(request, 'requester', 'ash')).toContain('supplier-note-read');
      const read = request && act(request, 'supplier-note-read', context({ at: minutesLater(6) }));
      expect(read && 'request' in read && read.request.attention).toBeUndefined();
    },
  );

  test.each(['Received', 'ShippedReturn', 'Lost', 'ReturnDelayed'] as const)(
    '%s of what we have not sent requires attention, also after our refusal',
    (name) => {
      for (const loan of [asked().promised(), asked().declined()]) {
        const request = hears(loan.build(), name);
        expect(request?.asks).toMatchObject([{ attention: 'sides-disagree' }]);
        expect(request && buttons(request, 'supplier', 'birch')).toContain('requester-note-read');
      }
    },
  );

  test.each(['Overdue', 'Recalled', 'CompletedWithoutReturn', 'DamageClaimed', 'HoldReturn', 'Renewed'] as const)(
    '%s of what it has not lent requires attention: before it ships, for a copy, after it was released',
    (name) => {
      const copy = asking().wanting('copy').message('CopySupplied', { url: 'https://copies.example/1' });
      const delivered = copy.then('requester', 'deliver-copy');
      const former = asking().message('Unfilled').asked();
      for (const loan of [asking().message('WillSupply'), copy, delivered, former]) {
        const request = hears(loan.build(), name);
        expect(request).toMatchObject({ attention: 'sides-disagree' });
        expect(request && buttons(request, 'requester', 'ash')).toContain('supplier-note-read');
        // A repeated message needs only one review.
        expect(request && hears(request, name)).toBeUndefined();
      }
      expect(hears(asking().message('Loaned', SHIPMENT).message('LoanCompleted').build(), name)).toBeUndefined();
    },
  );

  test('a refusal to release what we have released: it will be sent without need', () => {
    const withdrawn = asking().message('WillSupply').then('requester', 'withdraw');
    for (const loan of [withdrawn, withdrawn.asked()]) {
      const request = hears(loan.build(), 'CancelRefused');
      expect(request).toMatchObject({ state: loan.build().state, attention: 'sides-disagree' });
      expect(request && hears(request, 'CancelRefused')).toBeUndefined();
    }
    expect(hears(asking().message('Unfilled').asked().build(), 'CancelRefused')).toBeUndefined();
    expect(hears(asking().message('WillSupply').build(), 'CancelRefused')).toBeUndefined();
  });

  test('but nothing that is only late, repeated, or about a superseded ask', () => {
    expect(hears(asking().message('Loaned', SHIPMENT).build(), 'WillSupply')).toBeUndefined();
    expect(hears(asking().message('Unfilled').asked().build(), 'Unfilled')).toBeUndefined();
    expect(hears(asked().shipped().message('Received').message('ShippedReturn').build(), 'Received')).toBeUndefined();
  });
});
