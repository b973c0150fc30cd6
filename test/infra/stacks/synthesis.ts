import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { context } from '../../../cdk.json';
import { buildStacks } from '../../../infra/stacks/build-stacks.ts';
import { type Stage, stages } from '../../../infra/stages.ts';

/** A resource of a template, as CloudFormation takes it. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: string | readonly string[];
}

export type Templates = Readonly<Record<'data' | 'embed' | 'ingest' | 'api' | 'watch', Template>>;

/** Synthesising takes a second or more; the stage decides all of it. */
const synthesised = new Map<Stage, Templates>();

/** All stacks of a stage as templates. Nothing is bundled: what the code is doesn't change what the stacks are. */
export function synthesise(stage: Stage = stages.prod): Templates {
  const known = synthesised.get(stage);
  if (known !== undefined) return known;
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } });
  const stacks = buildStacks(app, stage);
  const template = (stack: Stack): Template => Template.fromStack(stack);
  const templates = {
    data: template(stacks.data),
    embed: template(stacks.embed),
    ingest: template(stacks.ingest),
    api: template(stacks.api),
    watch: template(stacks.watch),
  };
  synthesised.set(stage, templates);
  return templates;
}

/** The resources of a type, by logical id. */
export const resources = (template: Template, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(template.findResources(type) as Record<string, Resource>);

/**
 * The properties of the one resource of a type.
 *
 * @throws RangeError unless there is exactly one.
 */
export function theOnly(template: Template, type: string): Readonly<Record<string, unknown>> {
  const found = resources(template, type);
  if (found[0] === undefined || found.length > 1) throw new RangeError(`${found.length} resources of type ${type}`);
  return found[0][1].Properties;
}

/** The same over all stacks of a stage. */
export const everywhere = (templates: Templates, type: string): readonly (readonly [string, Resource])[] =>
  Object.values(templates).flatMap((template) => resources(template, type));

/** The template without the hashes of code, which change with every line that is written. */
export function withoutHashes(template: Template): unknown {
  return JSON.parse(JSON.stringify(template.toJSON()).replace(/[0-9a-f]{64}/g, 'HASH'));
}
