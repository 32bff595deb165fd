import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeDomainCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { RARE } from '../objects/storage-class.ts';
import { clientSettings } from './client-settings.ts';
import type { Runtime } from './runtime.ts';

/**
 * The current sizes of the deployment's resources, each read from its own service. A size is undefined when the service does not report
 * it.
 */
export type ResourceSizes = {
  search(): Promise<{ instanceType: string; instances: number; storageGb: number } | undefined>;
  /** The table including its indexes. */
  tableBytes(): Promise<number | undefined>;
  /** Files by storage class: `rareBytes` counts the rarely read ones. */
  objects(): Promise<{ objectBytes: number; rareBytes: number } | undefined>;
};

/** The maximum number of pages of 1,000 files that are listed; the size of a larger bucket comes from its inventory instead. */
const MOST_PAGES = 1000;

const bucketBytes = async (client: S3Client, Bucket: string): ReturnType<ResourceSizes['objects']> => {
  const bytes = { objectBytes: 0, rareBytes: 0 };
  let at: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
  for (let page = 0; page < MOST_PAGES; page += 1) {
    // Old versions are billed too.
    const answer = await client.send(new ListObjectVersionsCommand({ Bucket, ...at }));
    for (const { Size = 0, StorageClass: kind } of answer.Versions ?? [])
      bytes[String(kind) === RARE ? 'rareBytes' : 'objectBytes'] += Size;
    if (!answer.IsTruncated) return bytes;
    at = { KeyMarker: answer.NextKeyMarker, VersionIdMarker: answer.NextVersionIdMarker };
  }
  return undefined;
};

/** Reads the sizes from the services, each with its own describe call. */
export const resourceSizes = ({ environment }: Pick<Runtime, 'environment'>): ResourceSizes => {
  const [search, tables, objects] = [
    new OpenSearchClient(clientSettings()),
    new DynamoDBClient(clientSettings()),
    new S3Client({
      ...clientSettings({ requestMs: 4000 }),
      forcePathStyle: environment.maybe('AWS_ENDPOINT_URL') !== undefined,
    }),
  ];
  return {
    search: async () => {
      const { DomainStatus } = await search.send(
        new DescribeDomainCommand({ DomainName: environment.need('DOMAIN_NAME') }),
      );
      const { InstanceType: instanceType, InstanceCount: instances } = DomainStatus?.ClusterConfig ?? {};
      const storageGb = DomainStatus?.EBSOptions?.VolumeSize;
      return instanceType && instances && storageGb !== undefined ? { instanceType, instances, storageGb } : undefined;
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
