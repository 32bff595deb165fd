import { aLoanRequest, context, minutesLater, PARTNER, SHIPMENT } from '../../../../test/builders/loan-request.ts';
import type { LoanRequest } from '../requests/request.ts';
import type { MessageName } from '../workflow/triggers.ts';
import { disagreed } from './disagreement.ts';
import { lateMessage } from './late-message.ts';
import { receive } from './receive.ts';

const asking = () => aLoanRequest().askingOutside().withRota(PARTNER, 'prt_2').asked();
const asked = () => aLoanRequest().askedByPartner().withRota('birch').asked();
const by = { kind: 'partner' as const, member: PARTNER };

/** Returns how a message without a transition in the table is classified: late, a contradiction, or refused; else processes it. */
const receiving = (request: LoanRequest, name: MessageName): string => {
  const message = { name, askId: 'ask-1' };
  const { at, policy } = context({ at: minutesLater(50) });
  const result = receive(request, message, { at, by, policy });
  if (!('refused' in result)) return 'told';
  if (disagreed(request, { ...message, at, by, policy })) return 'contradicts';
  return lateMessage(request, message) ?? 'refused';
};

describe('late messages of a requester are understood', () => {
  const copied = () => asked().wanting('copy').then('supplier', 'supply-copy', { documentId: 'doc-1' }).build();
  const home = () =>
    asked().shipped().message('Received').message('ShippedReturn').then('supplier', 'check-in').build();

  test('that it has the copy which we sent; not that it sends one home', () => {
    expect(copied().asks[0]?.supplierState).toBe('completed');
    expect(receiving(copied(), 'Received')).toBe('late');
    expect(receiving(copied(), 'ShippedReturn')).toBe('refused');
    expect(receiving(copied(), 'Cancel')).toBe('refused');
  });

  test.each(['Received', 'ShippedReturn', 'ReturnDelayed', 'ConditionsAgreed', 'ClaimAccepted'] as const)(
    '%s of what is home again',
    (name) => {
      expect(receiving(home(), name)).toBe('late');
    },
  );

  test('that it arrived, after it was sent home; a question or a contradiction is not late', () => {
    const returned = asked().shipped().message('ShippedReturn').build();
    expect(receiving(returned, 'Received')).toBe('late');
    expect(receiving(home(), 'Lost')).toBe('refused');
    expect(receiving(home(), 'Renew')).toBe('refused');
    expect(receiving(asked().promised().build(), 'Received')).toBe('contradicts');
  });
});

describe('late messages of a supplier are understood', () => {
  const shipped = () => asking().message('Loaned', SHIPMENT);
  const sentHome = () => shipped().then('requester', 'receive').then('requester', 'ship-back');
  const over = () => sentHome().message('LoanCompleted').build();

  test.each(['Expected', 'WillSupply', 'ConditionsSet', 'CancelRefused', 'Loaned'] as const)(
    '%s of what has been shipped, and of what has ended',
    (name) => {
      for (const request of [shipped().then('requester', 'receive').build(), over()])
        expect(receiving(request, name)).toBe('late');
    },
  );

  test('its messages about the loan, once that has ended', () => {
    expect(over().state).toBe('completed');
    const names = ['Overdue', 'Recalled', 'Renewed', 'RenewRefused', 'HoldReturn'] as const;
    expect(names.map((name) => receiving(over(), name))).toEqual(names.map(() => 'late'));
    expect(receiving(over(), 'CompletedWithoutReturn')).toBe('refused');
    const damaged = sentHome().message('DamageClaimed', { terms: { cost: { amount: 900, currency: 'USD' } } });
    expect(receiving(damaged.build(), 'Overdue')).toBe('late');
  });

  test('a repeated message about a sent copy is ignored; a loan in addition is not late', () => {
    const copy = asking().wanting('copy-or-loan').message('CopySupplied', { url: 'https://copies.example/1' });
    const done = copy.then('requester', 'deliver-copy').build();
    expect([receiving(done, 'CopySupplied'), receiving(done, 'WillSupply'), receiving(done, 'Loaned')]).toEqual([
      ...['late', 'late', 'refused'],
    ]);
  });

  test('a released supplier agrees, or had not received the message', () => {
    const former = asking().message('Unfilled').asked().build();
    expect([receiving(former, 'Unfilled'), receiving(former, 'CancelAccepted'), receiving(former, 'Expected')]).toEqual(
      [...['let-go', 'let-go', 'late']],
    );
    expect(receiving(former, 'CancelRefused')).toBe('refused');
  });
});
