import * as fc from 'fast-check';
import { missingIn } from './citation.ts';
import { readOpenUrl } from './read-openurl.ts';

describe('OpenURL 1.0', () => {
  test('an article', () => {
    const query =
      'url_ver=Z39.88-2004&ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&rft.atitle=Isolation+of+a+gene&rft.jtitle=Science&rft.aulast=Vergnaud&rft.aufirst=G.&rft.volume=282&rft.issue=5397&rft.spage=2033&rft.epage=2038&rft.date=1998-12-11&rft.issn=0036-8075&rft_id=info:doi/10.1126/SCIENCE.282.5397.2033&rft_id=info:pmid/9851923&rfr_id=info:sid/primo.exlibrisgroup.com:x&svc.neededBy=2027-01-15&svc.pickupLocation=lakeshore.main';
    expect(readOpenUrl(query)).toEqual({
      version: '1.0',
      citation: {
        kind: 'article',
        title: 'Science',
        partTitle: 'Isolation of a gene',
        partAuthor: 'Vergnaud, G.',
        volume: '282',
        issue: '5397',
        pages: '2033-2038',
        date: '1998-12-11',
        issn: ['0036-8075'],
        doi: '10.1126/science.282.5397.2033',
        pmid: '9851923',
        source: 'primo.exlibrisgroup.com:x',
      },
      service: { pickup: 'lakeshore.main', needBy: '2027-01-15' },
      ignored: [],
    });
  });

  test('the service is named plainly or by an identifier with that ending; an unknown service and an invalid day are listed', () => {
    const { service, ignored } = readOpenUrl('rft.genre=book&rft.title=Emma&svc.id=copy&svc.note=By+post');
    expect([service, ignored]).toEqual([{ type: 'copy', note: 'By post' }, []]);
    const loan = readOpenUrl('rft.genre=article&rft.atitle=x&svc_id=info:sid/example.org:Loan');
    expect([loan.service, loan.ignored]).toEqual([{ type: 'loan' }, []]);
    const json = readOpenUrl('rft.title=Emma&svc_id=json&svc.neededBy=2027-13-45');
    expect([json.service, json.ignored]).toEqual([{}, ['svc_id', 'svc.neededby']]);
  });

  test('a book with both forms of its ISBN has one number', () => {
    const { citation } = readOpenUrl(
      'rft.btitle=Emma&rft.isbn=0-14-143958-0&rft.isbn=9780141439587&rft_id=urn:ISBN:0141439580',
    );
    expect(citation).toMatchObject({ kind: 'book', title: 'Emma', isbn: ['9780141439587'] });
  });

  test('a chapter has both titles', () => {
    expect(
      readOpenUrl('rft.genre=bookitem&rft.atitle=On+hope&rft.btitle=Essays&rft.isbn=9780141439587').citation,
    ).toMatchObject({
      kind: 'chapter',
      title: 'Essays',
      partTitle: 'On hope',
    });
  });
});

describe('OpenURL 0.1', () => {
  test('an article', () => {
    expect(
      readOpenUrl(
        'sid=EBSCO:aph&genre=article&issn=00280836&title=Nature&atitle=A+cell&aulast=Roe&auinit=J&date=2001&volume=1&spage=5&id=doi:10.1038/35057062',
      ),
    ).toMatchObject({
      version: '0.1',
      citation: {
        kind: 'article',
        title: 'Nature',
        partTitle: 'A cell',
        partAuthor: 'Roe, J',
        pages: '5',
        issn: ['0028-0836'],
        doi: '10.1038/35057062',
        source: 'EBSCO:aph',
      },
    });
  });

  test('a citation without a genre gets it from its other keys', () => {
    expect(readOpenUrl('title=Emma&isbn=9780141439587').citation.kind).toBe('book');
    expect(readOpenUrl('title=Nature&issn=0028-0836').citation.kind).toBe('journal');
    expect(readOpenUrl('atitle=A&title=Nature&issn=0028-0836').citation.kind).toBe('article');
  });
});

describe('errors in the input do no harm', () => {
  test('identifiers with a wrong check digit are omitted and reported', () => {
    const { citation, ignored } = readOpenUrl('title=X&isbn=1234567890&issn=11112222&rft_id=nonsense&flavour=mint');
    expect([citation.isbn, citation.issn]).toEqual([undefined, undefined]);
    expect(ignored.toSorted()).toEqual(['flavour', 'isbn', 'issn', 'rft_id']);
  });

  test('missing parts are named: an article needs more than its journal', () => {
    expect(missingIn(readOpenUrl('genre=article&title=Nature').citation)).toEqual(['partTitle', 'date']);
    expect(missingIn(readOpenUrl('genre=article&rft_id=info:doi/10.1038/35057062').citation)).toEqual([]);
    expect(missingIn(readOpenUrl('').citation)).toEqual(['title']);
    expect(missingIn(readOpenUrl('isbn=9780141439587').citation)).toEqual([]);
  });

  test('any query is read without throwing, and no control characters remain', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (query, value) => {
        const { citation } = readOpenUrl(`${query}&rft.title=${encodeURIComponent(value)}`);
        return !/\p{Cc}/u.test(JSON.stringify(citation));
      }),
    );
  });
});
