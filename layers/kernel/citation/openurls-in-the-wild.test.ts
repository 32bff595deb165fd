import { missingIn } from './citation.ts';
import { readOpenUrl } from './read-openurl.ts';
import { isbn13Of, issnOf } from './standard-numbers.ts';

/** OpenURLs in the formats of the large sources, including their irregularities and errors. */
const citedBy = (query: string) => readOpenUrl(query).citation;

describe('articles', () => {
  test('a search engine for papers sends 0.1 without a genre, the DOI escaped or not', () => {
    const query =
      'sid=google&auinit=AM&aulast=Turing&atitle=Computing+machinery+and+intelligence&id=doi:10.1093%2Fmind%2FLIX.236.433&title=Mind&volume=59&issue=236&date=1950&spage=433&issn=0026-4423';
    expect(citedBy(query)).toEqual({
      kind: 'article',
      title: 'Mind',
      partTitle: 'Computing machinery and intelligence',
      partAuthor: 'Turing, AM',
      volume: '59',
      issue: '236',
      pages: '433',
      date: '1950',
      issn: ['0026-4423'],
      doi: '10.1093/mind/lix.236.433',
      source: 'google',
    });
  });

  test('a medical index sends only its number', () => {
    const { version, citation } = readOpenUrl('?sid=Entrez:PubMed&id=pmid:11237011');
    expect([version, citation]).toEqual(['0.1', { kind: 'other', pmid: '11237011', source: 'Entrez:PubMed' }]);
    expect(missingIn(citation)).toEqual([]);
  });

  test('a citation index sends 1.0 with the format only, dots of the DOI escaped, and every author', () => {
    const query =
      'url_ver=Z39.88-2004&url_ctx_fmt=info:ofi/fmt:kev:mtx:ctx&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.atitle=Initial sequencing and analysis of the human genome&rft.aufirst=E. S.&rft.aulast=Lander&rft.date=2001&rft.epage=921&rft.genre=article&rft.issn=0028-0836&rft.issue=6822&rft.jtitle=NATURE&rft.pages=860-921&rft.spage=860&rft.stitle=NATURE&rft.volume=409&rfr_id=info:sid/www.isinet.com:WoK:WOS&rft.au=Linton%2C L. M.&rft.au=Birren%2C B.&rft_id=info:doi/10%2E1038%2F35057062';
    expect(citedBy(query)).toMatchObject({
      kind: 'article',
      title: 'NATURE',
      partAuthor: 'Lander, E. S.',
      pages: '860-921',
      doi: '10.1038/35057062',
      source: 'www.isinet.com:WoK:WOS',
    });
  });

  test('an encyclopaedia’s embedded citation is in a page’s source, with &amp; between its keys', () => {
    const query =
      'ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.genre=article&amp;rft.jtitle=Mind&amp;rft.atitle=On+denoting&amp;rft.volume=14&amp;rft.pages=479-493&amp;rft.date=1905&amp;rft_id=info%3Adoi%2F10.1093%2Fmind%2FXIV.4.479&amp;rft_id=https%3A%2F%2Fexample.org%2Fscan&amp;rft.aulast=Russell&amp;rft.aufirst=Bertrand&amp;rfr_id=info%3Asid%2Fen.wikipedia.org%3AOn+Denoting';
    const { citation, version, ignored } = readOpenUrl(query);
    expect(version).toBe('1.0');
    expect(citation).toMatchObject({ title: 'Mind', partTitle: 'On denoting', pages: '479-493' });
    expect(citation.doi).toBe('10.1093/mind/xiv.4.479');
    expect(ignored).toEqual(['rft_id']);
  });

  test('a DOI that was escaped before the query was', () => {
    expect(citedBy('genre=article&id=doi%253A10.1038%252F35057062').doi).toBe('10.1038/35057062');
    expect(citedBy('genre=article&rft_id=info:doi%252F10.1038%252F35057062').doi).toBe('10.1038/35057062');
    expect(citedBy('genre=article&id=https://doi.org/10.1038/35057062').doi).toBe('10.1038/35057062');
  });
});

describe('books and journals', () => {
  test('a union catalogue sends all twice, in both versions, with its session and its number in quotation marks', () => {
    const query =
      'sid=FirstSearch%3AWorldCat&genre=book&isbn=9780141439587&title=Emma+%3A+a+novel&date=2003&aulast=Austen&aufirst=Jane&id=doi%3A&pid=%3Caccession+number%3E50234441%3C%2Faccession+number%3E%3Cfssessid%3E0%3C%2Ffssessid%3E&url_ver=Z39.88-2004&rfr_id=info%3Asid%2Ffirstsearch.oclc.org%3AWorldCat&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&req_dat=%3Csessionid%3E0%3C%2Fsessionid%3E&rfe_dat=%3Caccessionnumber%3E50234441%3C%2Faccessionnumber%3E&rft_id=info%3Aoclcnum%2F50234441&rft_id=urn%3AISBN%3A9780141439587&rft.aulast=Austen&rft.aufirst=Jane&rft.btitle=Emma+%3A+a+novel&rft.date=2003&rft.isbn=0141439580&rft.place=London&rft.pub=Penguin&rft.genre=book';
    const { version, citation } = readOpenUrl(query);
    expect(version).toBe('1.0');
    expect(citation).toEqual({
      kind: 'book',
      title: 'Emma : a novel',
      author: 'Austen, Jane',
      date: '2003',
      publisher: 'Penguin',
      place: 'London',
      isbn: ['9780141439587'],
      oclc: '50234441',
      source: 'firstsearch.oclc.org:WorldCat',
    });
    expect(JSON.stringify(citation)).not.toContain('session');
  });

  test('the same key with and without its prefix loses neither value', () => {
    const { isbn } = citedBy('rft.isbn=9780141439587&isbn=9780060935467&rft.genre=book');
    expect(isbn?.toSorted()).toEqual(['9780060935467', '9780141439587']);
  });

  test('a journal with its numbers for print and online, and an LCCN padded with blanks', () => {
    const query =
      'url_ver=Z39.88-2004&rft.date=1998&rft.eissn=1476-4687&rft.genre=journal&rft.issn=0028-0836&rft.jtitle=Nature&rft.lccn=++12037118+&rft.oclcnum=1586310&rft_id=urn%3AISSN%3A0028-0836&rfr_id=info%3Asid%2FFirstSearch%3AWorldCat';
    expect(citedBy(query)).toMatchObject({
      kind: 'journal',
      title: 'Nature',
      issn: ['0028-0836', '1476-4687'],
      lccn: '12037118',
      oclc: '1586310',
    });
  });

  test('a chapter by its genre of 0.1, and a thesis by its format of 1.0', () => {
    expect(
      citedBy('genre=bookitem&isbn=9780141439587&title=Essays%3a+a+choice.&atitle=On+hope&date=20080101&pages=236-259'),
    ).toMatchObject({ kind: 'chapter', title: 'Essays: a choice.', partTitle: 'On hope', pages: '236-259' });
    expect(
      citedBy('rft_val_fmt=info:ofi/fmt:kev:mtx:dissertation&rft.title=On+weirs&rft.au=Holm,+Ida&rft.date=1988'),
    ).toMatchObject({ kind: 'dissertation', title: 'On weirs', author: 'Holm, Ida' });
  });

  test('Dublin Core by key and value names the item by an identifier', () => {
    const query =
      'rft_val_fmt=info:ofi/fmt:kev:mtx:dc&rft.title=Emma&rft.creator=Austen&rft.identifier=urn:isbn:0-14-143958-0';
    expect(citedBy(query)).toMatchObject({ kind: 'book', title: 'Emma', author: 'Austen', isbn: ['9780141439587'] });
  });

  test('a number of a catalogue on the web', () => {
    expect(citedBy('rft_id=https://www.worldcat.org/oclc/50234441').oclc).toBe('50234441');
    expect(citedBy('rft_id=http://worldcat.org/title/oclc/50234441').oclc).toBe('50234441');
  });

  test('keys in another case than the standard’s', () => {
    expect(citedBy('RFT.ISBN=9780141439587&SID=x')).toMatchObject({ isbn: ['9780141439587'], source: 'x' });
  });
});

describe('the encodings', () => {
  test('UTF-8, Latin-1 as declared, Latin-1 without a declaration, and a stray percent sign', () => {
    expect(citedBy('title=Caf%C3%A9+Z%C3%BCrich&genre=book').title).toBe('Café Zürich');
    expect(citedBy('title=Caf%E9+Z%FCrich&genre=book').title).toBe('Café Zürich');
    expect(citedBy('ctx_enc=info%3Aofi%2Fenc%3AISO-8859-1&rft.title=na%EFve+%C3%A9&rft.genre=book').title).toBe(
      'naïve Ã©',
    );
    expect(citedBy('title=100%+wool&genre=book').title).toBe('100% wool');
    expect(citedBy('title=日本語&genre=book').title).toBe('日本語');
  });

  test('an invalid number is omitted, whatever surrounds it', () => {
    const { citation, ignored } = readOpenUrl('isbn=978-0-14-143958-8&rft.issn=0028-0837&title=X&genre=book&pmid=abc');
    expect([isbn13Of('9780141439588'), issnOf('0028-0837')]).toEqual([undefined, undefined]);
    expect(citation).toEqual({ kind: 'book', title: 'X' });
    expect(ignored.toSorted()).toEqual(['isbn', 'issn', 'pmid']);
  });
});
