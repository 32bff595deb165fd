import { lineTexts } from '../../functions/finance/domain/statements/files/line-texts.ts';
import { statementTexts } from '../../functions/finance/domain/statements/files/statement-texts.ts';
import { messagesIn } from '../builders/web-messages.ts';

const web: [keyof typeof lineTexts, Record<string, string>][] = [
  ['eng', messagesIn('en')],
  ['spa', messagesIn('es')],
];

describe.each(web)('A statement printed in %s', (language, messages) => {
  const { lines, services } = lineTexts[language];

  it('names its lines like the web app, and every line that the web app names', () => {
    const named = Object.entries(messages).filter(([key]) => key.startsWith('line.'));
    expect(Object.fromEntries(named.map(([key, text]) => [key.slice('line.'.length), text]))).toEqual(lines);
  });

  it('names services like the web app', () => {
    for (const [name, text] of Object.entries(services))
      expect([name, messages[`service.${name}`]]).toEqual([name, text]);
  });

  it('names blocks like the web app', () => {
    for (const [name, text] of Object.entries(statementTexts[language].blocks))
      expect([name, messages[`block.${name}`]]).toEqual([name, text]);
  });
});
