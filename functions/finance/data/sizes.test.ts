import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeDomainCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { RARE } from '../../../layers/platform/objects/storage-class.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { describedSizes } from './sizes.ts';

const [search, tables, objects] = [mockClient(OpenSearchClient), mockClient(DynamoDBClient), mockClient(S3Client)];
const environment = readEnvironment({ DOMAIN_NAME: 'concord-union', TABLE_NAME: 'table', BUCKET_NAME: 'bucket' });
beforeEach(() => {
  for (const client of [search, tables, objects]) client.reset();
});

const domain = (
  InstanceType: 't3.medium.search' | 'r6g.large.search',
  EBSOptions = { EBSEnabled: true, VolumeSize: 100 },
) =>
  search.on(DescribeDomainCommand, { DomainName: 'concord-union' }).resolves({
    DomainStatus: {
      DomainId: '000000000000/concord-union',
      DomainName: 'concord-union',
      ARN: 'arn:aws:es:us-east-1:000000000000:domain/concord-union',
      ClusterConfig: { InstanceType, InstanceCount: 3 },
      EBSOptions,
    },
  });

test('the search domain is described as by its service: nodes, their type, the disk of each', async () => {
  domain('t3.medium.search');
  expect(await describedSizes({ environment }).search()).toEqual({
    instanceType: 't3.medium.search',
    instances: 3,
    storageGb: 100,
  });
});

test('a domain with nodes outside the price book, or an incomplete description, is not reported', async () => {
  domain('r6g.large.search');
  expect(await describedSizes({ environment }).search()).toBeUndefined();
  search.reset();
  search.on(DescribeDomainCommand).resolves({});
  expect(await describedSizes({ environment }).search()).toBeUndefined();
});

test('the table counts with its indexes, the bucket with all file versions, page by page, rarely read ones separately', async () => {
  tables.on(DescribeTableCommand, { TableName: 'table' }).resolves({
    Table: { TableSizeBytes: 1000, GlobalSecondaryIndexes: [{ IndexSizeBytes: 10 }, { IndexSizeBytes: 1 }] },
  });
  objects
    .on(ListObjectVersionsCommand, { Bucket: 'bucket' })
    .resolves({ Versions: [{ Size: 5 }, { Size: 6 }], IsTruncated: true, NextKeyMarker: 'k', NextVersionIdMarker: 'v' })
    .on(ListObjectVersionsCommand, { Bucket: 'bucket', KeyMarker: 'k', VersionIdMarker: 'v' })
    .resolves({ Versions: [{ Size: 70 }, { Size: 4000, StorageClass: RARE as never }] });
  const sizes = describedSizes({ environment });
  expect(await sizes.tableBytes()).toBe(1011);
  expect(await sizes.objects()).toEqual({ objectBytes: 81, rareBytes: 4000 });
});
