import { Fn } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { Construct } from 'constructs';
import { FACT, FACT_FOLDER, factColumns, QUERY_FOLDER } from '../../functions/fact-table.ts';
import { factDatabaseOf, factWorkGroupOf } from '../constructs/grants.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** The most bytes that one query of the archive may read: a query beyond is stopped by Athena, which costs five cents at most. */
const MOST_SCANNED_BYTES = 10 * 1024 ** 3;
/** The first month that queries look for. */
const FIRST_MONTH = '2020-01';

const parquet = 'org.apache.hadoop.hive.ql.io.parquet';

/** The stack of analytics: the archive's table in the catalogue, whose months derive from the clock, and the workgroup of its queries. */
export class AnalyticsStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    const { config, bucket } = this.shared;
    const at = (folder: string): string => Fn.join('', ['s3://', bucket.bucketName, '/', folder]);
    const database = new CfnDatabase(this, 'FactDatabase', {
      catalogId: this.account,
      databaseInput: { name: factDatabaseOf(config), description: 'Facts of the library’s work, without persons' },
    });
    const table = new CfnTable(this, 'DecisionTable', {
      catalogId: this.account,
      databaseName: factDatabaseOf(config),
      tableInput: {
        name: FACT,
        tableType: 'EXTERNAL_TABLE',
        parameters: {
          classification: 'parquet',
          'projection.enabled': 'true',
          'projection.month.type': 'date',
          'projection.month.format': 'yyyy-MM',
          'projection.month.range': `${FIRST_MONTH},NOW`,
          'projection.month.interval': '1',
          'projection.month.interval.unit': 'MONTHS',
          'storage.location.template': at(`${FACT_FOLDER}month=\${month}`),
        },
        partitionKeys: [{ name: 'month', type: 'string' }],
        storageDescriptor: {
          location: at(FACT_FOLDER),
          inputFormat: `${parquet}.MapredParquetInputFormat`,
          outputFormat: `${parquet}.MapredParquetOutputFormat`,
          serdeInfo: { serializationLibrary: `${parquet}.serde.ParquetHiveSerDe` },
          columns: factColumns.map(({ name, sql, meaning }) => ({ name, type: sql, comment: meaning.slice(0, 255) })),
        },
      },
    });
    table.addResourceDependency(database);
    new CfnWorkGroup(this, 'Queries', {
      name: factWorkGroupOf(config),
      description: 'Queries of the archive of facts',
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: MOST_SCANNED_BYTES,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: at(QUERY_FOLDER),
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    });
  }
}
