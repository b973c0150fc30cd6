import type { EnvOf, FunctionSpec } from '../../shared/kernel/function-spec.ts';

/**
 * The variables a spec names, read from an environment.
 *
 * @throws Error naming every missing variable at once, so that a deployment is mended in one go.
 */
export function environmentOf<const Spec extends FunctionSpec>(
  spec: Spec,
  environment: Readonly<Record<string, string | undefined>>,
): EnvOf<Spec> {
  const missing = spec.env.filter((name) => environment[name] === undefined);
  if (missing.length > 0) throw new Error(`${spec.name} lacks ${missing.join(', ')}.`);
  return Object.fromEntries(spec.env.map((name) => [name, environment[name]])) as EnvOf<Spec>;
}
