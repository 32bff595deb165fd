import { Link } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useBranches } from '../../circulation/shared/use-branch.ts';
import { isPartner, useParty } from '../../resource-sharing/shared/use-party.ts';
import { chargedBy, isGivenBack, isSettlement, type Line } from './charge.ts';
import { GiveBack } from './give-back.tsx';

/** Returns the branch at which staff may refund a line's charge: the lender's own; a partner's charge is recorded by the borrower. */
const useGiver = (memberId: string): ((line: Line) => string | undefined) => {
  const branches = useBranches('ill');
  const own = branches.find(({ branchId }) => branchId.startsWith(`${memberId}.`))?.branchId;
  return ({ side, other }) => (side === 'owed' || isPartner(other) ? own : undefined);
};

type List = { name: string; memberId: string; lines: readonly Line[] };

/** Charges, refunds and settlements by time: reason, side and amount; each charge links to its request. */
export const Lines = ({ name, memberId, lines }: List) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const who = useWho();
  const { date, money } = useFormat();
  const party = useParty();
  const giver = useGiver(memberId);
  const seesRequests = hasRole(who, 'ill', 'desk', 'desk-supervisor');
  return (
    <ScrollTable name={name}>
      <thead>
        <tr>
          <th scope="col">{t('charge.what')}</th>
          <th scope="col">{t('charge.when')}</th>
          <th scope="col" className="num">
            {t('ledgers.owes')}
          </th>
          <th scope="col" className="num">
            {t('ledgers.owed')}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t('charge.do')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { entryId, at, kind, title, side, amount, currency, causeId, other } = line;
          const charged = chargedBy(line);
          const branchId = charged && !isGivenBack(line, lines) ? giver(line) : undefined;
          const library = party(other);
          const what = textOf('entry', kind, title);
          // A settlement reduces the balance of its side; a charge, including a refund, adds to it.
          const shown = money(isSettlement(line) ? -amount : amount, currency);
          return (
            <tr key={entryId}>
              <th scope="row">
                {seesRequests && causeId.startsWith('req_') ? (
                  <Link to="/loans/$requestId" params={{ requestId: causeId }}>
                    {what}
                  </Link>
                ) : (
                  what
                )}
              </th>
              <td>{date(at)}</td>
              <td className="num">{side === 'owes' && shown}</td>
              <td className="num">{side === 'owed' && shown}</td>
              <td>
                {charged && branchId && (
                  <GiveBack
                    {...{ charged, branchId, library }}
                    amount={shown}
                    name={t('charge.back-one', { what, library, amount: shown, date: date(at) })}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
};
