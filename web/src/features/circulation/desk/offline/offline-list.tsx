import { Panel } from '../../../../components/panel.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import { conflictActs } from './conflict-acts.ts';
import { cardOf, type OfflineScan } from './next-scan.ts';
import { removeScan, useOfflineScans } from './scan-queue.ts';
import { staffHere } from './staff-here.ts';

const isOfAnother = ({ by }: OfflineScan): boolean => by !== undefined && by.staffId !== staffHere()?.staffId;

type List = {
  /** Whether scans are entered now: what somebody else scanned waits for that person, or for a click. */
  isEntering?: boolean;
};

/** The scans that wait to be entered, the last one first. A scan by mistake is removed. */
export const OfflineList = ({ isEntering = false }: List) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const waiting = useOfflineScans().filter(({ conflict }) => !conflict);
  if (waiting.length === 0) return null;
  return (
    <Panel title={t('offline.waiting')} count={waiting.length}>
      <ul className="scans">
        {waiting.toReversed().map((scan) => {
          const { key, at, kind, item, by } = scan;
          const card = cardOf(scan);
          return (
            <li key={key} className="scan scan-away">
              <div>
                <p className="scan-title">
                  {textOf('desk-mode', kind)} <span className="barcode">{item}</span>
                </p>
                <p className="scan-outcome">
                  {time(at)}
                  {card !== undefined && ` · ${t('offline.for-card', { card })}`}
                </p>
                {isEntering && isOfAnother(scan) && (
                  <p className="row">
                    {t('offline.waits-for', { name: by?.name ?? '' })}
                    <button type="button" className="text-button" onClick={() => void conflictActs.asMine(scan)}>
                      {t('offline.as-mine', { item })}
                    </button>
                  </p>
                )}
                <button type="button" className="text-button" onClick={() => void removeScan(key)}>
                  {t('offline.remove', { item })}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};
