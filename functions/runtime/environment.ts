import type { EnvOf, FunctionSpec } from '../../shared/kernel/function-spec.ts';

/**
 * Reads the variables that a spec names from an environment.
 *
 * @throws Error naming every missing variable at once.
 */
export function environmentOf<const Spec extends FunctionSpec>(
  spec: Spec,
  environment: Readonly<Record<string, string | undefined>>,
): EnvOf<Spec> {
  const missing = spec.env.filter((name) => environment[name] === undefined);
  if (missing.length > 0) throw new Error(`${spec.name} lacks ${missing.join(', ')}.`);
  return Object.fromEntries(spec.env.map((name) => [name, environment[name]])) as EnvOf<Spec>;
}
