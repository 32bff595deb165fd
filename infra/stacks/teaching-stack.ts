import type { Construct } from 'constructs';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** Teaching has what the calendar sets off: terms end, school years begin. */
export class TeachingStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    this.scheduled(props.consumers);
  }
}
