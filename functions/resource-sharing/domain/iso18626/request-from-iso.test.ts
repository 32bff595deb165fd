import { messages } from '../../../../layers/protocols/iso18626/schemas.ts';
import { requestFromIso } from './request-from-iso.ts';

const agency = (agencyIdValue: string, type = 'ISIL') => ({ agencyIdType: { value: type }, agencyIdValue });
const header = {
  requestingAgencyId: agency('REQ'),
  timestamp: '2026-11-24T10:00:00Z',
  requestingAgencyRequestId: 'r-1',
};
const code = (value: string) => ({ value });
const asked = ({ head, service, ...more }: Record<string, object> = {}) =>
  requestFromIso(
    messages.request.parse({
      header: { ...header, ...head },
      bibliographicInfo: {},
      serviceInfo: { serviceType: 'Loan', ...service },
      ...more,
    }),
  );
const item = (kind: string, id: string) => ({
  bibliographicItemIdentifierCode: code(kind),
  bibliographicItemIdentifier: id,
});
const record = (kind: string, id: string) => ({
  bibliographicRecordIdentifierCode: code(kind),
  bibliographicRecordIdentifier: id,
});

test('the minimum of a request', () => {
  expect(asked()).toEqual({
    requestId: 'r-1',
    requestType: 'New',
    subTypes: [],
    requestingAgency: 'ISIL:REQ',
    citation: { kind: 'book' },
    service: 'loan',
    serviceLevel: 'normal',
  });
});

test('all fields of a loan that are read', () => {
  const request = asked({
    head: { supplyingAgencyId: agency('DE:18', 'ISIL') },
    bibliographicInfo: {
      supplierUniqueRecordId: 'rec-17',
      title: 'Middlemarch',
      subtitle: 'a study of provincial life',
      author: 'Eliot, George',
      edition: '2nd ed.',
      volume: ['1', '2'],
      seriesTitle: 'Classics',
      bibliographicItemId: [item('ISBN', '0-14-143954-8'), item('isbn', '9780141439549'), item('ISBN', 'nonsense')],
      bibliographicRecordId: [record('OCLC', '0051234'), record('LCCN', ' 2002-14558 ')],
      informationSource: 'OurCatalogue',
    },
    publicationInfo: {
      publisher: 'Penguin',
      publicationType: code('Book'),
      publicationDate: 'c2003',
      placeOfPublication: 'London',
    },
    service: {
      requestType: 'Retry',
      requestSubType: ['PatronRequest'],
      requestingAgencyPreviousRequestId: 'r-0',
      serviceType: 'CopyOrLoan',
      serviceLevel: { value: 'Rush', scheme: 'anything' },
      needBeforeDate: '2026-12-24T00:00:00+01:00',
      copyrightCompliance: code('US:CCG'),
      loanCondition: [code('LibraryUseOnly')],
      note: 'Soon, please.',
    },
    requestedDeliveryInfo: [
      { sortOrder: '2', address: { physicalAddress: { line1: 'Elsewhere' } } },
      {
        sortOrder: '1',
        address: { physicalAddress: { line1: '1 Main St', locality: 'Town', postalCode: '2000', country: code('AU') } },
      },
      {
        address: {
          electronicAddress: { electronicAddressType: code('Email'), electronicAddressData: 'ill@req.example' },
        },
      },
    ],
    requestingAgencyInfo: { name: 'Requesting Library' },
    patronInfo: { patronId: 'P-77', surname: 'Brooke', givenName: 'Dorothea' },
    billingInfo: { maximumCosts: { currencyCode: code('USD'), monetaryValue: '30' } },
  });
  expect(request).toEqual({
    requestId: 'r-1',
    requestType: 'Retry',
    previousRequestId: 'r-0',
    subTypes: ['PatronRequest'],
    requestingAgency: 'ISIL:REQ',
    supplyingAgency: 'ISIL:DE:18',
    citation: {
      kind: 'book',
      title: 'Middlemarch: a study of provincial life',
      author: 'Eliot, George',
      edition: '2nd ed.',
      volume: '1; 2',
      date: '2003',
      publisher: 'Penguin',
      place: 'London',
      series: 'Classics',
      isbn: ['9780141439549'],
      oclc: '51234',
      lccn: '2002014558',
      source: 'OurCatalogue',
    },
    service: 'copy-or-loan',
    serviceLevel: 'rush',
    needBy: '2026-12-23T23:00:00.000Z',
    maxCost: { amount: 3000, currency: 'USD' },
    conditions: ['LibraryUseOnly'],
    deliverTo: ['Requesting Library', '1 Main St', '2000 Town', 'AU'],
    sendCopyTo: 'ill@req.example',
    copyrightCompliance: 'US:CCG',
    patronReference: 'P-77',
    supplierUniqueRecordId: 'rec-17',
    note: 'Soon, please.',
  });
  expect(JSON.stringify(request)).not.toMatch(/Brooke|Dorothea/);
});

test('a patron is ignored where the library itself asks', () => {
  expect(asked({ patronInfo: { patronId: 'P-77' } }).patronReference).toBeUndefined();
});

test('an article: its journal, its pages, its numbers', () => {
  const { citation, service } = asked({
    service: { serviceType: 'Copy' },
    bibliographicInfo: {
      title: 'Nature',
      titleOfComponent: 'On the dance of bees',
      authorOfComponent: 'Frisch, K.',
      volume: ['12'],
      issue: '3',
      pagesRequested: 'pp. 101 – 109',
      bibliographicItemId: [item('ISSN', '00280836'), item('DOI', 'https://doi.org/10.1038/ABC.1')],
      bibliographicRecordId: [record('PMID', '123456')],
    },
    publicationInfo: { publicationType: code('Journal'), publicationDate: '1974-05' },
  });
  expect(service).toBe('copy');
  expect(citation).toEqual({
    kind: 'article',
    title: 'Nature',
    partTitle: 'On the dance of bees',
    partAuthor: 'Frisch, K.',
    volume: '12',
    issue: '3',
    pages: '101-109',
    date: '1974-05',
    issn: ['0028-0836'],
    doi: '10.1038/abc.1',
    pmid: '123456',
  });
});

test.each([
  ['Book', 'Loan', {}, 'book'],
  ['Thesis', 'Loan', {}, 'dissertation'],
  ['Map', 'Loan', {}, 'other'],
  ['Book', 'Copy', { titleOfComponent: 'One' }, 'chapter'],
  ['', 'Copy', { titleOfComponent: 'One', bibliographicItemId: [item('ISBN', '9780141439549')] }, 'chapter'],
  ['', 'Copy', { pagesRequested: '1-2' }, 'article'],
  ['', 'Loan', { issue: '3' }, 'journal'],
])('a %s for %s has the kind that it states, or that its parts imply', (type, serviceType, bibliographicInfo, kind) => {
  const publication = type === '' ? {} : { publicationInfo: { publicationType: code(type) } };
  expect(asked({ service: { serviceType }, bibliographicInfo, ...publication }).citation.kind).toBe(kind);
});

test.each([
  ['Normal', 'normal'],
  ['EXPRESS', 'express'],
  ['urgent', 'rush'],
  ['SecondaryMail', 'normal'],
])('the level %s is %s', (level, serviceLevel) => {
  expect(asked({ service: { serviceLevel: code(level) } }).serviceLevel).toBe(serviceLevel);
});

test('overlong values and invalid addresses do no harm', () => {
  const request = asked({
    bibliographicInfo: { title: `a\u0007b\n${'x'.repeat(9000)}` },
    requestedDeliveryInfo: [
      { address: { electronicAddress: { electronicAddressType: code('FTP'), electronicAddressData: 'ftp://x' } } },
    ] as never,
  });
  expect(request.citation.title).toMatch(/^a b x{996}$/);
  expect(request.sendCopyTo).toBeUndefined();
});
