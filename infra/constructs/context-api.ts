import { CfnOutput, Duration } from 'aws-cdk-lib';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { type IFunction, Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { AnyContract } from '../../layers/platform/http/contract.ts';
import type { FunctionGroup } from '../../layers/platform/http/function-group.ts';
import type { SharedResources } from '../shared-resources.ts';

/** The HTTP API of a context. */
export type NamedApi = { context: string; httpApi: HttpApi };

/** The HTTP API of a context with the shared authorizer. Routes derive from contracts; created in the context's own stack. */
export class ContextApi extends Construct {
  readonly api: HttpApi;
  private readonly required: IHttpRouteAuthorizer;
  private readonly optional: IHttpRouteAuthorizer;
  private readonly stage: string;

  constructor(scope: Construct, context: string, shared: SharedResources) {
    super(scope, 'Api');
    this.stage = `${shared.config.name}-${context}`;
    this.api = new HttpApi(this, 'HttpApi', { apiName: this.stage });
    if (shared.target === 'aws') this.limit(shared.config.throttle.contexts[context] ?? shared.config.throttle);
    // By ARN, so that the gateway's permission is created here and the core stack does not depend on this one.
    const authorizer = Lambda.fromFunctionAttributes(this, 'Authorizer', {
      functionArn: shared.authorizerArn,
      sameEnvironment: true,
    });
    const of = (name: string, identitySource: string[], seconds: number): HttpLambdaAuthorizer =>
      new HttpLambdaAuthorizer(name, authorizer, {
        authorizerName: name,
        responseTypes: [HttpLambdaResponseType.SIMPLE],
        identitySource,
        resultsCacheTtl: Duration.seconds(seconds),
      });
    // The authorizer caches roles for 25 s, so a revoked role is ineffective within a minute.
    this.required = of('SignedIn', ['$request.header.Authorization'], 30);
    this.optional = of('MaybeSignedIn', [], 0);
    new CfnOutput(scope, 'ApiId', { value: this.api.apiId });
  }

  /** Limits the requests of the API, so that a flood does not take the account's concurrency from the other contexts. */
  private limit({ rate, burst }: { rate: number; burst: number }): void {
    const stage = this.api.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error(`${this.stage} has no stage to limit.`);
    stage.defaultRouteSettings = { throttlingRateLimit: rate, throttlingBurstLimit: burst };
  }

  /** Adds the routes of a function's operations: one integration, and one permission for this API to invoke the function. */
  serve({ id, operations }: FunctionGroup, lambda: IFunction): void {
    // A permission for each route would exceed the 20,480 bytes of a function's policy.
    const integration = new HttpLambdaIntegration(id, lambda, { scopePermissionToRoute: false });
    for (const contract of operations)
      this.api.addRoutes({
        path: contract.path,
        methods: [HttpMethod[contract.method]],
        integration,
        authorizer: this.authorizerOf(contract),
      });
  }

  /**
   * A public operation accepts requests with or without an actor; those for partners have no authorizer, because it knows our tokens
   * only.
   */
  private authorizerOf({ permission }: AnyContract): IHttpRouteAuthorizer {
    if (permission.every(({ who }) => who === 'partner')) return new HttpNoneAuthorizer();
    return permission.some(({ who }) => who === 'anyone') ? this.optional : this.required;
  }
}
