import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Question } from '../../../components/question.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Restated, useRestate, useRestated } from './restated.ts';

/** The amounts of each part of the bill, before and after. */
export const RestatedRows = ({ rows, currency }: { rows: Restated['restatement']['rows']; currency: string }) => {
  const say = useTranslate();
  const sayOf = useTextOf();
  const { amount } = useFormat();
  return (
    <ScrollTable name={say('restated.rows')}>
      <caption>{say('restated.rows')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('reconcile.service')}</th>
          <th scope="col" className="num">
            {say('restated.before')}
          </th>
          <th scope="col" className="num">
            {say('restated.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ of, before, after }) => (
          <tr key={of}>
            <th scope="row">{sayOf('line', of.replace(/^unmetered-/, 'billed-'), of)}</th>
            <td className="num">{amount(before, currency)}</td>
            <td className="num">{amount(after, currency)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const Members = ({ restatement: { parts, amount, currency } }: Pick<Restated, 'restatement'>) => {
  const say = useTranslate();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  return (
    <ScrollTable name={say('restated.members')}>
      <caption>{say('restated.members')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('month.member')}</th>
          <th scope="col" className="num">
            {say('reconcile.difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.memberId}>
            <th scope="row">{memberName(part.memberId)}</th>
            <td className="num">{money(part.amount, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('statements.sum')}</th>
          <td className="num">{money(amount, currency)}</td>
        </tr>
      </tfoot>
    </ScrollTable>
  );
};

/** Prepares the restatement, or approves it into a month whose statements are not yet written. */
const Step = ({ data, approves }: { data: Restated; approves: boolean }) => {
  const say = useTranslate();
  const { money, month: monthName } = useFormat();
  const [into, setInto] = useState(() => new Date().toISOString().slice(0, 7));
  const [isAsked, setIsAsked] = useState(false);
  const { seal, restatement } = data;
  const restate = useRestate(restatement.month);
  const name = say(approves ? 'true-up.approve' : 'true-up.prepare');
  const values = { amount: money(restatement.amount, restatement.currency), month: monthName(into) };
  return (
    <>
      {approves && (
        <TextInput
          size="sm"
          type="month"
          label={say('true-up.into')}
          value={into}
          onChange={({ currentTarget: { value } }) => setInto(value)}
        />
      )}
      <p>
        <Button size="sm" variant={approves ? 'filled' : 'default'} onClick={() => setIsAsked(true)}>
          {name}
        </Button>
      </p>
      {isAsked && (
        <Question
          yes={say(approves ? 'true-up.approve-yes' : 'true-up.prepare-yes')}
          isPending={restate.isPending}
          go={() => restate.mutate({ seal, ...(approves && { into }) }, { onSettled: () => setIsAsked(false) })}
          away={() => setIsAsked(false)}
        >
          <p>
            {approves ? say('restated.approve-sure', values) : say('true-up.prepare-sure', { seal: seal.slice(0, 12) })}
          </p>
        </Question>
      )}
      {restate.error && <FailedNotice thrown={restate.error} />}
    </>
  );
};

/** The refusals for which the panel is hidden: there is nothing to restate. */
const silent = ['no-restatement', 'not-closed'];

/** The effect on members of a bill after the close: preview, preparation by one person and approval by another. */
export const RestatedBill = ({ month }: { month: string }) => {
  const say = useTranslate();
  const who = useWho();
  const { month: monthName } = useFormat();
  const { data, error } = useRestated(month, true);
  const code = error && 'code' in error ? String(error.code) : undefined;
  if (error && code !== undefined && silent.includes(code)) return null;
  const approves = data?.state === 'prepared' && hasRole(who, 'finance-approver');
  const prepares = data?.state === 'possible' && hasRole(who, 'finance-preparer');
  return (
    <section aria-labelledby="restated" className="stack">
      <h2 id="restated">{say('restated.title')}</h2>
      {error && <FailedNotice thrown={error} />}
      {data && (
        <>
          <p>{say('restated.meaning')}</p>
          {data.state !== 'possible' && (
            <p role="status">
              {data.into === undefined
                ? say('restated.prepared')
                : say('restated.booked', { month: monthName(data.into) })}
            </p>
          )}
          <RestatedRows rows={data.restatement.rows} currency={data.restatement.platformCurrency} />
          <Members restatement={data.restatement} />
          {(approves || prepares) && <Step key={data.seal} data={data} approves={approves} />}
        </>
      )}
    </section>
  );
};
