import { useEffect } from 'react';
import { useWho } from '../../../../api/current-user.ts';
import { Panel } from '../../../../components/panel.tsx';
import { useTranslate } from '../../../../i18n/translate.ts';
import { CardQuestion, useOfflineWork } from './card-question.tsx';
import { ConflictRow } from './conflict-row.tsx';
import './offline.css';
import { OfflineList } from './offline-list.tsx';
import { replay } from './replay.ts';
import { useOfflineScans } from './scan-queue.ts';
import { noteStaff } from './staff-here.ts';

const AGAIN_MS = 10_000;

/** Enters what was scanned without the API, and lists what needs a person. Shows nothing when nothing is left. */
export const OfflineReport = () => {
  const t = useTranslate();
  const scans = useOfflineScans();
  const conflicts = scans.filter(({ conflict }) => conflict);
  const hasWaiting = scans.length > conflicts.length;
  const { asks, unstored } = useOfflineWork();
  const who = useWho();
  useEffect(() => {
    if (who?.kind === 'staff') noteStaff({ staffId: who.id, name: who.name });
    if (!hasWaiting) return;
    void replay();
    const timer = setInterval(() => void replay(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [hasWaiting, who]);
  if (scans.length === 0 && asks === undefined && unstored.length === 0) return null;
  return (
    <div className="offline-report">
      <CardQuestion />
      <OfflineList isEntering />
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
