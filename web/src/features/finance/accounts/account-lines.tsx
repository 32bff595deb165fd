import type { ReactNode } from 'react';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Account, Line } from './account.ts';

/** The notes of a line: what it corrects or settles, its open or disputed part, and why it was reversed. */
const Notes = ({ line, currency }: LineShown) => {
  const { corrects, settled = [], open = 0, reversedBy, reverses, disputed = [] } = line;
  const t = useTranslate();
  const { money } = useFormat();
  const notes = [
    corrects && t('account-line.corrects', { numbers: corrects.join(', ') }),
    settled.length > 0 &&
      t('account-line.settles', { references: settled.map(({ reference }) => reference).join(', ') }),
    open > 0 && t('account-line.open', { amount: money(open, currency) }),
    reversedBy !== undefined && t('account-line.taken-back'),
    reverses && t(`account-line.${reverses.why}`),
    ...disputed.map(({ lineId, amount }) =>
      t('account-line.disputed', { line: lineId, amount: money(amount, currency) }),
    ),
  ].filter(Boolean);
  return notes.length > 0 && <div className="quiet">{notes.join(' · ')}</div>;
};
type LineShown = { line: Line; currency: string };

type Shown = {
  account: Account;
  from: string;
  to: string;
  /** Renders the actions on a line in its row. */
  act: (line: Line) => ReactNode;
};

/** The lines of an account between the opening and closing balance, each with its running balance. */
export const AccountLines = ({ account: { currency, opening, closing, lines }, from, to, act }: Shown) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const day = (text: string): string => date(text);
  return (
    <ScrollTable name={t('accounts.lines', { currency })}>
      <thead>
        <tr>
          {(['what', 'when', 'value-on', 'reference', 'due-on'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`accounts.${name}`)}
            </th>
          ))}
          <th scope="col" className="num">
            {t('statements.amount')}
          </th>
          <th scope="col" className="num">
            {t('accounts.balance')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" colSpan={6}>
            {t('accounts.opening-on', { date: day(from) })}
          </th>
          <td className="num">{money(opening, currency)}</td>
        </tr>
        {lines.map((line) => (
          <tr key={line.entryId}>
            <th scope="row">{t(`account-line.${line.kind}`)}</th>
            <td>{date(line.at)}</td>
            <td>{line.valueOn && day(line.valueOn)}</td>
            <td>
              {line.reference}
              <Notes line={line} currency={currency} />
              {act(line)}
            </td>
            <td>{line.dueOn && day(line.dueOn)}</td>
            <td className="num">{money(line.amount, currency)}</td>
            <td className="num">{money(line.balance, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={6}>
            {t('accounts.closing-on', { date: day(to) })}
          </th>
          <td className="num">{money(closing, currency)}</td>
        </tr>
      </tfoot>
    </ScrollTable>
  );
};
