import { Panel } from '../../../../components/panel.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import { removeScan, useOfflineScans } from './scan-queue.ts';
import { isCard } from './take-over.ts';

/** The scans that wait to be entered, the last one first. A scan by mistake is removed. */
export const OfflineList = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const waiting = useOfflineScans().filter(({ conflict }) => !conflict);
  if (waiting.length === 0) return null;
  return (
    <Panel title={t('offline.waiting')} count={waiting.length}>
      <ul className="scans">
        {waiting.toReversed().map(({ key, at, kind, item, card }) => (
          <li key={key} className="scan scan-away">
            <div>
              <p className="scan-title">
                {textOf('desk-mode', kind)} <span className="barcode">{item}</span>
              </p>
              <p className="scan-outcome">
                {time(at)}
                {card !== undefined && isCard(card) && ` · ${t('offline.for-card', { card })}`}
              </p>
              <button type="button" className="text-button" onClick={() => void removeScan(key)}>
                {t('offline.remove', { item })}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
