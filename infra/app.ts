import { Annotations, App } from 'aws-cdk-lib';
import { buildApp } from './build-app.ts';
import { localSender, localTextNumber, readConfig } from './config.ts';
import type { Target } from './local-differences.ts';

const app = new App();
const target: Target = app.node.tryGetContext('target') === 'local' ? 'local' : 'aws';
const read = readConfig(app.node.tryGetContext('settings'));
const local = { noticeSender: read.noticeSender ?? localSender, textNumber: read.textNumber ?? localTextNumber };
const config = target === 'local' ? { ...read, ...local } : read;
buildApp(app, config, target);
// Without an invitation to a real address nobody could sign in to the deployment.
if (target === 'aws' && config.firstAdministrator.endsWith('@example.org'))
  Annotations.of(app.node.findChild(`${config.name}-membership`)).addError(
    'Say in concord.config.json who the first administrator is: { "firstAdministrator": "name@your.library" }.',
  );
