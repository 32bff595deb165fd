import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { type Answered, hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { FileButtons } from '../../../components/file-buttons.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { Adjusted } from './adjusted.tsx';
import { ManualLine } from './manual-line.tsx';
import type { Period } from './period.ts';
import { Verify } from './verify.tsx';

type Pack = Answered<'finance-show-period'>;

const Heads = ({ month, statements }: { month: string; statements: Pack['statements'] }) => {
  const t = useTranslate();
  const { money, month: monthName } = useFormat();
  const { memberName } = useDirectory();
  const name = t('periods.statements-of', { month: monthName(month) });
  if (statements.length === 0) return <p>{t('periods.no-statements')}</p>;
  return (
    <ScrollTable name={name}>
      <thead>
        <tr>
          <th scope="col">{t('month.member')}</th>
          <th scope="col" className="num">
            {t('periods.total')}
          </th>
          <th scope="col" className="num">
            {t('periods.due')}
          </th>
          <th scope="col">{t('periods.invoice')}</th>
        </tr>
      </thead>
      <tbody>
        {statements.map(({ memberId, currency, total, due, invoice, billedIn }) => (
          <tr key={memberId}>
            <th scope="row">
              <Link to="/statements/$month/$memberId" params={{ month, memberId }}>
                {memberName(memberId)}
              </Link>
            </th>
            <td className="num">{money(total, currency)}</td>
            <td className="num">{money(due, currency)}</td>
            <td>{invoice ?? (billedIn && t('statements.billed-in', { month: monthName(billedIn) }))}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

type File = { format: 'all-xlsx' | 'all-zip'; part: number };

/** The statements of all members as one workbook, and, of a closed month, the files of each in an archive; of many members in several. */
const AllStatements = ({ month, isClosed }: { month: string; isClosed: boolean }) => {
  const t = useTranslate();
  const [parts, setParts] = useState(1);
  const ask = async ({ format, part }: File, language: 'eng' | 'spa') => {
    const body = { format: format === 'all-zip' ? ('zip' as const) : ('xlsx' as const), language, part };
    const made = await take(api.POST('/v1/finance/periods/{month}/files', { params: { path: { month } }, body }));
    if (format === 'all-zip') setParts(made.parts);
    return made;
  };
  const further = Array.from({ length: parts - 1 }, (_, at) => at + 2);
  return (
    <>
      <FileButtons
        name={t('periods.all-statements')}
        formats={isClosed ? (['all-xlsx', 'all-zip'] as const) : (['all-xlsx'] as const)}
        ask={({ format, language }) => ask({ format, part: 1 }, language)}
      />
      {further.map((part) => (
        <FileButtons
          key={part}
          name={t('periods.archive-part', { part: String(part), parts: String(parts) })}
          isNamed
          formats={['all-zip'] as const}
          ask={({ format, language }) => ask({ format, part }, language)}
        />
      ))}
    </>
  );
};

const Opened = ({ period: { month, state, metered } }: { period: Period }) => {
  const who = useWho();
  const { data, error, refetch } = useQuery({
    queryKey: ['periods', month],
    queryFn: () => take(api.GET('/v1/finance/periods/{month}', { params: { path: { month } } })),
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={1} height={90} />;
  const takesCredits = (state === 'open' || state === 'metered') && hasRole(who, 'finance-preparer');
  return (
    <>
      <Heads month={month} statements={data.statements} />
      {data.statements.length > 0 && <AllStatements month={month} isClosed={state === 'closed'} />}
      <Adjusted month={month} adjustments={data.adjustments} mayWithdraw={takesCredits} />
      {state === 'closed' && <Verify month={month} />}
      {takesCredits &&
        (['credit', 'one-off'] as const).map((kind) => (
          <ManualLine key={kind} kind={kind} month={month} currency={metered?.currency ?? 'USD'} />
        ))}
    </>
  );
};

/** The content of a month, loaded when expanded: its statements, adjustments, credits and charges, and the check of its seal. */
export const MonthPack = ({ period }: { period: Period }) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const name = t('periods.inside');
  return (
    <>
      <p>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isOpen}
          aria-label={t('periods.step-of', { step: name, month: monthName(period.month) })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {name}
        </Button>
      </p>
      {isOpen && <Opened period={period} />}
    </>
  );
};
