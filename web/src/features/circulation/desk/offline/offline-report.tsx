import { useEffect } from 'react';
import { Panel } from '../../../../components/panel.tsx';
import { useTranslate } from '../../../../i18n/translate.ts';
import { ConflictRow } from './conflict-row.tsx';
import './offline.css';
import { OfflineList } from './offline-list.tsx';
import { replay } from './replay.ts';
import { useOfflineScans } from './scan-queue.ts';

const AGAIN_MS = 10_000;

/** Enters what was scanned without the API, and lists what needs a person. Shows nothing when nothing is left. */
export const OfflineReport = () => {
  const t = useTranslate();
  const scans = useOfflineScans();
  const conflicts = scans.filter(({ conflict }) => conflict);
  const hasWaiting = scans.length > conflicts.length;
  useEffect(() => {
    if (!hasWaiting) return;
    void replay();
    const timer = setInterval(() => void replay(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [hasWaiting]);
  if (scans.length === 0) return null;
  return (
    <div className="offline-report">
      <OfflineList />
      {conflicts.length > 0 && (
        <Panel title={t('offline.conflicts')} count={conflicts.length} note={t('offline.conflicts-meaning')}>
          <ul className="scans">
            {conflicts.map((scan) => (
              <ConflictRow key={scan.key} scan={scan} />
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
};
