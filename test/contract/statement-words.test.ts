import { lineWords } from '../../layers/domain/statements/files/line-words.ts';
import { en } from '../../web/src/words/en.ts';
import { enStaff } from '../../web/src/words/en-staff.ts';
import { es } from '../../web/src/words/es.ts';
import { esStaff } from '../../web/src/words/es-staff.ts';

const web: [keyof typeof lineWords, Record<string, string>][] = [
  ['eng', { ...en, ...enStaff }],
  ['spa', { ...es, ...esStaff }],
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
