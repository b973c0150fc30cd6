import { stages } from '../../../infra/stages.ts';
import { resources, synthesise, theOnly, withoutHashes } from './synthesis.ts';

const { embed } = synthesise();
const distribution = theOnly(embed, 'AWS::CloudFront::Distribution').DistributionConfig as {
  DefaultCacheBehavior: Record<string, unknown>;
  CacheBehaviors: Record<string, unknown>[];
  Aliases?: string[];
};

/** AWS's managed policies. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_BUT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

test('embeds and public reads are cached, for a minute at the longest: a takedown is gone within it', () => {
  const policies = resources(embed, 'AWS::CloudFront::CachePolicy');
  expect(policies).toHaveLength(1);
  const [id, policy] = policies[0] ?? [];
  expect(policy?.Properties.CachePolicyConfig).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 60 });
  expect(distribution.CacheBehaviors.map(({ PathPattern }) => PathPattern).sort()).toEqual(
    ['/assets/*', '/embed.js', '/embed/*', '/oembed', '/v1/timelines/*'].sort(),
  );
  for (const behaviour of distribution.CacheBehaviors) expect(behaviour.CachePolicyId).toEqual({ Ref: id });
});

test('one reader’s private answer is never another’s: keys, cookies and the whole query are in the cache’s key', () => {
  const policy = theOnly(embed, 'AWS::CloudFront::CachePolicy');
  expect(policy.CachePolicyConfig).toMatchObject({
    ParametersInCacheKeyAndForwardedToOrigin: {
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers: expect.arrayContaining(['Authorization']) },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
      CookiesConfig: { CookieBehavior: 'all' },
    },
  });
});

test('everything else goes straight through, with its keys and its query', () => {
  expect(distribution.DefaultCacheBehavior).toMatchObject({
    CachePolicyId: CACHING_DISABLED,
    OriginRequestPolicyId: ALL_BUT_HOST,
    AllowedMethods: expect.arrayContaining(['PUT', 'PATCH', 'POST', 'DELETE']),
  });
});

test('nothing is served over plain HTTP', () => {
  for (const behaviour of [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors]) {
    expect(behaviour.ViewerProtocolPolicy).toBe('redirect-to-https');
  }
});

test('the door lets through what the stage says, and its log holds no query: tokens stand there', () => {
  const door = theOnly(embed, 'AWS::ApiGatewayV2::Stage');
  expect(door.DefaultRouteSettings).toEqual({
    ThrottlingRateLimit: stages.prod.requestsPerSecond,
    ThrottlingBurstLimit: stages.prod.requestBurst,
  });
  const { Format } = door.AccessLogSettings as { Format: string };
  expect(Format).not.toMatch(/\$context\.(path|identity|authorizer|protocol)|querystring|header/i);
});

test('a host name of one’s own is the public address, and CloudFront’s without one', () => {
  const domain = { name: 'timelines.example.org', certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a' };
  const own = synthesise({ ...stages.prod, domain }).embed;
  own.hasOutput('PublicBaseUrl', { Value: 'https://timelines.example.org' });
  expect(theOnly(own, 'AWS::CloudFront::Distribution').DistributionConfig).toMatchObject({
    Aliases: ['timelines.example.org'],
  });
  expect(JSON.stringify(embed.findOutputs('PublicBaseUrl'))).toContain('DomainName');
});

test('cache policies are named by region too: their names are taken in the whole account', () => {
  const { CachePolicyConfig } = theOnly(embed, 'AWS::CloudFront::CachePolicy') as { CachePolicyConfig: unknown };
  expect(JSON.stringify(CachePolicyConfig)).toContain('{"Ref":"AWS::Region"}');
});

test('the embed stack is as it was', () => {
  expect(withoutHashes(embed)).toMatchSnapshot();
});
