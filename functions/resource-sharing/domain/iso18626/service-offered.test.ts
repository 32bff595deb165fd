import { type Dialect, readMessage } from '../../../../layers/protocols/iso18626/read-message.ts';
import { writeMessage } from '../../../../layers/protocols/iso18626/write-message.ts';
import { aLoanRequest, minutesLater } from '../../../../test/builders/loan-request.ts';
import type { Terms } from '../messages/message.ts';
import { meaningOfSupplierMessage } from './supplier-from-iso.ts';
import { supplierMessageToIso } from './supplier-to-iso.ts';

const at = minutesLater(3);
const ends = { ours: 'ISIL:US-CONCORD', theirs: 'ISIL:REQ' };

/** Returns terms as they arrive when one of our members has offered them to a partner in this edition. */
const arrived = (dialect: Dialect, terms: Terms): Terms | undefined => {
  const request = aLoanRequest().askedByPartner().withRota('birch').asked().build();
  const [ask] = request.asks;
  if (ask === undefined) throw new Error('It is asked.');
  const about = { requestId: 'req-1', askId: 'ask-1', from: 'supplier' as const, sequence: 1, at };
  const message = { name: 'TermsOffered' as const, ...about, reason: 'ReqServTypeNotPossible', terms };
  const read = readMessage(
    Buffer.from(writeMessage(supplierMessageToIso({ message, request, ask, ends, at }), dialect)),
  );
  if (!('message' in read) || read.message.kind !== 'supplyingAgencyMessage') throw new Error('It can be read.');
  const meaning = meaningOfSupplierMessage(read.message.body);
  return 'name' in meaning ? meaning.particulars.terms : undefined;
};

test.each(['1.2', '2021'] as const)('the alternative service offered is expressed in %s', (dialect) => {
  expect(arrived(dialect, { service: 'copy' })).toEqual({ service: 'copy' });
  expect(arrived(dialect, { service: 'loan', retryAfter: at })).toEqual({ service: 'loan', retryAfter: at });
});
