import { lineWords } from '../../functions/finance/domain/statements/files/line-words.ts';
import { wordsIn } from '../builders/web-words.ts';

const web: [keyof typeof lineWords, Record<string, string>][] = [
  ['eng', wordsIn('en')],
  ['spa', wordsIn('es')],
];

describe.each(web)('A statement printed in %s', (language, words) => {
  const { lines, services } = lineWords[language];

  it('names its lines as the web does, and every one that the web names', () => {
    const named = Object.entries(words).filter(([key]) => key.startsWith('line.'));
    expect(Object.fromEntries(named.map(([key, text]) => [key.slice('line.'.length), text]))).toEqual(lines);
  });

  it('names services as the web does', () => {
    for (const [name, text] of Object.entries(services)) expect([name, words[`service.${name}`]]).toEqual([name, text]);
  });
});
