import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { machineNameOf } from '../constructs/grants.ts';
import { ImportMachine } from '../constructs/import-machine.ts';
import { fileArrived } from '../file-arrived.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** The prefix of uploaded import files in the bucket. */
const UPLOADS = 'imports/';

/** The catalogue's stack, with one additional workflow: imports, started by the arrival of a file. */
export class CatalogueStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    this.loads();
  }

  private loads(): void {
    const { machine } = new ImportMachine(this, 'Import', {
      name: machineNameOf(this.shared.config, 'import'),
      prepare: this.lambda('catalogue-prepare-import'),
      part: this.lambda('catalogue-import-part'),
      finish: this.lambda('catalogue-finish-import'),
      carries: ['importId'],
    });
    new Rule(this, 'FileArrived', {
      description: 'A member sent the file of a load',
      eventPattern: fileArrived(this.shared, UPLOADS),
      targets: [
        new SfnStateMachine(machine, {
          input: RuleTargetInput.fromObject({ key: EventField.fromPath('$.detail.object.key') }),
        }),
      ],
    });
  }
}
