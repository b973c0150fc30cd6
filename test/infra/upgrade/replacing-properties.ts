import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

interface SpecifiedResource {
  readonly cloudFormationType: string;
  readonly properties: Readonly<Record<string, { readonly causesReplacement?: 'yes' | 'no' | 'maybe' }>>;
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * Properties of a resource type whose change makes CloudFormation replace the resource.
 *
 * @see db.json.gz of the package `aws-cdk`: AWS's resource specification, by which `cdk diff` tells replacements.
 * @throws RangeError for a type that the specification does not have.
 */
export function replacingProperties(type: string): readonly string[] {
  known ??= read();
  const properties = known.get(type);
  if (properties === undefined) throw new RangeError(`The CDK's specification has no ${type}.`);
  return properties;
}

function read(): ReadonlyMap<string, readonly string[]> {
  const file = join(dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')), 'db.json.gz');
  const { schema } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
    readonly schema: { readonly resource: { readonly entities: Readonly<Record<string, SpecifiedResource>> } };
  };
  return new Map(
    Object.values(schema.resource.entities).map(({ cloudFormationType, properties }) => [
      cloudFormationType,
      Object.keys(properties).filter((name) => properties[name]?.causesReplacement === 'yes'),
    ]),
  );
}
