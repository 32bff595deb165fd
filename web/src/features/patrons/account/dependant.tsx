import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

type DependantProps = { dependant: Answered<'patrons-list-my-dependants'>['dependants'][number] };

const Loans = ({ patronId }: { patronId: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, money } = useFormat();
  const { branchName } = useDirectory();
  const { data, error } = useQuery({
    queryKey: ['my-dependant', patronId],
    queryFn: () => take(api.GET('/v1/circulation/me/dependants/{patronId}', { params: { path: { patronId } } })),
  });
  if (error) return <FailedNotice thrown={error} />;
  if (!data) return <Waiting rows={1} height={40} />;
  return (
    <ul className="plain-rows">
      {data.loans.length + data.bills.length === 0 && <li className="quiet">{t('family.dependant-none')}</li>}
      {data.loans.map(({ due, checkoutBranch, title }) => (
        <li key={`${due} ${title ?? checkoutBranch}`}>
          {title ?? t('family.a-loan', { branch: branchName(checkoutBranch) })} · {t('notice.due', { date: date(due) })}
        </li>
      ))}
      {data.bills.map(({ billId, kind, title, open, currency }) => (
        <li key={billId}>
          {title ?? textOf('bill-kind', kind)} · <span className="amount">{money(open, currency)}</span>
        </li>
      ))}
    </ul>
  );
};

/** A child for whom the patron answers: what is on loan and owed, as far as the consortium shows it. */
export const Dependant = ({ dependant: { patronId, name } }: DependantProps) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{[name.given, name.family].filter(Boolean).join(' ')}</summary>
      {isOpen && <Loans patronId={patronId} />}
    </details>
  );
};
