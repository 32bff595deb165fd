import type { Construct } from 'constructs';
import { machineNameOf } from '../constructs/grants.ts';
import { ImportMachine } from '../constructs/import-machine.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** Onboarding's stack, with the workflow of a load, whose parts are processed by kind because later rows refer to earlier ones. */
export class OnboardingStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    new ImportMachine(this, 'Load', {
      name: machineNameOf(this.shared.config, 'load'),
      prepare: this.lambda('onboarding-prepare-run'),
      part: this.lambda('onboarding-run-part'),
      finish: this.lambda('onboarding-end-run'),
      carries: ['loadId', 'runId'],
      byPhase: true,
    });
  }
}
