import { ScrollTable } from '../../../components/scroll-table.tsx';
import { staffId } from '../../../components/staff-name.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { Version } from './codes.ts';

/** Every version of a member's codes: from when on, by whom, and what it says; the newest first. */
export const Versions = ({ versions }: { versions: readonly Version[] }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { date, time } = useFormat();
  const nameOf = (kind: string): string => (kind === 'payable' ? say('codes.payable') : sayOf('block', kind));
  const pair = ({ account, costCentre }: Version['default']): string =>
    [account, costCentre].filter((code) => code !== undefined).join(' / ');
  return (
    <ScrollTable name={say('codes.versions')}>
      <thead>
        <tr>
          <th scope="col">{say('codes.version')}</th>
          <th scope="col">{say('codes.effective-from')}</th>
          <th scope="col">{say('codes.by-kind')}</th>
          <th scope="col">{say('codes.orders')}</th>
          <th scope="col">{say('codes.set-by')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, effectiveFrom, default: every, kinds, purchaseOrders, changed }) => (
          <tr key={version}>
            <th scope="row">{version}</th>
            <td>{date(`${effectiveFrom}T12:00:00`)}</td>
            <td>
              <ul className="plain-list">
                {pair(every) !== '' && <li>{`${say('codes.default')}: ${pair(every)}`}</li>}
                {Object.entries(kinds).map(([kind, codes]) => (
                  <li key={kind}>{`${nameOf(kind)}: ${pair(codes)}`}</li>
                ))}
              </ul>
            </td>
            <td>
              <ul className="plain-list">
                {purchaseOrders.map(({ number, from, to, kinds: only }) => (
                  <li key={`${number} ${from} ${only?.join()}`}>
                    {`${number} (${from} – ${to})${only ? `: ${only.map(nameOf).join(', ')}` : ''}`}
                  </li>
                ))}
              </ul>
            </td>
            <td>{`${time(changed.at)}, ${staffId(changed.by)}`}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
