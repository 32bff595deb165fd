import type { SearchRetrieve } from '../../../layers/protocols/sru/sru-request.ts';
import { searchRetrieveResponse } from '../../../layers/protocols/sru/write-sru.ts';
import { sruDublinCore } from '../../catalogue/public/sru-dublin-core.ts';
import { harvestedXml, oaiResponse, repositoryAt } from '../domain/oai-pmh/write-oai.ts';
import { recordAddress } from '../domain/record-address.ts';

const site = 'https://library.example.org';
const recordId = 'rec_01kb0000000000000000000000';
const dc = '<dc:title>Pride and prejudice</dc:title><dc:creator>Austen, Jane, 1775-1817</dc:creator>';

const asked: SearchRetrieve = {
  ...{ operation: 'searchRetrieve', version: '1.2', mediaType: 'text/xml', query: 'dc.title="pride and prejudice"' },
  ...{ startRecord: 1, maximumRecords: 1, schema: 'dc', packing: 'xml', orders: [] },
};

/** An SRU response for the contract. */
export const exampleSru = searchRetrieveResponse(asked, {
  total: 1,
  records: [{ recordId, xml: sruDublinCore(dc, recordAddress(site, recordId)) }],
});

const at = repositoryAt(site);
const harvested = {
  recordId,
  changedAt: '2026-03-02T11:00:00Z',
  sets: ['format.book', 'member.riverton'],
  forms: { dc, marcxml: '', holdings: [] },
};

/** An OAI-PMH response for the contract. */
export const exampleOai = oaiResponse(
  at,
  [
    ['verb', 'GetRecord'],
    ['identifier', `oai:${at.namespace}:${recordId}`],
    ['metadataPrefix', 'oai_dc'],
  ],
  '2026-03-02T12:00:00Z',
  { verb: 'GetRecord', inner: harvestedXml(at, harvested, { verb: 'GetRecord', prefix: 'oai_dc' }) },
);
