import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { CourierView } from './use-courier.ts';

type Going = CourierView['going'][number];

/** Returns a function that names a destination with its route, days and tote. */
export const useRouteText = (): ((going: Pick<Going, 'to' | 'routes' | 'days' | 'tote'>) => string) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const { weekday } = useFormat();
  return ({ to, routes, days, tote }) =>
    [
      branchName(to),
      routes.length > 0 && t('courier.route', { routes: routes.join(' → ') }),
      days.map(weekday).join(', '),
      tote !== undefined && t('courier.policy-tote', { tote }),
    ]
      .filter(Boolean)
      .join(' · ');
};
