import { App } from 'aws-cdk-lib';
import { buildApp } from './build-app.ts';
import { readConfig } from './config.ts';
import type { Target } from './local-differences.ts';

const app = new App();
const target: Target = app.node.tryGetContext('target') === 'local' ? 'local' : 'aws';
buildApp(app, readConfig(), target);
