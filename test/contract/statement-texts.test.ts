import { lineTexts } from '../../functions/finance/domain/statements/files/line-texts.ts';
import { messagesIn } from '../builders/web-messages.ts';

const web: [keyof typeof lineTexts, Record<string, string>][] = [
  ['eng', messagesIn('en')],
  ['spa', messagesIn('es')],
];

describe.each(web)('A statement printed in %s', (language, messages) => {
  const { lines, services } = lineTexts[language];

  it('names its lines as the web does, and every one that the web names', () => {
    const named = Object.entries(messages).filter(([key]) => key.startsWith('line.'));
    expect(Object.fromEntries(named.map(([key, text]) => [key.slice('line.'.length), text]))).toEqual(lines);
  });

  it('names services as the web does', () => {
    for (const [name, text] of Object.entries(services))
      expect([name, messages[`service.${name}`]]).toEqual([name, text]);
  });
});
