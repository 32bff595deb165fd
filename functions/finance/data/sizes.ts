import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeDomainCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { RARE } from '../../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { type IdleReading, searchMeterOf } from '../domain/usage-report/idle-readings.ts';

/** How large things are now. A part that a service does not tell (or that no price book knows) is undefined. */
export type Sizes = {
  search(): Promise<IdleReading['search'] | undefined>;
  tableBytes(): Promise<number | undefined>;
  /** Files by their class: those that are hardly ever read apart. */
  objects(): Promise<{ objectBytes: number; rareBytes: number } | undefined>;
};

/** A bucket is listed to so many pages of 1,000; a larger one is told by its inventory instead. */
const MOST_PAGES = 1000;

const bucketBytes = async (client: S3Client, Bucket: string): ReturnType<Sizes['objects']> => {
  const bytes = { objectBytes: 0, rareBytes: 0 };
  let at: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
  for (let page = 0; page < MOST_PAGES; page += 1) {
    // Old versions are billed as well.
    const answer = await client.send(new ListObjectVersionsCommand({ Bucket, ...at }));
    for (const { Size = 0, StorageClass: kind } of answer.Versions ?? [])
      bytes[String(kind) === RARE ? 'rareBytes' : 'objectBytes'] += Size;
    if (!answer.IsTruncated) return bytes;
    at = { KeyMarker: answer.NextKeyMarker, VersionIdMarker: answer.NextVersionIdMarker };
  }
  return undefined;
};

/** Asks the services themselves, each by its own describing call. */
export const describedSizes = ({ environment }: Pick<Runtime, 'environment'>): Sizes => {
  const [search, tables, objects] = [
    new OpenSearchClient({}),
    new DynamoDBClient({}),
    new S3Client({ forcePathStyle: environment.maybe('AWS_ENDPOINT_URL') !== undefined }),
  ];
  return {
    search: async () => {
      const { DomainStatus } = await search.send(
        new DescribeDomainCommand({ DomainName: environment.need('DOMAIN_NAME') }),
      );
      const { InstanceType, InstanceCount } = DomainStatus?.ClusterConfig ?? {};
      const storageGb = DomainStatus?.EBSOptions?.VolumeSize;
      if (!InstanceType || !InstanceCount || storageGb === undefined) return undefined;
      return searchMeterOf(InstanceType) && { instanceType: InstanceType, instances: InstanceCount, storageGb };
    },
    tableBytes: async () => {
      const { Table } = await tables.send(new DescribeTableCommand({ TableName: environment.need('TABLE_NAME') }));
      const indexes = (Table?.GlobalSecondaryIndexes ?? []).reduce(
        (sum, index) => sum + (index.IndexSizeBytes ?? 0),
        0,
      );
      return Table && (Table.TableSizeBytes ?? 0) + indexes;
    },
    objects: () => bucketBytes(objects, environment.need('BUCKET_NAME')),
  };
};
