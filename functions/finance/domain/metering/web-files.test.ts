import { countsBy } from '../../../../layers/kernel/usage/units.ts';
import { meterUse } from '../usage-report/meter-use.ts';
import { webFilesOf } from './web-files.ts';

describe('finding F4: the files of the web app', () => {
  const directory = 'membership-list-directory';

  test('are estimated from the loads of the app: many in a first visit, the page alone in a later one', () => {
    const [first, later] = [200, 304].map((status) => webFilesOf({ operation: directory, status }));
    expect([first?.webFiles, later?.webFiles]).toEqual([20, 1]);
    expect(first?.webBytes).toBeGreaterThan(100 * (later?.webBytes ?? 0));
    expect(webFilesOf({ operation: 'discovery-search', status: 200 })).toEqual({ webFiles: 0, webBytes: 0 });
  });

  test('pass the edge and its firewall, and no API', () => {
    const use = meterUse({ ...countsBy(() => 0), webFiles: 3, webBytes: 5000 });
    expect([...use.keys()].toSorted()).toEqual(['cloudfront-request', 'cloudfront-transfer', 'waf-request']);
  });
});
