import { LASTING, type OutlinedResource, type StackOutline, type StageOutline } from './stack-outline.ts';

/** The resources of a stage in an account. */
export interface Held {
  readonly stacks: StageOutline;
  /** Resources that stayed when their stack went. */
  readonly left: readonly OutlinedResource[];
}

export const NOTHING: Held = { stacks: {}, left: [] };

/** A deploy: what the account holds after it, and what CloudFormation, or the loss of data or of an address, has against it. */
export interface Deployed {
  readonly held: Held;
  readonly refusals: readonly string[];
}

/**
 * Deploys a stage over what an account holds, one stack after the other: exporters before those who import.
 *
 * Refusals of CloudFormation: an export that another stack imports is changed or removed; an import has no export; a name is taken, also by a resource that
 * the same deploy would remove afterwards; a resource that keeps its name would be replaced; a table changes more than one index at a time. Refusals
 * of this project: a resource of LASTING is replaced or removed.
 */
export function deploy(held: Held, stage: StageOutline): Deployed {
  const refusals: string[] = [];
  let stacks: StageOutline = held.stacks;
  const left = [...held.left];
  for (const [name, after] of Object.entries(stage)) {
    const before = stacks[name];
    refusals.push(
      ...exportsInUse(name, before, after, stacks),
      ...taken(name, before, after, { stacks, left }),
      ...(before ? changed(name, before, after) : []),
    );
    for (const [id, resource] of Object.entries(before?.resources ?? {})) {
      if (!(id in after.resources) && resource.deletion !== 'Delete') left.push(resource);
    }
    stacks = { ...stacks, [name]: after };
    const exported = new Set(Object.values(stacks).flatMap(({ exports }) => Object.keys(exports)));
    refusals.push(
      ...after.imports
        .filter((one) => !exported.has(one))
        .map((one) => `${name} imports ${one}, which no stack exports`),
    );
  }
  return { held: { stacks, left }, refusals };
}

/** What stays of a stage that is destroyed. */
export function destroy({ stacks, left }: Held): Held {
  return { stacks: {}, left: [...left, ...resourcesOf(stacks).filter(({ deletion }) => deletion !== 'Delete')] };
}

/** What stays of a first deploy that failed at its end. */
export function failedFirstDeploy(stage: StageOutline): Held {
  return { stacks: {}, left: resourcesOf(stage).filter(({ deletion }) => deletion === 'Retain') };
}

const resourcesOf = (stacks: StageOutline): readonly OutlinedResource[] =>
  Object.values(stacks).flatMap(({ resources }) => Object.values(resources));

function exportsInUse(
  name: string,
  before: StackOutline | undefined,
  after: StackOutline,
  stacks: StageOutline,
): readonly string[] {
  return Object.entries(before?.exports ?? {}).flatMap(([exported, value]) => {
    const users = Object.keys(stacks).filter((other) => stacks[other]?.imports.includes(exported));
    if (users.length === 0 || after.exports[exported] === value) return [];
    return [`${name} ${exported in after.exports ? 'changes' : 'removes'} ${exported}, which ${users.join()} imports`];
  });
}

/** New resources whose names others have; those that the same deploy removes have theirs until it ends. */
function taken(name: string, before: StackOutline | undefined, after: StackOutline, held: Held): readonly string[] {
  return Object.entries(after.resources).flatMap(([id, resource]) => {
    const old = before?.resources[id];
    if (resource.name === undefined || old?.name === resource.name) return [];
    const others = [...resourcesOf(held.stacks), ...held.left];
    const isTaken = others.some((other) => other.type === resource.type && other.name === resource.name);
    return isTaken ? [`${name} makes ${resource.type} ${resource.name}, which is there already`] : [];
  });
}

function changed(name: string, before: StackOutline, after: StackOutline): readonly string[] {
  return Object.entries(before.resources).flatMap(([id, old]) => {
    const now = after.resources[id];
    const what = `${old.type} ${old.name ?? id}`;
    if (now === undefined) return LASTING.includes(old.type) ? [`${name} removes ${what}`] : [];
    if (now.type !== old.type) return [`${name} makes a ${now.type} of ${what}`];
    const properties = [...new Set([...Object.keys(old.fixed), ...Object.keys(now.fixed)])];
    const replacing = properties.filter((property) => old.fixed[property] !== now.fixed[property]);
    const keepsName = old.name !== undefined && old.name === now.name;
    const indexes = indexChanges(old.indexes ?? {}, now.indexes ?? {});
    return [
      ...(replacing.length > 0 && (LASTING.includes(old.type) || keepsName)
        ? [`${name} replaces ${what} for its ${replacing.join()}`]
        : []),
      ...(indexes > 1 ? [`${name} changes ${indexes} indexes of ${what} at once`] : []),
    ];
  });
}

/** Indexes made and removed; one whose keys change is both. */
function indexChanges(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): number {
  const made = Object.keys(after).filter((index) => before[index] !== after[index]);
  const removed = Object.keys(before).filter((index) => before[index] !== after[index]);
  return made.length + removed.length;
}
