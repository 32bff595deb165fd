import { CfnOutput, Duration } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod, type HttpRoute, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { type IFunction, Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { AnyContract } from '../../layers/platform/http/contract.ts';
import {
  type FunctionGroup,
  isForOutsiders,
  methodsOf,
  routeKeysOf,
} from '../../layers/platform/http/function-group.ts';
import type { Config } from '../config.ts';
import type { SharedResources } from '../shared-resources.ts';

type Limits = Omit<Config['throttle'], 'contexts'>;

/** The HTTP API of a context. */
export type NamedApi = { context: string; httpApi: HttpApi };

/** The HTTP API of a context with the shared authorizer. Routes derive from contracts; created in the context's own stack. */
export class ContextApi extends Construct {
  readonly api: HttpApi;
  private readonly required: IHttpRouteAuthorizer;
  private readonly optional: IHttpRouteAuthorizer;
  private readonly stage: string;
  private readonly limits: Limits | undefined;

  constructor(scope: Construct, context: string, shared: SharedResources) {
    super(scope, 'Api');
    this.stage = `${shared.config.name}-${context}`;
    this.api = new HttpApi(this, 'HttpApi', { apiName: this.stage });
    const { throttle } = shared.config;
    // The local stage has no limits.
    this.limits = shared.target === 'aws' ? (throttle.contexts[context] ?? throttle) : undefined;
    if (this.limits) this.limit(this.limits);
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
    // A cached answer holds for requests with the same header of CloudFront only; the gateway refuses a request without it.
    const origin = shared.originSecret ? ['$request.header.X-Concord-Origin'] : [];
    this.required = of('SignedIn', ['$request.header.Authorization', ...origin], 30);
    this.optional = of('MaybeSignedIn', [], 0);
    new CfnOutput(scope, 'ApiId', { value: this.api.apiId });
  }

  private cfnStage(): CfnStage {
    const stage = this.api.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error(`${this.stage} has no stage to limit.`);
    return stage;
  }

  /** Limits the requests of the API, so that a flood does not take the account's concurrency from the other contexts. */
  private limit({ rate, burst }: { rate: number; burst: number }): void {
    this.cfnStage().defaultRouteSettings = { throttlingRateLimit: rate, throttlingBurstLimit: burst };
  }

  /** Limits a route that unauthenticated callers may use, below the limit of the API: calls of staff have the rest. */
  private limitRoute(contract: AnyContract, routes: readonly HttpRoute[], { rate, burst, open }: Limits): void {
    const limit = {
      ThrottlingRateLimit: Math.min(rate, open.rate),
      ThrottlingBurstLimit: Math.min(burst, open.burst),
    };
    const stage = this.cfnStage();
    const limits = Object.fromEntries(routeKeysOf(contract).map((key) => [key, limit]));
    stage.routeSettings = { ...stage.routeSettings, ...limits };
    // The gateway refuses settings of a route that does not exist yet.
    for (const route of routes) stage.node.addDependency(route);
  }

  /** Adds the routes of a function's operations: one integration, and one permission for this API to invoke the function. */
  serve({ id, operations }: FunctionGroup, lambda: IFunction): void {
    // A permission for each route would exceed the 20,480 bytes of a function's policy.
    const integration = new HttpLambdaIntegration(id, lambda, { scopePermissionToRoute: false });
    for (const contract of operations) {
      const routes = this.api.addRoutes({
        path: contract.path,
        methods: methodsOf(contract).map((method) => HttpMethod[method]),
        integration,
        authorizer: this.authorizerOf(contract),
      });
      if (this.limits && isForOutsiders(contract)) this.limitRoute(contract, routes, this.limits);
    }
  }

  /**
   * Public operations accept requests with or without an actor. Those for partners verify the credentials themselves, and need the authorizer to
   * recognise CloudFront.
   */
  private authorizerOf({ permission }: AnyContract): IHttpRouteAuthorizer {
    return permission.some(({ who }) => who === 'anyone' || who === 'partner') ? this.optional : this.required;
  }
}
