import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { LineOpened } from './line-opened.tsx';
import type { Line, Shown } from './statement.ts';
import { useLineName } from './use-line-name.ts';

const route = getRouteApi('/statements/$month/$memberId');

type Row = {
  line: Line;
  currency: string;
  state: Shown['disputes'][number]['state'] | undefined;
  /** Opens the line to write what is wrong with it; absent where the reader disputes nothing. */
  dispute?: (() => void) | undefined;
};

/** The codes of a line in the member's own books. */
const LineCodes = ({ line: { codes } }: { line: Line }) => {
  const t = useTranslate();
  const named = [codes?.account, codes?.costCentre, codes?.purchaseOrder].filter((code) => code !== undefined);
  return named.length > 0 && <div className="quiet">{t('codes.of-line', { codes: named.join(' · ') })}</div>;
};

const LineRow = ({ line, currency, state, dispute }: Row) => {
  const t = useTranslate();
  const { money, date, amount: shown } = useFormat();
  const name = useLineName()(line);
  const { line: open } = route.useSearch();
  const navigate = route.useNavigate();
  const { lineId, mode, from, to, amount, exact, tax, exchange } = line;
  const isOpen = open === lineId;
  const day = (text: string): string => date(text);
  return (
    <tr>
      <th scope="row">
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isOpen}
          aria-label={t('statements.open-line', { line: name })}
          onClick={() => void navigate({ search: isOpen ? {} : { line: lineId }, replace: true, resetScroll: false })}
        >
          {name}
        </Button>
        {state && (
          <>
            {' '}
            <Badge tone={state === 'open' ? 'warn' : 'none'} {...(state === 'open' && { icon: 'warn' as const })}>
              {t(`dispute-state.${state}`)}
            </Badge>
          </>
        )}
        {dispute && !state && (
          <>
            {' '}
            <button
              type="button"
              className="text-button"
              aria-label={t('statements.dispute-line', { line: name })}
              onClick={dispute}
            >
              {t('statements.dispute')}
            </button>
          </>
        )}
        <LineCodes line={line} />
      </th>
      <td>{t(`mode.${mode}`)}</td>
      <td className="line-days">{t('statements.days', { from: day(from), to: day(to) })}</td>
      <td>
        {tax && t('statements.tax-base', { base: money(tax.base, currency) })}
        {exchange &&
          t('statements.exchange', {
            ...{ amount: shown(exchange.amount, exchange.from, 6), rate: exchange.rate },
            ...{ source: exchange.source, date: day(exchange.date) },
          })}
        {!tax && !exchange && exact !== undefined && shown(exact, currency, 6)}
      </td>
      <td className="num">{money(amount, currency)}</td>
    </tr>
  );
};

type Block = { block: Line['block']; lines: readonly Line[]; sum: number; shown: Shown };

/** A block of the statement: its lines with mode, days and amount; a line expands to its evidence. */
export const BlockTable = ({ block, lines, sum, shown }: Block) => {
  const t = useTranslate();
  const { money } = useFormat();
  const who = useWho();
  const { line: open } = route.useSearch();
  const navigate = route.useNavigate();
  const [disputed, setDisputed] = useState<string>();
  const { statement, state, disputes } = shown;
  const { currency, memberId } = statement;
  const mayDispute = state === 'closed' && hasRole(who, 'member-finance') && who.member === memberId;
  const dispute = (lineId: string): void => {
    setDisputed(lineId);
    void navigate({ search: { line: lineId }, replace: true, resetScroll: false });
  };
  const opened = lines.find(({ lineId }) => lineId === open);
  const name = t(`block.${block}`);
  return (
    <section aria-labelledby={`block-${block}`}>
      <h2 id={`block-${block}`}>{name}</h2>
      <ScrollTable name={t('statements.lines-of', { block: name })}>
        <thead>
          <tr>
            <th scope="col">{t('statements.line')}</th>
            <th scope="col">{t('statements.mode')}</th>
            <th scope="col">{t('statements.from-to')}</th>
            <th scope="col">{t('statements.reckoned')}</th>
            <th scope="col" className="num">
              {t('statements.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LineRow
              key={line.lineId}
              line={line}
              currency={currency}
              state={disputes.find(({ lineId }) => lineId === line.lineId)?.state}
              dispute={mayDispute ? () => dispute(line.lineId) : undefined}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t('statements.sum')}
            </th>
            <td className="num">{money(sum, currency)}</td>
          </tr>
        </tfoot>
      </ScrollTable>
      {opened && (
        <LineOpened key={opened.lineId} line={opened} shown={shown} isDisputing={disputed === opened.lineId} />
      )}
    </section>
  );
};
