import { type IdleReading, idleCostsOfReadings, searchMeterOf } from './idle-readings.ts';

const GIB = 1024 ** 3;
const reading = (day: string, over: Partial<IdleReading> = {}): IdleReading => ({
  day,
  search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
  tableBytes: 3 * GIB,
  objectBytes: 0,
  logBytes: GIB / 2,
  alarms: 10,
  kmsKeys: 1,
  firewall: { acls: 1, rules: 2 },
  secrets: 1,
  ...over,
});
const quantities = (readings: IdleReading[], until = '2026-11-30') =>
  Object.fromEntries(
    idleCostsOfReadings('2026-11', readings, until).map(({ id, meter, quantity }) => [`${id} ${meter}`, quantity]),
  );

describe('Idle cost from readings', () => {
  it('of a whole month consists of its hours, gigabytes, alarms and keys, each a line', () => {
    expect(quantities([reading('2026-11-01')])).toEqual({
      'search-domain search-t3-small-hour': '720',
      'search-storage search-storage': '20.000000',
      'table-storage dynamodb-storage': '3.000000',
      'table-backup dynamodb-pitr': '3.000000',
      'object-storage s3-storage': '0.000000',
      // Half a gigabyte of logs, compressed.
      'log-storage log-storage': '0.075000',
      'alarms alarm': '10.000000',
      'signing-key kms-key': '1.000000',
      'firewall waf-acl': '1.000000',
      'firewall waf-rule': '2.000000',
      'secrets secret': '1.000000',
    });
  });

  it('finding F12: has stored logs at the compressed size that is billed', () => {
    const { 'log-storage log-storage': billed } = quantities([reading('2026-11-01', { logBytes: 100 * GIB })]);
    expect(billed).toBe('15.000000');
  });

  it('has a line of its own for rarely read files, where there are any; a day without a reading is like the last', () => {
    const readings = [reading('2026-11-01'), reading('2026-11-16', { objectBytes: 4 * GIB, rareBytes: 60 * GIB })];
    const { objectBytes: _, ...incomplete } = reading('2026-11-20');
    expect(quantities([...readings, incomplete])).toMatchObject({
      'object-storage s3-storage': '2.000000',
      'object-storage s3-archive': '60.000000',
    });
    expect(quantities([reading('2026-11-01')])).not.toHaveProperty(['object-storage s3-archive']);
  });

  it('follows the state of each day: a larger domain from the 16th, a table that grew', () => {
    const large = { instanceType: 'm7g.large.search', instances: 3, storageGb: 100 };
    const grown = reading('2026-11-16', { search: large, tableBytes: 9 * GIB });
    expect(quantities([grown, reading('2026-11-01')])).toMatchObject({
      'search-domain search-t3-small-hour': '360',
      'search-domain search-m7g-large-hour': '1080',
      'search-storage search-storage': '160.000000',
      'table-storage dynamodb-storage': '6.000000',
    });
  });

  it('finding F4: queues that functions wait at are asked for messages, five requests each twenty seconds', () => {
    const waiting = reading('2026-11-01', { polledQueues: 10 });
    expect(quantities([waiting])).toMatchObject({ 'queue-polling sqs-request': String(10 * 21_600 * 30) });
    expect(quantities([waiting], '2026-11-03')).toMatchObject({ 'queue-polling sqs-request': String(10 * 21_600 * 3) });
    expect(quantities([reading('2026-11-01')])).not.toHaveProperty(['queue-polling sqs-request']);
  });

  it('has a line for dashboards where there are any, by the days of the month', () => {
    const watched = { ...reading('2026-11-16'), dashboards: 2 };
    expect(quantities([watched])).toMatchObject({ 'dashboards dashboard': '1.000000' });
    expect(quantities([reading('2026-11-01')])).not.toHaveProperty(['dashboards dashboard']);
  });

  it('counts no future day, and none before the deployment', () => {
    expect(quantities([reading('2026-11-04')], '2026-11-06')).toMatchObject({
      'search-domain search-t3-small-hour': '72',
      'signing-key kms-key': '0.100000',
      'firewall waf-rule': '0.200000',
    });
  });

  it('includes the nodes of the price book', () => {
    expect(['t3.small.search', 'm7g.large.search', 'x9.huge.search'].map(searchMeterOf)).toEqual([
      'search-t3-small-hour',
      'search-m7g-large-hour',
      undefined,
    ]);
  });

  it('uses for a day without a reading the last known size, and before that the first', () => {
    const { tableBytes: _, ...incomplete } = reading('2026-11-02');
    const sizes = [
      { ...incomplete, day: '2026-11-01' },
      reading('2026-11-02', { tableBytes: 30 * GIB }),
      { ...incomplete, day: '2026-11-03' },
      reading('2026-11-04', { tableBytes: 60 * GIB }),
      { ...incomplete, day: '2026-11-05' },
    ];
    const stored = idleCostsOfReadings('2026-11', sizes, '2026-11-06').find(({ id }) => id === 'table-storage');
    // 30 GiB on three days and 60 on three, over a month of 30.
    expect(stored?.quantity).toBe('9.000000');
    const never = idleCostsOfReadings('2026-11', [incomplete], '2026-11-30').find(({ id }) => id === 'table-storage');
    expect(never?.quantity).toBe('0.000000');
  });
});
