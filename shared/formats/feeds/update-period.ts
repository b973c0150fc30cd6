/** RDF Site Summary 1.0 Modules: Syndication. */
const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** `sy:updatePeriod` divided by `sy:updateFrequency`, in minutes. */
export function minutesOf(
  sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): number | undefined {
  const period = PERIOD_MINUTES[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  if (period === undefined) return undefined;
  const frequency = sy?.updateFrequency ?? 1;
  return frequency > 0 ? period / frequency : period;
}
