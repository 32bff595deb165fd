import { ScrollTable } from '../../parts/scroll-table.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay } from '../../words/words.tsx';
import type { Account } from './account.ts';
import { AgeingTable } from './ageing.tsx';

const Lines = ({ account: { currency, opening, closing, lines }, from, to }: Shown) => {
  const say = useSay();
  const { money, date } = useFormat();
  const day = (text: string): string => date(`${text}T12:00:00`);
  return (
    <ScrollTable name={say('accounts.lines', { currency })}>
      <thead>
        <tr>
          <th scope="col">{say('accounts.what')}</th>
          <th scope="col">{say('accounts.when')}</th>
          <th scope="col">{say('accounts.reference')}</th>
          <th scope="col">{say('accounts.due-on')}</th>
          <th scope="col" className="num">
            {say('statements.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" colSpan={4}>
            {say('accounts.opening-on', { date: day(from) })}
          </th>
          <td className="num">{money(opening, currency)}</td>
        </tr>
        {lines.map(({ entryId, at, kind, amount, reference, dueOn, corrects }) => (
          <tr key={entryId}>
            <th scope="row">{say(`account-line.${kind}`)}</th>
            <td>{date(at)}</td>
            <td>
              {reference}
              {corrects && (
                <div className="quiet">{say('account-line.corrects', { numbers: corrects.join(', ') })}</div>
              )}
            </td>
            <td>{dueOn && day(dueOn)}</td>
            <td className="num">{money(amount, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {say('accounts.closing-on', { date: day(to) })}
          </th>
          <td className="num">{money(closing, currency)}</td>
        </tr>
      </tfoot>
    </ScrollTable>
  );
};

type Shown = { account: Account; from: string; to: string };

/** A member's account in one currency: what it comes to, every line between the two balances, and how old is what is open. */
export const OneCurrency = (shown: Shown) => {
  const say = useSay();
  const { money } = useFormat();
  const { currency, opening, charges, payments, creditNotes, closing, ageing } = shown.account;
  return (
    <section aria-labelledby={`account-${currency}`}>
      <h2 id={`account-${currency}`}>{say('accounts.in', { currency })}</h2>
      <dl className="figures">
        <div className="figure figure-main">
          <dt>{say('accounts.closing')}</dt>
          <dd>{money(closing, currency)}</dd>
          <dd className="quiet">{say(closing < 0 ? 'accounts.in-favour' : 'accounts.owed')}</dd>
        </div>
        {(
          [
            ['opening', opening],
            ['charges', charges],
            ['payments', payments],
            ['credit-notes', creditNotes],
          ] as const
        ).map(([name, amount]) => (
          <div key={name} className="figure">
            <dt>{say(`accounts.${name}`)}</dt>
            <dd>{money(amount, currency)}</dd>
          </div>
        ))}
      </dl>
      <Lines {...shown} />
      <AgeingTable ageing={ageing} currency={currency} to={shown.to} />
    </section>
  );
};
